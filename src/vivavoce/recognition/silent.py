"""What nobody says although it stands in a turn: told by its kind, its words or its place."""

from __future__ import annotations

from typing import Final

from vivavoce.model import Block, PartKind
from vivavoce.patterns import lazy_pattern
from vivavoce.recognition.asides import (
    aside_kind,
    is_emphatic,
    is_in,
    is_link_item,
    is_quoted,
    is_title,
    row_of,
    stands_apart,
)
from vivavoce.recognition.document import Document
from vivavoce.recognition.pullquotes import is_called_pull_quote, is_pull_quote
from vivavoce.recognition.talk import Talk

_SILENT: Final[dict[str, PartKind]] = {
    "heading": "heading",
    "caption": "caption",
    "figure": "prose",
    "rule": "prose",
}
_SHORT: Final = 6
_CAPTION: Final = 80
_TIME: Final = lazy_pattern(r"(?:\d{1,3}:)+\d{2}(?:[.,]\d+)?")
"""A time in a cell of its own, beside a speaker's."""
_CLOCK: Final = lazy_pattern(r"\d{1,2}[:.]\d{2}(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4})?")
"""The time of day in a paragraph of its own, as minutes of a briefing print it."""
_SECTION: Final = lazy_pattern(
    "[（(]?(?:[一二三四五六七八九十]{1,3}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+|[IVX]{2,5})[)）.．、]?"
)
"""The number of a section in a paragraph of its own."""
_MADE_BY: Final = lazy_pattern(
    r"(?:供图|供圖|[摄攝]影?|撮影|写真提供|사진(?: ?제공)?)[)）。.]?$|"
    r"(?i:\b(?:photo|foto|picture|bild|image)s?(?: credit)?\s?(?::|：|©|by\b))"
)
_NUMBER: Final = lazy_pattern(r"#?\d{1,4}[.)]?")
_LIFE: Final = lazy_pattern(
    r"\s*[,，、（(:：].{0,60}(?:\d{4}|毕业|畢業|现为|現為|\bborn\b|geboren|[人士家师授][，。])"
)


def silent_kind(document: Document, talk: Talk, index: int) -> PartKind | None:
    """Return what block *index* is if nobody says it."""
    block = document.blocks[index]
    if block.kind in _SILENT:
        return _SILENT[block.kind]
    if block.kind == "paragraph":
        if not any(map(str.isalnum, block.text)):
            return "prose"
        if len(block.text) <= _SHORT and _SECTION.fullmatch(block.text):
            return "heading"
        if block.text[0].isdigit() and _CLOCK.fullmatch(block.text):
            return "prose"
    if block.path and is_in(block, "cell") and _is_beside_talk(document, index):
        return "prose"
    return aside_kind(block) or _placed_kind(document, talk, index)


def _is_beside_talk(document: Document, index: int) -> bool:
    """A cell that holds a time, or opens its row with a number."""
    text = document.blocks[index].text
    if _TIME.fullmatch(text):
        return True
    return _NUMBER.fullmatch(text) is not None and row_of(document.blocks[index]) != (
        row_of(document.blocks[index - 1]) if index else None
    )


def _placed_kind(document: Document, talk: Talk, index: int) -> PartKind | None:
    """Return what block *index* is if its place, or the page's habits, make it an aside."""
    block = document.blocks[index]
    italic = is_emphatic(block, "emphasis")
    if _follows_figure(document, index) and (
        italic or is_quoted(block) or _is_portrait(talk, block) or _credits_picture(block)
    ):
        return "caption"
    if is_link_item(block) or (italic and not talk.uses_italics):
        return "note"
    if _is_pull_quote(document, index):
        return "pull-quote"
    return "heading" if is_title(block) and index + 1 in talk.opened else None


def _is_pull_quote(document: Document, index: int) -> bool:
    block = document.blocks[index]
    if is_quoted(block) and is_in(block, "quote"):
        return True
    longer = 1.0 if is_quoted(block) else 1.2
    is_apart = is_called_pull_quote(block) or stands_apart(document.blocks, index)
    return is_apart and is_pull_quote(document.blocks, index, longer=longer)


def _credits_picture(block: Block) -> bool:
    """A short paragraph under a picture that ends with who made or lent it."""
    return len(block.text) <= _CAPTION and _MADE_BY.search(block.text) is not None


def _is_portrait(talk: Talk, block: Block) -> bool:
    """A speaker's name and a life in one paragraph under a picture."""
    name = next((name for name in talk.labels if block.text.startswith(name)), None)
    return name is not None and _LIFE.match(block.text, len(name)) is not None


def _follows_figure(document: Document, index: int) -> bool:
    return index > 0 and document.blocks[index - 1].kind == "figure"
