"""Other ways to the same work: panflute's, the reader in Lua, the reference documents."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from importlib.metadata import version
from pathlib import Path

import panflute
import pytest
from pandoc_tools import FILTER, pandoc, to_json

from pandoc_vivavoce import compose
from pandoc_vivavoce.filter import main
from pandoc_vivavoce.reference import SPEAKER, STYLES

TALK = """\
---
title: Boats
lang: en
---

**Ann:** Who built it?

**Ben:** I did.

**Ann:** When?

**Ben:** Last year.
"""


def test_with_a_panflute_document() -> None:
    doc = panflute.load(io.StringIO(to_json(TALK).decode()))
    done = main(doc)
    assert done is doc
    assert [type(block) for block in doc.content] == [panflute.Div]
    assert [block.classes for block in doc.content[0].content][:2] == [
        ["turn", "question"],
        ["turn", "answer"],
    ]


def test_as_panflute_functions() -> None:
    doc = panflute.load(io.StringIO(to_json(TALK).decode()))
    done = panflute.run_filter(
        compose.action, prepare=compose.prepare, finalize=compose.finalize, doc=doc
    )
    assert "interview" in done.content[0].classes


def test_as_a_panflute_autofilter() -> None:
    text = TALK.replace("lang: en", "lang: en\npanflute-filters: pandoc_vivavoce.compose")
    made = pandoc("-F", "panflute", "-t", "html", data=text.encode())
    assert made.count(b'class="turn') == 4


def test_the_command_tells_its_version() -> None:
    told = subprocess.run([FILTER, "--version"], capture_output=True, check=True, text=True)
    assert told.stdout.split() == ["pandoc-vivavoce", version("vivavoce")]


def test_the_reader_in_lua_keeps_what_pandoc_drops() -> None:
    said = (
        ("Why do you keep bees on the roof?", "Because nobody else wanted the roof."),
        ("And the neighbours?", "They get honey, and have stopped writing letters."),
        ("How many hives are there now?", "Seven, and one that I do not count."),
        ("What do you tell the children?", "To stand still."),
    )
    page = "<h1>Bees</h1>" + "".join(
        f"<p class=question>{question}</p><p class=answer>{answer}</p>" for question, answer in said
    )
    reader = subprocess.run([FILTER, "--reader"], capture_output=True, check=True, text=True)
    made = pandoc("-f", reader.stdout.strip(), "-t", "html", data=page.encode())
    assert made.count(b'class="turn question') == 4


@pytest.mark.parametrize(("form", "part"), [("docx", "word/styles.xml"), ("odt", "styles.xml")])
def test_the_reference_document_has_every_style(form: str, part: str, tmp_path: Path) -> None:
    reference = tmp_path / f"interview.{form}"
    done = subprocess.run([FILTER, "--reference", form], capture_output=True, check=True)
    reference.write_bytes(done.stdout)
    made = tmp_path / f"talk.{form}"
    settings = ("-M", "interview.layout=side")
    arguments = ("--filter", FILTER, *settings, "--reference-doc", reference, "-o", made)
    pandoc(*arguments, data=TALK.encode())
    with zipfile.ZipFile(made) as archive:
        styles = archive.read(part).decode()
        text = archive.read("word/document.xml" if form == "docx" else "content.xml").decode()
    for name in (SPEAKER, *(style.name for style in STYLES)):
        assert f'"{name}"' in styles
    assert text.count("InterviewQuestionSide" if form == "docx" else "Interview Question Side") == 2


def test_a_reference_document_runs_from_right_to_left() -> None:
    done = subprocess.run([FILTER, "--reference", "odt-rtl"], capture_output=True, check=True)
    with zipfile.ZipFile(io.BytesIO(done.stdout)) as archive:
        styles = archive.read("styles.xml").decode()
    standard = re.search(r'style:name="Standard".*?</style:style>', styles, re.DOTALL)
    assert standard is not None
    assert 'fo:text-align="end"' in standard.group()
    assert '"rl-tb"' in standard.group()
    assert "lr-tb" not in styles


def test_there_is_no_reference_document_for_other_formats() -> None:
    done = subprocess.run([FILTER, "--reference", "pdf"], capture_output=True, check=False)
    assert done.returncode == 2
    assert b"docx and odt" in done.stderr
