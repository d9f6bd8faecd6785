"""Every bomb is answered or clearly refused, within 500 MB, and leaves nothing half done."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from bombs import BOMBS
from bombs_of_hosts import HOST_BOMBS
from conftest import ROOT

import pandoc_vivavoce

TABLE = ROOT / "examples" / "docs" / "safety" / "bombs.csv"
MOST_MEGABYTES = 500
HANGS = 120
"""Seconds after which a program is taken to hang, however busy the computer is."""
READER = Path(pandoc_vivavoce.__file__).with_name("vivavoce.lua")
BOUNDED = Path(__file__).with_name("bounded.py")
WAYS: dict[str, tuple[str, ...]] = {
    "the filter": ("filter", "html"),
    "the reader": ("pandoc", "-f", str(READER), "{bomb}", "-o", "{made}/made.html"),
    "Sphinx": ("sphinx", "-q", "-b", "html", "{folder}", "{made}"),
    "EPUB": ("vivavoce", "convert", "{bomb}", "-o", "{made}/made.epub"),
    "PDF": ("vivavoce", "convert", "{bomb}", "-o", "{made}/made.pdf"),
}
"""The programs that are given a bomb, and their arguments."""
INDEX = "Index\n=====\n\n.. interview:: {}\n\nStill here.\n"


class Ran(NamedTuple):
    """How a program ended that was given a bomb."""

    code: int
    written: bytes
    """On standard output."""
    told: list[str]
    """On standard error."""
    megabytes: int
    seconds: float


def _run(arguments: list[str], given: Path | None = None) -> Ran:
    """Run a program of `bounded`, which must end well within the bounds and without a traceback."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    done = subprocess.run(
        [sys.executable, str(BOUNDED), *arguments],
        input=given.read_bytes() if given else None,
        capture_output=True,
        timeout=HANGS,
        env={**os.environ, "PATH": path},
    )
    *told, last = done.stderr.decode().splitlines()
    used = json.loads(last)
    assert not [line for line in told if "Traceback" in line or "fault of vivavoce" in line]
    assert used["megabytes"] <= MOST_MEGABYTES
    return Ran(done.returncode, done.stdout, told, used["megabytes"], used["seconds"])


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A folder for what is made of a bomb."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_answered_or_refused(
    name: str, tmp_path: Path, made: Path, regenerate: bool
) -> None:
    suffix, make = BOMBS[name]
    source, product = tmp_path / f"bomb{suffix}", made / "made.json"
    source.write_bytes(make())
    ran = _run(["vivavoce", "convert", str(source), "-o", str(product)])
    if ran.code == 0:
        assert "root:" not in product.read_text("utf-8")
        assert json.loads(product.read_text("utf-8"))["vivavoce"] == 1
    _note(name, _answer_of_command(ran, made), ran, regenerate)


@pytest.mark.parametrize("name", HOST_BOMBS)
def test_a_bomb_does_no_harm_elsewhere(
    name: str, tmp_path: Path, made: Path, regenerate: bool
) -> None:
    bomb = HOST_BOMBS[name]
    folder = tmp_path / "in"
    folder.mkdir()
    source = folder / f"bomb{bomb.suffix}"
    source.write_bytes(bomb.make())
    (folder / "conf.py").write_text('extensions = ["sphinx_vivavoce"]\n', "utf-8")
    (folder / "index.rst").write_text(INDEX.format(source.name), "utf-8")
    words = [word.format(bomb=source, made=made, folder=folder) for word in WAYS[bomb.way]]
    ran = _run(words, source if bomb.way == "the filter" else None)
    _note(name, ANSWERS.get(bomb.way, _answer_of_command)(ran, made), ran, regenerate)


def _answer_of_command(ran: Ran, made: Path) -> str:
    """Return what ``vivavoce`` answered: it wrote one file, or one line and no file."""
    if ran.code == 0:
        assert len(list(made.iterdir())) == 1
        return "converted"
    assert (ran.code, len(ran.told), list(made.iterdir())) == (1, 1, [])
    subject, _, cause = ran.told[0].partition(": ")[2].partition(": ")
    assert "bomb." in subject
    return f"refused: {cause.rstrip('.')}"


def _answer_of_filter(ran: Ran, made: Path) -> str:
    """A document that is refused is handed on; pandoc's is not read by Python if it is so deep."""
    assert (ran.code, ran.written[:2]) == (0, b'{"')
    left = [line for line in ran.told if "left as it is" in line]
    return f"handed on: {left[0].partition('] ')[2]}" if left else "converted"


def _answer_of_reader(ran: Ran, made: Path) -> str:
    if ran.code == 0:
        assert (made / "made.html").exists()
        return "converted"
    assert not list(made.iterdir())
    line = next(line for line in ran.told if line.startswith("vivavoce: "))
    assert any("could not read" in line and "bomb" in line for line in ran.told)
    return f"refused: {line.rpartition(': ')[2].rstrip('.')}"


def _answer_of_sphinx(ran: Ran, made: Path) -> str:
    assert ran.code == 0
    assert "Still here." in (made / "index.html").read_text("utf-8")
    refused = [line for line in ran.told if "[vivavoce.unreadable]" in line]
    return (
        f"refused: {refused[0].split('WARNING: ')[1].rpartition(' [')[0]}" if refused else "shown"
    )


ANSWERS = {
    "the filter": _answer_of_filter,
    "the reader": _answer_of_reader,
    "Sphinx": _answer_of_sphinx,
}


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
