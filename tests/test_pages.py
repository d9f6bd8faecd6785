"""Pages of the filter as a reader sees them: no word stands on another, and all in its column."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
import typst
from browser import SWITCHES
from click.testing import CliRunner
from pandoc_tools import FILTER, converted, pandoc

from pandoc_vivavoce.command.commands import main
from pandoc_vivavoce.dress.named import fits_beside

TALK = """\
**Rosalind Anne Featherstonehaugh:** Who built it?

**Bartholomew Quill of Nether Wallop:** I did.

**Rosalind Anne Featherstonehaugh:** When?

**Bartholomew Quill of Nether Wallop:** Last year, with these:

- stones
- beams

> The roof is open.

Then it rained.

*[He shuts the door.]*

Listen.

**Rosalind Anne Featherstonehaugh:** And now?

**Quill:** Now it is dry.
"""
FIGURES = """\
**Ann:** How do you count its swings?

**Ben:** I count them so, as you can see:

$$a$$

**Ann:** Which clocks have you mended?

**Ben:** I have mended these for you:

|      |      |
|------|------|
| Mill | 1820 |
"""
LAYOUTS = ["run-in", "hanging", "side", "question-heading", "script"]
_WORD = re.compile(
    r'<word xMin="([.\d]+)" yMin="([.\d]+)" xMax="([.\d]+)" yMax="([.\d]+)">([^<]*)</word>'
)


class Word(NamedTuple):
    """A word on a page and where it stands, in points."""

    page: int
    left: float
    right: float
    middle: float
    text: str

    def is_on(self, other: Word) -> bool:
        """Tell whether the word and *other* cannot both be read."""
        return (
            self.page == other.page
            and abs(self.middle - other.middle) < 5
            and min(self.right, other.right) - max(self.left, other.left) > 1
        )


def words_of(pdf: Path) -> list[Word]:
    """Return the words of a PDF in the order in which they are read."""
    told = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, check=True)
    return [
        Word(page, float(left), float(right), (float(top) + float(bottom)) / 2, text)
        for page, part in enumerate(told.stdout.decode().split("</page>"))
        for left, top, right, bottom, text in _WORD.findall(part)
    ]


def by_latex(folder: Path, arguments: tuple[str, ...], engine: str = "pdflatex") -> Path:
    """Return a PDF of the talk that LaTeX makes."""
    pdf = folder / "talk.pdf"
    engine_of = ("--pdf-engine", engine, "-V", "papersize=a5")
    pandoc("--filter", FILTER, *arguments, *engine_of, "-o", pdf, data=TALK.encode())
    return pdf


def by_typst(folder: Path, arguments: tuple[str, ...]) -> Path:
    """Return a PDF of the talk that Typst makes."""
    source = folder / "talk.typ"
    pandoc("--filter", FILTER, *arguments, "-s", "-o", source, data=TALK.encode())
    typst.compile(source, output=source.with_suffix(".pdf"))
    return source.with_suffix(".pdf")


def by_browser(folder: Path, arguments: tuple[str, ...]) -> Path:
    """Return a PDF that a browser prints of the talk."""
    page = folder / "talk.html"
    pandoc("--filter", FILTER, *arguments, "-s", "-o", page, data=TALK.encode())
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next(found for name in names if (found := shutil.which(name)))
    pdf = page.with_suffix(".pdf")
    profile = f"--user-data-dir={folder / 'profile'}"
    # With a port for debugging it would go on waiting after it has printed.
    switches = [name for name in SWITCHES if "debugging" not in name]
    command = [program, *switches, profile, f"--print-to-pdf={pdf}", page.as_uri()]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    return pdf


MAKERS = [
    pytest.param(by_latex, marks=pytest.mark.latex),
    by_typst,
    pytest.param(by_browser, marks=pytest.mark.chromium),
]


@pytest.mark.poppler
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("maker", MAKERS)
def test_no_word_stands_on_another(
    maker: Callable[[Path, tuple[str, ...]], Path], layout: str, tmp_path: Path
) -> None:
    asked = ("-M", f"interview.layout={layout}", "-M", "interview.number-questions=true")
    words = words_of(maker(tmp_path, (*asked, "-M", "title=The yard", "-M", "lang=en")))
    assert {"Quill", "QUILL"} & {word.text.strip(":") for word in words}
    assert [pair for pair in combinations(words, 2) if pair[0].is_on(pair[1])] == []


@pytest.mark.latex
@pytest.mark.poppler
@pytest.mark.parametrize("layout", ["hanging", "side", "script"])
def test_marks_of_lists_keep_their_distance_in_latex(layout: str, tmp_path: Path) -> None:
    words = words_of(by_latex(tmp_path, ("-M", f"interview.layout={layout}")))
    mark, item = next(pair for pair in pairwise(words) if pair[0].text == "•")
    assert item.text == "stones"
    assert item.left - mark.right > 3


@pytest.mark.poppler
def test_tables_and_formulas_stand_in_a_turn_as_they_do_elsewhere(tmp_path: Path) -> None:
    def shown(*asked: str) -> list[tuple[float, float]]:
        source = tmp_path / "talk.typ"
        pandoc("--filter", FILTER, *asked, "-s", "-o", source, data=FIGURES.encode())
        typst.compile(source, output=source.with_suffix(".pdf"))
        words = words_of(source.with_suffix(".pdf"))
        return [(word.left, word.right) for word in words if word.text in {"𝑎", "Mill", "1820"}]

    outside = shown("-M", "interview=false")
    assert len(outside) == 3
    assert shown() == outside


@pytest.mark.poppler
def test_a_small_table_of_a_book_stays_small(tmp_path: Path) -> None:
    source, pdf = tmp_path / "talk.md", tmp_path / "talk.pdf"
    source.write_text(FIGURES, "utf-8")
    CliRunner().invoke(main, ["convert", str(source), "-o", str(pdf)])
    place = {word.text: word for word in words_of(pdf)}
    assert 0 < place["1820"].left - place["Mill"].right < 30


@pytest.mark.latex
@pytest.mark.poppler
@pytest.mark.parametrize("layout", ["run-in", "hanging", "side", "script"])
def test_a_heading_is_no_further_from_a_turn_than_from_a_paragraph(
    layout: str, tmp_path: Path
) -> None:
    pdf = tmp_path / "talk.pdf"

    def distance(*asked: str) -> float:
        text = f"# Clocks\n\n{FIGURES}"
        pandoc("--filter", FILTER, *asked, "-o", pdf, data=text.encode())
        heading, first, *_ = words_of(pdf)
        return first.middle - heading.middle

    asked = distance("-M", f"interview.layout={layout}")
    assert asked == pytest.approx(distance("-M", "interview=false"), abs=1)


def test_numbers_stand_with_the_labels_that_leave_the_line() -> None:
    asked = ("-M", "interview.number-questions=true", "-M", "interview.layout=side")
    assert r"\interviewspeaker{{1.} Rosalind" in converted(TALK, "markdown", "latex", *asked)
    assert r"#interview-speaker[\1. Rosalind" in converted(TALK, "markdown", "typst", *asked)


def _body(form: str, layout: str, text: str, folder: Path) -> str:
    """Return the text that pandoc writes in the office format *form*."""
    product = folder / f"talk.{form}"
    reference = folder / f"reference.{form}"
    made = subprocess.run([FILTER, "--reference", form], capture_output=True, check=True)
    reference.write_bytes(made.stdout)
    asked = ("-M", f"interview.layout={layout}", "--reference-doc", reference)
    pandoc("--filter", FILTER, *asked, "-o", product, data=text.encode())
    with zipfile.ZipFile(product) as parts:
        name = {"docx": "word/document.xml", "odt": "content.xml"}[form]
        return parts.read(name).decode()


@pytest.mark.parametrize("form", ["docx", "odt"])
@pytest.mark.parametrize(("layout", "style"), [("side", "Side"), ("script", "Dialogue")])
def test_quotations_stand_in_the_column_and_stay_quotations(
    form: str, layout: str, style: str, tmp_path: Path
) -> None:
    body = _body(form, layout, TALK, tmp_path)
    name = f"Interview Quotation {style}"
    assert body.count(name.replace(" ", "") if form == "docx" else name) == 1
    read = pandoc("-f", form, "-t", "markdown", tmp_path / f"talk.{form}").decode()
    assert "> The roof is open." in read or form == "odt"


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_what_is_said_begins_in_its_column(form: str, tmp_path: Path) -> None:
    """Beside a short label, below a long one, and where there is none."""
    body = _body(form, "side", TALK, tmp_path)
    assert len(re.findall(r"<(?:w:br|text:line-break) ?/>", body)) == 5
    assert len(re.findall(r"<(?:w|text):tab ?/>", body)) == 2
    assert fits_beside("林海澜：")
    assert not fits_beside("林海澜、欧阳若愚、司马青：")


def test_tables_stand_in_the_column_in_docx(tmp_path: Path) -> None:
    wide = f"| place | {'what was seen there ' * 4}|\n|---|{'-' * 80}|\n| quay | nothing |\n"
    body = _body("docx", "side", f"{TALK}\n{wide}", tmp_path)
    assert body.count("<w:tblInd ") == 1
    (width,) = re.findall(r'<w:tblW w:type="pct" w:w="(\d+)"', body)
    assert int(width) <= 3750
