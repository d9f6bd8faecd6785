"""The suite of books: many interviews into one EPUB, beside pandoc alone on the same pages."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.generate import make_page
from benchmarks.measure import Result
from benchmarks.memory import peak_of_family
from benchmarks.table import Effort, Table, measured, process, scratch
from pandoc_vivavoce.pandoc import find_pandoc

PROGRAM = str(Path(sys.executable).with_name("vivavoce"))
TURNS = 60
Way = Callable[[list[str]], list[str]]
"""Returns the command that makes an e-book of pages."""


def binding(effort: Effort) -> Iterator[Table]:
    """A hundred interviews into one EPUB; and by how much memory grows with each of them."""
    count = effort.pages // 2
    with scratch() as folder:
        pages = _pages(folder, count)
        cases = {name: process(way(pages)) for name, way in WAYS.items()}
        yield measured(f"EPUB of {count} interviews", cases, effort)
        rows = tuple(_growth(name, way, pages) for name, way in WAYS.items())
        yield Table(f"memory for each interview, EPUB of {count}", rows, unit="MiB")


def _growth(name: str, way: Way, pages: list[str]) -> Result:
    """Return how many MiB the peak rises with each page past the first quarter of *pages*."""
    some = len(pages) // 4
    rise = peak_of_family(way(pages)) - peak_of_family(way(pages[:some]))
    return Result(name, (rise / (len(pages) - some),))


def _pages(folder: Path, count: int) -> list[str]:
    """Write *count* pages, Chinese and English by turns, and return their paths."""
    texts = [make_page(language, TURNS).html for language in ("zh", "en")]
    paths = [folder / f"talk{number:04}.html" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(texts[number % 2], "utf-8")
    return [str(path) for path in paths]


def _by_pandoc(pages: list[str]) -> list[str]:
    """Return the command for what pandoc makes of *pages*: the same words, with contents."""
    out = str(Path(pages[0]).with_name("pandoc.epub"))
    options = ["--toc", "--split-level=1", "--metadata=title:Talks", "--metadata=lang:en"]
    return [str(find_pandoc()), "-f", "html", *options, *pages, "-o", out]


def _by_vivavoce(pages: list[str]) -> list[str]:
    out = str(Path(pages[0]).with_name("vivavoce.epub"))
    return [PROGRAM, "convert", *pages, "-o", out, "--title", "Talks"]


WAYS: dict[str, Way] = {
    "pandoc alone": _by_pandoc,
    "vivavoce": _by_vivavoce,
}
"""From a name to the function that gives the command for some pages."""
