"""Attacks on pages come to nothing in pandoc with the filter and in Sphinx, as the browser sees."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pandoc_tools import convert_all, filtered, read_all
from vector_check import cases_of, check
from vector_hosts import PRODUCTS
from vectors import own

_ACTIVE = re.compile(r"hit\(|<script|<iframe|javascript:", re.IGNORECASE)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all products share."""
    return tmp_path_factory.mktemp("hosts")


@pytest.mark.chromium
@pytest.mark.parametrize(("product", "group"), cases_of(PRODUCTS))
def test_no_attack_acts_in_a_product_of_a_host(
    product: str, group: str, place: Path, pytestconfig: pytest.Config
) -> None:
    check(PRODUCTS[product], (product, group), place, pytestconfig)


def test_the_filter_adds_nothing_that_acts() -> None:
    """What pandoc itself lets through is its user's to decide; the filter makes it no more."""
    talk = "<p><b>Ada Quill:</b> One?</p><p><b>Ben Roe:</b> {}</p>" * 2
    pages = [talk.replace("{}", vector) for vector in own()]
    alone = convert_all(pages, "html", "html")
    made = [filtered(page, "html")[0].decode() for page in read_all(pages, "html")]
    assert len(alone) == len(pages) == len(own())
    for vector, before, after in zip(own(), alone, convert_all(made, "json", "html"), strict=True):
        assert len(_ACTIVE.findall(after)) <= len(_ACTIVE.findall(before)), vector
