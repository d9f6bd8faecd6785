"""The grammar of one label: the lines of ``fixtures/labels.json`` and what stands in them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from dotfixtures import FIXTURES

from vivavoce.recognition.label import parse_label

CASES = json.loads((FIXTURES / "labels.json").read_text("utf-8"))
KNOWN_TO_FAIL = frozenset(
    json.loads((FIXTURES / "labels-that-fail.json").read_text("utf-8")),
)
"""Lines that the grammar does not read yet; a line that it learns must leave the list."""


def _params() -> list[object]:
    mark = pytest.mark.xfail(reason="not read yet", strict=True)
    return [
        pytest.param(line, parts, id=line, marks=[mark] if line in KNOWN_TO_FAIL else [])
        for line, parts in CASES
    ]


@pytest.mark.parametrize(("line", "parts"), _params())
def test_label(line: str, parts: dict[str, Any] | None) -> None:
    label = parse_label(line)
    if parts is None:
        assert label is None
        return
    assert label is not None
    found = {
        "printed": label.printed,
        "separator": label.separator,
        "speech": line[label.speech :],
        "time": label.time,
    }
    assert found == {"time": None, **parts}
