"""Quality on real documents, where the annotated corpus is present, has floors that only rise.

``floors.json`` holds the figures below which no change may fall, beside a hash of the annotations
they were measured on. ``pytest tests/test_corpus.py --regenerate`` raises them to what is measured
and lowers none.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import CORPUS

FLOORS = Path(__file__).with_name("floors.json")
SCRIPT = Path(sys.executable).with_name("vivavoce")
SUMMARY = re.compile(r"failed (?P<failed>\d+)  negatives clean (?P<clean>\d+)/(?P<negatives>\d+)")

pytestmark = pytest.mark.corpus


def fingerprint() -> str:
    """Return a hash of all annotations, which are what figures depend on besides the program."""
    digest = hashlib.sha256()
    for path in sorted(CORPUS.glob("dev/*.gold.json")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The figures of the whole corpus, each a mean over its documents."""
    report = tmp_path_factory.mktemp("score") / "score.json"
    scorer = [sys.executable, CORPUS / "score.py", CORPUS / "dev", "--json", report]
    command = f"{SCRIPT} convert {{input}} --to json"
    done = subprocess.run([*scorer, "--command", command], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    summary = SUMMARY.search(done.stdout)
    assert summary is not None
    counts = {name: int(value) for name, value in summary.groupdict().items()}
    return {"counts": counts, "figures": json.loads(report.read_text("utf-8"))["figures"]}


@pytest.fixture(scope="module")
def floors() -> dict[str, Any]:
    """The floors as they are kept."""
    kept: dict[str, Any] = json.loads(FLOORS.read_text("utf-8"))
    assert kept["corpus"] == fingerprint(), "the floors were measured on other annotations"
    return kept


def test_no_document_fails(measured: dict[str, Any]) -> None:
    assert measured["counts"]["failed"] == 0


def test_documents_without_dialogue_stay_without(
    measured: dict[str, Any], floors: dict[str, Any]
) -> None:
    assert measured["counts"]["clean"] >= floors["clean"]


def test_no_figure_falls_below_its_floor(
    measured: dict[str, Any], floors: dict[str, Any], regenerate: bool
) -> None:
    figures = measured["figures"]
    assert {
        name: (figures[name], floor)
        for name, floor in floors["figures"].items()
        if figures[name] < floor
    } == {}
    if regenerate:
        raise_floors(measured, floors)


def raise_floors(measured: dict[str, Any], floors: dict[str, Any]) -> None:
    """Write the floors anew, each the higher of what it was and what was measured."""
    figures = {
        name: max(floor, math.floor(measured["figures"][name] * 1000) / 1000)
        for name, floor in floors["figures"].items()
    }
    clean = max(floors["clean"], measured["counts"]["clean"])
    raised = {"corpus": floors["corpus"], "clean": clean, "figures": figures}
    FLOORS.write_text(json.dumps(raised, indent=2) + "\n", "utf-8")
