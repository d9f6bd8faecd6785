"""Attacks on pages come to nothing in pandoc with the filter and in Sphinx, as the browser sees."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pandoc_tools import converted, pandoc
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


@pytest.mark.parametrize("vectors", [own()[part::4] for part in range(4)])
def test_the_filter_adds_nothing_that_acts(vectors: tuple[str, ...]) -> None:
    """What pandoc itself lets through is its user's to decide; the filter makes it no more."""
    for vector in vectors:
        page = f"<p><b>Ada Quill:</b> One?</p><p><b>Ben Roe:</b> {vector}</p>" * 2
        alone = pandoc("-f", "html", "-t", "html", data=page.encode()).decode()
        assert len(_ACTIVE.findall(converted(page, "html", "html"))) <= len(_ACTIVE.findall(alone))
