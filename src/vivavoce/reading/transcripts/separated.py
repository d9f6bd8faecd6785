"""Tables as text, with commas, semicolons, tabs or bars: the first row names the columns.

Programs write quotation marks as RFC 4180 has them, people as they come. Where the rule does not
hold, every line is a row and every mark a character, so that nothing said is lost.
"""

from __future__ import annotations

import csv
from typing import Final, NamedTuple

from vivavoce.problems import Code, InputError, Problem
from vivavoce.reading.fieldnames import Columns, columns_named
from vivavoce.reading.transcripts.segments import Segment
from vivavoce.timestamps import seconds_of

_SEPARATORS: Final = ("\t", ",", ";", "|")
_LONGEST_HEAD: Final = 400
_SHOWN: Final = 160

Row = list[str]


class Table(NamedTuple):
    """A transcript in a table."""

    columns: Columns
    heads: Row
    rows: tuple[Row, ...]
    """Each with at most as many cells as there are heads."""

    @property
    def segments(self) -> tuple[Segment, ...]:
        """What is said, a segment for each row."""
        return tuple(_segment(row, self.columns) for row in self.rows)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """A problem for each column that is no part of speech and not empty."""
        said = ((place, _column(self.rows, place)) for place in self.columns.others)
        return tuple(
            Problem(Code.DROPPED_CHROME, f"left out the column {self.heads[place]}", text=text)
            for place, text in said
            if text
        )


def read_separated(text: str) -> Table:
    """Return the table that *text* is.

    Raises InputError if the first row does not name the columns, and if a row does not fit them.
    """
    separator = _separator(text)
    heads, *rows = _rows(text, separator) if separator else [[]]
    heads = [head.strip() for head in _without_end(heads)]
    columns = columns_named(heads)
    if columns is None:
        raise InputError(
            "the first row names no columns of a transcript; expected text with speaker or start"
        )
    fitted = (_fitted(row, len(heads), columns, separator) for row in rows)
    return Table(columns, heads, tuple(fitted))


def is_separated(text: str) -> bool:
    """Is *text* such a table: does its first line name who speaks, the words, nothing else?"""
    try:
        columns = read_separated(text).columns if _separator(text) else None
    except InputError:
        return False
    return columns is not None and not columns.others and columns.speaker >= 0


def _separator(text: str) -> str:
    """Return what parts the columns that the first line of *text* names; empty if it names none."""
    first = text.lstrip("\ufeff \r\n")[: _LONGEST_HEAD + 1].partition("\n")[0]
    if len(first) > _LONGEST_HEAD:
        return ""
    found = (sign for sign in _SEPARATORS if sign in first)
    return next((sign for sign in found if columns_named(first.split(sign))), "")


def _rows(text: str, separator: str) -> list[Row]:
    lines = [line + "\n" for line in text.strip("\ufeff \r\n").split("\n")]
    try:
        return list(csv.reader(lines, delimiter=separator, strict=True))
    except csv.Error:
        pass  # a mark that is not closed, or closed within a cell
    try:
        return list(csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE))
    except csv.Error as error:
        raise InputError(f"the table cannot be read: {error}") from error


def _fitted(row: Row, count: int, columns: Columns, separator: str) -> Row:
    """Return *row* as *count* cells; where the last has the words, with the separators in them."""
    cells, last = _without_end(row), count - 1
    if len(cells) > count and columns.text == last:
        cells = [*cells[:last], separator.join(cells[last:])]
    if len(cells) > count:
        raise InputError(
            f"a row has more cells than the first row has names; put words that hold "
            f"{separator!r} in quotation marks: {separator.join(cells)[:_SHOWN]}"
        )
    return [cell.strip() for cell in cells]


def _without_end(row: Row) -> Row:
    """Return *row* without the empty cells at its end."""
    count = len(row)
    while count and not row[count - 1].strip():
        count -= 1
    return row[:count]


def _segment(row: Row, columns: Columns) -> Segment:
    words, speaker, start, end = (_cell(row, place) for place in columns[:4])
    return Segment(((words, ()),), seconds_of(start), seconds_of(end), speaker)


def _column(rows: tuple[Row, ...], place: int) -> str:
    """Return the beginning of what a column says."""
    return " ".join(" ".join(_cell(row, place) for row in rows).split())[:_SHOWN]


def _cell(row: Row, place: int) -> str:
    return row[place] if 0 <= place < len(row) else ""
