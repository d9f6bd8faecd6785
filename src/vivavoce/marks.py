"""What an inline element, or a style written on any element, does to the text inside it.

Links to active addresses (``javascript:`` and its like) become plain text here; `unsafe_links`
names them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from vivavoce.model import Mark, MarkKind
from vivavoce.page.soup import Element
from vivavoce.problems import Code, Problem

_KIND_OF: Final[dict[str, MarkKind]] = {
    "strong": "strong",
    "b": "strong",
    "em": "emphasis",
    "i": "emphasis",
    "cite": "emphasis",
    "dfn": "emphasis",
    "var": "emphasis",
    "u": "underline",
    "ins": "underline",
    "s": "strikeout",
    "strike": "strikeout",
    "del": "strikeout",
    "sup": "superscript",
    "sub": "subscript",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
}
_SAFE_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel", "ftp"})
_PLAINLY_SAFE: Final = ("https://", "http://", "/", "#")
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_IGNORED_IN_ADDRESS: Final = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]+")
_STYLES: Final[tuple[tuple[str, re.Pattern[str], MarkKind], ...]] = (
    ("font-weight", re.compile(r"\s*(?:bold|[6-9]00)"), "strong"),
    ("font", re.compile(r"(?:\s*[a-z-]+)?\s+bold\b|\s*bold\b"), "strong"),
    ("font-style", re.compile(r"\s*(?:italic|oblique)"), "emphasis"),
    ("text-decoration", re.compile(r".*\bunderline"), "underline"),
    ("text-decoration", re.compile(r".*\bline-through"), "strikeout"),
    ("text-decoration-line", re.compile(r".*\bunderline"), "underline"),
    ("text-decoration-line", re.compile(r".*\bline-through"), "strikeout"),
    ("font-variant", re.compile(r".*\bsmall-caps"), "small-caps"),
    ("font-variant-caps", re.compile(r".*\bsmall-caps"), "small-caps"),
)
"""CSS properties, the values that count, and the marks they stand for."""
_STYLES_OFF: Final[tuple[tuple[str, re.Pattern[str], MarkKind], ...]] = (
    ("font-weight", re.compile(r"\s*(?:normal|lighter|[1-5]00)"), "strong"),
    ("font-style", re.compile(r"\s*normal"), "emphasis"),
)
_LONGEST_STYLE: Final = 2000
_LONGEST_VALUE: Final = 100
_SMALL_CAPS_CLASSES: Final = frozenset({"small-caps", "smallcaps", "sc"})


def marks_with(element: Element, marks: tuple[Mark, ...], lang: str) -> tuple[Mark, ...]:
    """Return *marks* as they are inside *element*, where *lang* is the language around it."""
    kind = _KIND_OF.get(element.tag)
    if kind:
        marks = _with(marks, Mark(kind))
    elif element.tag == "a":
        marks = _with_link(element, marks)
    if element.attributes:
        marks = _with_attributes(element, marks, lang)
    return marks


def style_marks(style: str, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Return *marks* as the CSS declarations in *style* change them."""
    for declaration in style[:_LONGEST_STYLE].lower().split(";"):
        name, _, value = declaration.partition(":")
        name, value = name.strip(), value[:_LONGEST_VALUE]
        for known, pattern, kind in _STYLES:
            if known == name and pattern.match(value):
                marks = _with(marks, Mark(kind))
        for known, pattern, kind in _STYLES_OFF:
            if known == name and pattern.match(value):
                marks = tuple(mark for mark in marks if mark.kind != kind)
    return marks


def is_safe_address(address: str) -> bool:
    """Is *address* relative, a fragment, or of a scheme that runs nothing?"""
    if address.startswith(_PLAINLY_SAFE):
        return True
    scheme = _SCHEME.match(_IGNORED_IN_ADDRESS.sub("", address))
    return scheme is None or scheme.group(1).lower() in _SAFE_SCHEMES


def unsafe_links(links: Iterable[Element]) -> Iterator[Problem]:
    """Yield a problem for each of *links*, whose addresses are active."""
    for element in links:
        message = f"the link to {element.get('href')[:80]!r} is left out"
        yield Problem(Code.UNSAFE_LINK, message, text=element.text[:80])


def _with(marks: tuple[Mark, ...], mark: Mark) -> tuple[Mark, ...]:
    return marks if mark in marks else (*marks, mark)


def _with_link(element: Element, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    address = element.get("href").strip()
    if not address or not is_safe_address(address):
        return marks
    outside = tuple(mark for mark in marks if mark.kind != "link")
    return (*outside, Mark("link", address, element.get("title")))


def _with_attributes(element: Element, marks: tuple[Mark, ...], lang: str) -> tuple[Mark, ...]:
    if style := element.get("style"):
        marks = style_marks(style, marks)
    inner_lang = element.get("lang") or element.get("xml:lang")
    if inner_lang and inner_lang != lang:
        marks = _with(marks, Mark("lang", inner_lang))
    if _SMALL_CAPS_CLASSES.intersection(element.classes):
        marks = _with(marks, Mark("small-caps"))
    return marks
