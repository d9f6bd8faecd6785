"""A book described in a file: its plan, what is refused, and the book that comes of it."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from dotfixtures import FIXTURES, Case, params

from pandoc_vivavoce.books.plan.book_file import find_plan, read_book_file
from pandoc_vivavoce.books.plan.book_plan import BookPlan
from pandoc_vivavoce.books.plan.isbn import valid_isbn
from pandoc_vivavoce.books.plan.located import YamlError, load_located
from pandoc_vivavoce.books.said import BookSaid, ChapterSaid
from pandoc_vivavoce.command.commands import main
from pandoc_vivavoce.errors import CallError, WorkError, sentence
from pandoc_vivavoce.pandoc import run_pandoc

OF_BOOK = list(BookSaid.__dataclass_fields__)
OF_CHAPTER = [name for name in ChapterSaid.__dataclass_fields__ if name != "file"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three interviews and a people file."""
    home = tmp_path / "book"
    home.mkdir()
    for name in ("ferry.html", "mill.md", "oar.html"):
        shutil.copy(FIXTURES / "books" / name, home)
    (home / "people.yaml").write_text("people: []\n", "utf-8")
    (tmp_path / "secret.html").write_text("<p>Not for the book.</p>", "utf-8")
    return home


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("978-3-16-148410-0", "978-3-16-148410-0"),
        ("ISBN-13: 978 3 16 148410 0", "978 3 16 148410 0"),
        ("0-306-40615-2", "0-306-40615-2"),
        ("0-8044-2957-X", "0-8044-2957-X"),
        ("978-3-16-148410-1", ""),
        ("0-306-40615-3", ""),
        ("123", ""),
        ("X", ""),
        ("", ""),
        ("²²²²²²²²²²", ""),
    ],
)
def test_isbn_has_the_right_check_digit(text: str, number: str) -> None:
    assert valid_isbn(text) == number


def shown(value: object) -> str:
    return value if isinstance(value, str) else ", ".join(value)  # type: ignore[arg-type]


def dump(plan: BookPlan) -> Iterator[str]:
    """Yield a line for everything that *plan* says."""
    for name in OF_BOOK:
        if value := getattr(plan.book, name):
            yield f"{name}: {shown(value)}"
    yield from (f"wish {name}: {value}" for name, value in sorted(plan.wishes.items()))
    for source in plan.inputs:
        said = source.said
        facts = [
            f"{name} {shown(value) if isinstance(value, str) else ' '.join(sorted(value))}"
            for name in OF_CHAPTER
            if (value := getattr(said, name))
        ]
        yield ", ".join([f"chapter: {said.file}", *facts])
    yield from (problem.message for problem in plan.problems)


@pytest.mark.parametrize("case", params("book_files"))
def test_a_book_file_is_read_or_refused_with_its_line(case: Case, folder: Path) -> None:
    path = folder / "book.yaml"
    path.write_text(case.given, "utf-8")
    try:
        lines = list(dump(read_book_file(path)))
    except WorkError as error:
        lines = [sentence(str(error)).replace(str(folder) + "/", "")]
    assert lines == case.expected.splitlines()


def test_a_folder_with_the_file_is_that_book(folder: Path) -> None:
    (folder / "book.yaml").write_text("title: Waters\nchapters: [oar.html]\n", "utf-8")
    plan = find_plan([str(folder)])
    assert (plan.book.title, [item.file_name for item in plan.inputs]) == ("Waters", ["oar.html"])


def test_the_file_goes_with_no_other_input(folder: Path) -> None:
    (folder / "book.yaml").write_text("title: Waters\n", "utf-8")
    with pytest.raises(CallError, match="goes with no other input"):
        find_plan([str(folder / "book.yaml"), str(folder / "oar.html")])


def test_a_link_out_of_the_folder_is_refused(folder: Path) -> None:
    (folder / "inside.html").symlink_to(folder.parent / "secret.html")
    (folder / "book.yaml").write_text("chapters: [inside.html]\n", "utf-8")
    with pytest.raises(WorkError, match="leads out of the folder"):
        read_book_file(folder / "book.yaml")


BOOK = """\
title: Three Waters
editors: Ines Vale
publisher: Lantern Press
rights: All rights with the speakers
lang: en
parts:
  - title: Rivers
    chapters: [ferry.html, mill.md]
  - title: Seas
    chapters: [oar.html]
"""


def text_of_docx(folder: Path) -> str:
    """Return *folder*'s book, made as DOCX, as plain text."""
    (folder / "book.yaml").write_text(BOOK, "utf-8")
    out = folder.parent / "waters.docx"
    run = CliRunner().invoke(main, ["convert", str(folder), "-o", str(out)])
    assert run.exit_code == 0, run.output
    return run_pandoc(["-f", "docx", "-t", "plain", "--wrap=none"], out.read_bytes()).decode()


def test_book_has_imprint_parts_chapters_and_indexes_in_order(folder: Path) -> None:
    text = text_of_docx(folder)
    signs = ["Lantern Press", "Rivers", "Ferry at Low Water", "Seas", "Index of people"]
    places = [text.find(sign) for sign in signs]
    assert -1 not in places
    assert text.find("All rights with the speakers") > places[0]
    assert text.rfind("Seas") < text.rfind("Index of people")


@pytest.mark.parametrize(("lang", "status"), [("ja", 0), ("zh-Hant", 0), ("en", 1)])
def test_vertical_lines_are_for_languages_that_have_them(
    folder: Path, lang: str, status: int
) -> None:
    book = f"lang: {lang}\nwriting: vertical\nchapters: [mill.md]\n"
    (folder / "book.yaml").write_text(book, "utf-8")
    out = folder.parent / "mill.epub"
    run = CliRunner().invoke(main, ["convert", str(folder), "-o", str(out)])
    assert run.exit_code == status, run.output
    if status:
        assert "no vertical lines" in run.output
        assert not out.exists()
    else:
        with zipfile.ZipFile(out) as archive:
            assert b'page-progression-direction="rtl"' in archive.read("EPUB/content.opf")
            assert b"vertical-rl" in archive.read("EPUB/styles/stylesheet1.css")


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("chapters: " + "[" * 100_000, "nested deeper than 40 levels"),
        ("{" * 3000 + "}" * 3000, "nested deeper than 40 levels"),
        ("title: b\n" * 100_000, "more than 524,288 characters"),
        ("a: &a [x]\nb: [*a, *a]\n", "aliases are not taken here"),
        ("? [a, b]\n: c", "a key must be a word"),
        ("&a [*a]", "aliases are not taken here"),
    ],
)
def test_a_file_that_is_too_much_or_too_odd_is_refused_at_once(text: str, cause: str) -> None:
    with pytest.raises(YamlError) as caught:
        load_located(text)
    assert cause in caught.value.cause
