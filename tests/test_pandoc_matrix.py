"""Readers by writers: who says what, read back from each product, is what the Interview says."""

from __future__ import annotations

import json
from functools import cache
from itertools import cycle

import pytest
from dotfixtures import FIXTURES, read_cases
from pandoc_readback import who_says
from pandoc_tools import filtered, pandoc

from pandoc_vivavoce.inplace.astread import read_blocks
from vivavoce.interview import Group, Node, Text
from vivavoce.model import Metadata
from vivavoce.pipeline import interview_from_blocks

TALK = next(read_cases(FIXTURES / "pandoc_matrix" / "talk.md"))
WHO = TALK.expected.splitlines()
LABELS = list(dict.fromkeys(line.split(" | ")[0] for line in WHO))
HEADINGS = ["The yard", "The sea"]

READERS = [
    *("markdown", "markdown_strict", "markdown_mmd", "markdown_phpextra"),
    *("gfm", "commonmark", "commonmark_x", "djot"),
    *("html", "html in markdown", "html in gfm", "html in commonmark_x"),
    *("rst", "org", "asciidoc", "latex", "typst", "docbook", "jats", "opml", "xml"),
    *("mediawiki", "dokuwiki", "textile", "muse"),
    *("docx", "odt", "epub", "fb2", "rtf", "ipynb", "json", "native"),
]
WRITERS = [
    *("html", "html4", "revealjs", "slidy", "dzslides", "s5", "epub", "epub2"),
    *("docx", "odt", "icml", "rtf", "fb2"),
    *("latex", "beamer", "typst", "context", "ms", "man", "texinfo", "plain"),
    *("markdown", "markdown_strict", "markdown_mmd", "markdown_phpextra"),
    *("gfm", "commonmark", "commonmark_x", "djot", "markua", "ipynb", "json", "native", "xml"),
    *("rst", "org", "asciidoc", "haddock", "mediawiki", "dokuwiki", "textile", "muse", "jira"),
    *("docbook", "docbook5", "jats", "jats_publishing", "tei"),
]
PAIRS = list(zip(WRITERS, cycle(READERS[1:]), strict=False))
"""Each writer with one more reader, so that every reader meets writers of several kinds."""
LAYOUTS = ["hanging", "side", "script", "bubble"]
"""In these every label stays; questions that are headings lose theirs where one person asks."""


@cache
def source(reader: str) -> bytes:
    """Return the talk in pandoc's JSON as *reader* reads it."""
    if reader.startswith("html in "):
        page = pandoc("-f", "markdown", "-t", "html", data=TALK.given.encode())
        outer = reader.removeprefix("html in ")
        return pandoc("-f", outer, "-t", "json", data=b"<div>" + page + b"</div>")
    written = pandoc("-f", "markdown", "-t", reader, data=TALK.given.encode())
    return pandoc("-f", reader, "-t", "json", "-M", "title=Boats", "-M", "lang=en", data=written)


def product(reader: str, writer: str, *settings: str) -> bytes:
    """Return the talk through reader, filter and writer."""
    data = source(reader)
    if settings:
        stated = [item for each in settings for item in ("-M", f"interview.{each}")]
        data = pandoc("-f", "json", "-t", "json", *stated, data=data)
    made, _ = filtered(data, writer)
    return pandoc("-f", "json", "-t", writer, "--wrap=none", "-o", "-", data=made)


def test_the_interview_says_the_same() -> None:
    blocks = read_blocks(json.loads(source("markdown"))["blocks"]).blocks
    interview = interview_from_blocks(blocks, Metadata(lang="en"))
    labels = {person.id: person.label for person in interview.participants}
    said = [f"{labels[turn.speaker]} | {_words(turn.blocks)}" for turn in interview.turns]
    assert said == WHO


@pytest.mark.parametrize("reader", READERS)
def test_who_speaks_is_found_behind_every_reader(reader: str) -> None:
    for writer in ("html", "epub", "docx"):
        assert who_says(product(reader, writer), writer, LABELS, HEADINGS) == WHO


@pytest.mark.parametrize(("writer", "other"), PAIRS)
def test_who_speaks_is_in_what_every_writer_makes(writer: str, other: str) -> None:
    for reader in ("markdown", other):
        assert who_says(product(reader, writer), writer, LABELS, HEADINGS) == WHO


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("writer", ["html", "epub", "docx", "odt", "latex", "icml", "plain", "rst"])
def test_who_speaks_is_there_in_every_layout(writer: str, layout: str) -> None:
    made = product("html", writer, f"layout={layout}", "colours=true")
    assert who_says(made, writer, LABELS, HEADINGS) == WHO


def _words(nodes: tuple[Node, ...]) -> str:
    """Return what is said in *nodes*, without the breaks between blocks."""
    said: list[str] = []
    stack = list(reversed(nodes))
    while stack:
        node = stack.pop()
        if isinstance(node, Text):
            said.append(" ".join(node.text.split()))
        elif isinstance(node, Group):
            stack.extend(reversed(node.blocks))
    return " ".join(said)
