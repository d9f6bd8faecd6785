"""E-books as DAISY Ace sees them: nothing in ours, and what is wrong where something is."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from ace_check import violations
from click.testing import CliRunner
from conftest import ROOT
from dotfixtures import FIXTURES

from pandoc_vivavoce.command.commands import main

pytestmark = pytest.mark.ace

EXAMPLES = {path.parent.name: path for path in sorted(ROOT.glob("examples/*/interview.*"))}
FERRY = FIXTURES / "books" / "ferry.html"
PLAN = """\
title: Seven Conversations
subtitle: In six languages
editors: [Ines Vale]
publisher: The Quiet Press
isbn: 978-3-16-148410-0
rights: All rights reserved.
lang: en
parts:
  - title: East
    chapters: [ja-dash.md, zh-feed.md, ar-labels.html]
  - title: West
    chapters: [en-panel.md, en-qa.txt, de-bold-question.html, podcast-vtt.vtt]
"""
WHOLE, UPRIGHT, LARGE, WRONG = "book.yaml", "vertical", "large print, sections only", "wrong"
BOOKS = [*EXAMPLES, WHOLE, UPRIGHT, LARGE]


def make(folder: Path, name: str, *arguments: str | Path) -> Path:
    """Return the EPUB that ``vivavoce convert`` makes with those *arguments*."""
    path = folder / f"{name}.epub"
    words = ["convert", *map(str, arguments), "-o", str(path)]
    done = CliRunner().invoke(main, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return path


def spoilt(path: Path) -> Path:
    """Return a copy of the EPUB *path* whose pictures have lost their descriptions."""
    copy = path.with_name(f"{WRONG}.epub")
    with zipfile.ZipFile(path) as given, zipfile.ZipFile(copy, "w") as made:
        for item in given.infolist():
            made.writestr(item, given.read(item).replace(b' alt="', b' data-alt="'))
    return copy


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """What Ace finds in each book: all are looked at in one run of it."""
    folder = tmp_path_factory.mktemp("ace")
    for name, path in EXAMPLES.items():
        shutil.copy(path, folder / f"{name}{path.suffix}")
    (folder / WHOLE).write_text(PLAN, "utf-8")
    ja, en = EXAMPLES["ja-dash"], EXAMPLES["en-panel"]
    books = {name: make(folder, name, path) for name, path in EXAMPLES.items()}
    books[WHOLE] = make(folder, WHOLE, folder / WHOLE)
    books[UPRIGHT] = make(folder, UPRIGHT, ja, FERRY, "--writing", "vertical")
    books[LARGE] = make(folder, LARGE, en, FERRY, "--theme", "large-print", "--toc-depth", "2")
    books[WRONG] = spoilt(make(folder, "ferry", FERRY))
    told = violations(list(books.values()), folder / "reports")
    return {name: told[path] for name, path in books.items()}


@pytest.mark.parametrize("name", BOOKS)
def test_ace_finds_nothing(name: str, found: Mapping[str, list[str]]) -> None:
    assert found[name] == []


def test_ace_finds_what_is_wrong(found: Mapping[str, list[str]]) -> None:
    assert any("image-alt" in line for line in found[WRONG])
