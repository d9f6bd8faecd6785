"""Interviews as pandoc's document: HTML in, what pandoc's Markdown writer shows of it out."""

from __future__ import annotations

import json
import re

import pytest
from dotfixtures import FIXTURES, Case, params
from pandoc_tools import pandoc

from pandoc_vivavoce.writing.elements import interview_to_ast
from vivavoce import parse

_NAMES = re.compile(r" ?#vv-[a-z]+-[0-9a-f]{8}(?:-\d+)?(?=[ }])")
_EMPTY = re.compile(r" \{\}$", re.MULTILINE)


def shown(html: str) -> str:
    """Return the interview in *html* as pandoc's Markdown, without names for links."""
    document = json.dumps(interview_to_ast(parse(html)))
    made = pandoc("-f", "json", "-t", "markdown", "--wrap=none", data=document.encode()).decode()
    return _EMPTY.sub("", _NAMES.sub("", made)).replace("{ .", "{.").replace("{ ", "{")


@pytest.mark.parametrize("case", params("elements"))
def test_an_interview_is_written_as_these_elements(case: Case, regenerate: bool) -> None:
    made = shown(case.given)
    if regenerate:
        path = FIXTURES / "elements" / f"{case.file}.md"
        old, new = (f"{case.given}.\n{text}.\n" for text in (case.expected, made))
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    assert made == case.expected
