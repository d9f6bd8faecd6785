"""Tables of a talk whose first row names the columns: nobody says the names, nor times and numbers.

Believed where every name is known, one stands for the speaker and one for the words, and people
speak in the rows below.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final, NamedTuple

from vivavoce.model import Block, Part, Reading
from vivavoce.problems import Code, Problem
from vivavoce.reading.fieldnames import Columns, columns_named

_PLACES: Final = {"table": "table", "row": "row", "cell": "cell", "header-cell": "cell"}
_FEW: Final = 2

Row = tuple[list[int], ...]
"""The blocks in each cell of a row."""


class _Table(NamedTuple):
    """A table in which people speak, under a row of names."""

    columns: Columns
    head: Row
    rows: tuple[Row, ...]


def hushed(blocks: tuple[Block, ...], parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return *parts* with columns' names, and the times and numbers in them, said by nobody."""
    silent: set[int] = set()
    for table in _tables(blocks, parts):
        silent.update(chain(*table.head, _beside(table)))
    if not silent:
        return parts
    return tuple(_silent(part) if part.block in silent else part for part in parts)


def without_column_heads(blocks: tuple[Block, ...], reading: Reading) -> Reading:
    """Leave the names of columns out of *reading*, with a problem for each."""
    heads = [block for table in _tables(blocks, reading.parts) for block in chain(*table.head)]
    if not heads:
        return reading
    left_out = set(heads)
    return reading._replace(
        parts=tuple(part for part in reading.parts if part.block not in left_out),
        problems=(*reading.problems, *(_left_out(index, blocks[index]) for index in heads)),
    )


def _tables(blocks: tuple[Block, ...], parts: tuple[Part, ...]) -> Iterator[_Table]:
    opened = {part.block for part in parts if part.opens and blocks[part.block].path}
    if len(opened) < _FEW:
        return
    for rows in _rows_of_tables(blocks):
        head = rows[0]
        columns = _columns(blocks, head)
        spoken = opened.intersection(chain(*chain(*rows[1:])))
        if columns is not None and opened.isdisjoint(chain(*head)) and len(spoken) >= _FEW:
            yield _Table(columns, head, tuple(row for row in rows[1:] if len(row) == len(head)))


def _columns(blocks: tuple[Block, ...], head: Row) -> Columns | None:
    """Return the columns that *head* names, if it names who speaks and knows every one."""
    if not all(len(cell) == 1 for cell in head):
        return None
    columns = columns_named([blocks[cell[0]].text for cell in head])
    return columns if columns and not columns.others and columns.speaker >= 0 else None


def _rows_of_tables(blocks: tuple[Block, ...]) -> Iterator[list[Row]]:
    """Yield the rows of each table."""
    tables: dict[int, dict[int, dict[int, list[int]]]] = {}
    for index, block in enumerate(blocks):
        place = {_PLACES[item.kind]: item.key for item in block.path if item.kind in _PLACES}
        if len(place) == len(set(_PLACES.values())):
            rows = tables.setdefault(place["table"], {})
            rows.setdefault(place["row"], {}).setdefault(place["cell"], []).append(index)
    for rows in tables.values():
        yield [tuple(row.values()) for row in rows.values()]


def _beside(table: _Table) -> Iterator[int]:
    """Yield the blocks in columns that hold neither speakers nor words."""
    said = (table.columns.speaker, table.columns.text)
    for row in table.rows:
        for place, cell in enumerate(row):
            if place not in said:
                yield from cell


def _silent(part: Part) -> Part:
    return Part(part.block, part.start, part.start, part.end)


def _left_out(index: int, block: Block) -> Problem:
    return Problem(Code.DROPPED_CHROME, "left out the name of a column", index, block.text)
