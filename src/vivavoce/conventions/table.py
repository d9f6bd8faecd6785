"""A table whose rows are a speaker's cell and a cell of speech."""

from __future__ import annotations

from typing import Final

from vivavoce.conventions._cues import propose, whole_cue
from vivavoce.model import Block, Container, Proposal
from vivavoce.recognition.document import Document
from vivavoce.recognition.label import COLONS
from vivavoce.recognition.names import likeness

_LONGEST: Final = 40
_CELLS: Final = frozenset({"cell", "header-cell"})


def table(document: Document) -> Proposal | None:
    """Propose a turn for every row whose first cell is a name and whose second is speech."""
    first = first_cells(document.blocks)
    cues = [
        whole_cue(line, name)
        for line in document.lines
        if line.block in first
        and (name := line.text.rstrip(COLONS + " "))
        and len(name) <= _LONGEST
        and likeness(name) >= 0.6
    ]
    return propose("table", cues)


def first_cells(blocks: tuple[Block, ...]) -> set[int]:
    """Return the blocks that fill the first of exactly two cells of a row.

    A cell without a letter, such as a time or a number, is not counted.
    """
    cells: dict[int, dict[int, list[int]]] = {}
    for index, block in enumerate(blocks):
        row, cell = _place(block.path) if block.path else (None, None)
        if row is not None and cell is not None and any(map(str.isalpha, block.text)):
            cells.setdefault(row.key, {}).setdefault(cell.key, []).append(index)
    return {
        next(iter(row.values()))[0]
        for row in cells.values()
        if len(row) == 2 and len(next(iter(row.values()))) == 1
    }


def _place(path: tuple[Container, ...]) -> tuple[Container | None, Container | None]:
    row = next((item for item in reversed(path) if item.kind == "row"), None)
    cell = next((item for item in reversed(path) if item.kind in _CELLS), None)
    return row, cell
