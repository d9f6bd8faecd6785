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
    result = "".join(_texts(written))
    said = [blocks[part.block].text[part.speech : part.end] for part in reading.parts]
    if _follow(said, result):
        return ()
    return _lost(reading, said, _letters(result))


def _follow(said: list[str], result: str) -> bool:
    """Tell whether all that is *said* stands in *result* in order, as a rule to the letter."""
    at = 0
    for text in said:
        words = text.strip()
        place = _place(words, result, at)
        if place < 0:
            return False
        at = place + len(words)
    return True


def _place(words: str, result: str, at: int) -> int:
    """Return where *words* stand in *result* from *at* on; less than 0 where they do not."""
    place = result.find(words, at, at + len(words) + _NEAR)
    return result.find(words, at) if place < 0 else place


def _lost(reading: Reading, texts: list[str], result: str) -> tuple[Problem, ...]:
    """Return a problem for each of *texts* that is not in *result*, the letters written."""
    problems: list[Problem] = []
    at = 0
    for part, words in zip(reading.parts, texts, strict=True):
        said = _letters(words)
        place = _place(said, result, at)
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
