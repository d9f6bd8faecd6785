"""Every bomb is answered or clearly refused, within 500 MB, and leaves nothing half done."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from bombs import BOMBS, HARMLESS
from bombs_of_hosts import HOST_BOMBS
from conftest import ROOT
from within_bounds import MOST_MEGABYTES, Ran, run

import pandoc_vivavoce
from pandoc_vivavoce.command.inputs import find_inputs
from pandoc_vivavoce.command.reading import read_document
from vivavoce.options import DEFAULTS

TABLE = ROOT / "examples" / "docs" / "safety" / "bombs.csv"
READER = Path(pandoc_vivavoce.__file__).with_name("vivavoce.lua")
WAYS: dict[str, tuple[str, ...]] = {
    "the filter": ("filter", "html"),
    "the reader": ("pandoc", "-f", str(READER), "{bomb}", "-o", "{made}/made.html"),
    "pandoc's reader and the filter": (
        *("pandoc", "+RTS", "-M300m", "-RTS", "{bomb}", "--filter", "pandoc-vivavoce"),
        *("-o", "{made}/made.html"),
    ),
    "Sphinx": ("sphinx", "-q", "-b", "html", "{folder}", "{made}"),
    "Sphinx as a document": (
        *("sphinx", "-q", "-b", "html", "-D", "vivavoce_source_suffix={suffix}"),
        *("{folder}", "{made}"),
    ),
    "LaTeX of Sphinx": ("sphinx", "-q", "-b", "latex", "{folder}", "{made}"),
    "DOCX": ("vivavoce", "convert", "{bomb}", "-o", "{made}/made.docx"),
    "standard input": (
        *("vivavoce", "convert", "--from", "{suffix}", "-", "-o", "{made}/made.json"),
    ),
    "inspect": ("vivavoce", "inspect", "{bomb}", "--html", "{made}/made.html"),
    "corpus": ("vivavoce", "corpus", "{bomb}", "-o", "{made}/made.jsonl"),
    "EPUB": ("vivavoce", "convert", "{bomb}", "-o", "{made}/made.epub"),
    "PDF": ("vivavoce", "convert", "{bomb}", "-o", "{made}/made.pdf"),
}
"""The programs that are given a bomb, and their arguments."""
PIPED = {"the filter", "standard input"}
"""The ways in by standard input."""
INDEX = "Index\n=====\n\n{}\n\nStill here.\n"
PLACES = {
    "Sphinx": ".. interview:: bomb{}",
    "LaTeX of Sphinx": ".. interview:: bomb{}",
    "Sphinx as a document": ".. toctree::\n\n   bomb",
}
"""What a page of Sphinx says to have a bomb in it."""


Put = Callable[[Callable[[], bytes], Path], None]
"""Puts what the first makes where the second says."""


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A folder for what is made of a bomb."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture(scope="module")
def put(tmp_path_factory: pytest.TempPathFactory) -> Put:
    """What puts a bomb somewhere; one that several programs are given is made once."""
    store = tmp_path_factory.mktemp("bombs")
    made: dict[Callable[[], bytes], Path] = {}

    def put(make: Callable[[], bytes], place: Path) -> None:
        if make not in made:
            made[make] = store / str(len(made))
            made[make].write_bytes(make())
        place.hardlink_to(made[make])

    return put


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_answered_or_refused(
    name: str, tmp_path: Path, made: Path, put: Put, regenerate: bool
) -> None:
    suffix, make = BOMBS[name]
    source, product = tmp_path / f"bomb{suffix}", made / "made.json"
    put(make, source)
    ran = run(["vivavoce", "convert", str(source), "-o", str(product)])
    if ran.code == 0:
        assert "root:" not in product.read_text("utf-8")
        assert json.loads(product.read_text("utf-8"))["vivavoce"] == 1
    _note(name, _answer_of_command(ran, made), ran, regenerate)


@pytest.mark.parametrize("name", HOST_BOMBS)
def test_a_bomb_does_no_harm_elsewhere(
    name: str, tmp_path: Path, made: Path, put: Put, regenerate: bool
) -> None:
    bomb = HOST_BOMBS[name]
    folder = tmp_path / "in"
    folder.mkdir()
    source = folder / f"bomb{bomb.suffix}"
    put(bomb.make, source)
    (folder / "conf.py").write_text('extensions = ["sphinx_vivavoce"]\n', "utf-8")
    place = PLACES.get(bomb.way, "").format(bomb.suffix)
    (folder / "index.rst").write_text(INDEX.format(place), "utf-8")
    names = {"bomb": source, "made": made, "folder": folder, "suffix": bomb.suffix}
    words = [word.format_map(names) for word in WAYS[bomb.way]]
    ran = run(words, source if bomb.way in PIPED else None)
    files = [path for path in made.rglob("*") if path.is_file()]
    assert not [path for path in files if b"root:x:0" in path.read_bytes()]
    _note(name, ANSWERS.get(bomb.way, _answer_of_command)(ran, made), ran, regenerate)


def _answer_of_command(ran: Ran, made: Path) -> str:
    """Return what ``vivavoce`` answered: it wrote one file, or one line and no file."""
    if ran.code == 0:
        assert len(list(made.iterdir())) == 1
        return "converted"
    assert (ran.code, len(ran.told), list(made.iterdir())) == (1, 1, [])
    subject, _, cause = ran.told[0].partition(": ")[2].partition(": ")
    assert "bomb." in subject or subject == "standard input"
    return f"refused: {cause.rstrip('.')}"


def _answer_of_filter(ran: Ran, made: Path) -> str:
    """A document that is refused is handed on; pandoc's is not read by Python if it is so deep."""
    assert (ran.code, ran.written[:2]) == (0, b'{"')
    left = [line for line in ran.told if "left as it is" in line]
    return f"handed on: {left[0].partition('] ')[2]}" if left else "converted"


def _answer_of_pandoc(ran: Ran, made: Path) -> str:
    """What is refused, pandoc refuses as a file that it does not read, or vivavoce told it why."""
    if ran.code == 0:
        assert (made / "made.html").exists()
        return "converted"
    assert not list(made.iterdir())
    own = [line for line in ran.told if line.startswith("vivavoce: ")]
    if own:
        assert any("could not read" in line and "bomb" in line for line in ran.told)
        return f"refused: {own[0].rpartition(': ')[2].rstrip('.')}"
    said = re.sub(r"\S*/(?=bomb\.)", "", " ".join(ran.told))
    return f"refused: {re.split(r'[.;] ', said.removeprefix('pandoc: '))[0].strip()}"


def _answer_of_corpus(ran: Ran, made: Path) -> str:
    """A document that is refused is named, and has no rows in the table of the others."""
    rows = (made / "made.jsonl").read_text("utf-8")
    if ran.code == 0:
        assert rows
        return "converted"
    tally, failure = ran.told
    assert (ran.code, rows) == (1, "")
    assert "could not be read" in tally
    return f"refused: {failure.partition('/in/bomb.')[2].partition(': ')[2].rstrip('.')}"


_IN_LATEX = "projectnamenotset.tex"
"""How Sphinx calls the manual of a project that has no name."""


def _answer_of_sphinx(ran: Ran, made: Path) -> str:
    assert ran.code == 0
    page = next(path for path in made.iterdir() if path.name in {"index.html", _IN_LATEX})
    assert "Still here." in page.read_text("utf-8")
    refused = [line for line in ran.told if "[vivavoce.unreadable]" in line]
    return (
        f"refused: {refused[0].split('WARNING: ')[1].rpartition(' [')[0]}" if refused else "shown"
    )


ANSWERS = {
    "the filter": _answer_of_filter,
    "the reader": _answer_of_pandoc,
    "pandoc's reader and the filter": _answer_of_pandoc,
    "Sphinx": _answer_of_sphinx,
    "LaTeX of Sphinx": _answer_of_sphinx,
    "Sphinx as a document": _answer_of_sphinx,
    "corpus": _answer_of_corpus,
}


@pytest.mark.parametrize("suffix", HARMLESS)
def test_without_a_bomb_the_file_is_read(suffix: str, tmp_path: Path) -> None:
    """So it is the bomb that is refused, and not the file around it."""
    source = tmp_path / f"talk{suffix}"
    source.write_bytes(HARMLESS[suffix]())
    interview = read_document(find_inputs([str(source)])[0], DEFAULTS).interview
    assert len(interview.turns) >= 3


def test_the_table_of_the_manual_has_every_bomb() -> None:
    rows = _rows()
    assert list(rows) == [*BOMBS, *HOST_BOMBS]
    assert all(int(row[2]) <= MOST_MEGABYTES for row in rows.values())


def _rows() -> dict[str, list[str]]:
    if not TABLE.exists():
        return {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row[0]: row for row in csv.reader(file)}


def _note(name: str, answer: str, ran: Ran, regenerate: bool) -> None:
    """Hold the table to *answer*, or write it there."""
    rows = _rows()
    if not regenerate:
        assert rows[name][1].partition(":")[0] == answer.partition(":")[0]
        return
    rows[name] = [name, answer, str(ran.megabytes), str(ran.seconds)]
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        names = (*BOMBS, *HOST_BOMBS)
        csv.writer(file, lineterminator="\n").writerows(rows[key] for key in names if key in rows)
