"""Paragraphs that people end with two line breaks, parted as the core parts them.

Pages are written so by hand and by editors on the web; `vivavoce.page.blocks` reads two breaks in
a row as the end of a paragraph, and the filter must see the same paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator

from pandoc_vivavoce.ast import Blocks, Element, Inlines
from pandoc_vivavoce.cutting import trim
from pandoc_vivavoce.tree import is_not_ours, lists_inside

_PARAGRAPHS = frozenset({"Para", "Plain"})


def part_paragraphs(blocks: Blocks) -> None:
    """Part the paragraphs of *blocks*, to any depth, at two line breaks in a row, in place."""
    lists = [blocks]
    while lists:
        here = lists.pop()
        if any(_has_break(block) for block in here):
            here[:] = [piece for block in here for piece in _pieces(block)]
        for block in here:
            if not is_not_ours(block):
                lists.extend(lists_inside(block))


def _has_break(block: Element) -> bool:
    return block["t"] in _PARAGRAPHS and any(item["t"] == "LineBreak" for item in block["c"])


def _pieces(block: Element) -> Iterator[Element]:
    if not _has_break(block):
        yield block
        return
    parted = [trim(inlines) for inlines in _parted(block["c"])]
    kept = [inlines for inlines in parted if inlines]
    for inlines in kept or [[]]:
        yield {"t": block["t"] if len(kept) < 2 else "Para", "c": inlines}


def _parted(inlines: Inlines) -> Iterator[Inlines]:
    """Yield the stretches between two or more breaks with nothing but white space between them."""
    stretch: Inlines = []
    for item in inlines:
        if item["t"] == "LineBreak" and _ends_with_break(stretch):
            yield stretch
            stretch = []
        else:
            stretch.append(item)
    yield stretch


def _ends_with_break(inlines: Inlines) -> bool:
    for item in reversed(inlines):
        if item["t"] not in {"Space", "SoftBreak"}:
            return bool(item["t"] == "LineBreak")
    return False
