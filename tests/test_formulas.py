"""A cell of a report is no formula in a spreadsheet; tables of turns are exact."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from dotfixtures import FIXTURES
from lxml import html

from pandoc_vivavoce.command.commands import main
from pandoc_vivavoce.corpus.tables import TABLES
from vivavoce.forms.json.document import to_json
from vivavoce.interview import Interview, Text, Turn
from vivavoce.model import Metadata, Participant, Run

FORMULAS = (FIXTURES / "formulas.txt").read_text("utf-8").splitlines()[1:]
BEGINS = re.compile(r"\s*[=+\-@＝＋－＠\t\r]")


def saved(folder: Path, formula: str) -> Path:
    """Return a file with an interview that has *formula* wherever a report shows text."""
    person = Participant("s1", formula, formula, None, formula, (formula, formula + "2"))
    said = (Text("paragraph", (Run(formula),)),)
    path = folder / "talk.json"
    metadata = Metadata(formula, date=formula, lang="en")
    path.write_text(to_json(Interview(metadata, (person,), (Turn("s1", said, formula),))), "utf-8")
    return path


def called(*words: str | Path) -> str:
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_of_a_report_is_a_formula(formula: str, tmp_path: Path) -> None:
    path, page = saved(tmp_path, formula), tmp_path / "report.html"
    called("inspect", path, "--html", page)
    cells = [cell.text_content() for cell in html.fromstring(page.read_text("utf-8")).iter("td")]
    assert [cell for cell in cells if cell.lstrip("'") == formula]
    assert not [cell for cell in cells if BEGINS.match(cell)]


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_line_at_a_terminal_is_a_formula(formula: str, tmp_path: Path) -> None:
    shown = called("inspect", saved(tmp_path, formula))
    assert formula.strip()[1:4] in shown
    assert not [cell for cell in re.split(r"\n|\s{2,}", shown) if BEGINS.match(cell)]


@pytest.mark.parametrize("name", ["=1+1.html", "@a.html", "-a.html", "+a.html"])
def test_no_message_about_a_file_is_a_formula(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text("<p><a href='javascript:x'>link</a></p>", "utf-8")
    shown = called("convert", "-o", "made.json", "--", name)
    assert name in shown
    assert not [line for line in shown.splitlines() if BEGINS.match(line)]


@pytest.mark.parametrize("formula", FORMULAS)
def test_what_is_said_stays_exact_in_a_table_of_turns(formula: str, tmp_path: Path) -> None:
    """JSON Lines and Parquet have no formulas, so nothing in them is changed."""
    row = json.loads(called("corpus", saved(tmp_path, formula), "--to", "jsonl").splitlines()[0])
    assert (row["text"], row["speaker"]) == (formula.strip(), formula)
    assert set(TABLES) == {"jsonl", "parquet"}
