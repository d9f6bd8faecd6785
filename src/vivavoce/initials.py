"""Names cut short for those who have spoken before: ``AL`` for Ann Lee."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from vivavoce.lexicon import words

_HAN_OR_KANA: Final = range(0x3040, 0xA000)
_ARTICLE: Final = "ال"
_PAIR: Final = 2


def initials(name: str) -> str:
    """Return the initials of *name*, without titles before it; empty where it has no letters.

    Of a Chinese or Japanese name it is the first sign, the family's. Where letters have no case
    stops part them: in Arabic they would join to a word.
    """
    if name and ord(name[0]) in _HAN_OR_KANA:
        return name[0]
    letters = [part[0] for part in _parts(name) if part[0].isalpha()]
    shown = "".join(letters).upper()
    has_case = shown != shown.lower()
    return shown if has_case or len(letters) < _PAIR else "".join(f"{sign}." for sign in letters)


def short_names(names: Sequence[str]) -> dict[str, str]:
    """Return what to call each of *names* by its initials; those who share them keep names."""
    taken = Counter(map(initials, names))
    return {name: initials(name) or name for name in names if taken[initials(name)] == 1}


def _parts(name: str) -> list[str]:
    """Return the words of *name* that are initialled: no titles, and no articles within words."""
    parts = name.split()
    while len(parts) > _PAIR and parts[0].rstrip(".").casefold() in words("honorifics"):
        parts = parts[1:]
    return [*parts[:1], *(part.removeprefix(_ARTICLE) or part for part in parts[1:])]
