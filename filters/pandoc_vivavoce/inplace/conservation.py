"""Nothing is lost: every stretch of text that went in is in the document that comes out, in order.

The promise is checked on every run and not only in tests. Labels are not looked for, since they may
be written otherwise; white space is not compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from pandoc_vivavoce.ast import Blocks
from pandoc_vivavoce.inlines import text_of
from pandoc_vivavoce.tree import CONTAINER_KINDS, inlines_of, lists_inside
from vivavoce.model import Block, Reading
from vivavoce.problems import Code, Problem

_SHOWN: Final = 60
_MOST: Final = 20


def lost_text(blocks: tuple[Block, ...], reading: Reading, written: Blocks) -> tuple[Problem, ...]:
    """Return a problem for every stretch of *blocks* that is not in *written*, up to a number."""
    result = _letters("".join(_texts(written)))
    return tuple(islice(_missing(blocks, reading, result), _MOST))


def _missing(blocks: tuple[Block, ...], reading: Reading, result: str) -> Iterator[Problem]:
    at = 0
    for part in reading.parts:
        words = blocks[part.block].text[part.speech : part.end]
        said = _letters(words)
        place = result.find(said, at)
        if place >= 0:
            at = place + len(said)
        else:
            told = f"the result lacks: {words[:_SHOWN]}"
            yield Problem(Code.LOST_TEXT, told, block=part.block, text=words[:_SHOWN])


def _texts(blocks: Blocks) -> Iterator[str]:
    stack = list(reversed(blocks))
    while stack:
        element = stack.pop()
        if element["t"] in CONTAINER_KINDS:
            for inside in reversed(list(lists_inside(element))):
                stack.extend(reversed(inside))
        else:
            yield text_of(inlines_of(element))


def _letters(text: str) -> str:
    return "".join(text.split())
