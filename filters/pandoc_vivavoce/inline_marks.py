"""What pandoc's inline elements do to the text inside them, as the core's marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pandoc_vivavoce.ast import Attr, Element
from vivavoce.model import Mark

Marks = tuple[Mark, ...]

MARK_OF: Final = {
    "Strong": Mark("strong"),
    "Emph": Mark("emphasis"),
    "Underline": Mark("underline"),
    "Strikeout": Mark("strikeout"),
    "Superscript": Mark("superscript"),
    "Subscript": Mark("subscript"),
    "SmallCaps": Mark("small-caps"),
}


def leaf_marks(element: Element, marks: Marks) -> Marks:
    """Return *marks* with what a leaf does to its own text."""
    return (*marks, Mark("code")) if element["t"] == "Code" else marks


def marks_inside(element: Element, marks: Marks) -> Marks:
    """Return *marks* as they are inside *element*."""
    kind = element["t"]
    if kind in MARK_OF:
        return (*marks, MARK_OF[kind])
    if kind == "Link":
        address, title = element["c"][2]
        return (*marks, Mark("link", address, title))
    if kind == "Span":
        return (*marks, *_span_marks(element["c"][0]))
    return marks


def _span_marks(attributes: Attr) -> Iterator[Mark]:
    """A span's language, and the bold or italics that pandoc's HTML reader leaves as a style."""
    for name, value in attributes[2]:
        if name == "lang":
            yield Mark("lang", value)
        elif name == "style":
            style = value.replace(" ", "").casefold()
            if any(f"font-weight:{weight}" in style for weight in ("bold", "6", "7", "8", "9")):
                yield Mark("strong")
            if "font-style:italic" in style:
                yield Mark("emphasis")
