"""Tells tables that hold data from tables that only lay out a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vivavoce.page.html_names import HEADING_NAMES
from vivavoce.page.soup import Element

_BLOCKS_IN_CELL: Final = HEADING_NAMES | {"p", "div", "ul", "ol", "dl", "blockquote", "hr", "pre"}
_MANY_BLOCKS: Final = 3
_ROWS_OF_DATA: Final = 3


@dataclass(slots=True)
class _Shape:
    """What was counted in one table, tables inside it aside."""

    rows: int = 0
    cells_in_row: int = 0
    widest: int = 0
    blocks_in_cell: int = 0
    most_blocks: int = 0
    has_headers: bool = False
    has_table: bool = False

    def count(self, tag: str) -> None:
        if tag == "tr":
            self.rows += 1
            self.cells_in_row = 0
        elif tag in ("td", "th"):
            self.cells_in_row += 1
            self.widest = max(self.widest, self.cells_in_row)
            self.blocks_in_cell = 0
            self.has_headers = self.has_headers or tag == "th"
        elif tag == "table":
            self.has_table = True
        elif tag in _BLOCKS_IN_CELL:
            self.blocks_in_cell += 1
            self.most_blocks = max(self.most_blocks, self.blocks_in_cell)


def is_layout_table(table: Element) -> bool:
    """Does *table* only place things on the page?

    It does if it holds a table, if no row has two cells, if it says so itself
    (``role="presentation"``), or if, with no header cell and fewer than three rows, some cell
    holds three or more paragraphs and the like. Two columns, speaker and speech, are data.
    """
    if table.get("role") in ("presentation", "none"):
        return True
    shape = _shape_of(table)
    if shape.has_table or shape.widest < 2:
        return True
    few_rows = shape.rows < _ROWS_OF_DATA
    return few_rows and not shape.has_headers and shape.most_blocks >= _MANY_BLOCKS


def _shape_of(table: Element) -> _Shape:
    shape = _Shape()
    stack: list[Element | str] = list(reversed(table.children))
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            continue
        shape.count(node.tag)
        if node.tag != "table":
            stack.extend(reversed(node.children))
    return shape
