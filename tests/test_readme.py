"""What the README shows is run here, block by block from top to bottom, in one empty folder.

A comment before each fenced block says what it is: ``file NAME`` is written, ``run`` is run by the
shell, ``prints`` is what the last run printed, ``make`` names a target of the Makefile.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from pandoc_vivavoce.pandoc import find_pandoc
from vivavoce.conventions.registry import CONVENTIONS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
MARKER = re.compile(r"<!-- (file|run|prints|make)(?: (\S+))? -->\s*$")


@dataclass(frozen=True, slots=True)
class Shown:
    """One fenced block of the README."""

    kind: str
    """file, run, prints, make; empty where no comment says."""
    name: str
    text: str
    line: int


@cache
def blocks() -> tuple[Shown, ...]:
    """Return all fenced blocks of the README, in order."""
    found: list[Shown] = []
    tokens = MarkdownIt("commonmark").parse(README)
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "fence":
            said = MARKER.search(before.content) if before is not None else None
            kind, name = (said[1], said[2] or "") if said else ("", "")
            assert token.map is not None
            found.append(Shown(kind, name, token.content, token.map[0] + 1))
    return tuple(found)


def test_every_block_says_what_it_is() -> None:
    assert [block.line for block in blocks() if not block.kind] == []


def run(script: str, folder: Path) -> str:
    """Run *script* in *folder* as a shell does that has our programs and pandoc on its path."""
    path = [str(Path(sys.executable).parent), str(find_pandoc().parent), os.environ["PATH"]]
    environment = {**os.environ, "PATH": os.pathsep.join(path)}
    done = subprocess.run(
        ["sh", "-ec", script],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env=environment,
    )
    assert done.returncode == 0, f"{script}\n{done.stderr}"
    return done.stdout


def test_what_the_readme_shows_is_what_happens(tmp_path: Path) -> None:
    printed = ""
    for block in blocks():
        if block.kind == "file":
            (tmp_path / block.name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / block.name).write_text(block.text, "utf-8")
        elif block.kind == "run":
            printed = run(block.text, tmp_path)
        elif block.kind == "prints":
            assert printed == block.text, f"README.md, line {block.line}"


def test_make_has_every_target_that_the_readme_names() -> None:
    named = [line.split()[1] for block in blocks() if block.kind == "make" for line in lines(block)]
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert named
    assert set(named) <= set(targets)


def lines(block: Shown) -> list[str]:
    """Return the commands of *block*, one a line."""
    return [line for line in block.text.splitlines() if line.startswith("make ")]


def test_clean_run_calls_the_test_command_of_the_readme() -> None:
    assert "make test" in README
    assert "make test" in (ROOT / ".ci/run").read_text("utf-8").splitlines()


def test_table_names_every_convention() -> None:
    named = re.findall(r"^\| `([a-z-]+)` \|", README, re.MULTILINE)
    assert sorted(named) == sorted(name for name, _ in CONVENTIONS)


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "examples/README.md"]
)
def test_links_into_the_project_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    targets = re.findall(r"\]\(([^)#:]+)\)", text) + re.findall(r'src="([^":]+)"', text)
    assert targets
    folder = (ROOT / page).parent
    assert [target for target in targets if not (folder / target).exists()] == []


def test_files_that_contributors_are_sent_to_are_there() -> None:
    named = re.findall(r"`([\w.]+/[\w./]+)`", (ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []
