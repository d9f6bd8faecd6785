"""Inline elements of HTML as pandoc's: which wrapper each puts around its text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pandoc_vivavoce import ast
from pandoc_vivavoce.ast import Element as AstElement
from pandoc_vivavoce.rawhtml.attributes import attributes_of, identifier_of, is_empty, size_of
from vivavoce.marks import is_safe_address, style_marks
from vivavoce.page.images import image_of
from vivavoce.page.soup import Element

_SIMPLE: Final[dict[str, Callable[[ast.Inlines], AstElement]]] = {
    "strong": ast.strong,
    "b": ast.strong,
    "em": ast.emphasis,
    "i": ast.emphasis,
    "cite": ast.emphasis,
    "dfn": ast.emphasis,
    "var": ast.emphasis,
    "u": ast.underline,
    "ins": ast.underline,
    "s": ast.strikeout,
    "strike": ast.strikeout,
    "del": ast.strikeout,
    "sup": ast.superscript,
    "sub": ast.subscript,
}
_OF_STYLE: Final[dict[str, Callable[[ast.Inlines], AstElement]]] = {
    "strong": ast.strong,
    "emphasis": ast.emphasis,
    "underline": ast.underline,
    "strikeout": ast.strikeout,
    "small-caps": ast.small_caps,
}
_NAMED: Final = frozenset({"mark", "small", "abbr"})
"""Elements that pandoc knows as spans with the element's name for a class."""
CODE_NAMES: Final = frozenset({"code", "kbd", "samp", "tt"})
_SMALL_CAPS: Final = frozenset({"smallcaps", "small-caps"})
"""Names of classes that pandoc and others write for small capitals."""


def wrappers_of(element: Element) -> list[AstElement]:
    """Return empty elements to put around the text inside *element*, outermost first."""
    tag = element.tag
    found: list[AstElement] = []
    if tag == "a":
        found += _link(element)
    elif tag in _SIMPLE:
        found.append(_SIMPLE[tag]([]))
    elif tag == "q":
        found.append({"t": "Quoted", "c": [{"t": "DoubleQuote"}, []]})
    if element.attributes or tag in _NAMED:
        found += _span(element)
    return found


def _link(element: Element) -> list[AstElement]:
    address = element.get("href").strip()
    attributes = ast.attr(identifier_of(element))
    if address and is_safe_address(address):
        return [ast.link([], address, element.get("title"), attributes)]
    return [] if is_empty(attributes) else [ast.span([], attributes)]


def _span(element: Element) -> list[AstElement]:
    """A span for what the element's attributes keep, and elements for what its style does."""
    found: list[AstElement] = []
    if element.tag != "a":
        identifier, classes, pairs = attributes_of(element)
        if not _SMALL_CAPS.isdisjoint(classes):
            classes = [name for name in classes if name not in _SMALL_CAPS]
            found.append(ast.small_caps([]))
        if element.tag in _NAMED:
            classes = [element.tag, *classes]
        if element.tag == "abbr" and element.get("title"):
            pairs = [*pairs, ["title", element.get("title")]]
        attributes = [identifier, classes, pairs]
        if not is_empty(attributes):
            found.append(ast.span([], attributes))
    marks = style_marks(element.get("style"), ())
    return found + [_OF_STYLE[mark.kind]([]) for mark in marks if mark.kind in _OF_STYLE]


def picture_of(element: Element) -> AstElement | None:
    """Return the picture that an ``img`` shows, if it shows one."""
    picture = image_of(element)
    if picture is None:
        return None
    attributes = ast.attr(identifier_of(element), element.classes, size_of(element))
    return ast.image(ast.words(picture.alt), picture.src, picture.title, attributes)


def ruby_of(element: Element) -> list[tuple[str, str]]:
    """Return the base texts of a ``ruby`` with their annotations; the last may have none."""
    pairs: list[tuple[str, str]] = []
    base = ""
    for child in element.children:
        if isinstance(child, str):
            base += child
        elif child.tag in {"rt", "rtc"}:
            pairs.append((" ".join(base.split()), " ".join(child.text.split())))
            base = ""
        elif child.tag != "rp":
            base += child.text
    if base.strip():
        pairs.append((" ".join(base.split()), ""))
    return pairs
