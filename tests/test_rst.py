"""What pandoc's writer of reStructuredText would lose stays: every case as docutils reads it."""

from __future__ import annotations

import json
import re

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from dotfixtures import FIXTURES, Case, read_cases
from lxml import html
from pandoc_tools import pandoc, to_json

from pandoc_vivavoce.writing.rst import guarded

CASES = tuple(read_cases(FIXTURES / "rst.md"))
QUIET = {"report_level": 5, "_disable_config": True}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_every_sign_is_kept(case: Case) -> None:
    document = guarded(json.loads(to_json(case.given, "html")))
    made = pandoc("-f", "json", "-t", "rst", data=json.dumps(document).encode()).decode()
    assert made == case.expected
    tree = publish_doctree(made, settings_overrides=QUIET)
    assert _signs(tree.astext()) == _signs(str(html.fromstring(case.given).text_content()))
    assert not [found for found in tree.findall(nodes.system_message) if found["level"] > 1]


def _signs(text: str) -> str:
    return re.sub(r"\s", "", text)
