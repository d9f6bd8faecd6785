"""Formats told apart, and what happens to input that is no document."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vivavoce.problems import Code, InputError
from vivavoce.reading.source import SourceDocument, read_source


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("talk", "<p>Ann: <b>Yes</b>.</p>"),
        ("talk", "Ann: **Yes**."),
        ("talk", "WEBVTT\n\n00:00.000 --> 00:01.000\nAnn: <b>Yes</b>."),
        ("TALK.HTM", "<p>Ann: <b>Yes</b>."),
        ("talk.markdown", "Ann: **Yes**."),
        ("talk.txt", "<!DOCTYPE html><p>Ann: <b>Yes</b>."),
        ("talk.unknown", "Ann: **Yes**."),
    ],
)
def test_the_format_is_found(name: str, text: str) -> None:
    blocks = read_source(text, name).blocks
    assert [run.text for block in blocks for run in block.runs] == ["Ann: ", "Yes", "."]


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff\n"])
def test_empty_input_is_a_problem(text: str) -> None:
    document = read_source(text, "talk.html")
    assert document.blocks == ()
    assert [problem.code for problem in document.problems] == [Code.EMPTY_INPUT]


@pytest.mark.parametrize(
    "text", ["<!-- nothing -->", "<?php nothing(); ?>", "---\ntitle: Rain\n---\n"]
)
def test_input_without_text_is_a_problem(text: str) -> None:
    document = read_source(text, "talk.html")
    assert document.blocks == ()
    assert Code.EMPTY_INPUT in [problem.code for problem in document.problems]


def test_what_only_pandoc_reads_is_refused_with_a_remedy() -> None:
    with pytest.raises(InputError, match=r"talk.docx: .docx is read through pandoc"):
        read_source("x", "talk.docx")


def test_unsafe_links_are_reported() -> None:
    document = read_source('<p><a href="javascript:x()">Yes</a></p>', "talk.html")
    assert [(problem.code, problem.text) for problem in document.problems] == [
        (Code.UNSAFE_LINK, "Yes")
    ]


def test_columns_that_are_left_out_are_reported_with_what_they_say() -> None:
    rows = (
        "Speaker,Text,Confidence,Notes,Mood,Content\nAnn,Rain?,0.9,,,Regen?\nBen,Yes.,1,nods twice,"
    )
    document = read_source(rows, "talk.csv")
    assert [(problem.code, problem.message, problem.text) for problem in document.problems] == [
        (Code.DROPPED_CHROME, "left out the column Notes", "nods twice"),
        (Code.DROPPED_CHROME, "left out the column Content", "Regen?"),
    ]


BOMBS = {
    "siblings": "<p>a" * 50_000,
    "line breaks": "<p>" + "a<br>" * 50_000,
    "attributes": f"<p class='{'a ' * 2_000_000}' id='{'a' * 5_000_000}'>x",
    "styles": f"<p style='{'text-decoration:' * 300_000}'>x",
    "preformatted text": "<pre>word " * 20_000,
    "a long label": f"<p><b>{'a' * 200_000}:</b> x",
    "comments": "<!--" * 300_000,
    "open tags": "<a " * 300_000,
    "open instructions": "<?php " * 300_000,
    "references": "&amp;" * 100_000,
    "unknown names": "".join(f"<z{number}>" for number in range(50_000)),
    "spaces": f"<p>{' ' * 2_000_000}x",
    "no-break spaces": f"<p>{'&nbsp;' * 300_000}x",
}
MARKDOWN_BOMBS = {
    "stars": "*" * 100_000 + "a",
    "bold": "**a " * 20_000,
    "brackets": "[" * 50_000,
    "links": "[a](" * 20_000,
    "divisions": "<div>\n\n" * 20_000,
    "code": "```" + "a`" * 50_000,
    "headers": "---\n" * 10_000,
}


@pytest.mark.parametrize(
    ("name", "text"),
    [pytest.param("a.html", text, id=name) for name, text in BOMBS.items()]
    + [pytest.param("a.md", text, id=f"markdown {name}") for name, text in MARKDOWN_BOMBS.items()]
    + [
        pytest.param("a.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\n" + "<v " * 200_000, id="voices"),
        pytest.param("a.srt", "00:00:00,000 --> 00:00:01,000\n" + "x\n" * 100_000, id="a long cue"),
        pytest.param("a.md", "---\na: b: c\nk:\n" + "- x\n" * 50_000 + "---\nx", id="broken list"),
        pytest.param("a.txt", "Ann: x\n" * 30_000, id="lines"),
        pytest.param("a.txt", " " * 2_000_000 + "x", id="spaces in text"),
    ],
)
def test_bombs_are_read(name: str, text: str) -> None:
    assert isinstance(read_source(text, name), SourceDocument)


@given(st.text(max_size=200), st.sampled_from(["a.html", "a.md", "a.txt", "a.vtt", "a.srt", "a"]))
def test_any_text_is_read(text: str, name: str) -> None:
    assert isinstance(read_source(text, name), SourceDocument)


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    code = (
        "import sys; from vivavoce.reading.source import read_source;"
        "read_source('<p>Yes.</p>', 'a.html');"
        "print(sorted({'bs4', 'yaml', 'frontmatter', 'markdown_it'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "[]\n"
