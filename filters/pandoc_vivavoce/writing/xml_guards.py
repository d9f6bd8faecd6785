"""What pandoc writes into XML as it stands, escaped before pandoc comes to it.

Its writers of JATS and DocBook (pandoc 3.9) take the description of a picture for markup, and that
of OPML the title and the names: a page's words would become elements there, or no XML at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from xml.sax.saxutils import escape

from pandoc_vivavoce.ast import raw_inline
from pandoc_vivavoce.inlines import text_of


def guarded_xml(document: dict[str, Any], form: str) -> dict[str, Any]:
    """Escape in *document*, which is changed, what the writer of *form* does not; return it."""
    for name, guard in _GUARDS.items():
        if form.startswith(name):
            guard(document)
    return document


def _pictures(document: dict[str, Any]) -> None:
    for node in _walked(document):
        if isinstance(node, dict) and node.get("t") == "Image" and node["c"][1]:
            node["c"][1] = [{"t": "Str", "c": escape(text_of(node["c"][1]))}]


def _titles(document: dict[str, Any]) -> None:
    for node in _walked(document["meta"]):
        if isinstance(node, dict) and node.get("t") == "MetaInlines":
            node["c"] = [raw_inline("markdown", escape(text_of(node["c"])))]


def _walked(root: Any) -> Iterator[Any]:
    """Yield everything in *root*, however deeply; what is changed before it is asked for is new."""
    left = [root]
    while left:
        node = left.pop()
        yield node
        if isinstance(node, dict):
            left += node.values()
        elif isinstance(node, list):
            left += node


_GUARDS: dict[str, Callable[[dict[str, Any]], None]] = {
    "jats": _pictures,
    "docbook": _pictures,
    "opml": _titles,
}
"""By what the names of formats begin with."""
