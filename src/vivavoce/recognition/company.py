"""What certain speakers have in common: the company in which a rare label is believed.

Everything is counted once, so that many labels cost no more than many lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final, NamedTuple

from vivavoce.recognition.entries import Entry, Said, is_short_for
from vivavoce.recognition.labelparts import split_label
from vivavoce.recognition.names import fold

_BEFORE: Final = 3
_AFTER: Final = 6
_RARE: Final = 20
_MOST_CERTAIN: Final = 60


class Company(NamedTuple):
    """The certain speakers of a document."""

    entries: tuple[Entry, ...]
    styles: Counter[str]
    """How often each way of setting a label stands."""
    places: Counter[str]
    """The same, whatever the weight of the type."""
    first: int
    """The first block in which one of them begins to speak."""
    last: int
    least: float
    """How much the least likely of their labels looks like a name."""

    def has_alias(self, label: str) -> bool:
        """True where *label* is short for one of them, or one of them for it.

        A post may stand before the name: ``The Minister (Mr Castell)``.
        """
        known = self.entries[:_MOST_CERTAIN]
        beside = fold(split_label(label)[1])
        return any(is_short_for(label, entry) or entry.key == beside for entry in known)

    def has_style_of(self, entry: Entry, *, by_place: bool) -> bool:
        """True where *entry* is set as some of them are; *by_place*, whatever its weight.

        Now and then one that is set so stands alone with its colon, above what it heads.
        """
        counts = self.places if by_place else self.styles
        total = counts.total()
        alike = [
            counts[place_of(said) if by_place else said.style] * _RARE >= total
            for said in entry.said
        ]
        return any(alike) and all(
            is_alike or said.opens_alone for is_alike, said in zip(alike, entry.said, strict=True)
        )

    def is_around(self, entry: Entry) -> bool:
        """True where *entry* stands amid their turns, or right beside."""
        return all(
            self.first - _BEFORE <= said.cue.block <= self.last + _AFTER for said in entry.said
        )


def company_of(entries: Iterable[Entry]) -> Company:
    """Gather what *entries*, at least one, have in common."""
    found = tuple(entries)
    said = [one for entry in found for one in entry.said]
    return Company(
        found,
        Counter(one.style for one in said),
        Counter(place_of(one) for one in said),
        min(one.cue.block for one in said),
        max(one.cue.block for one in said),
        min(entry.likeness for entry in found),
    )


def place_of(said: Said) -> str:
    """Return where a label stands and its separator, without the weight of its type."""
    place, _, mark = said.style.split()
    return f"{place} {mark}"
