"""What recognition makes of the cases in ``fixtures/conventions``, one file for each convention."""

from __future__ import annotations

import pytest
from dotfixtures import FIXTURES, Case, params, read_cases
from transcript import compared

from vivavoce import parse
from vivavoce.conventions.registry import CONVENTIONS, Convention
from vivavoce.model import Reading
from vivavoce.reading.source import read_source
from vivavoce.recognise import recognise


@pytest.mark.parametrize("case", params("conventions"))
def test_each_convention_is_read_as_its_case_says(case: Case) -> None:
    interview = parse(case.given, name=name_of(case))
    wanted, shown = compared(interview, case.expected)
    assert wanted == shown


def name_of(case: Case) -> str:
    """Return a file name for *case* that tells its format."""
    return f"case.{case.settings.get('format', 'html')}"


def reading_of(case: Case) -> Reading:
    """Return what recognition makes of *case*, the proposals of all conventions included."""
    source = read_source(case.given, name_of(case))
    return recognise(source.blocks, source.metadata)


@pytest.mark.parametrize(("name", "function"), CONVENTIONS)
def test_each_convention_has_cases_for_and_against(name: str, function: Convention) -> None:
    """One convention is one file, one function, one fixture file and one name.

    In a case against it the document has the look, so that the convention proposes turns, and yet
    nobody speaks.
    """
    file = name.replace("-", "_")
    assert (function.__name__, function.__module__) == (file, f"vivavoce.conventions.{file}")
    found = [reading_of(case) for case in read_cases(FIXTURES / "conventions" / f"{file}.md")]
    refused = [
        reading
        for reading in found
        if not reading.is_dialogue and name in {verdict.convention for verdict in reading.verdicts}
    ]
    assert any(name in reading.conventions for reading in found), "no case for it"
    assert refused, "no case against it"
