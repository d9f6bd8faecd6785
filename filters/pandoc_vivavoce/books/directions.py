"""Names that run the other way than the line they stand in, kept from moving what is around them.

A number after an Arabic name would go to the name's other side: UAX #9 takes both as one run unless
the name is isolated.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from unicodedata import bidirectional

from pandoc_vivavoce import ast
from pandoc_vivavoce.ast import Inlines
from vivavoce.languagetags import direction

_MARKS = {"ltr": "\N{LEFT-TO-RIGHT MARK}", "rtl": "\N{RIGHT-TO-LEFT MARK}"}
_WAYS = {"L": "ltr", "R": "rtl", "AL": "rtl"}
ISOLATED = "isolated"
"""The class of a span that runs another way than its line; marks in the text would be copied."""


def way_of(text: str) -> str:
    """Return ``ltr`` or ``rtl`` by the first letter of *text* that tells; empty where none does."""
    return next((way for char in text if (way := _WAYS.get(bidirectional(char)))), "")


def isolate(text: str, lang: str, own: str = "") -> Inlines:
    """Return *text* for a line in *lang*: in a span with its direction where that is another.

    The span is in the language *own* where that runs the same way.
    """
    way = way_of(text)
    if way in {"", direction(lang)}:
        return ast.words(text)
    pairs = {"dir": way} | ({"lang": own} if own and direction(own) == way else {})
    return [ast.span(ast.words(text), ast.attr(classes=[ISOLATED], attributes=pairs))]


def names_in_line(names: Iterable[str], comma: str, lang: str, own: str = "") -> Inlines:
    """Return *names* with a *comma* between, for a line in *lang*; see `isolate`."""
    line: Inlines = []
    for name in names:
        line += ast.words(comma) if line else []
        line += isolate(name, lang, own)
    return line


def with_marks(item: Any, lang: str) -> Any:
    """Return *item*, elements for a book in *lang*, with marks after what `isolate` has isolated.

    LibreOffice goes by the letters of a line alone, and not by the direction of its parts.
    """
    if isinstance(item, list):
        return [part for each in item for part in _marked(each, lang)]
    if isinstance(item, dict):
        return {key: with_marks(value, lang) for key, value in item.items()}
    return item


def _marked(item: Any, lang: str) -> list[Any]:
    inside = with_marks(item, lang)
    is_isolated = isinstance(item, dict) and item["t"] == "Span" and ISOLATED in item["c"][0][1]
    return [inside, ast.string(_MARKS[direction(lang)])] if is_isolated else [inside]
