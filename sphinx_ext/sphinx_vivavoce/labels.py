"""Which label each turn shows.

Pure: an `Interview` and a policy go in, one string for each turn comes out; empty where none is
shown. The words for people of whom only the part is known come from the caller, since Sphinx's
language decides them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from vivavoce.model import Interview, Participant, Turn
from vivavoce.words import Words, display_name


def turn_labels(interview: Interview, policy: str, words: Words) -> tuple[str, ...]:
    """Return the label of every turn of *interview*, in order.

    *policy* is one of `POLICIES`: ``printed`` shows what the document prints, ``every`` the name at
    every turn, ``initials`` the name at a person's first turn and the initials after it. Where the
    same person just goes on after a heading or a picture no label is shown.
    """
    names = _names(interview, words)
    labels: list[str] = []
    seen: set[str] = set()
    previous = ""
    for turn in interview.turns:
        goes_on = turn.speaker == previous and not turn.label
        is_first = turn.speaker not in seen
        labels.append("" if goes_on else _LABEL[policy](turn, names[turn.speaker], is_first))
        seen.add(turn.speaker)
        previous = turn.speaker
    return tuple(labels)


def initials(name: str) -> str:
    """Return the initials of a name of at least two capitalised words; any other name unchanged.

    Names in scripts without case have no initials.
    """
    parts = name.split()
    if len(parts) < 2 or not all(part[0].isupper() for part in parts):
        return name
    return "".join(part[0] for part in parts)


@dataclass(frozen=True, slots=True)
class _Name:
    """The forms of one person's name."""

    full: str
    short: str
    printed: str
    """What a turn shows whose own label was lost; empty where the document prints none."""


def _names(interview: Interview, words: Words) -> dict[str, _Name]:
    """Return everybody's name by id; two people who share initials keep their names."""
    full = {person.id: display_name(person, words) for person in interview.participants}
    taken = Counter(initials(name) for name in full.values())
    return {
        person.id: _Name(
            full[person.id],
            initials(full[person.id]) if taken[initials(full[person.id])] == 1 else full[person.id],
            _printed_label(person),
        )
        for person in interview.participants
    }


def _printed_label(person: Participant) -> str:
    return "" if person.label.startswith("@") else person.label


_LABEL: dict[str, Callable[[Turn, _Name, bool], str]] = {
    "printed": lambda turn, name, is_first: turn.label or name.printed,
    "every": lambda turn, name, is_first: name.full,
    "initials": lambda turn, name, is_first: name.full if is_first else name.short,
}
POLICIES = tuple(_LABEL)
