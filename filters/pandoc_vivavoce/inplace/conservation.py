"""Nothing is lost: every stretch of text that went in is in the document that comes out, in order.

The promise is checked on every run and not only in tests. Labels are not looked for, since they may
be written otherwise; white space is not compared.
"""

from __future__ import annotations

from typing import Final

from pandoc_vivavoce.ast import Blocks
from pandoc_vivavoce.inlines import text_of
from pandoc_vivavoce.tree import CONTAINER_KINDS, inlines_of, lists_inside
from vivavoce.model import Block, Reading
from vivavoce.problems import Code, Problem

_SHOWN: Final = 60
_MOST: Final = 20
_NEAR: Final = 200
"""Characters, a label as a rule, after which a text mostly begins; to look so far is quick."""


def lost_text(blocks: tuple[Block, ...], reading: Reading, written: Blocks) -> tuple[Problem, ...]:
    """Return a problem for every stretch of *blocks* that is not in *written*, up to a number."""
    result = _letters("".join(_texts(written)))
    problems: list[Problem] = []
    at = 0
    for part in reading.parts:
        words = blocks[part.block].text[part.speech : part.end]
        said = _letters(words)
        place = result.find(said, at, at + len(said) + _NEAR)
        if place < 0:
            place = result.find(said, at)
        if place >= 0:
            at = place + len(said)
        elif len(problems) < _MOST:
            told = f"the result lacks: {words[:_SHOWN]}"
            lost = Problem(Code.LOST_TEXT, told, block=part.block, text=words[:_SHOWN])
            problems.append(lost)
    return tuple(problems)


def _texts(blocks: Blocks) -> list[str]:
    """Return the characters of each leaf of *blocks* in reading order."""
    texts: list[str] = []
    stack = blocks[::-1]
    while stack:
        element = stack.pop()
        if element["t"] in CONTAINER_KINDS:
            for inside in reversed(list(lists_inside(element))):
                stack.extend(reversed(inside))
        else:
            texts.append(text_of(inlines_of(element)))
    return texts


def _letters(text: str) -> str:
    return "".join(text.split())
