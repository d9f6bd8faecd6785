"""What the pages of an e-book need, to which pandoc hands on little of the document's metadata.

Nothing that is included in a head reaches them, and no direction: so style sheets are named as
files, which pandoc packs, and the direction is written on what the pages hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Final

from pandoc_vivavoce.ast import Attr, Blocks, Element, attr, div, header
from pandoc_vivavoce.dress.heads import files_of

_BOOK_SHEET: Final = f"{__file__.rpartition('dress')[0]}styles/epub.css"
_KEYS: Final = ("stylesheet", "css")
"""Two names for the style sheets of an e-book; pandoc reads the first that is there."""
_WITH_DIRECTION: Final = frozenset({"Header", "Div"})


def with_sheets(meta: Mapping[str, Element], layouts: Iterable[str]) -> dict[str, Element]:
    """Return *meta* with the style sheets for *layouts* before those the author names."""
    key = next((name for name in _KEYS if name in meta), _KEYS[-1])
    given = meta.get(key, {"t": "MetaList", "c": []})
    items = given["c"] if given["t"] == "MetaList" else [given]
    ours = [{"t": "MetaString", "c": path} for path in (_BOOK_SHEET, *files_of("html", layouts))]
    return {**meta, key: {"t": "MetaList", "c": [*ours, *items]}}


def right_to_left(document: Element, *, has_pages: bool) -> Element:
    """Return *document* with its lines from right to left, and its pages where it *has_pages*."""
    keys = ("dir", "page-progression-direction") if has_pages else ("dir",)
    meta = {**{key: {"t": "MetaString", "c": "rtl"} for key in keys}, **document["meta"]}
    if not has_pages:
        return {**document, "meta": meta}
    blocks: Blocks = []
    for can_say, group in groupby(document["blocks"], lambda item: item["t"] in _WITH_DIRECTION):
        here = list(group)
        blocks += map(_directed, here) if can_say else [div(here, _with_direction(attr()))]
    return {**document, "meta": meta, "blocks": blocks}


def _directed(element: Element) -> Element:
    if element["t"] == "Div":
        return div(element["c"][1], _with_direction(element["c"][0]))
    level, attributes, inlines = element["c"]
    return header(level, inlines, _with_direction(attributes))


def _with_direction(attributes: Attr) -> Attr:
    identifier, classes, pairs = attributes
    own = [] if any(name == "dir" for name, _ in pairs) else [["dir", "rtl"]]
    return [identifier, classes, [*pairs, *own]]
