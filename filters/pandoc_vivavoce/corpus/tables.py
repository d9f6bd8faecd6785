"""Writers of the table: JSON Lines with the standard library, Parquet through pyarrow.

Rows are packed where they are read, a document at a time; a writer takes what was packed and holds
no more than one group of rows.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, BinaryIO, Final, NamedTuple

from pandoc_vivavoce.corpus.extras import need
from pandoc_vivavoce.corpus.rows import Pack, Row
from pandoc_vivavoce.errors import CallError

Write = Callable[[Any], object]
"""Takes the packed rows of one document."""
_JSON: Final = json.JSONEncoder(ensure_ascii=False)
_GROUP = 20_000
"""Rows in a row group of Parquet."""
_NUMBERS = {"order": "int32", "start": "float64", "end": "float64"}
"""Columns that are no text."""
_ALWAYS = frozenset({"document", "order", "participant", "text"})
"""Columns that are never empty."""


def json_lines(rows: tuple[Row, ...]) -> bytes:
    """Return *rows* as one JSON object a line, in UTF-8."""
    lines = "".join([f"{_JSON.encode(row._asdict())}\n" for row in rows])
    return lines.encode("utf-8", "surrogatepass")


@contextmanager
def to_file(file: BinaryIO) -> Iterator[Write]:
    """Give a function that writes bytes to *file*."""
    yield file.write


@contextmanager
def to_parquet(file: BinaryIO) -> Iterator[Write]:
    """Give a function that writes rows to *file* as Parquet, compressed with Zstandard."""
    pyarrow, parquet_files = need("pyarrow", ".parquet"), need("pyarrow.parquet", ".parquet")
    schema = _schema(pyarrow)
    waiting: list[Row] = []

    def flush() -> None:
        columns = zip(*waiting, strict=True) if waiting else ([] for _ in Row._fields)
        arrays = [
            pyarrow.array(list(column), field.type)
            for column, field in zip(columns, schema, strict=True)
        ]
        writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))
        waiting.clear()

    def write(rows: tuple[Row, ...]) -> None:
        waiting.extend(rows)
        if len(waiting) >= _GROUP:
            flush()

    with parquet_files.ParquetWriter(file, schema, compression="zstd") as writer:
        yield write
        if waiting:
            flush()


class Table(NamedTuple):
    """One format of a table."""

    pack: Pack
    """Makes of a document's rows what the writer takes."""
    write_to: Callable[[BinaryIO], AbstractContextManager[Write]]
    """Opens the writer of a file."""


TABLES: Final = {
    "jsonl": Table(json_lines, to_file),
    "parquet": Table(tuple, to_parquet),
}
"""Every format of a table, by the name that is also its suffix."""


def table_format(output: str, form: str) -> str:
    """Return the format named by *form*, or else by the suffix of *output*; CallError for none."""
    name = form or output.rpartition(".")[2]
    if name.lower() in TABLES:
        return name.lower()
    known = " and ".join(f".{known}" for known in TABLES)
    raise CallError(
        form or output or "--to",
        f"a table is written as {known}",
        "Add: -o turns.parquet, or: --to jsonl",
    )


def _schema(pyarrow: Any) -> Any:
    return pyarrow.schema(
        pyarrow.field(name, getattr(pyarrow, _NUMBERS.get(name, "string"))(), name not in _ALWAYS)
        for name in Row._fields
    )
