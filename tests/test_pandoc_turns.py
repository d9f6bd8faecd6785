"""The filter's cases: Markdown and other sources in, the canonical form out."""

from __future__ import annotations

import pytest
from dotfixtures import FIXTURES, Case, params
from pandoc_tools import converted

_WITHOUT_IDS = ("-M", "interview.ids=false")


@pytest.mark.parametrize("case", params("pandoc"))
def test_the_filter_makes_this_of_a_document(case: Case, regenerate: bool) -> None:
    reader, writer = case.settings.get("from", "markdown"), case.settings.get("to", "markdown")
    stated = [item for each in case.settings.get("set", "").split() for item in ("-M", each)]
    lang = f"lang={case.settings.get('lang', 'en')}"
    made = converted(case.given, reader, writer, "-M", lang, *_WITHOUT_IDS, *stated)
    if regenerate:
        _write(case, made)
    assert made == case.expected


def _write(case: Case, made: str) -> None:
    path = FIXTURES / "pandoc" / f"{case.file}.md"
    old = f"{case.given}.\n{case.expected}.\n"
    path.write_text(path.read_text("utf-8").replace(old, f"{case.given}.\n{made}.\n"), "utf-8")
