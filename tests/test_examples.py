"""Every example's command gives what the example shows, and what its author knows to be true.

``fixtures/examples.yaml`` is written by hand; ``result.*`` is what the program
wrote and a person looked at (``pytest tests/test_examples.py --regenerate`` writes it anew).
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import vivavoce

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
NAMES = sorted(path.parent.name for path in EXAMPLES.glob("*/command.txt"))
FACTS = yaml.safe_load((ROOT / "tests/fixtures/examples.yaml").read_text("utf-8"))
PATH = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All examples without their results, and each example's commands run in its folder."""
    copy = tmp_path_factory.mktemp("examples") / "examples"
    shutil.copytree(EXAMPLES, copy, ignore=shutil.ignore_patterns("result.*", "_build"))
    return copy


def run_commands(folder: Path) -> None:
    """Run each line of the folder's ``command.txt``, with file names expanded as a shell does."""
    for line in (folder / "command.txt").read_text("utf-8").splitlines():
        words = [name for word in shlex.split(line) for name in expand(word, folder)]
        done = subprocess.run(words, cwd=folder, env={**os.environ, "PATH": PATH}, **CAPTURED)
        assert done.returncode == 0, f"{line}\n{done.stderr}"


CAPTURED: dict[str, Any] = {"capture_output": True, "text": True, "encoding": "utf-8"}


def expand(word: str, folder: Path) -> list[str]:
    """Return the names that match *word* in *folder* where it has a ``*``, else *word* itself."""
    if "*" not in word:
        return [word]
    parent = (folder / word.split("*", 1)[0]).resolve()
    found = sorted(parent.glob(word.removeprefix("../")))
    return [os.path.relpath(path, folder) for path in found]


def results(folder: Path) -> dict[str, str]:
    """Return the text of every result in *folder* by its file name."""
    return {path.name: path.read_text("utf-8") for path in sorted(folder.glob("result.*"))}


@pytest.mark.parametrize("name", NAMES)
def test_command_gives_the_committed_result(name: str, workshop: Path, regenerate: bool) -> None:
    run_commands(workshop / name)
    made = results(workshop / name)
    if regenerate:
        for file_name, text in made.items():
            (EXAMPLES / name / file_name).write_text(text, "utf-8")
    assert made == results(EXAMPLES / name)


@pytest.mark.parametrize("name", FACTS)
def test_result_agrees_with_what_the_author_knows(name: str) -> None:
    shown = json.loads((EXAMPLES / name / "result.json").read_text("utf-8"))
    assert summary(shown) == FACTS[name]


@pytest.mark.parametrize("name", FACTS)
def test_markdown_result_reads_back_to_the_same_interview(name: str) -> None:
    folder = EXAMPLES / name
    again = vivavoce.read(folder / "result.md").to_dict()
    shown = json.loads((folder / "result.json").read_text("utf-8"))
    assert {**again, "problems": []} == {**shown, "problems": []}


def summary(interview: dict[str, Any]) -> dict[str, Any]:
    """Return the few things a person can count in an interview's JSON form."""
    people = {person["id"]: person for person in interview["participants"]}
    kinds = [block["kind"] for block in interview["blocks"]]
    turns = [block for block in interview["blocks"] if block["kind"] == "turn"]
    return {
        "title": interview["metadata"].get("title"),
        "lang": interview["metadata"].get("lang"),
        "date": interview["metadata"].get("date"),
        "people": [[person["label"], person["name"], person["role"]] for person in people.values()],
        "headings": kinds.count("heading"),
        "turns": len(turns),
        "first": first_words(turns[0]),
        "last": first_words(turns[-1]),
    }


def first_words(turn: dict[str, Any]) -> str:
    """Return the opening of a turn, twelve characters of it."""
    return str(turn["blocks"][0]["text"])[:12]
