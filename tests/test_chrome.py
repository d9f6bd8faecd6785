"""Page furniture, from the cases in ``fixtures/chrome``, and what is said about it."""

from __future__ import annotations

import re

import pytest
from blockdump import dump_blocks
from dotfixtures import Case, params
from hypothesis import given, settings
from hypothesis import strategies as st

from vivavoce.options import Options
from vivavoce.page.chrome_phrases import CALL, POSTED, PROMOTION, RIGHTS, may_be_end_matter
from vivavoce.problems import Code
from vivavoce.reading.source import read_source

PAGE = """<html><head><title>Rain</title></head><body><nav><a href="/">Home</a></nav>
<article><p>Ann: Did it rain all summer, as they say?</p></article></body></html>"""


@pytest.mark.parametrize("case", params("chrome"))
def test_only_what_belongs_to_the_article_stays(case: Case) -> None:
    document = read_source(case.given, f"case.{case.settings.get('format', 'html')}")
    assert dump_blocks(document.blocks) == case.expected


def test_what_goes_is_reported() -> None:
    document = read_source(PAGE, "page.html")
    assert [(item.code, item.message, item.text) for item in document.problems] == [
        (Code.DROPPED_CHROME, "left out <nav>", "Home")
    ]


def test_description_of_a_picture_without_a_usable_address_is_reported() -> None:
    page = (
        '<p>Ann rows.</p><p>Ben rests. <img src="data:image/svg+xml,%3Csvg/%3E" alt="An oar"></p>'
    )
    document = read_source(page, "page.html")
    assert [(item.code, item.message, item.text) for item in document.problems] == [
        (Code.DROPPED_CHROME, "left out <img>", "An oar")
    ]


def test_everything_stays_on_request() -> None:
    document = read_source(PAGE, "page.html", Options(keep_chrome=True))
    assert document.blocks[0].text == "Home"
    assert document.problems == ()


@pytest.mark.parametrize("pattern", [CALL, PROMOTION, RIGHTS, POSTED])
def test_what_ends_a_page_is_never_passed_over_for_its_signs(pattern: re.Pattern[str]) -> None:
    @settings(max_examples=300, deadline=None)
    @given(st.from_regex(pattern.pattern, fullmatch=True))
    def has_a_sign(text: str) -> None:
        assert may_be_end_matter(text)

    has_a_sign()
