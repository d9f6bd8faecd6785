"""How far long work is: a bar at a terminal, and elsewhere a line from time to time."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TypeVar

Item = TypeVar("Item")
EVERY = 10.0
"""Seconds between lines where there is no terminal."""


def report(items: Iterable[Item], total: int | None, every: float = EVERY) -> Iterator[Item]:
    """Hand on *items* and say on standard error how many are done, of *total* if that is known."""
    with _bar(total) if sys.stderr.isatty() else _lines(total, every) as tell:
        for done, item in enumerate(items, 1):
            yield item
            tell(done)


@contextmanager
def _bar(total: int | None) -> Iterator[Callable[[int], object]]:
    from rich.console import Console  # noqa: PLC0415 - for terminals only
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TimeRemainingColumn,
    )

    columns = ("Reading", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=total)
        yield lambda done: bar.update(task, completed=done)


@contextmanager
def _lines(total: int | None, every: float) -> Iterator[Callable[[int], object]]:
    told = monotonic()
    of = "" if total is None else f" of {total:,}"

    def tell(done: int) -> None:
        nonlocal told
        if monotonic() - told >= every:
            told = monotonic()
            print(f"vivavoce: {done:,}{of} documents are done.", file=sys.stderr, flush=True)

    yield tell
