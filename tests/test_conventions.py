"""What recognition makes of the cases in ``fixtures/conventions``, one file for each convention."""

from __future__ import annotations

import pytest
from dotfixtures import Case, params
from transcript import compared

from vivavoce import parse


@pytest.mark.parametrize("case", params("conventions"))
def test_reading(case: Case) -> None:
    interview = parse(case.given, name=f"case.{case.settings.get('format', 'html')}")
    wanted, shown = compared(interview, case.expected)
    assert wanted == shown
