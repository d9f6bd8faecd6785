"""Doing work again whenever one of its files changes, until the user ends it.

Files are looked at twice a second: their time, size and presence. That works on every system and on
shared and synchronised folders, where notices of change do not arrive, and costs a call a file.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from pandoc_vivavoce.books.plan.book_file import is_book_file
from pandoc_vivavoce.command.inputs import STDIN
from pandoc_vivavoce.errors import CallError
from vivavoce.recognition.sidecar import SUFFIX

INTERVAL = 0.5
"""Seconds between two looks."""
Seen = Mapping[str, tuple[int, int]]
"""Each file with the time of its last change in nanoseconds, and its size in bytes."""


def watch(
    watched: Sequence[Path],
    work: Callable[[], None],
    *,
    ignored: Path | None = None,
    wait: Callable[[float], None] = time.sleep,
) -> None:
    """Do *work* once, and again after every change of the files *watched* or in such folders.

    Changes of *ignored*, where the work writes, do not count. It ends when the user interrupts it
    (KeyboardInterrupt). Whether the work went well is for *work* to tell. A change during the work
    leads to doing it again.
    """
    try:
        seen = look(watched, ignored)
        work()
        while True:
            wait(INTERVAL)
            now = look(watched, ignored)
            if now != seen:
                seen = now
                work()
    except KeyboardInterrupt:
        return


def look(watched: Iterable[Path], ignored: Path | None = None) -> Seen:
    """Return what can be seen of the files *watched*, and of those in folders among them."""
    away = ignored.absolute() if ignored else None
    found: dict[str, tuple[int, int]] = {}
    for path in _files(watched):
        if away is not None and away in {path.absolute(), path.absolute().parent}:
            continue
        with suppress(OSError):  # it is gone for a moment, as while an editor saves it
            state = path.stat()
            found[str(path)] = (state.st_mtime_ns, state.st_size)
    return found


def _files(watched: Iterable[Path]) -> Iterator[Path]:
    """Yield files and those in folders; hidden ones are half-written by somebody."""
    for path in watched:
        if path.is_dir():
            yield from (item for item in path.iterdir() if item.name[:1] != "." and item.is_file())
        else:
            yield path


def files_to_watch(
    inputs: Sequence[str], output: str, values: Mapping[str, Any]
) -> tuple[Path, ...]:
    """Return what a call names as inputs, what lies beside them, and what its options name.

    Raises CallError where input or output is a stream, which never changes and cannot be replaced.
    """
    if STDIN in inputs or output in {"", STDIN}:
        raise CallError("--watch", "input and output must be files", "Add: -o NAME.epub")
    paths = [Path(name) for name in inputs]
    beside = [
        path.parent if is_book_file(path) else path.with_name(path.stem + SUFFIX)
        for path in paths
        if not path.is_dir()
    ]
    named = [values["people"], values["cover"], values["reference_doc"], *values["css"]]
    return (*paths, *beside, *(Path(name) for name in named if name))
