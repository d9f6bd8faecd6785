"""Which lines ask: those of ``fixtures/questions.json``, with whether they do."""

from __future__ import annotations

import json

import pytest
from dotfixtures import FIXTURES

from vivavoce.recognition.asking import asks

CASES = json.loads((FIXTURES / "questions.json").read_text("utf-8"))


@pytest.mark.parametrize(("line", "is_question"), CASES)
def test_a_line_that_asks_is_told_from_one_that_does_not(line: str, is_question: bool) -> None:
    assert asks(line) is is_question
