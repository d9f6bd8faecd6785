"""The run-time check that nothing is lost.

Every letter and digit of the blocks must be in the interview, in order. Only a label, with the
time or number printed beside it, may be missing from the text of a turn, since the turn itself
names who speaks; and a block that a problem says was left out. Linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vivavoce.interview import Interview, Text, Turn
from vivavoce.model import Block
from vivavoce.problems import Code, Problem

_STATED: Final = frozenset({Code.REPEATED_CREDIT, Code.DROPPED_CHROME})
_LONGEST_STAMP: Final = 12
"""Digits of a time or a number that may stand beside a label."""
_MOST_SIGNS: Final = 8
"""So many signs are stepped over one by one between two leaves."""
_PLAIN_SIGNS: Final = " \n:："
"""What most often stands between two leaves."""
_SHOWN: Final = 120
_MISSES: Final = 8
"""How many leaves are looked for in vain, each to the end of the text, before the search stops."""


def lost_text(blocks: tuple[Block, ...], interview: Interview) -> tuple[Problem, ...]:
    """Return a problem `Code.LOST_TEXT` for every stretch of *blocks* missing from *interview*."""
    source = "\n".join(block.text for block in _expected(blocks, interview))
    labels = {letters(label) for person in interview.participants for label in person.labels}
    labels.update(letters(person.label) for person in interview.participants)
    return tuple(
        Problem(Code.LOST_TEXT, f"not in the result: {gap[:_SHOWN]}", text=gap[:_SHOWN])
        for gap in _gaps(source, interview, labels)
    )


def letters(text: str) -> str:
    """Return the letters and digits of *text*, all that conservation compares."""
    return "".join(filter(str.isalnum, text))


def _expected(blocks: tuple[Block, ...], interview: Interview) -> Iterator[Block]:
    """Yield *blocks* without those that a problem of *interview* says were left out."""
    stated = {problem.block for problem in interview.problems if problem.code in _STATED}
    return (block for index, block in enumerate(blocks) if index not in stated)


def _gaps(source: str, interview: Interview, labels: set[str]) -> Iterator[str]:
    """Walk the text and the leaves side by side and yield what none accounts for."""
    at = misses = 0
    opened = False
    for node in interview.walk():
        if isinstance(node, Turn):
            at = _past_label(source, at, node.label)
            opened = True
        elif isinstance(node, Text) and misses < _MISSES:
            text = node.text.strip()
            found = _place_of(text, source, at)
            if found < 0:
                misses += 1
                continue
            if found > at:
                yield from _unexplained(source[at:found], labels if opened else set())
            at = found + len(text)
            opened = False
    yield from _unexplained(source[at:], labels if opened else set())


def _place_of(text: str, source: str, at: int) -> int:
    """Return where *text* stands in *source* from *at* on, or -1; mostly it is what comes next."""
    for near in range(at, at + _MOST_SIGNS):
        if source.startswith(text, near):
            return near
        if source[near : near + 1].isalnum():
            break
    return source.find(text, at)


def _past_label(source: str, at: int, label: str) -> int:
    """Return the offset after *label* if it is what comes next, else *at*."""
    reach = at + len(label) + 4 * _LONGEST_STAMP
    found = source.find(label, at, reach) if label else -1
    gap = source[at:found].strip() if found > at else ""
    if found < 0 or (gap and not all(map(_is_stamp, _halves(gap)))):
        return at
    return found + len(label)


def _halves(gap: str) -> tuple[str, str]:
    """Cut *gap* at its first line end: after a turn without speech a time of its own may stand."""
    first, _, rest = gap.partition("\n")
    return letters(first), letters(rest)


def _unexplained(gap: str, labels: set[str]) -> tuple[str, ...]:
    """Return *gap* unless it says nothing, or is a label or a time where a turn opens."""
    said = letters(gap.strip(_PLAIN_SIGNS))
    if not said:
        return ()
    if labels and (_is_stamp(said) or said.strip("0123456789") in labels or said in labels):
        return ()
    return (" ".join(gap.split()),)


def _is_stamp(said: str) -> bool:
    return not said or (said.isdigit() and len(said) <= _LONGEST_STAMP)
