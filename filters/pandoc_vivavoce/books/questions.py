"""A question shortened to a line, for contents and indexes."""

from __future__ import annotations

import re
import unicodedata

WIDTH = 72
"""How many columns a line may take; a full-width character takes two."""
_LEAST = 16
_QUESTION = re.compile(r"[^?？؟.!。！…]*[?？؟]+[\"”’」』»]*")


def shorten(text: str, width: int = WIDTH) -> str:
    """Return *text* in at most *width* columns.

    Of a long text the longest sentence that asks something stands for the whole, if one fits; else
    its beginning, cut after a word, does.
    """
    line = " ".join(text.split())
    if columns(line) <= width:
        return line
    asked = [match.group().strip() for match in _QUESTION.finditer(line)]
    fitting = [sentence for sentence in asked if _LEAST <= columns(sentence) <= width]
    return max(fitting, key=columns) if fitting else _cut(line, width)


def columns(text: str) -> int:
    """Return how many columns *text* takes, full-width characters counted twice."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _cut(line: str, width: int) -> str:
    end = used = 0
    for end, character in enumerate(line):  # noqa: B007 - where the walk stopped is the answer
        used += _width(character)
        if used > width - 1:
            break
    start = line[:end]
    space = start.rfind(" ")
    if space > end // 2:
        start = start[:space]
    return start.rstrip(" ,;:，、；：—–-") + "…"
