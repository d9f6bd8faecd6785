"""Lines in which names run from left to right and from right to left."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from pandoc_vivavoce.books.directions import isolate, names_in_line, way_of
from pandoc_vivavoce.books.words import book_words
from pandoc_vivavoce.command.inputs import find_inputs
from pandoc_vivavoce.command.products import make_product
from pandoc_vivavoce.command.reading import Document, read_document
from pandoc_vivavoce.command.wishes import Wishes
from vivavoce.options import DEFAULTS

TALK = """\
---
title: 水
author: [سالم]
date: 2022-01-10
lang: zh
---

**甲：** 谁？

**乙：** 我。

**甲：** 你？
"""


@pytest.mark.parametrize(
    ("text", "way"),
    [("سالم", "rtl"), ("(שלום)", "rtl"), ("Ann", "ltr"), ("秦朔", "ltr"), ("12", "")],
)
def test_way_is_that_of_the_first_strong_letter(text: str, way: str) -> None:
    assert way_of(text) == way


def test_only_a_name_that_runs_the_other_way_gets_a_direction() -> None:
    ann, comma, space, salim = names_in_line(["Ann", "سالم"], ", ", "en")
    assert [ann["c"], comma["c"], space["t"]] == ["Ann", ",", "Space"]
    assert salim["c"][0][2] == [["dir", "rtl"]]


def test_english_date_in_a_book_without_words_of_its_own_is_isolated() -> None:
    words = book_words("he")
    (date,) = isolate(words.date("2024-05-06"), words.lang)
    assert date["c"][0] == ["", ["isolated"], [["dir", "ltr"]]]


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Document]:
    """Two interviews in Chinese by an author whose name is written from right to left."""
    folder = tmp_path_factory.mktemp("talks")
    paths = [folder / "water.md", folder / "fire.md"]
    for path in paths:
        path.write_text(TALK, "utf-8")
    return [read_document(item, DEFAULTS) for item in find_inputs([str(path) for path in paths])]


def test_name_is_isolated_in_the_sources_of_an_epub(documents: list[Document]) -> None:
    data = make_product(documents, "epub", Wishes()).data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        page = archive.read("EPUB/text/ch001.xhtml").decode()
    assert page.count('<span class="isolated" dir="rtl">سالم</span> · 2022年1月10日') == 2


@pytest.mark.fonts
@pytest.mark.poppler
@pytest.mark.parametrize("number", [1, 2])
def test_date_stands_after_the_name_on_the_page(
    number: int, documents: list[Document], tmp_path: Path
) -> None:
    path = tmp_path / "book.pdf"
    path.write_bytes(make_product(documents[:number], "pdf", Wishes()).data)
    done = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True)
    words = re.findall(r'xMin="([\d.]+)".*>(.*)</word>', done.stdout.decode())
    names = [float(left) for left, word in words if way_of(word) == "rtl"]
    years = [float(left) for left, word in words if word.startswith("2022")]
    assert len(names) == {1: 1, 2: 4}[number]
    assert all(name < year for name, year in zip(names, years[-len(names) :], strict=True))
