"""Corrections and people files on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from pandoc_vivavoce.command.commands import main

TALK = """
<p><b>MQ:</b> What do you hear at night?</p>
<p><b>TR:</b> I hear the bell of the outer buoy, always.</p>
<p><b>MQ:</b> And you sleep?</p>
<p><b>TR:</b> I sleep very well, thank you.</p>
"""


def _page(folder: Path) -> Path:
    page = folder / "talk.html"
    page.write_text(TALK, "utf-8")
    return page


def test_inspect_writes_a_first_version_once(tmp_path: Path) -> None:
    """The file stands beside the page and is never written over."""
    page = _page(tmp_path)
    corrections = tmp_path / "talk.vivavoce.yaml"

    first = CliRunner().invoke(main, ["inspect", str(page), "--corrections"])
    corrections.write_text(corrections.read_text("utf-8").replace("null", "Mara Quill", 1), "utf-8")
    again = CliRunner().invoke(main, ["inspect", str(page), "--corrections"])

    assert first.exit_code == 0
    assert again.exit_code == 1
    assert "there are corrections already" in again.stderr
    assert "Mara Quill" in corrections.read_text("utf-8")


def test_people_of_a_series_are_named(tmp_path: Path) -> None:
    """One file names the speakers of every input; it may name others too."""
    page = _page(tmp_path)
    people = tmp_path / "people.yaml"
    people.write_text("people:\n  MQ: {name: Mara Quill}\n  ZZ: Zed Unheard\n", "utf-8")

    done = CliRunner().invoke(main, ["convert", str(page), "--to", "json", "--people", str(people)])

    assert done.exit_code == 0
    names = [person["name"] for person in json.loads(done.stdout)["participants"]]
    assert names[0] == "Mara Quill"


def test_a_people_file_that_is_missing_is_named(tmp_path: Path) -> None:
    """The message names the file, and nothing is written."""
    page = _page(tmp_path)

    done = CliRunner().invoke(
        main, ["convert", str(page), "--to", "json", "--people", "nowhere.yaml"]
    )

    assert done.exit_code == 1
    assert "nowhere.yaml" in done.stderr
    assert done.stdout == ""
