"""What an element means for the blocks directly inside it: kind, containers, cues, language."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from vivavoce.model import Container
from vivavoce.page.html_names import CAPTION_CLASSES, HEADING_NAMES
from vivavoce.page.soup import Element
from vivavoce.page.tables import is_layout_table
from vivavoce.timestamps import seconds_of

_SPEAKER_ATTRIBUTES: Final = ("data-speaker", "data-speaker-name", "data-name")
_TIME_ATTRIBUTES: Final = ("data-start", "data-time", "data-timestamp")
_LIST_NAMES: Final = frozenset({"ul", "ol", "menu", "dir"})
_CONTAINER_OF: Final = {
    "li": "item",
    "blockquote": "quote",
    "dl": "definition-list",
    "dt": "term",
    "dd": "definition",
    "figure": "figure",
    "details": "details",
}
_TABLE_PARTS: Final = {"table": "table", "tr": "row", "td": "cell", "th": "header-cell"}
_PREFORMATTED: Final = frozenset({"pre", "listing", "xmp", "plaintext"})
_CODE_CLASS: Final = re.compile(r"code|highlight|syntax|lang|prettyprint|brush", re.IGNORECASE)
_MOST_CLASSES: Final = 40
_PROSE_WORDS: Final = 30
_PROSE_LETTERS: Final = 0.72


class Frame(NamedTuple):
    """What holds for the blocks directly inside one element."""

    tag: str = "html"
    """The element's name."""
    kind: str = "paragraph"
    """The kind of a block of text here: paragraph, heading, or caption."""
    level: int = 0
    """A heading's level."""
    path: tuple[Container, ...] = ()
    """The containers around."""
    classes: tuple[str, ...] = ()
    """The class names of the element and those around it, outermost first."""
    speaker: str = ""
    """The speaker that the nearest attribute names."""
    start: float | None = None
    """The time that the nearest attribute names, in seconds."""
    lang: str = ""
    """The nearest language stated below the page itself."""
    is_data_table: bool = False
    """The nearest table holds data."""
    keeps_lines: bool = False
    """The line breaks of the source mean something here."""


def inner_frame(element: Element, around: Frame, key: int) -> Frame:
    """Return the frame inside *element*, which stands in the frame *around*.

    *key* is for the container that the element may be; none may be used twice.
    """
    tag = element.tag
    is_data = not is_layout_table(element) if tag == "table" else around.is_data_table
    container = _container_of(element, is_data, key)
    path = (*around.path, container) if container else around.path
    kind, level = _leaf_of(element, around)
    keeps_lines = around.keeps_lines or tag in _PREFORMATTED
    if not element.attributes:
        classes, speaker, start, lang = around.classes, around.speaker, around.start, around.lang
    else:
        classes = (*around.classes, *element.classes)[:_MOST_CLASSES]
        speaker = speaker_of(element) or around.speaker
        start = time_of(element) if time_of(element) is not None else around.start
        lang = _lang_of(element) or around.lang
    return Frame(tag, kind, level, path, classes, speaker, start, lang, is_data, keeps_lines)


def speaker_of(element: Element) -> str:
    """Return the speaker that an attribute of *element* names, or nothing."""
    if element.tag in ("img", "input", "meta"):
        return ""
    return _first(element, _SPEAKER_ATTRIBUTES)


def time_of(element: Element) -> float | None:
    """Return the time in seconds that an attribute of *element* names, or None."""
    written = _first(element, _TIME_ATTRIBUTES)
    return seconds_of(written) if written else None


def is_code(element: Element) -> bool:
    """Is *element* preformatted code? Whole interviews stand in ``pre`` too: those are prose.

    Prose has 30 words at least and almost nothing but letters and spaces, no element for code
    inside and no class that speaks of code.
    """
    if element.tag not in _PREFORMATTED:
        return False
    if _CODE_CLASS.search(element.get("class")) or element.find("code", "samp", "kbd"):
        return True
    text = element.text
    words = text.split()
    size = sum(len(word) for word in words)
    letters = sum(1 for char in text if char.isalpha())
    is_prose = (len(words) >= _PROSE_WORDS or size > 3 * _PROSE_WORDS) and letters > (
        size * _PROSE_LETTERS
    )
    return not is_prose


def _container_of(element: Element, is_data: bool, key: int) -> Container | None:
    tag = element.tag
    if tag in _LIST_NAMES:
        if not any(isinstance(item, Element) and item.tag == "li" for item in element.children):
            return None
        start = _number(element.get("start"), 1)
        return Container("list", key, tag == "ol", start, tuple(element.classes))
    kind = _CONTAINER_OF.get(tag) or (_TABLE_PARTS.get(tag) if is_data else None)
    return Container(kind, key, classes=tuple(element.classes)) if kind else None


def _leaf_of(element: Element, around: Frame) -> tuple[str, int]:
    """Return kind and level of the blocks directly inside *element*."""
    tag = element.tag
    if tag in HEADING_NAMES:
        return "heading", int(tag[1])
    if tag in ("figcaption", "caption"):
        return "caption", 0
    if element.attributes:
        if element.get("role") == "heading":
            return "heading", min(6, max(1, _number(element.get("aria-level"), 2)))
        if CAPTION_CLASSES.intersection(element.classes):
            return "caption", 0
    if around.kind in ("heading", "caption"):
        return around.kind, around.level
    return "paragraph", 0


def _first(element: Element, names: tuple[str, ...]) -> str:
    for name in names:
        value = element.attributes.get(name)
        if value and value.strip():
            return value.strip()
    return ""


def _lang_of(element: Element) -> str:
    """Return the language stated on *element*; that of the whole page is not a block's."""
    if element.tag in ("html", "body"):
        return ""
    return element.get("lang") or element.get("xml:lang")


def _number(text: str, default: int) -> int:
    text = text.strip()
    return int(text) if text.lstrip("-").isdecimal() and len(text) < 9 else default
