"""DOCX and ODT: they open, their turns have styles, and who says what can be read back."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from dotfixtures import FIXTURES
from lxml import etree

from pandoc_vivavoce.books.plan.book_file import find_plan
from pandoc_vivavoce.books.plan.book_plan import planned
from pandoc_vivavoce.command.inputs import find_inputs
from pandoc_vivavoce.command.products import make_product
from pandoc_vivavoce.command.reading import Document, read_document
from pandoc_vivavoce.command.wishes import Wishes
from pandoc_vivavoce.errors import WorkError
from pandoc_vivavoce.reference import reference_document
from vivavoce.interview import Interview, Node, Text
from vivavoce.options import DEFAULTS

BOOKS = FIXTURES / "books"
FERRY, MILL, OAR = BOOKS / "ferry.html", BOOKS / "mill.md", BOOKS / "oar.html"
TEXT = {"docx": "word/document.xml", "odt": "content.xml"}
STYLES = {"docx": "word/styles.xml", "odt": "styles.xml"}


def read(*paths: Path) -> list[Document]:
    inputs = find_inputs([str(path) for path in paths])
    return [read_document(item, DEFAULTS) for item in inputs]


def made(paths: Sequence[Path], form: str, wishes: Wishes | None = None) -> bytes:
    return make_product(read(*paths), form, wishes or Wishes()).data


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def said_in(interview: Interview) -> list[tuple[str, str]]:
    """Return who speaks and the words of every turn, without white space."""
    names = {person.id: person.name or person.label for person in interview.participants}
    return [(names.get(turn.speaker, ""), words(turn)) for turn in interview.turns]


def words(node: Node) -> str:
    if isinstance(node, Text):
        return "".join(node.text.split())
    return "".join(map(words, node.blocks))


@pytest.mark.parametrize("form", TEXT)
def test_every_part_is_well_formed_and_turns_have_styles(form: str) -> None:
    data = made([FERRY, MILL, OAR], form)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
    used, known = part(data, TEXT[form]), part(data, STYLES[form])
    assert "Question" in used
    assert "Interview Question" in known


@pytest.mark.parametrize("form", TEXT)
def test_book_of_several_has_contents_and_chapters_on_new_pages(form: str) -> None:
    several, single = made([FERRY, MILL], form), made([FERRY], form)
    sign = {"docx": "TOC \\o", "odt": "<text:table-of-content"}[form]
    page = {"docx": "pageBreakBefore", "odt": 'fo:break-before="page"'}[form]
    assert sign in part(several, TEXT[form])
    assert sign not in part(single, TEXT[form])
    assert page in part(several, STYLES[form])
    assert page not in part(single, STYLES[form])


@pytest.fixture
def parts(tmp_path: Path) -> bytes:
    """A DOCX of three interviews in two parts."""
    for path in (FERRY, MILL, OAR):
        shutil.copy(path, tmp_path)
    plan = tmp_path / "book.yaml"
    rivers = "{title: Rivers, chapters: [ferry.html, mill.md]}"
    head = "title: Water\nlang: en\ndate: 2026-03\neditors: [Ines Vale]\n"
    plan.write_text(f"{head}parts: [{rivers}, {{title: Seas, chapters: [oar.html]}}]\n", "utf-8")
    found = find_plan([str(plan)])
    documents = [read_document(item, DEFAULTS) for item in found.inputs]
    return make_product(documents, "docx", planned(Wishes(), found)).data


def test_contents_of_a_docx_have_entries_that_lead_to_their_places(parts: bytes) -> None:
    text = part(parts, TEXT["docx"])
    field = text.index("TOC \\o"), text.index('fldCharType="end"')
    entries = re.findall(
        r'<w:pStyle w:val="(TOC\d)" />.*?w:anchor="([^"]+)".*?<w:t[^>]*>([^<]+)',
        text[field[0] - 400 : field[1]],
    )
    assert ("TOC1", "part1", "Rivers") in entries
    assert ("TOC2", "ch1", "The Ferry at Low Water") in entries
    assert all(f'w:name="{name}"' in text for _, name, _ in entries)
    assert text.count('fldCharType="begin"') == text.count('fldCharType="end"') == 1
    assert '<w:name w:val="toc 1" />' in part(parts, STYLES["docx"])


def test_contents_of_an_odt_have_entries_too() -> None:
    text = part(made([FERRY, MILL], "odt"), TEXT["odt"])
    body = text.partition("<text:index-body>")[2].partition("</text:index-body>")[0]
    entries = re.findall(r'"Contents_20_(\d)"><text:a [^>]*href="#([^"]+)"', body)
    assert {("1", "people"), ("1", "ch1"), ("1", "ch2")} <= set(entries)
    assert all(f'<text:bookmark-start text:name="{name}" />' in text for _, name in entries)
    assert "The Ferry at Low Water</text:" in body


def test_chapters_in_parts_of_a_docx_begin_a_page(parts: bytes) -> None:
    text = part(parts, TEXT["docx"])
    breaks = re.findall(
        r'w:name="(\w+)" />\s*<w:p><w:pPr><w:pStyle [^>]*/><w:pageBreakBefore />', text
    )
    assert breaks == ["ch2"]


def test_title_page_of_a_docx_is_in_words(parts: bytes) -> None:
    title = part(parts, TEXT["docx"]).partition("<w:sdt>")[0]
    assert "Edited by Ines Vale" in title
    assert "March 2026" in title
    assert 'w:themeColor="accent1"' not in part(parts, STYLES["docx"])


def test_language_of_the_book_is_set() -> None:
    assert 'w:eastAsia="zh-Hans"' in part(made([MILL], "docx"), STYLES["docx"])


def test_bold_is_bold_in_arabic_and_hebrew_too() -> None:
    """Letters of complex scripts have a property of their own (ECMA-376, part 1, 17.3.2.2)."""
    styles = part(made([OAR], "docx"), STYLES["docx"])
    term = styles[styles.index('"DefinitionTerm"') :].partition("</w:style>")[0]
    assert "<w:b /><w:bCs />" in term


def test_own_reference_document_gives_the_styles(tmp_path: Path) -> None:
    path = tmp_path / "mine.docx"
    path.write_bytes(made([FERRY], "docx"))
    wishes = Wishes(reference_doc=str(path))
    assert "Interview Question" in part(made([MILL], "docx", wishes), STYLES["docx"])
    with pytest.raises(WorkError, match=r"must be a \.odt file"):
        made([MILL], "odt", wishes)
    with pytest.raises(WorkError, match=r"none\.docx: there is no such file"):
        made([MILL], "docx", Wishes(reference_doc=str(tmp_path / "none.docx")))
    with pytest.raises(KeyError):
        reference_document("rtf", b"")


@pytest.mark.parametrize("form", TEXT)
@pytest.mark.parametrize("path", [FERRY, MILL, OAR])
def test_who_says_what_is_read_back(tmp_path: Path, form: str, path: Path) -> None:
    back = tmp_path / f"book.{form}"
    back.write_bytes(made([path], form))
    given, found = read(path)[0].interview, read(back)[0].interview
    assert said_in(found) == said_in(given)


@pytest.mark.office
@pytest.mark.parametrize("form", TEXT)
def test_libreoffice_opens_it(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"book.{form}"
    path.write_bytes(made([FERRY, MILL, OAR], form))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "txt:Text (encoded):UTF8"]
    subprocess.run([*command, "--outdir", tmp_path, path], capture_output=True, timeout=120)
    text = (tmp_path / "book.txt").read_text("utf-8-sig")
    turns = ["Ben Marsh: Nobody does.", "魏磨：说渡船。", "سالم:"]
    places = [text.index(turn) for turn in turns]
    assert places == sorted(places)


@pytest.mark.fonts
@pytest.mark.parametrize("form", ["pdf", "docx", "odt", "html", "epub"])
def test_same_input_gives_the_same_bytes(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert made([FERRY, MILL], form) == made([FERRY, MILL], form)
