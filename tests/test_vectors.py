"""Attacks on pages come to nothing in any product, as the browser itself sees it."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import brs_kb
import pikepdf
import pytest
from browser import what_acts
from conftest import ROOT
from pandoc_tools import converted, pandoc
from sphinx_project import project
from suites_of_others import html_cases, yaml_cases

import vivavoce
from pandoc_vivavoce.command.inputs import Input
from pandoc_vivavoce.command.inspect_html import report_page
from pandoc_vivavoce.command.inspection import inspect_document
from pandoc_vivavoce.command.products import make_product
from pandoc_vivavoce.command.reading import Document
from pandoc_vivavoce.command.wishes import Wishes
from vivavoce.forms.html.page import to_html
from vivavoce.model import Interview
from vivavoce.options import DEFAULTS

TABLE = ROOT / "examples" / "docs" / "safety" / "vectors.csv"
OWN = Path(__file__).parent / "fixtures" / "vectors.txt"
_A_PAGE = 60
"""So many products stand on one page that the browser opens."""
_ACTIVE = re.compile(r"hit\(|<script|<iframe|javascript:", re.IGNORECASE)
Pages = dict[str, tuple[str, bytes]]


@cache
def own() -> tuple[str, ...]:
    """Return the vectors written for this project."""
    lines = OWN.read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("# "))


@cache
def known() -> tuple[str, ...]:
    """Return the vectors of the package brs-kb that are markup or an address."""
    payloads = {str(item["payload"]) for item in brs_kb.get_all_payloads().values()}
    return tuple(sorted(text for text in payloads if "<" in text or ":" in text))


@cache
def trees() -> tuple[str, ...]:
    """Return the inputs of html5lib's tests of tree construction."""
    return tuple(case.source for case in html_cases())


@cache
def heads() -> tuple[str, ...]:
    """Return the texts of the YAML suite."""
    return tuple(case.source for case in yaml_cases())


def _html(vector: str) -> Interview:
    return vivavoce.parse(
        f"<p><b>Ada Quill:</b> One?</p><p><b>Ben Roe:</b> Two.</p><p><b>Ada Quill:</b> {vector}</p>"
        f"<p><b>Ben Roe:</b> Four.</p><p title='{vector}'><a href='{vector}'>five</a></p>"
    )


def _markdown(vector: str) -> Interview:
    title = json.dumps(vector)
    text = f"---\ntitle: {title}\nauthor: {title}\nlang: {title}\n---\n\n**Ada:** One?\n\n"
    body = f"**Ben:** {vector}\n\n**Ada:** Two?\n\n{vector}\n\n**Ben:** [x](<{vector}>)\n"
    return vivavoce.parse(text + body, name="a.md")


def _head(text: str) -> Interview:
    talk = "**Ada:** One?\n\n**Ben:** Two.\n\n" * 2
    return vivavoce.parse(f"---\n{text.rstrip()}\n---\n\n{talk}", name="a.md")


def _joined(texts: Iterable[str]) -> Pages:
    """Put *texts* on pages of many each."""
    pieces = list(texts)
    parts = [pieces[at : at + _A_PAGE] for at in range(0, len(pieces), _A_PAGE)]
    return {
        f"/{number}.html": ("text/html", ("<!DOCTYPE html>" + "".join(part)).encode())
        for number, part in enumerate(parts)
    }


def _fragments(read: Callable[[str], Interview], vectors: tuple[str, ...]) -> Pages:
    return _joined(to_html(read(vector), page=False) for vector in vectors)


def _whole_pages(read: Callable[[str], Interview], vectors: tuple[str, ...]) -> Pages:
    return {
        f"/{number}.html": ("text/html", to_html(read(vector)).encode())
        for number, vector in enumerate(vectors)
    }


def _talks(vectors: tuple[str, ...], folder: Path) -> list[Input]:
    paths = [folder / f"{number}.html" for number, _ in enumerate(vectors)]
    for path, vector in zip(paths, vectors, strict=True):
        page = f"<title>{vector}</title><p><b>{vector}:</b> One?</p><p><b>Ben:</b> {vector}</p>" * 2
        path.write_text(page, "utf-8", errors="replace")
    return [Input(path.name, path, ".html") for path in paths]


def _reports(vectors: tuple[str, ...], folder: Path) -> Pages:
    found = [inspect_document(talk, DEFAULTS) for talk in _talks(vectors, folder)]
    return {"/report.html": ("text/html", report_page(found).encode())}


def _epub(vectors: tuple[str, ...], folder: Path) -> Pages:
    talks = _talks(vectors, folder)
    documents = [Document(_html(vector), talk) for vector, talk in zip(vectors, talks, strict=True)]
    book = make_product(documents, "epub", Wishes()).data
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {
            f"/{name}": (_type_of(name), archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xhtml", ".css"))
        }


def _sphinx(vectors: tuple[str, ...], folder: Path) -> Pages:
    """Return the body of a page of Sphinx with an interview for each vector."""
    mini = project("interview", folder)
    talks = _talks(vectors, mini.srcdir)
    directives = "".join(f".. interview:: {talk.name}\n\n" for talk in talks)
    (mini.srcdir / "index.rst").write_text(f"Index\n=====\n\n{directives}", "utf-8")
    page = mini.build("html").text("index.html")
    body = page[page.index('<div class="body"') : page.index('<div class="sphinxsidebar"')]
    return _joined([body])


def _sphinx_epub(vectors: tuple[str, ...], folder: Path) -> Pages:
    """Return the page of Sphinx's EPUB with an interview for each vector."""
    mini = project("epub", folder)
    talks = _talks(vectors, mini.srcdir)
    directives = "".join(f".. interview:: {talk.name}\n\n" for talk in talks)
    (mini.srcdir / "index.rst").write_text(f"Index\n=====\n\n{directives}", "utf-8")
    page = mini.build("epub").text("index.xhtml")
    return {"/index.xhtml": ("application/xhtml+xml", page.encode())}


def _type_of(name: str) -> str:
    return "text/css" if name.endswith(".css") else "application/xhtml+xml"


PRODUCTS: dict[tuple[str, str], Callable[[Path], tuple[int, Pages]]] = {
    ("fixture", "HTML of HTML"): lambda _: (len(own()), _fragments(_html, own())),
    ("fixture", "HTML of Markdown"): lambda _: (len(own()), _whole_pages(_markdown, own())),
    ("fixture", "report of inspect"): lambda at: (len(own()), _reports(own(), at)),
    ("fixture", "EPUB of HTML"): lambda at: (len(own()), _epub(own(), at)),
    ("fixture", "HTML of Sphinx"): lambda at: (len(own()), _sphinx(own(), at)),
    ("fixture", "EPUB of Sphinx"): lambda at: (len(own()), _sphinx_epub(own(), at)),
    ("brs-kb", "HTML of HTML"): lambda _: (len(known()), _fragments(_html, known())),
    ("brs-kb", "HTML of Markdown"): lambda _: (len(known()), _fragments(_markdown, known())),
    ("html5lib", "HTML of HTML"): lambda _: (len(trees()), _fragments(_html, trees())),
    ("yaml-test-suite", "HTML of Markdown"): lambda _: (len(heads()), _whole_pages(_head, heads())),
}
_NEEDS_SUITES = {"html5lib", "yaml-test-suite"}


@pytest.mark.chromium
@pytest.mark.parametrize(
    ("source", "product"),
    [
        pytest.param(*key, marks=[pytest.mark.suites] if key[0] in _NEEDS_SUITES else [])
        for key in PRODUCTS
    ],
)
def test_nothing_acts(source: str, product: str, tmp_path: Path, regenerate: bool) -> None:
    count, pages = PRODUCTS[source, product](tmp_path)
    found = what_acts({n: p for n, p in pages.items() if p[0] != "text/css"}, tmp_path / "browser")
    assert found == []
    if regenerate:
        _note([f"{source}: {count}", str(len(pages)), product, str(len(found))])


@pytest.mark.parametrize("vectors", [own()[part::4] for part in range(4)])
def test_the_filter_adds_nothing_that_acts(vectors: tuple[str, ...]) -> None:
    """What pandoc itself lets through is its user's to decide; the filter makes it no more."""
    for vector in vectors:
        page = f"<p><b>Ada Quill:</b> One?</p><p><b>Ben Roe:</b> {vector}</p>" * 2
        alone = pandoc("-f", "html", "-t", "html", data=page.encode()).decode()
        assert len(_ACTIVE.findall(converted(page, "html", "html"))) <= len(_ACTIVE.findall(alone))


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_no_office_document_leads_to_anything_active(form: str, tmp_path: Path) -> None:
    talks = _talks(own(), tmp_path)
    documents = [Document(_html(vector), talk) for vector, talk in zip(own(), talks, strict=True)]
    documents.append(Document(_html("<a href=https://example.org/>safe</a>"), talks[0]))
    made = make_product(documents, form, Wishes()).data
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        written = "\n".join(archive.read(name).decode() for name in names)
    found = set(re.findall(r'(?:Target|xlink:href)="([a-zA-Z][a-zA-Z0-9+.-]*):', written))
    assert "https" in found
    assert found <= {"http", "https", "mailto", "tel", "ftp"}
    assert not re.search(r"<script:|<office:event|w:attachedTemplate|DDEAUTO|oleObject", written)


@pytest.mark.fonts
def test_no_pdf_does_anything_by_itself(tmp_path: Path) -> None:
    talks = _talks(own(), tmp_path)
    documents = [Document(_html(vector), talk) for vector, talk in zip(own(), talks, strict=True)]
    made = make_product(documents, "pdf", Wishes()).data
    with pikepdf.open(io.BytesIO(made)) as pdf:
        actions = {str(item.get("/S")) for item in _dictionaries(pdf)}
        names = {key for item in _dictionaries(pdf) for key in item}
    assert not names & {"/JS", "/JavaScript", "/OpenAction", "/AA", "/AcroForm", "/EmbeddedFiles"}
    assert not actions & {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR"}


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary):
            yield item
            for inner in item.values():
                if isinstance(inner, pikepdf.Dictionary):
                    yield inner


@pytest.mark.chromium
def test_the_browser_tells_what_acts(tmp_path: Path) -> None:
    """Without a reader in between, most vectors do act: the check can see it."""
    page = "<!DOCTYPE html>" + "".join(f"<div>{vector}</div>" for vector in own()[4:30])
    found = what_acts({"/raw.html": ("text/html", page.encode())}, tmp_path / "browser")
    assert len(found) > 20


def test_the_table_of_the_manual_has_every_product() -> None:
    rows = _rows()
    assert [(row[0].split(":")[0], row[2]) for row in rows] == list(PRODUCTS)
    assert {row[3] for row in rows} == {"0"}


def _rows() -> list[list[str]]:
    if not TABLE.exists():
        return []
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def _note(row: list[str]) -> None:
    rows = {(old[0].split(":")[0], old[2]): old for old in _rows()}
    rows[row[0].split(":")[0], row[2]] = row
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows(rows[key] for key in PRODUCTS if key in rows)
