"""Text that a page holds and does not print: said to be left out, so that nothing goes in silence.

Such is the text of drawings, of lists to choose from, of templates, what stands in the place of
films and scripts, and what describes a picture whose address cannot be used. Titles and scripts
are none, nor what describes a drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from vivavoce.page.soup import Element
from vivavoce.problems import Code, Problem

_NO_TEXT: Final = frozenset({"desc", "head", "metadata", "rp", "script", "style", "title"})
_SHOWN: Final = 160


def unread_text(elements: Iterable[Element]) -> Iterator[Problem]:
    """Yield a problem for each of *elements* that holds words."""
    for element in elements:
        text = " ".join((element.get("alt") or "".join(_texts(element))).split())
        if any(map(str.isalnum, text)):
            shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
            yield Problem(Code.DROPPED_CHROME, f"left out <{element.tag}>", text=shown)


def _texts(element: Element) -> Iterator[str]:
    stack: list[Element | str] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
        elif node.tag not in _NO_TEXT:
            stack.extend(reversed(node.children))
