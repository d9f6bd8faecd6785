"""Tables as text, with commas, semicolons, tabs or bars: the first row names the columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Final

from vivavoce.problems import Code, InputError, Problem
from vivavoce.reading.fieldnames import Columns, columns_named
from vivavoce.reading.transcripts.segments import Segment
from vivavoce.timestamps import seconds_of

_SEPARATORS: Final = ("\t", ",", ";", "|")
_LONGEST_HEAD: Final = 400
_SHOWN: Final = 160


def read_separated(text: str) -> tuple[Segment, ...]:
    """Return the segments of a table, one a row; columns that are no part of speech are left out.

    Raises InputError if the first row does not name the columns, or if a quotation is not closed.
    """
    named = _named(text)
    if named is None:
        raise InputError(
            "the first row names no columns of a transcript; expected text with speaker or start"
        )
    separator, columns = named
    try:
        return tuple(_segments(text, separator, columns))
    except csv.Error as error:
        raise InputError(f"the table cannot be read: {error}") from error


def is_separated(text: str) -> bool:
    """Is *text* such a table: does its first line name who speaks, the words, nothing else?"""
    named = _named(text)
    return named is not None and not named[1].others and named[1].speaker >= 0


def columns_left_out(text: str) -> tuple[Problem, ...]:
    """Return a problem for each column of such a table that is no part of speech and not empty."""
    named = _named(text)
    if named is None or not named[1].others:
        return ()
    separator, columns = named
    heads, *rows = _rows(text, separator)
    found = ((place, " ".join(_cell(row, place) for row in rows)) for place in columns.others)
    return tuple(
        Problem(
            Code.DROPPED_CHROME, f"left out the column {_cell(heads, place)}", text=said[:_SHOWN]
        )
        for place, cells in found
        if (said := " ".join(cells.split()))
    )


def _named(text: str) -> tuple[str, Columns] | None:
    """Return the separator of the first line of *text*, and the columns it names."""
    start = text.lstrip("\ufeff \r\n")
    first = start[: start.find("\n")] if "\n" in start else start
    if len(first) > _LONGEST_HEAD:
        return None
    for separator in _SEPARATORS:
        if separator in first:
            heads = [head.strip(" \"'\r") for head in first.split(separator)]
            columns = columns_named(heads)
            if columns is not None:
                return separator, columns
    return None


def _segments(text: str, separator: str, columns: Columns) -> Iterator[Segment]:
    rows = _rows(text, separator)
    next(rows)
    for row in rows:
        words, speaker, start, end = (_cell(row, place) for place in columns[:4])
        yield Segment(((words, ()),), seconds_of(start), seconds_of(end), speaker)


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    lines = text.strip("\ufeff \r\n").split("\n")
    return csv.reader((line + "\n" for line in lines), delimiter=separator)


def _cell(row: list[str], place: int) -> str:
    return row[place].strip() if 0 <= place < len(row) else ""
