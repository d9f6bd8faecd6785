"""What is measured: each suite is a function that returns a `Table`, and `SUITES` lists them.

A table's ratios compare with its first row. Where the first row is a floor on which every row
stands (an interpreter that starts, a page that is empty) they compare what lies above it with the
second row.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks import peers
from benchmarks.generate import Language, Page, make_markdown, make_page
from benchmarks.measure import Result, growth, interleave

SCRIPTS = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Table:
    """The results of one comparison."""

    title: str
    results: tuple[Result, ...]
    sizes: tuple[int, ...] = ()
    """Set where the rows are one thing at growing sizes."""
    floored: bool = False
    """True where the first row is a floor and the second the base of all ratios."""
    unit: str = "ms"
    """ms, of figures in seconds, or MiB for each MB."""

    def ratio(self, result: Result) -> float | None:
        """Return what *result* costs in terms of the base; None for a floor."""
        if not self.floored:
            return result.ratio(self.results[0])
        floor, base = self.results[:2]
        return None if result is floor else result.ratio(base, floor)

    @property
    def exponent(self) -> float | None:
        """How cost grows with size: 1 is a straight line; None where sizes do not differ."""
        if not self.sizes:
            return None
        return growth(self.sizes, [result.seconds for result in self.results])


@dataclass(frozen=True, slots=True)
class Effort:
    """How long one is ready to wait."""

    rounds: int
    sizes: tuple[int, ...]
    """Numbers of turns."""
    pages: int
    """Pages of a Sphinx project."""


QUICK = Effort(rounds=3, sizes=(16, 160), pages=20)
FULL = Effort(rounds=7, sizes=(16, 160, 1_600, 16_000), pages=200)


def converting(effort: Effort) -> Iterator[Table]:
    """One document, from a string of HTML to an Interview, beside those who read HTML."""
    for page in _pages(effort.sizes[:-1]):
        cases = {name: _bind(work, page.html) for name, work in peers.HTML_READERS.items()}
        yield _table(f"convert {page.name}", cases, effort.rounds)


def growing(effort: Effort) -> Iterator[Table]:
    """One document at growing numbers of turns; the exponent should be 1."""
    languages: tuple[Language, ...] = ("zh", "en")
    for language in languages:
        pages = [make_page(language, size) for size in effort.sizes]
        cases = {page.name: _bind(peers.convert, page.html) for page in pages}
        results = interleave(cases, effort.rounds)
        yield Table(f"growth {language}", tuple(results.values()), effort.sizes)


def starting(effort: Effort) -> Iterator[Table]:
    """Processes that do next to nothing."""
    python = [sys.executable, "-c"]
    commands = {
        "bare interpreter": [*python, "pass"],
        "import json, re": [*python, "import json, re"],
        "import vivavoce": [*python, "import vivavoce"],
        "import bs4": [*python, "import bs4"],
        "import panflute": [*python, "import panflute"],
        "vivavoce --help": [str(SCRIPTS / "vivavoce"), "--help"],
    }
    cases = {name: _process(command) for name, command in commands.items()}
    yield _table("start-up", cases, effort.rounds * 3, floored=True)


def filtering(effort: Effort) -> Iterator[Table]:
    """pandoc to HTML with each kind of filter; where pandoc alone takes seconds, few rounds."""
    small, *_, large = effort.sizes[:3]
    with _scratch() as folder:
        filters = peers.filters(folder)
        for page in _pages((small,)):
            for reader in ("html", "markdown"):
                yield _filtered(page, reader, filters, folder, effort.rounds)
        few = dict(islice(filters.items(), 3))
        for page in _dense_pages(large):
            yield _filtered(page, "html", few, folder, min(effort.rounds, 3))
            yield _filtered(page, "markdown", few, folder, min(effort.rounds, 2))


def _filtered(
    page: Page, reader: str, filters: dict[str, list[str]], folder: Path, rounds: int
) -> Table:
    source = folder / f"page.{reader}"
    source.write_text(page.html if reader == "html" else make_markdown(page), "utf-8")
    command = peers.pandoc(reader, source)
    cases = {name: _process([*command, *options]) for name, options in filters.items()}
    return _table(f"pandoc -f {reader} {page.name}", cases, rounds, floored=True)


def building(effort: Effort) -> Iterator[Table]:
    """Sphinx, html, one process: the same conversation on every page, said in different ways."""
    page = make_page("en", 16)
    with _scratch() as folder:
        cases = {}
        for name, write in peers.SPHINX_PAGES.items():
            source = folder / name.replace(" ", "-")
            source.mkdir()
            peers.write_project(source, effort.pages, page, write)
            cases[name] = _bind(_build, source)
        rounds = max(2, effort.rounds // 2)
        yield _table(f"sphinx {effort.pages} pages", cases, rounds, floored=True)


def remembering(effort: Effort) -> Iterator[Table]:
    """Peak memory for each megabyte of one long page, above what the imports take."""
    with _scratch() as folder:
        for page in _pages(effort.sizes[-1:]):
            source = folder / "page.html"
            source.write_text(page.html, "utf-8")
            size = source.stat().st_size / 1e6
            rows = [
                Result(name, ((_peak(setup + work, source) - _peak(setup, source)) / size,))
                for name, (setup, work) in PEAKS.items()
            ]
            title = f"peak memory, {page.name}, a page of {size:.1f} MB"
            yield Table(title, tuple(rows), unit="MiB/MB")


PEAKS = {
    "bs4 (lxml) parse": ("import bs4, lxml.etree\n", "tree = bs4.BeautifulSoup(read(), 'lxml')\n"),
    "vivavoce": (
        "import vivavoce; vivavoce.parse('<p>Warm.</p>')\n",
        "interview = vivavoce.parse(read())\n",
    ),
}
"""A program's name, what it imports, and what it does with the page."""
MEMORY = """\
import resource, sys
def read():
    return open(sys.argv[1], encoding="utf-8").read()
{program}
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
SUITES: dict[str, Callable[[Effort], Iterator[Table]]] = {
    "convert": converting,
    "growth": growing,
    "start-up": starting,
    "filter": filtering,
    "sphinx": building,
    "memory": remembering,
}


def _pages(sizes: tuple[int, ...]) -> Iterator[Page]:
    for size in sizes:
        yield from _dense_pages(size)
        yield make_page("en", size, "heavy")


def _dense_pages(size: int) -> Iterator[Page]:
    """The same number of turns in both scripts."""
    yield make_page("zh", size)
    yield make_page("en", size)


def _table(
    title: str, cases: dict[str, Callable[[], object]], rounds: int, floored: bool = False
) -> Table:
    return Table(title, tuple(interleave(cases, rounds).values()), floored=floored)


def _bind(work: Callable[..., object], *arguments: object) -> Callable[[], object]:
    return lambda: work(*arguments)


def _process(command: list[str]) -> Callable[[], object]:
    return lambda: subprocess.run(command, check=True, capture_output=True)


def _build(source: Path) -> None:
    """Build *source* from nothing."""
    shutil.rmtree(source / "_build", ignore_errors=True)
    sphinx = [sys.executable, "-m", "sphinx", "-q", "-b", "html"]
    subprocess.run([*sphinx, str(source), str(source / "_build")], check=True, capture_output=True)


def _peak(program: str, source: Path) -> float:
    """Return the peak resident memory in MiB of a process that runs *program* on *source*."""
    command = [sys.executable, "-c", MEMORY.format(program=program), str(source)]
    return float(subprocess.run(command, check=True, capture_output=True).stdout)


@contextmanager
def _scratch() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="vivavoce-bench-") as name:
        yield Path(name)
