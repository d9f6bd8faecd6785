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
    facts = FACTS[name]
    assert summary(shown) == {key: facts[key] for key in ("title", "lang", "date", "headings")}
    turns = [block for block in shown["blocks"] if block["kind"] == "turn"]
    assert len(turns) == facts["turns"]
    assert turns[0]["blocks"][0]["text"].startswith(facts["first"])
    assert turns[-1]["blocks"][0]["text"].startswith(facts["last"])


@pytest.mark.parametrize("name", FACTS)
def test_people_are_those_whom_the_author_knows(name: str) -> None:
    shown = json.loads((EXAMPLES / name / "result.json").read_text("utf-8"))
    found = [[person[key] for key in ("label", "name", "role")] for person in shown["participants"]]
    assert found == [
        [label, None if is_left_open(who, label, found) else who.rstrip("?"), role]
        for label, who, role in FACTS[name]["people"]
    ]


def is_left_open(who: str, label: str, found: list[list[str | None]]) -> bool:
    """True where the name *who* may stay unknown and the person with *label* has none."""
    return who.endswith("?") and any(person[:2] == [label, None] for person in found)


@pytest.mark.parametrize("name", FACTS)
def test_markdown_result_reads_back_to_the_same_interview(name: str) -> None:
    folder = EXAMPLES / name
    again = vivavoce.read(folder / "result.md").to_dict()
    shown = json.loads((folder / "result.json").read_text("utf-8"))
    assert {**again, "problems": []} == {**shown, "problems": []}


def summary(interview: dict[str, Any]) -> dict[str, Any]:
    """Return the few things a person can tell of an interview's JSON form at a glance."""
    kinds = [block["kind"] for block in interview["blocks"]]
    metadata = {key: interview["metadata"].get(key) for key in ("title", "lang", "date")}
    return {**metadata, "headings": kinds.count("heading")}
