"""Four times the input takes four times the work in the filter, the command and Sphinx too."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser as RSTParser
from docutils.utils import new_document
from growth import grows_with_its_input
from sphinx_project import project

import vivavoce
from pandoc_vivavoce.command.inputs import Input
from pandoc_vivavoce.command.inspect_html import report_page
from pandoc_vivavoce.command.inspection import inspect_document
from pandoc_vivavoce.command.products import make_product
from pandoc_vivavoce.command.reading import Document
from pandoc_vivavoce.command.wishes import Wishes
from pandoc_vivavoce.pipe import filter_bytes
from sphinx_vivavoce.html import AddHtmlMeaning
from sphinx_vivavoce.links import place_links
from sphinx_vivavoce.typeset import AddAnchors, DissolveContainers, KeepColons
from vivavoce.forms.table import FORMS
from vivavoce.options import DEFAULTS

Blocks = list[dict[str, Any]]
SPACE, WORD = {"t": "Space"}, {"t": "Str", "c": "word"}


def _strong(text: str) -> dict[str, Any]:
    return {"t": "Strong", "c": [{"t": "Str", "c": text}]}


def _para(*inlines: dict[str, Any]) -> dict[str, Any]:
    return {"t": "Para", "c": list(inlines)}


def _turn(name: str, text: str) -> dict[str, Any]:
    return _para(_strong(f"{name}:"), SPACE, {"t": "Str", "c": text})


def _raw(kind: str, text: str) -> dict[str, Any]:
    return {"t": kind, "c": ["html", text]}


LINK = {"t": "Link", "c": [["", [], [["onclick", "x"]]], [WORD], ["javascript:x", ""]]}
HEADING = {"t": "Header", "c": [2, ["same", [], []], [WORD]]}
TALK = [_turn("Ada Quill", "Why?"), _turn("Ben Roe", "Because.")]
DOCUMENTS: dict[str, tuple[Callable[[int], Blocks], int]] = {
    "turns": (lambda n: TALK * n, 150),
    "labels": (lambda n: [_turn(f"Name {k}", "Yes?") for k in range(n)], 300),
    "a long paragraph": (lambda n: [*TALK, _para(*[WORD, SPACE] * n)], 8000),
    "bold words": (lambda n: [*TALK, _para(*[_strong("w"), SPACE] * n)], 2000),
    "lines": (lambda n: [_para(*[_strong("Ada:"), WORD, {"t": "LineBreak"}] * n)], 400),
    "raw HTML": (lambda n: [*TALK, _raw("RawBlock", "<p><b>Ada:</b> x</p>" * n)], 400),
    "raw tags": (lambda n: [*TALK, _para(*[_raw("RawInline", "<b onclick=x>"), WORD] * n)], 700),
    "links that act": (lambda n: [*TALK, _para(*[LINK, SPACE] * n)], 1000),
    "sections": (lambda n: [HEADING, *TALK] * n, 120),
    "a list": (lambda n: [*TALK, {"t": "BulletList", "c": [[_para(WORD)]] * n}], 1000),
}
PAGES: dict[str, Callable[[int], str]] = {
    "turns": lambda n: "<p><b>Ada Quill:</b> Why so?</p><p><b>Ben Roe:</b> Because.</p>" * n,
    "sections": lambda n: "<h2 id=x>Same</h2><p><b>Ada:</b> Why?</p><p><b>Ben:</b> Yes.</p>" * n,
    "links": lambda n: "".join(
        f"<p id=a{k}><b>Ada:</b> <a href='#b{k}'>Why</a>?</p><p id=b{k}><b>Ben:</b> So.</p>"
        for k in range(n)
    ),
}


@pytest.mark.parametrize("form", ["html", "latex"])
@pytest.mark.parametrize("shape", DOCUMENTS)
def test_the_filter_takes_time_that_grows_with_its_input(shape: str, form: str) -> None:
    make, size = DOCUMENTS[shape]

    def work(count: int) -> Callable[[], object]:
        document = {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": make(count)}
        data = json.dumps(document).encode()
        return lambda: filter_bytes(data, form)

    assert grows_with_its_input(work, size)


@pytest.mark.parametrize("shape", PAGES)
def test_the_document_for_pandoc(shape: str) -> None:
    def work(count: int) -> Callable[[], object]:
        source = Input("talk.html", Path("talk.html"), ".html")
        document = Document(vivavoce.parse(PAGES[shape](count)), source)
        return lambda: make_product([document], "pandoc", Wishes())

    assert grows_with_its_input(work, 150)


@pytest.mark.parametrize("shape", PAGES)
def test_own_markdown_read_back(shape: str) -> None:
    def work(count: int) -> Callable[[], object]:
        text = dict(FORMS)["markdown"](vivavoce.parse(PAGES[shape](count)))
        return lambda: vivavoce.parse(text, name="talk.md")

    assert grows_with_its_input(work, 150)


@pytest.mark.parametrize("shape", PAGES)
def test_a_report_takes_time_that_grows_with_its_input(shape: str, tmp_path: Path) -> None:
    def work(count: int) -> Callable[[], object]:
        path = tmp_path / f"talk-{count}.html"
        path.write_text(PAGES[shape](count), "utf-8")
        talk = Input(path.name, path, ".html")
        return lambda: report_page([inspect_document(talk, DEFAULTS)])

    assert grows_with_its_input(work, 150)


@pytest.mark.parametrize("shape", PAGES)
def test_sphinx_takes_time_that_grows_with_its_input(shape: str, tmp_path: Path) -> None:
    """A build of a page with next to nothing on it is taken off the time of each."""

    def work(count: int) -> Callable[[], object]:
        mini = project("interview", tmp_path / f"of {count}")
        (mini.srcdir / "talk.html").write_text(PAGES[shape](count), "utf-8")
        (mini.srcdir / "index.rst").write_text("I\n=\n\n.. interview:: talk.html\n", "utf-8")
        return lambda: mini.build("pseudoxml", fresh=True)

    assert grows_with_its_input(work, 100, bare=1)


def _breaks(count: int) -> list[nodes.Element]:
    said = [nodes.Text("word"), nodes.inline("", "\n", classes=["line-break"])]
    return [nodes.paragraph("", "", *(node.deepcopy() for node in said * count))]


def _ruby(count: int) -> list[nodes.Element]:
    words = (nodes.inline("", "(w)", classes=["ruby-text"]) for _ in range(count))
    return [nodes.paragraph("", "", *(nodes.inline("", "", w, classes=["ruby"]) for w in words))]


def _links(count: int) -> list[nodes.Element]:
    places = ("/nowhere", "#nowhere")
    links = (nodes.reference("", "a: b", refuri=places[n % 2], refid="x") for n in range(count))
    return [nodes.paragraph("", "", *links)]


def _turns(count: int) -> list[nodes.Element]:
    return [
        nodes.container("", nodes.paragraph("", "word"), classes=["turn"], ids=[f"t{n}"])
        for n in range(count)
    ]


SIBLINGS = {"line breaks": _breaks, "ruby": _ruby, "links": _links, "turns": _turns}
LAST_STEPS: dict[str, Callable[[nodes.document], None]] = {
    "html": lambda document: AddHtmlMeaning(document).run(),
    "paper": lambda document: AddAnchors(document).run(),
    "texinfo": lambda document: KeepColons(document).run(),
    "man": lambda document: DissolveContainers(document).run(),
    "links": lambda document: place_links(document, vivavoce.Interview(), "vv-"),
}


@pytest.mark.parametrize("step", LAST_STEPS)
@pytest.mark.parametrize("shape", SIBLINGS)
def test_a_last_step_of_sphinx_with_many_siblings(shape: str, step: str) -> None:
    settings = get_default_settings(RSTParser)

    def work(count: int) -> Callable[[], object]:
        def run() -> None:
            document = new_document("talk.rst", settings)
            document += SIBLINGS[shape](count)
            LAST_STEPS[step](document)

        return run

    assert grows_with_its_input(work, 800)
