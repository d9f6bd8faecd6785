"""What is measured: each suite is a function that returns a `Table`, and `SUITES` lists them.

A table's ratios compare with its first row. Where the first row is a floor on which every row
stands (an interpreter that starts, a page that is empty) they compare what lies above it with the
second row.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from benchmarks import peers
from benchmarks.books import binding
from benchmarks.generate import Language, Page, make_markdown, make_page
from benchmarks.many import gathering
from benchmarks.measure import Result, interleave
from benchmarks.memory import PEAKS, peak_for_page
from benchmarks.table import Effort, Table, bind, measured, process, scratch

SCRIPTS = Path(sys.executable).parent


def converting(effort: Effort) -> Iterator[Table]:
    """One document, from a string of HTML to an Interview, beside those who read HTML."""
    for page in _pages(effort.sizes[:-1]):
        cases = {name: bind(work, page.html) for name, work in peers.HTML_READERS.items()}
        yield measured(f"convert {page.name}", cases, effort)


def growing(effort: Effort) -> Iterator[Table]:
    """One document at growing numbers of turns; the exponent should be 1, the ratio stay."""
    languages: tuple[Language, ...] = ("zh", "en")
    for language in languages:
        pages = [make_page(language, size) for size in effort.sizes]
        cases = {}
        for page in pages:
            cases[page.name] = bind(peers.convert, page.html)
            cases[f"parse {page.name}"] = bind(peers.parse_with_bs4, page.html)
        results = interleave(cases, min(effort.rounds, 5))
        own = tuple(results[page.name] for page in pages)
        yield Table(f"growth {language}", own, effort.sizes)
        rows = (_over(results[page.name], results[f"parse {page.name}"], page) for page in pages)
        yield Table(f"ratio to parse {language}", tuple(rows), unit="times")


def _over(own: Result, parse: Result, page: Page) -> Result:
    """Return the ratio of two results, round by round."""
    ratios = tuple(mine / theirs for mine, theirs in zip(own.times, parse.times, strict=True))
    return Result(f"{page.turns:,} turns", ratios)


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
    cases = {name: process(command) for name, command in commands.items()}
    yield measured("start-up", cases, effort, floored=True)


def filtering(effort: Effort) -> Iterator[Table]:
    """pandoc to HTML with each kind of filter.

    Long Markdown takes pandoc seconds to read, in which the tenth that a filter takes is lost; it
    is read before, and pandoc is given what it read.
    """
    small, *_, large = effort.sizes[:3]
    with scratch() as folder:
        filters = peers.filters(folder)
        for page in _pages((small,)):
            for reader in ("html", "markdown"):
                source = _written(page, reader, folder)
                title = f"pandoc -f {reader} {page.name}"
                yield _filtered(title, reader, source, filters, effort)
        few = dict(islice(filters.items(), 3))
        for page in _dense_pages(large):
            source = _written(page, "html", folder)
            yield _filtered(f"pandoc -f html {page.name}", "html", source, few, effort)
            read = peers.read("markdown", _written(page, "markdown", folder))
            title = f"pandoc -f markdown {page.name}, read before"
            yield _filtered(title, "json", read, few, effort)


def _written(page: Page, reader: str, folder: Path) -> Path:
    """Write *page* for pandoc's *reader* into *folder*."""
    source = folder / f"page.{reader}"
    source.write_text(page.html if reader == "html" else make_markdown(page), "utf-8")
    return source


def _filtered(
    title: str, reader: str, source: Path, filters: dict[str, list[str]], effort: Effort
) -> Table:
    command = peers.pandoc(reader, source)
    answer = peers.ready_made(reader, source, source.parent)
    filters = {**filters, "our answer, ready-made": answer}
    cases = {name: process([*command, *options]) for name, options in filters.items()}
    return measured(title, cases, effort, floored=True)


def building(effort: Effort) -> Iterator[Table]:
    """Sphinx, html, one process: the same conversation on every page, said in different ways."""
    page = make_page("en", 16)
    with scratch() as folder:
        cases = {}
        for name, write in peers.SPHINX_PAGES.items():
            source = folder / name.replace(" ", "-")
            source.mkdir()
            peers.write_project(source, effort.pages, page, write)
            cases[name] = bind(_build, source)
        yield measured(f"sphinx {effort.pages} pages", cases, effort, floored=True)


def remembering(effort: Effort) -> Iterator[Table]:
    """Peak memory for each megabyte of one long page, above what the imports take."""
    turns = max(1_600, effort.sizes[-1])
    with scratch() as folder:
        for page in (*_dense_pages(turns), make_page("en", turns // 10, "heavy")):
            source = folder / "page.html"
            source.write_text(page.html, "utf-8")
            size = source.stat().st_size / 1e6
            rows = [Result(name, (peak_for_page(name, source) / size,)) for name in PEAKS]
            title = f"peak memory, {page.name}, a page of {size:.1f} MB"
            yield Table(title, tuple(rows), unit="MiB/MB")


SUITES: dict[str, Callable[[Effort], Iterator[Table]]] = {
    "convert": converting,
    "growth": growing,
    "start-up": starting,
    "filter": filtering,
    "sphinx": building,
    "memory": remembering,
    "corpus": gathering,
    "books": binding,
}


def _pages(sizes: tuple[int, ...]) -> Iterator[Page]:
    for size in sizes:
        yield from _dense_pages(size)
        yield make_page("en", size, "heavy")


def _dense_pages(size: int) -> Iterator[Page]:
    """The same number of turns in both scripts."""
    yield make_page("zh", size)
    yield make_page("en", size)


def _build(source: Path) -> None:
    """Build *source* from nothing, into a new folder: to remove an old one is no part of it."""
    built = tempfile.mkdtemp(prefix=source.name, dir=source.parent)
    sphinx = [sys.executable, "-m", "sphinx", "-q", "-b", "html"]
    subprocess.run([*sphinx, str(source), built], check=True, capture_output=True)
