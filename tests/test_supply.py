"""What the tests install is pinned by its hash, and the licence of each dependency is listed."""

from __future__ import annotations

import csv
import json
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from dotfixtures import FIXTURES, Case, read_cases
from packaging.requirements import Requirement

LOCK = (ROOT / "requirements" / "ci.txt").read_text("utf-8")
NPM_LOCKS = sorted((ROOT / "tests").glob("*/package-lock.json"))
LICENCES = ROOT / "examples" / "docs" / "safety" / "licences.csv"
AUDIT = runpy.run_path(str(ROOT / "requirements" / "audit.py"))
ANSWERS = tuple(read_cases(FIXTURES / "audit.md"))
WANTED: list[str] = runpy.run_path(str(ROOT / "requirements" / "wanted.py"))["wanted"]()


def _name(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found.group()).lower()


PINS = {_name(name): version for name, version in re.findall(r"^([\w.-]+)==(\S+)", LOCK, re.M)}


def test_everything_wanted_is_pinned_with_hashes() -> None:
    hashed = re.findall(r"^([\w.-]+)==\S+ \\\n(?:\s+--hash=sha256:\w{64}.*\n?)+", LOCK, re.M)
    assert {_name(item) for item in WANTED} <= set(PINS)
    assert {_name(item) for item in hashed} == set(PINS)


@pytest.mark.parametrize("wanted", WANTED)
def test_what_is_pinned_is_what_the_project_asks_for(wanted: str) -> None:
    requirement = Requirement(wanted)
    assert requirement.specifier.contains(PINS[_name(requirement.name)])


def test_the_lock_names_no_place_to_download_from() -> None:
    assert not re.search(r"https?:|--index|--find-links|--trusted|file:", LOCK)


@pytest.mark.parametrize("path", NPM_LOCKS, ids=lambda path: path.parent.name)
def test_what_comes_from_npm_is_pinned_by_hash_and_names_no_place(path: Path) -> None:
    lock = json.loads(path.read_text("utf-8"))
    packages = {name: item for name, item in lock["packages"].items() if name}
    assert packages
    assert all(item["integrity"].startswith("sha512-") for item in packages.values())
    assert not any("resolved" in item for item in packages.values())
    assert all(item["license"] for item in packages.values())


def test_the_licence_of_every_package_that_is_pinned_is_listed() -> None:
    with LICENCES.open(encoding="utf-8", newline="") as file:
        licences = {_name(row["Name"]): row["License"] for row in csv.DictReader(file)}
    assert set(licences) == set(PINS)
    unknown = {name for name, licence in licences.items() if licence in {"", "UNKNOWN"}}
    assert unknown <= {"atheris"}  # its wheel states none; its source is under Apache-2.0


@pytest.mark.parametrize("case", ANSWERS, ids=lambda case: case.title)
def test_a_known_vulnerability_is_told_from_lists_that_nobody_could_ask(case: Case) -> None:
    is_json = case.given.startswith("{")
    answer = AUDIT["judged"](*((case.given, "") if is_json else ("", case.given)))
    assert "\n".join((str(answer.status), *answer.lines)) == case.expected.rstrip("\n")


def test_the_audit_ends_with_what_it_was_answered(tmp_path: Path) -> None:
    """With a program in the place of pip-audit that cannot ask anybody."""
    program = tmp_path / "pip-audit"
    program.write_text("#!/bin/sh\necho 'no route to host' >&2\nexit 1\n", "utf-8")
    program.chmod(0o755)
    command = [sys.executable, str(ROOT / "requirements" / "audit.py"), str(program)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (3, "")
    assert "could not be asked: no route to host" in done.stderr
