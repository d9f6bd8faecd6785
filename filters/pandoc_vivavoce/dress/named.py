"""Named styles, as office formats have them for paragraphs, and what does not follow them."""

from __future__ import annotations

from typing import Final, NamedTuple
from unicodedata import combining, east_asian_width

from pandoc_vivavoce.ast import Attr, Blocks, Element, attr, block_quote, bullet_list, div
from pandoc_vivavoce.dress.families import Family

_STAGE_DIRECTION: Final = attr("", ["stage-direction"])
_STYLE_OF_ASIDE: Final = {"stage-direction": "Stage Direction", "note": "Interview Note"}
_MARGIN: Final = 9.2
"""The width of the margin of labels (`pandoc_vivavoce.reference`), 4 cm, in em."""
_FULL: Final = 1.0
_NARROW: Final = 0.58
"""Widths of characters in em, the narrow ones on an average of bold faces."""


class _Column(NamedTuple):
    """Where a layout puts what is said."""

    quotation: str
    """The style of quotations in it."""
    levels: int
    """So many levels down lists and tables have its indent."""
    room: float
    """How wide it is, as a part of the page's width."""


_COLUMNS: Final = {
    "side": _Column("Interview Quotation Side", 3, 0.75),
    "script": _Column("Interview Quotation Dialogue", 2, 0.7),
}


def with_style(blocks: Blocks, style: str, attributes: Attr) -> Element:
    """Return a Div of the paragraphs in *blocks* with the named *style*."""
    identifier, classes, pairs = attributes
    return div(blocks, [identifier, classes, [*pairs, ["custom-style", style]]])


def dressed_aside(element: Element, family: Family) -> Element:
    """Return a stage direction or note between turns with its named style, where there are such."""
    if not family.has_styles or element["t"] != "Div":
        return element
    attributes, blocks = element["c"]
    style = next((_STYLE_OF_ASIDE[name] for name in attributes[1] if name in _STYLE_OF_ASIDE), "")
    return with_style(blocks, style, attributes) if style else element


def unwrapped_aside(element: Element) -> Blocks:
    """Return the blocks of a stage direction; in these writers its Div would be a box or a tag."""
    is_ours = element["t"] == "Div" and element["c"][0] == _STAGE_DIRECTION
    return list(element["c"][1]) if is_ours else [element]


def in_column(block: Element, layout: str, family: Family) -> Element:
    """Return *block* so that it stands in the column of what is said, whose style it is given.

    Where the writer gives a block another style, that of the column cannot move it; a *layout*
    without a column, or a writer that has no way, leaves it as it is.
    """
    column = _COLUMNS.get(layout)
    if column is None or not family.tab:
        return block
    if block["t"] == "BlockQuote":
        return block_quote([with_style(block["c"], column.quotation, attr())])
    if family.indents_by_level and block["t"] in {"BulletList", "OrderedList"}:
        return _deeper(block, column.levels)
    if family.indents_by_level and block["t"] == "Table" and not block["c"][1][1]:
        return _deeper(_narrowed(block, column.room), column.levels)
    return block


def _deeper(block: Element, levels: int) -> Element:
    """Return *block* further in: lists and tables have the indent of their level.

    Of a level that holds only the next one, and that not directly, pandoc 3.9 writes nothing
    in DOCX. A caption would lose its style there.
    """
    for _ in range(levels):
        block = bullet_list([[div([block])]])
    return block


def _narrowed(table: Element, room: float) -> Element:
    """Return *table* no wider than *room*, where its columns have widths, parts of the page's."""
    attributes, caption, columns, *rows = table["c"]
    total = sum(width.get("c", 0) for _, width in columns)
    if total <= room:
        return table
    narrowed = [
        [side, {**width, "c": width["c"] * room / total} if "c" in width else width]
        for side, width in columns
    ]
    return {**table, "c": [attributes, caption, narrowed, *rows]}


def fits_beside(label: str) -> bool:
    """Tell whether *label* is likely to fit into the margin of labels, in bold of 12 points."""
    return sum(map(_width, label)) <= _MARGIN


def _width(character: str) -> float:
    if combining(character):
        return 0
    return _FULL if east_asian_width(character) in {"W", "F"} else _NARROW
