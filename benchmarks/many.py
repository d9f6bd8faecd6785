"""The suite of many files: ``vivavoce corpus`` by one process, by two, and on a Dask cluster."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from distributed import LocalCluster

from benchmarks.generate import make_page
from benchmarks.measure import Result
from benchmarks.memory import peak_of_family
from benchmarks.table import Effort, Table, measured, process, scratch

PROGRAM = str(Path(sys.executable).with_name("vivavoce"))
WORKERS = 2
TURNS = 16


def gathering(effort: Effort) -> Iterator[Table]:
    """A folder of interviews into one table of turns.

    A cluster that waits for work takes a seventh of a processor all the time, so what is done
    without one is measured before it is there.
    """
    few, many = effort.files
    with scratch() as folder:
        talks = _folder(folder / "few", few)
        alone = _cases(talks, {"2 processes": ["--jobs", "2"], "1 process": ["--jobs", "1"]})
        yield measured(f"corpus of {few:,} files", alone, effort)
        with _cluster() as cluster:
            address = cluster.scheduler_address
            ways = {"2 processes": ["--jobs", "2"], "Dask, 2 workers": ["--scheduler", address]}
            beside = _cases(talks, ways)
            yield measured(f"the same beside a Dask cluster, {few:,} files", beside, effort)
    with scratch() as folder:
        rows = [_peak(_folder(folder / str(count), count), count) for count in (few, many)]
        yield Table("peak memory, corpus by 2 processes", tuple(rows), unit="MiB")


def _cases(talks: Path, ways: dict[str, list[str]]) -> dict[str, Callable[[], object]]:
    return {name: process([*_corpus(talks), *way]) for name, way in ways.items()}


def _cluster() -> LocalCluster:
    return LocalCluster(
        n_workers=WORKERS,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address=None,
        silence_logs=50,
    )


def _folder(folder: Path, count: int) -> Path:
    """Write *count* pages, Chinese and English by turns, into *folder*."""
    folder.mkdir()
    pages = [make_page(language, TURNS).html for language in ("zh", "en")]
    for number in range(count):
        (folder / f"talk{number:05}.html").write_text(pages[number % 2], "utf-8")
    return folder


def _corpus(talks: Path) -> list[str]:
    return [PROGRAM, "corpus", str(talks), "-o", str(talks.with_suffix(".jsonl"))]


def _peak(talks: Path, count: int) -> Result:
    return Result(f"{count:,} files", (peak_of_family([*_corpus(talks), "--jobs", "2"]),))
