"""Whom we are measured beside: programs that read HTML, filters of pandoc, ways to write a page.

Each peer does its own usual work on the same input; none does the whole of ours.
"""

from __future__ import annotations

import subprocess
import textwrap
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

from benchmarks.generate import Page


def parse_with_bs4(html: str) -> object:
    """Parse into BeautifulSoup's tree, the base of comparison."""
    from bs4 import BeautifulSoup  # noqa: PLC0415 - peers load only in the suite that runs them

    return BeautifulSoup(html, "lxml")


def convert(html: str) -> object:
    """Our own whole way: from a string to an Interview."""
    import vivavoce  # noqa: PLC0415

    return vivavoce.parse(html)


def with_html2text(html: str) -> object:
    """To Markdown with html2text."""
    import html2text  # noqa: PLC0415

    return html2text.html2text(html)


def with_markdownify(html: str) -> object:
    """To Markdown with markdownify."""
    from markdownify import markdownify  # noqa: PLC0415

    return markdownify(html)


def with_trafilatura(html: str) -> object:
    """The main text with trafilatura."""
    import trafilatura  # noqa: PLC0415

    return trafilatura.extract(html, include_formatting=True)


def with_readability(html: str) -> object:
    """The main part of the page with readability-lxml."""
    from readability import Document  # noqa: PLC0415

    return Document(html).summary()


HTML_READERS: dict[str, Callable[[str], object]] = {
    "bs4 (lxml) parse": parse_with_bs4,
    "vivavoce": convert,
    "html2text": with_html2text,
    "markdownify": with_markdownify,
    "trafilatura": with_trafilatura,
    "readability-lxml": with_readability,
}

EMPTY_PANFLUTE = """\
#!{python}
import panflute
panflute.run_filter(lambda element, document: None)
"""
ROUND_TRIP = """\
#!{python}
import json, sys
sys.stdout.write(json.dumps(json.load(sys.stdin)))
"""


def pandoc(reader: str, source: Path) -> list[str]:
    """Return the command with which pandoc reads *source* and writes HTML to nowhere."""
    from pandoc_vivavoce.pandoc import find_pandoc  # noqa: PLC0415

    return [str(find_pandoc()), "-f", reader, "-t", "html", str(source)]


def read(reader: str, source: Path) -> Path:
    """Return a file beside *source* that holds what pandoc's *reader* reads from it, as JSON."""
    made = source.with_suffix(".json")
    subprocess.run([*pandoc(reader, source), "-t", "json", "-o", str(made)], check=True)
    return made


def filters(folder: Path) -> dict[str, list[str]]:
    """Return pandoc's options for each kind of filter, their programs written into *folder*."""
    import sys  # noqa: PLC0415

    panflute = _program(folder / "empty.py", EMPTY_PANFLUTE.format(python=sys.executable))
    trip = _program(folder / "trip.py", ROUND_TRIP.format(python=sys.executable))
    lua = _program(folder / "empty.lua", "return {{ Para = function(el) return nil end }}\n")
    ours = str(Path(sys.executable).with_name("pandoc-vivavoce"))
    return {
        "pandoc alone": [],
        "empty panflute filter": ["--filter", panflute],
        "pandoc-vivavoce": ["--filter", ours],
        "empty Lua filter": ["--lua-filter", lua],
        "JSON round trip": ["--filter", trip],
    }


def ready_made(reader: str, source: Path, folder: Path) -> list[str]:
    """Return pandoc's options for a filter that has our answer to *source* in a file.

    What it costs is pandoc's part in a document whose turns are marked: no filter that marks them
    takes less.
    """
    marked = folder / f"{source.name}.json"
    command = [*pandoc(reader, source), "-t", "json"]
    given = subprocess.run(command, check=True, capture_output=True).stdout
    ours = [*filters(folder)["pandoc-vivavoce"][1:], "html"]
    marked.write_bytes(subprocess.run(ours, input=given, check=True, capture_output=True).stdout)
    name = f"ready-{source.suffix[1:]}.sh"
    return ["--filter", _program(folder / name, f"#!/bin/sh\ncat >/dev/null\ncat '{marked}'\n")]


def _program(path: Path, text: str) -> str:
    path.write_text(text, "utf-8")
    path.chmod(0o755)
    return str(path)


_RULES = {"h2": "-", "h3": "~"}
"""What headings are underlined with."""


class _Paragraphs(HTMLParser):
    """Collects the headings and paragraphs of a generated page as reStructuredText."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._open = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "p" or tag in _RULES:
            self._open, self._text = tag, ""
        elif tag == "strong":
            self.handle_data(" **")

    def handle_endtag(self, tag: str) -> None:
        if tag == "strong":
            self._text = self._text.rstrip() + "** "
        elif tag == self._open:
            text = " ".join(self._text.split())
            rule = f"\n{_RULES[tag] * len(text)}" if tag in _RULES else ""
            self.parts.append(text + rule)
            self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self._text += data


def page_empty(page: Page, stem: str, folder: Path) -> str:
    """A page with a title only."""
    return f"{stem}\n{'=' * len(stem)}\n"


def page_rst(page: Page, stem: str, folder: Path) -> str:
    """The conversation written as reStructuredText."""
    parser = _Paragraphs()
    parser.feed(page.html.split("<article>")[1])
    return page_empty(page, stem, folder) + "\n" + "\n\n".join(parser.parts) + "\n"


def page_raw(page: Page, stem: str, folder: Path) -> str:
    """The page's HTML passed through."""
    body = page.html.split("<article>")[1].split("</article>")[0]
    return page_empty(page, stem, folder) + "\n.. raw:: html\n\n" + textwrap.indent(body, "   ")


def page_interview(page: Page, stem: str, folder: Path) -> str:
    """The page's HTML through our directive."""
    (folder / f"{stem}.html").write_text(page.html, "utf-8")
    return page_empty(page, stem, folder) + f"\n.. interview:: {stem}.html\n"


SPHINX_PAGES: dict[str, Callable[[Page, str, Path], str]] = {
    "empty pages": page_empty,
    "rst": page_rst,
    "raw html": page_raw,
    "interview": page_interview,
}


def write_project(
    folder: Path, pages: int, page: Page, write: Callable[[Page, str, Path], str]
) -> None:
    """Write a Sphinx project of *pages* documents into *folder*."""
    (folder / "conf.py").write_text(
        "project = 'Benchmark'\nextensions = ['sphinx_vivavoce']\nhtml_theme = 'basic'\n", "utf-8"
    )
    stems = [f"talk{number:03}" for number in range(pages)]
    for stem in stems:
        (folder / f"{stem}.rst").write_text(write(page, stem, folder), "utf-8")
    toctree = "\n".join(f"   {stem}" for stem in stems)
    (folder / "index.rst").write_text(f"Index\n=====\n\n.. toctree::\n\n{toctree}\n", "utf-8")
