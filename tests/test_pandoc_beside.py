"""The filter among others: citeproc and cross-references, before it and after it, and what passes.

pandoc-crossref is a program that no package registry of Python's or Node's has; what it does to a
document stands in a small filter beside the fixture.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from dotfixtures import FIXTURES
from pandoc_tools import FILTER, filtered, pandoc, to_json

FOLDER = FIXTURES / "pandoc_beside"
TALK = FOLDER / "talk.md"
NEIGHBOURS = {
    "ours": ("--filter", FILTER),
    "citeproc": ("--citeproc",),
    "crossref": ("--lua-filter", FOLDER / "crossref.lua"),
}
ORDERS = [order for order in permutations(NEIGHBOURS) if order.index("crossref") < 2]
"""Cross-references come before citeproc, as pandoc-crossref asks; of the rest any order will do."""
KEPT = frozenset({"Cite", "Math", "Note", "Code", "Figure", "Table"})


@pytest.mark.parametrize("order", [*permutations(("ours", "citeproc")), *ORDERS], ids=" ".join)
@pytest.mark.parametrize("writer", ["plain", "html", "latex"])
def test_the_order_of_filters_makes_no_difference(order: tuple[str, ...], writer: str) -> None:
    others = tuple(name for name in order if name != "ours")
    assert _made(writer, order) == _made(writer, ("ours", *others))


def test_references_and_citations_are_resolved() -> None:
    made = _made("plain", ("ours", "crossref", "citeproc"))
    assert "Ben: See Figure 1, Table 1 and Equation 1, and what Doe (1988, 3) writes" in made
    assert "Doe. 1988. Ships." in made


def test_what_only_pandoc_knows_passes_as_it_is() -> None:
    data = to_json(TALK.read_text("utf-8"))
    result, _ = filtered(data, "markdown")
    assert result.count(b'"turn","question"') == 2
    before, after = (list(_kept(json.loads(each)["blocks"])) for each in (data, result))
    assert {element["t"] for element in before} == KEPT
    assert after == before


def test_a_defaults_file_gives_settings(tmp_path: Path) -> None:
    defaults = tmp_path / "book.yaml"
    defaults.write_text(
        f"filters:\n- {FILTER}\nmetadata:\n  interview:\n    layout: hanging\n    labels: every\n"
        "from: markdown\nto: html\n",
        "utf-8",
    )
    made = pandoc("-d", defaults, data=TALK.read_bytes()).decode()
    assert 'data-layout="hanging"' in made
    over = pandoc("-d", defaults, "-M", "interview.layout=side", data=TALK.read_bytes()).decode()
    assert 'data-layout="side"' in over


def _made(writer: str, order: tuple[str, ...]) -> str:
    arguments = [part for name in order for part in NEIGHBOURS[name]]
    options = ("-t", writer, "--wrap=none", "-M", "interview.ids=false")
    return pandoc(*options, *arguments, data=TALK.read_bytes()).decode()


def _kept(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the elements of KEPT in *value*, the outermost of each, in reading order."""
    if isinstance(value, dict) and value.get("t") in KEPT:
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _kept(inner)
