"""Which turns carry a label, what it says, and which number a question has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pandoc_vivavoce.ast import Inlines, attr, space, span, string, words
from pandoc_vivavoce.dress.shape import Turn
from pandoc_vivavoce.inlines import text_of
from vivavoce.initials import short_names
from vivavoce.words import Words


def as_asked(turns: Sequence[Turn], policy: str, used: Words) -> Iterator[Turn]:
    """Yield *turns* labelled by *policy*: ``printed``, ``every`` or ``initials``."""
    if policy == "printed":
        yield from turns
        return
    names = [turn.speaker or text_of(turn.label) for turn in turns]
    short = short_names(list(dict.fromkeys(names))) if policy == "initials" else {}
    known: set[str] = set()
    for turn, name in zip(turns, names, strict=True):
        if turn.goes_on or (turn.label and policy == "every"):
            yield turn
        else:
            yield _labelled(turn, short.get(name, name) if name in known else name, used)
            known.add(name)


def _labelled(turn: Turn, name: str, used: Words) -> Turn:
    separator = turn.separator or words(used.colon)
    return turn.with_label(words(name), separator)


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
