"""Attacks on pages come to nothing in any product, as the browser itself sees it."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from browser import what_acts
from conftest import ROOT
from pandoc_tools import converted, pandoc
from vectors import PRODUCTS, documents_of, html_of, own, talks

from pandoc_vivavoce.command.products import make_product
from pandoc_vivavoce.command.reading import Document
from pandoc_vivavoce.command.wishes import Wishes

TABLE = ROOT / "examples" / "docs" / "safety" / "vectors.csv"
_ACTIVE = re.compile(r"hit\(|<script|<iframe|javascript:", re.IGNORECASE)
_PANDOCS_OWN = re.compile(r" img-src |: img src (?:(?:https?:)?//|data:image/svg)|: id ")
"""Pictures from elsewhere, drawings that only show, and ids are in pandoc's products as ever."""
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
    if "filter" in product:
        found = [what for what in found if not _PANDOCS_OWN.search(what)]
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
    documents = documents_of(own(), tmp_path)
    safe = html_of("<a href=https://example.org/>safe</a>")
    documents.append(Document(safe, talks(["x"], tmp_path)[0]))
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
    documents = documents_of(own(), tmp_path)
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
