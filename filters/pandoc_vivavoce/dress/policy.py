"""Which turns carry a label, what it says, and which number a question has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from pandoc_vivavoce.ast import Inlines, attr, space, span, string, words
from pandoc_vivavoce.dress.shape import Turn
from pandoc_vivavoce.inlines import text_of
from vivavoce.words import Words

_HAN_OR_KANA: Final = range(0x3040, 0xA000)


def as_asked(turns: Iterable[Turn], policy: str, used: Words) -> Iterator[Turn]:
    """Yield *turns* labelled by *policy*: ``printed``, ``every`` or ``initials``."""
    known: dict[str, str] = {}
    for turn in turns:
        if turn.goes_on or policy == "printed":
            yield turn
            continue
        name = turn.speaker or text_of(turn.label)
        if policy == "every":
            yield turn if turn.label else _labelled(turn, name, used)
        elif name in known:
            yield _labelled(turn, known[name], used)
        else:
            known[name] = _short(name, known.values())
            yield _labelled(turn, name, used)


def _labelled(turn: Turn, name: str, used: Words) -> Turn:
    separator = turn.separator or words(used.colon)
    return turn.with_label(words(name), separator)


def _short(name: str, taken: Iterable[str]) -> str:
    """Return the initials of *name*, or *name* where somebody else has them already.

    A Chinese or Japanese name is shortened to its first character, the family name.
    """
    if name and ord(name[0]) in _HAN_OR_KANA:
        short = name[0]
    else:
        short = "".join(part[0] for part in name.split() if part[0].isalpha()).upper()
    return name if not short or short in taken else short


def numbered(turns: Iterable[Turn]) -> Iterator[Turn]:
    """Yield *turns* with the questions numbered from 1."""
    count = 0
    for turn in turns:
        if turn.asks and not turn.goes_on:
            count += 1
            yield turn._replace(number=number_of(count))
        else:
            yield turn


def number_of(count: int) -> Inlines:
    """Return the number *count* as it stands before a question."""
    return [span([string(f"{count}.")], attr("", ["number"])), space()]
