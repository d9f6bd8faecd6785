"""What is checked of every product of vectors: the browser finds nothing, and misses no vector."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from browser import look_at
from vector_products import Product
from vector_table import note
from vectors import OF_SUITES, Vectors, some_of

_MARK = re.compile(r", after mark(\d+):")


def cases_of(products: Mapping[str, Product]) -> list[object]:
    """Return name and group of each of *products*, as parameters of a test."""
    return [
        pytest.param(name, group, marks=[pytest.mark.suites] if group in OF_SUITES else [])
        for name, product in products.items()
        for group in product.groups
    ]


def check(product: Product, key: tuple[str, str], place: Path, config: pytest.Config) -> None:
    """Make *product* of the vectors of a group, the second of *key*, and look at all its pages.

    *place* is for the files of all products. Where every vector is asked for, the manual's table
    can be told of it.
    """
    name, group = key
    every = config.getoption("--every-vector")
    vectors = some_of(group, 1 if every else product.step)
    folder = place / group
    folder.mkdir(exist_ok=True)
    pages = {
        path: page for path, page in product.pages(vectors, folder).items() if page[0] != "text/css"
    }
    seen = look_at(pages, place / f"browser of {name}, {group}")
    found = [what for what in seen.found if not (product.pandocs and product.pandocs.search(what))]
    assert not found, "\n".join(_with_vector(what, vectors) for what in found)
    unseen = [vectors[number] for number in range(len(vectors)) if number not in seen.marks]
    assert not unseen, unseen
    if every and config.getoption("--regenerate"):
        note("vectors", list(key), len(vectors), len(pages), len(found))


def _with_vector(what: str, vectors: Vectors) -> str:
    """Add the vector in which it was found, the one that follows the last mark."""
    mark = _MARK.search(what)
    place = int(mark[1]) + 1 if mark else 0
    return f"{what} in {vectors[place]!r}" if place < len(vectors) else what
