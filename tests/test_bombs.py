"""Every bomb is answered or clearly refused, within 500 MB, and leaves nothing half done."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from bombs import BOMBS
from conftest import ROOT

TABLE = ROOT / "examples" / "docs" / "safety" / "bombs.csv"
MOST_MEGABYTES = 500
HANGS = 120
"""Seconds after which a program is taken to hang, however busy the computer is."""


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_answered_or_refused(name: str, tmp_path: Path, regenerate: bool) -> None:
    suffix, make = BOMBS[name]
    source, made = tmp_path / f"bomb{suffix}", tmp_path / "out" / "made.json"
    source.write_bytes(make())
    made.parent.mkdir()
    program = [sys.executable, str(Path(__file__).with_name("bounded.py"))]
    done = subprocess.run(
        [*program, "convert", str(source), "-o", str(made)],
        capture_output=True,
        encoding="utf-8",
        timeout=HANGS,
    )
    *told, last = done.stderr.splitlines()
    used = json.loads(last)
    assert "Traceback" not in done.stderr
    assert "fault of vivavoce" not in done.stderr
    assert used["megabytes"] <= MOST_MEGABYTES
    if done.returncode == 0:
        assert "root:" not in made.read_text("utf-8")
        assert json.loads(made.read_text("utf-8"))["vivavoce"] == 1
        answer = "converted"
    else:
        assert (done.returncode, list(made.parent.iterdir())) == (1, [])
        assert len(told) == 1
        assert source.name in told[0]
        answer = "refused: " + told[0].partition(f"{source.name}: ")[2].rstrip(".")
    if regenerate:
        _note([name, answer, str(used["megabytes"]), str(used["seconds"])])


def test_the_table_of_the_manual_has_every_bomb() -> None:
    rows = _rows()
    assert list(rows) == list(BOMBS)
    assert all(int(row[2]) <= MOST_MEGABYTES for row in rows.values())


def _rows() -> dict[str, list[str]]:
    if not TABLE.exists():
        return {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row[0]: row for row in csv.reader(file)}


def _note(row: list[str]) -> None:
    rows = _rows() | {row[0]: row}
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(
            rows[name] for name in BOMBS if name in rows
        )
