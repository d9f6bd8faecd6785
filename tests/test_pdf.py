"""PDFs: what is on the page, what a validator asks for, and why one cannot be made."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from conftest import CORPUS
from dotfixtures import FIXTURES
from pdf_check import findings

from pandoc_vivavoce.books.book import Book
from pandoc_vivavoce.books.paper import paper_size
from pandoc_vivavoce.books.pdf.fonts import Fonts, language_and_region
from pandoc_vivavoce.books.pdf.glyphs import glyph_error
from pandoc_vivavoce.books.pdf.marks import escape, quoted
from pandoc_vivavoce.books.plan.book_file import find_plan
from pandoc_vivavoce.books.plan.book_plan import planned
from pandoc_vivavoce.books.themes import THEMES
from pandoc_vivavoce.command.inputs import find_inputs
from pandoc_vivavoce.command.products import make_product
from pandoc_vivavoce.command.reading import read_document
from pandoc_vivavoce.command.wishes import Wishes
from pandoc_vivavoce.errors import CallError, WorkError
from pandoc_vivavoce.settings import Settings
from vivavoce.interview import Text
from vivavoce.options import DEFAULTS

BOOKS = FIXTURES / "books"
FERRY, MILL, OAR = BOOKS / "ferry.html", BOOKS / "mill.md", BOOKS / "oar.html"


def made(paths: Sequence[Path], form: str = "pdf", wishes: Wishes | None = None) -> bytes:
    inputs = find_inputs([str(path) for path in paths])
    documents = [read_document(item, DEFAULTS) for item in inputs]
    return make_product(documents, form, wishes or Wishes()).data


def text_of(data: bytes, folder: Path) -> str:
    """Return what pdftotext reads, on one line and without white space."""
    return "".join(pages_of(data, folder))


def pages_of(data: bytes, folder: Path) -> list[str]:
    """Return what pdftotext reads on each page, without white space."""
    path = folder / "book.pdf"
    path.write_bytes(data)
    done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    return [re.sub(r"\s+", "", page) for page in done.stdout.decode().split("\f")]


@pytest.mark.fonts
@pytest.mark.parametrize("paths", [[FERRY], [MILL], [OAR], [FERRY, MILL, OAR]])
def test_pdf_is_tagged_and_accepted_as_pdf_ua(paths: list[Path]) -> None:
    data = made(paths)
    assert data.startswith(b"%PDF-")
    assert b"/MarkInfo" in data
    assert findings(data) == []


def test_checker_finds_what_is_wrong() -> None:
    import typst  # noqa: PLC0415 - only few tests set type by themselves

    found = findings(typst.compile(b"= A heading\nA document without a title."))
    assert any(line.startswith("PDFUA1-ID-PART-001") for line in found)


@pytest.mark.fonts
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("paper", ["", "e-ink"])
def test_every_theme_is_accepted_on_large_and_small_paper(theme: str, paper: str) -> None:
    data = made([FERRY, MILL, OAR], wishes=Wishes(theme=theme, paper=paper))
    assert findings(data) == []


@pytest.mark.fonts
@pytest.mark.poppler
def test_large_print_is_large_and_has_no_serifs(tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    path.write_bytes(made([FERRY, MILL], wishes=Wishes(theme="large-print")))
    done = subprocess.run(["pdffonts", path], capture_output=True, check=True)
    assert b"Serif" not in done.stdout
    page = subprocess.run(["pdfinfo", path], capture_output=True, check=True).stdout
    assert b"A4" in page


def test_layout_is_set_after_the_theme_s_own_turns() -> None:
    source = made([FERRY], "typst", Wishes(theme="modern", look=Settings(layout="side")))
    text = source.decode()
    assert text.index("#let theme") < text.index("#let interview-gap = theme.gap")
    assert text.index("#let interview-gap = theme.gap") < text.index(
        "let dx = if interview-is-rtl()"
    )


@pytest.mark.fonts
@pytest.mark.poppler
def test_labels_and_words_are_text_in_order(tmp_path: Path) -> None:
    text = text_of(made([MILL]), tmp_path)
    turns = ["安芮：磨坊现在还转吗？", "魏磨：转。", "安芮：那您都说些什么？", "魏磨：说渡船。"]
    places = [text.index(turn) for turn in turns]
    assert places == sorted(places)


@pytest.mark.fonts
@pytest.mark.poppler
@pytest.mark.parametrize("path", [FERRY, MILL])
@pytest.mark.parametrize("theme", THEMES)
def test_who_says_what_is_read_back(tmp_path: Path, path: Path, theme: str) -> None:
    (document,) = [read_document(item, DEFAULTS) for item in find_inputs([str(path)])]
    text = text_of(made([path], wishes=Wishes(theme=theme)), tmp_path).casefold()
    place = 0
    for turn in document.interview.turns:
        said = next(block.text for block in turn.blocks if isinstance(block, Text))
        label = re.sub(r"\s+", "", turn.label).casefold()
        opening = re.sub(r"\s+", "", said).casefold()[:12]
        place = text.index(opening, place)
        assert text[:place].rstrip(":：").endswith(label)


@pytest.mark.parametrize(
    ("missing", "remedy"), [("\U0001f4cc", "Noto Color Emoji"), ("\U0002a6a5", "that has them")]
)
def test_remedy_names_the_kind_of_font(missing: str, remedy: str) -> None:
    assert remedy in glyph_error(missing, missing, Book("A book", ())).remedy


@pytest.mark.fonts
@pytest.mark.poppler
@pytest.mark.parametrize("layout", ["run-in", "hanging", "side", "script", "question-heading"])
def test_every_layout_says_who_speaks(tmp_path: Path, layout: str) -> None:
    text = text_of(made([FERRY], wishes=Wishes(look=Settings(layout=layout))), tmp_path)
    assert text.casefold().count("benmarsh") >= 4


@pytest.mark.fonts
@pytest.mark.poppler
def test_book_of_several_has_title_contents_people_and_sources(tmp_path: Path) -> None:
    text = text_of(made([FERRY, MILL], wishes=Wishes(title="Water")), tmp_path)
    parts = ["Water", "Contents", "Who’swho", "TheFerryatLowWater", "磨坊主说", "Sources"]
    assert all(part in text for part in parts)


@pytest.mark.fonts
@pytest.mark.poppler
@pytest.mark.parametrize(
    ("theme", "first"),
    [
        ("classic", ["Water", "", "WaterEditedbyInesVale", "Colophon"]),
        ("compact", ["WaterEditedbyInesVale", "Colophon"]),
    ],
)
def test_book_opens_as_books_do(tmp_path: Path, theme: str, first: list[str]) -> None:
    """Half title, title page, colophon, contents, people; a part has a page of its own."""
    for path in (FERRY, MILL):
        shutil.copy(path, tmp_path)
    parts = "parts: [{title: Rivers, chapters: [ferry.html, mill.md]}]"
    plan = tmp_path / "book.yaml"
    plan.write_text(f"title: Water\nlang: en\neditors: [Ines Vale]\n{parts}\n", "utf-8")
    found = find_plan([str(plan)])
    documents = [read_document(item, DEFAULTS) for item in found.inputs]
    data = make_product(documents, "pdf", planned(Wishes(theme=theme), found)).data
    pages = pages_of(data, tmp_path)
    assert [page[: len(words)] for page, words in zip(pages, first, strict=False)] == first
    places = [
        next(n for n, page in enumerate(pages) if page.startswith(word))
        for word in ("Colophon", "Contents", "Who", "Rivers", "TheFerry")
    ]
    assert places == sorted(places)
    assert pages[places[3]] == "Rivers"


@pytest.mark.fonts
@pytest.mark.poppler
def test_text_that_is_copied_holds_no_mark_of_direction(tmp_path: Path) -> None:
    text = text_of(made([FERRY, OAR, MILL], wishes=Wishes(title="Water")), tmp_path)
    assert len(text) > 500
    assert not re.search("[\u200e\u200f\u2066-\u2069]", text)


@pytest.mark.fonts
def test_same_book_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert made([FERRY]) == made([FERRY])


def test_character_without_glyph_is_named_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "talk.md"
    odd = "\U000f1234\U000f1235"
    path.write_text(f"**Ann:** Who?\n\n**Ben:** The {odd[0]} one.\n\n**Ann:** {odd[1]}?\n", "utf-8")
    with pytest.raises(WorkError) as caught:
        made([path])
    assert "U+F1234" in caught.value.cause
    assert "U+F1235" in caught.value.cause
    assert "The \U000f1234 one" in caught.value.cause
    assert "--font" in caught.value.remedy


def test_damaged_picture_is_named(tmp_path: Path) -> None:
    data = bytearray((BOOKS / "boat.png").read_bytes())
    data[data.index(b"IDAT") + 10] ^= 0xFF
    (tmp_path / "boat.png").write_bytes(data)
    path = shutil.copy(FERRY, tmp_path)
    with pytest.raises(WorkError) as caught:
        made([Path(path)])
    assert str(caught.value).startswith("boat.png: this picture is damaged")


@pytest.mark.poppler
@pytest.mark.fonts
def test_a_term_of_two_lines_is_set(tmp_path: Path) -> None:
    talk = "<p><b>Ann:</b> Who?</p><p><b>Ben:</b> I.</p>" * 2
    (tmp_path / "talk.html").write_text(
        f"{talk}<dl><dt>One<br>two</dt><dd>Three</dd></dl>", "utf-8"
    )
    assert "One two: #block[" in made([tmp_path / "talk.html"], "typst").decode()
    assert "OnetwoThree" in text_of(made([tmp_path / "talk.html"]), tmp_path)


def test_typst_source_holds_description_and_language_of_parts() -> None:
    source = made([FERRY], "typst").decode()
    assert '#picture("boat.png", alt: "A flat boat with one oar");' in source
    assert '#in-language("fr", none, ' in source
    assert "#footnote[" in source


HOSTILE = [
    '#read("/etc/passwd")',
    "$ x $ `raw` *bold* _it_ @ref <label> ~ // comment",
    "= heading",
    "1. item",
    "- item",
    "-1 and -- and --- and ...",
    "\\u{41} [content] https://example.org/*x*/",
    "\"quoted\" 'single'",
]


@pytest.mark.poppler
@pytest.mark.parametrize("words", HOSTILE)
def test_words_are_shown_and_never_run(tmp_path: Path, words: str) -> None:
    import typst  # noqa: PLC0415 - only this test sets type by itself

    source = f"#set page(width: 400pt)\n#set smartquote(enabled: false)\n{escape(words)}"
    data = typst.compile(source.encode())
    assert text_of(data, tmp_path) == re.sub(r"\s+", "", words)


@pytest.mark.poppler
@pytest.mark.parametrize("words", [";so", ";", "(so)", ".so", ".len()", "[so]", "…so", ": so"])
def test_words_right_after_a_call_are_shown(tmp_path: Path, words: str) -> None:
    path = tmp_path / "talk.md"
    path.write_text(f"**Ann:** An *oar*{words} then?\n\n**Ben:** No.\n\n**Ann:** Why?\n", "utf-8")
    assert f"Anoar{re.sub(' ', '', words)}then?" in text_of(made([path]), tmp_path)


@pytest.mark.latex
@pytest.mark.poppler
def test_engine_of_pandoc_s_makes_the_same_conversation(tmp_path: Path) -> None:
    wishes = Wishes(pdf_engine="xelatex", paper="120x180", toc_depth=2)
    text = text_of(made([FERRY, FERRY], wishes=wishes), tmp_path)
    assert text.count("BenMarsh:Nobodydoes.") == 2
    assert "Contents" in text
    odd = tmp_path / "odd.md"
    odd.write_text("**Ann:** Who?\n\n**Ben:** The \U000f1234 one.\n\n**Ann:** So?\n", "utf-8")
    with pytest.raises(WorkError, match="U\\+F1234"):
        made([odd], wishes=wishes)


@pytest.mark.latex
@pytest.mark.fonts
@pytest.mark.poppler
def test_engine_sets_a_book_in_three_scripts(tmp_path: Path) -> None:
    text = text_of(made([FERRY, MILL, OAR], wishes=Wishes(pdf_engine="xelatex")), tmp_path)
    assert "BenMarsh:Nobodydoes." in text
    assert "魏磨：说渡船。" in text
    assert any(name in text for name in ("سالم", "ملاس"))


def test_engine_must_be_known_and_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CallError, match="Known are xelatex"):
        made([FERRY], wishes=Wishes(pdf_engine="xetalex"))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(WorkError, match="or leave --pdf-engine out"):
        made([FERRY], wishes=Wishes(pdf_engine="weasyprint"))


@pytest.mark.parametrize(
    ("text", "code"),
    [('a "b" \\', '"a \\"b\\" \\\\"'), ("two\nlines", '"two lines"'), ("秦", '"秦"')],
)
def test_strings_of_typst_code(text: str, code: str) -> None:
    assert quoted(text) == code


@pytest.mark.parametrize(
    ("name", "size"), [("a5", (148, 210)), ("Letter", (216, 279)), ("120x180", (120, 180))]
)
def test_a_paper_has_this_size_in_millimetres(name: str, size: tuple[int, int]) -> None:
    assert paper_size(name) == size


def test_paper_that_nobody_knows_is_refused() -> None:
    with pytest.raises(CallError, match="there is no such paper"):
        paper_size("a99")


def test_fonts_are_chosen_by_script() -> None:
    fonts = Fonts(["Libertinus Serif", "Noto Serif CJK SC", "Noto Serif CJK JP", "Amiri"])
    latin = '(name: "Libertinus Serif", covers: "latin-in-cjk")'
    assert fonts.stack("zh-Hans").startswith(f'({latin}, "Noto Serif CJK SC"')
    assert fonts.stack("ja").startswith(f'({latin}, "Noto Serif CJK JP"')
    assert fonts.stack("ar").startswith('("Libertinus Serif", "Amiri"')


def test_fonts_without_serifs_come_first_where_asked() -> None:
    fonts = Fonts(["Libertinus Serif", "Noto Sans", "Noto Sans CJK JP", "Noto Serif CJK JP"])
    latin = '(name: "Noto Sans", covers: "latin-in-cjk")'
    stack = fonts.stack("ja", has_sans=True)
    assert stack == f'({latin}, "Noto Sans CJK JP", "Noto Serif CJK JP",)'


def test_all_symbol_faces_are_at_hand() -> None:
    stack = Fonts(["Noto Sans Symbols", "Noto Sans Symbols 2", "Noto Color Emoji"]).stack("en")
    assert stack == '("Noto Sans Symbols", "Noto Sans Symbols 2", "Noto Color Emoji",)'


def test_font_that_is_not_installed_is_refused_with_the_nearest() -> None:
    with pytest.raises(CallError) as caught:
        Fonts(["Noto Serif"], ["Noto Serf"])
    assert caught.value.remedy == "Did you mean Noto Serif?"


@pytest.mark.parametrize(
    ("lang", "pair"),
    [
        ("zh-Hans", ("zh", "cn")),
        ("zh-Hant", ("zh", "tw")),
        ("de-AT", ("de", "at")),
        ("en", ("en", "")),
    ],
)
def test_language_and_region(lang: str, pair: tuple[str, str]) -> None:
    assert language_and_region(lang) == pair


@pytest.mark.corpus
@pytest.mark.fonts
def test_real_interviews_are_accepted_or_lack_a_glyph() -> None:
    """Every eighth document of the corpus; a computer may lack a font for some character of one."""
    paths = [path for path in sorted((CORPUS / "dev").iterdir()) if path.suffix in {".html", ".md"}]
    tried = 0
    for path in paths[::8]:
        try:
            assert findings(made([path])) == [], path.name
        except WorkError as error:
            assert "no font has a glyph" in error.cause, path.name
        tried += 1
    assert tried >= 5
