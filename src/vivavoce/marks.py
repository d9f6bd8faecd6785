"""What an inline element, or a style written on any element, does to the text inside it.

Links to active addresses (``javascript:`` and its like) become plain text here; `unsafe_links`
names them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vivavoce.model import Mark, MarkKind
from vivavoce.problems import Code, Problem
from vivavoce.soup import Element

_KIND_OF: dict[str, MarkKind] = {
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
_SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_IGNORED_IN_ADDRESS = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]+")
_BOLD = re.compile(
    r"font-weight\s*:\s*(?:bold|[6-9]00)|\bfont\s*:\s*(?:\w+\s+)?bold", re.IGNORECASE
)
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(?:normal|lighter|[1-5]00)", re.IGNORECASE)
_NOT_ITALIC = re.compile(r"font-style\s*:\s*normal", re.IGNORECASE)
_STYLES: tuple[tuple[re.Pattern[str], MarkKind], ...] = (
    (_BOLD, "strong"),
    (re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE), "emphasis"),
    (re.compile(r"text-decoration(?:-line)?\s*:[^;]*underline", re.IGNORECASE), "underline"),
    (re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE), "strikeout"),
    (re.compile(r"font-variant(?:-caps)?\s*:[^;]*small-caps", re.IGNORECASE), "small-caps"),
)
_STYLES_OFF: tuple[tuple[re.Pattern[str], MarkKind], ...] = (
    (_NOT_BOLD, "strong"),
    (_NOT_ITALIC, "emphasis"),
)
_SMALL_CAPS_CLASSES = frozenset({"small-caps", "smallcaps", "sc"})


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
    for pattern, kind in _STYLES:
        if pattern.search(style):
            marks = _with(marks, Mark(kind))
    for pattern, kind in _STYLES_OFF:
        if pattern.search(style):
            marks = tuple(mark for mark in marks if mark.kind != kind)
    return marks


def is_safe_address(address: str) -> bool:
    """Is *address* relative, a fragment, or of a scheme that runs nothing?"""
    scheme = _SCHEME.match(_IGNORED_IN_ADDRESS.sub("", address))
    return scheme is None or scheme.group(1).lower() in _SAFE_SCHEMES


def unsafe_links(root: Element) -> Iterator[Problem]:
    """Yield a problem for every link below *root* whose address is active."""
    for element in root.walk():
        if element.tag == "a" and not is_safe_address(element.get("href")):
            address = element.get("href")[:80]
            yield Problem(
                Code.UNSAFE_LINK, f"the link to {address!r} is left out", text=element.text[:80]
            )


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
