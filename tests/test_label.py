"""The grammar of one label: the lines of ``fixtures/labels.json`` and what stands in them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from dotfixtures import FIXTURES

from vivavoce.recognition.label import parse_label

CASES = json.loads((FIXTURES / "labels.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("line", "parts"), [pytest.param(line, parts, id=line) for line, parts in CASES]
)
def test_a_line_has_these_parts_of_a_label_or_none(line: str, parts: dict[str, Any] | None) -> None:
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
