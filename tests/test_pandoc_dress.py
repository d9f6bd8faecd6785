"""What turns look like: colours that can be read, questions on the page of their answers."""

from __future__ import annotations

import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from pandoc_tools import FILTER, converted, filtered, pandoc, to_json

from pandoc_vivavoce.dress.colours import DARK_PAGE, LIGHT_PAGE, colour_of, contrast
from pandoc_vivavoce.dress.heads import definitions_of

TALK = """\
## The yard

**Ann:** Who built it?

**Ben:** I did.

**Ann:** When?

**Ben:** Last year.
"""
TWO_LINES = "about the walls and the roof and all the windows and the doors of the yard"
LEAST = 4.5
"""The contrast that WCAG 2.2 asks of text, success criterion 1.4.3."""
TINTS = re.findall(
    r"rgba\((\d+), (\d+), (\d+), ([.\d]+)\)", definitions_of("html", ("base", "bubble"))
)


@pytest.mark.parametrize("number", range(1, 13))
def test_colours_can_be_read_on_pages_and_in_bubbles(number: int) -> None:
    light, dark = colour_of(number)
    assert len(TINTS) == 2
    for colour, page in ((light, LIGHT_PAGE), (dark, DARK_PAGE)):
        assert contrast(colour, page) >= LEAST
        for tint in TINTS:
            assert contrast(colour, _tinted(page, *map(float, tint))) >= LEAST


def test_no_section_of_odt_parts_a_heading_from_what_follows() -> None:
    made = converted(TALK, "markdown", "opendocument")
    assert "text:section" not in made
    assert made.count("<text:bookmark ") == 4


def test_lists_stand_in_the_column_beside_the_labels(tmp_path: Path) -> None:
    text = f"::: {{.interview layout=side}}\n{TALK}\n- first\n- second\n:::\n"
    made, _ = filtered(to_json(text), "docx")
    product = tmp_path / "talk.docx"
    pandoc("-f", "json", "-o", product, data=made)
    with zipfile.ZipFile(product) as parts:
        body = parts.read("word/document.xml").decode()
    assert body.count('<w:ilvl w:val="3" />') == body.count("<w:numPr>") == 2
    assert "\n\n- first\n- second\n" in pandoc("-f", "docx", "-t", "markdown", product).decode()


@pytest.mark.latex
@pytest.mark.poppler
@pytest.mark.parametrize("layout", ["run-in", "hanging", "side", "script"])
def test_a_page_does_not_end_between_question_and_answer(layout: str, tmp_path: Path) -> None:
    parts = ["---\nlang: en\n---\n"]
    for number, lines in enumerate(range(1, 19)):
        gap = rf"\dimexpr\textheight-{lines / 2}\baselineskip"
        parts.append(f"```{{=latex}}\n\\newpage\\vspace*{{{gap}}}\n```")
        asked = f"Question {number}, {TWO_LINES}, which is the end of {number}?"
        parts.append(f"**Ann:** {asked}\n\n**Ben:** Answer {number}, I think.\n")
    text = "\n\n".join(parts)
    arguments = ("--filter", FILTER, "-M", f"interview.layout={layout}", "-s")
    tex = tmp_path / "talk.tex"
    pandoc(*arguments, "-o", tex, data=text.encode())
    subprocess.run(["pdflatex", "-interaction=batchmode", tex], cwd=tmp_path, capture_output=True)
    pages = subprocess.run(["pdftotext", tex.with_suffix(".pdf"), "-"], capture_output=True)
    shown = [page for page in pages.stdout.decode().split("\f") if "Question" in page]
    assert len(shown) == 18
    assert [page for page in shown if "end of" not in page or "Answer" not in page] == []


@pytest.mark.latex
@pytest.mark.parametrize("layout", ["run-in", "side", "question-heading"])
def test_slides_of_beamer_have_the_definitions(layout: str, tmp_path: Path) -> None:
    tex = tmp_path / "talk.tex"
    stated = ("-M", f"interview.layout={layout}", "-M", "interview.colours=true")
    arguments = ("--filter", FILTER, *stated, "-s", "-t", "beamer", "--slide-level", "2")
    pandoc(*arguments, "-o", tex, data=f"# The yard\n\n{TALK}".encode())
    command = ["pdflatex", "-interaction=batchmode", "-halt-on-error", tex]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True)
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("writer", "definition"),
    [
        ("latex", "newenvironment{interviewanswer}"),
        ("beamer", "newenvironment{interviewanswer}"),
        ("typst", "#let interview-turn"),
        ("context", "definestartstop[interviewanswer]"),
    ],
)
def test_a_users_own_header_pushes_no_definitions_out(
    writer: str, definition: str, tmp_path: Path
) -> None:
    own = tmp_path / "own.txt"
    own.write_text("% mine", "utf-8")
    made = pandoc("--filter", FILTER, "-s", "-H", own, "-t", writer, data=TALK.encode()).decode()
    assert "% mine" in made
    assert made.count(definition) == 1


def test_pages_of_a_book_have_style_sheets_and_after_them_the_users(tmp_path: Path) -> None:
    own, book = tmp_path / "own.css", tmp_path / "talk.epub"
    own.write_text("p { color: #123456 }", "utf-8")
    asked = ("-M", "interview.layout=hanging", "-M", "interview.colours=true", "--css", own)
    pandoc("--filter", FILTER, *asked, "-M", "title=Boats", "-o", book, data=TALK.encode())
    with zipfile.ZipFile(book) as archive:
        page = archive.read("EPUB/text/ch001.xhtml").decode()
        names = re.findall(r'href="../(styles/\w+.css)"', page)
        sheets = [archive.read(f"EPUB/{name}").decode() for name in names]
    assert len(sheets) == 3
    assert ".turn.question" in sheets[0]
    assert '[data-layout="hanging"]' in sheets[1]
    assert sheets[2] == "p { color: #123456 }"
    assert f'class="speaker" style="color: {colour_of(1).on_light}"' in " ".join(page.split())


def test_pages_of_a_book_run_from_right_to_left(tmp_path: Path) -> None:
    book = tmp_path / "talk.epub"
    data = f"Before.\n\n{TALK}".encode()
    pandoc("--filter", FILTER, "-M", "lang=ar", "-M", "title=Boats", "-o", book, data=data)
    with zipfile.ZipFile(book) as archive:
        page = archive.read("EPUB/text/ch001.xhtml").decode()
        package = archive.read("EPUB/content.opf").decode()
    assert re.search(r'<div dir="rtl">\s*<p>Before', page)
    assert re.search(r'<section id="the-yard" class="level2" dir="rtl">', page)
    assert 'page-progression-direction="rtl"' in package


def test_headings_in_latex_stand_in_their_own_line() -> None:
    data = to_json(TALK, "markdown", "-M", "interview.layout=question-heading")
    assert b'"block-headings"' in filtered(data, "latex")[0]
    assert b'"block-headings"' not in filtered(data, "html")[0]


@pytest.mark.parametrize(
    ("note", "headings"),
    [("Asked twice.", 2), ("Asked twice.\n\n    And again.", 1), ("~~~\n    code\n    ~~~", 1)],
)
def test_a_question_with_a_long_note_is_no_heading_in_latex(note: str, headings: int) -> None:
    """TeX takes no paragraphs in a heading; where they are taken, the question is one."""
    text = TALK.replace("When?", "When?[^1]").replace("## The yard", "# The yard")
    data = f"{text}\n[^1]: {note}\n"
    asked = ("-M", "interview.layout=question-heading")
    assert converted(data, "markdown", "latex", *asked).count("\\subsection") == headings
    assert converted(data, "markdown", "typst", *asked).count("\n== ") == 2


@pytest.mark.parametrize(("writer", "named"), [("jats", "<speech id="), ("tei", "<sp xml:id=")])
def test_turns_keep_their_names_in_xml(writer: str, named: str) -> None:
    assert converted(TALK, "markdown", writer).count(named) == 4


def _tinted(page: str, red: float, green: float, blue: float, alpha: float) -> str:
    """Return the colour of *page* under a tint."""
    channels = [int(page[at : at + 2], 16) for at in (1, 3, 5)]
    mixed = [
        round(under * (1 - alpha) + over * alpha)
        for under, over in zip(channels, (red, green, blue), strict=True)
    ]
    return "#" + "".join(f"{channel:02x}" for channel in mixed)
