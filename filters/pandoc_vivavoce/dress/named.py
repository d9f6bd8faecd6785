"""Named styles, as office formats have them for paragraphs, and what does not follow them."""

from __future__ import annotations

from typing import Final

from pandoc_vivavoce.ast import Attr, Blocks, Element, bullet_list, div
from pandoc_vivavoce.dress.families import Family

_STYLE_OF_ASIDE: Final = {"stage-direction": "Stage Direction", "note": "Interview Note"}


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


def in_column(block: Element, levels: int) -> Element:
    """Return *block* so that it stands in the column beside the labels, whose style it is given.

    A list has the indent of its level, whatever style its paragraphs have: it goes *levels* further
    in. Of a level that holds only the next one, and that not directly, pandoc 3.9 writes nothing
    in DOCX.
    """
    if block["t"] in {"BulletList", "OrderedList"}:
        for _ in range(levels):
            block = bullet_list([[div([block])]])
    return block
