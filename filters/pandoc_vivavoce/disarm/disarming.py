"""What acts in a browser, taken out of the conversation that a page holds.

pandoc's readers hand on links to ``javascript:``, event attributes and drawings with scripts. What
is said stays: a link becomes its text, a picture its description. Control characters, with which no
e-book can be opened, are taken out as the core does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from pandoc_vivavoce.ast import Blocks, Element
from pandoc_vivavoce.disarm.attributes import is_unsafe
from pandoc_vivavoce.disarm.embedded import as_picture
from pandoc_vivavoce.tree import is_raw_html
from vivavoce.marks import is_safe_address
from vivavoce.page.images import is_safe_data
from vivavoce.problems import Code, Problem
from vivavoce.spaces import writable

_SHOWN: Final = 60


def disarm(blocks: Blocks, *, keeps_raw: bool = False) -> list[Problem]:
    """Take what acts out of *blocks*, in place; return what there is to tell.

    With *keeps_raw* raw HTML stays as it is.
    """
    problems: list[Problem] = []
    left_out: Counter[str] = Counter()
    for element in _elements(blocks, left_out):
        kind = element["t"]
        if kind == "Link" and not is_safe_address(element["c"][2][0]):
            problems.append(_link_problem(element["c"][2][0]))
            _become_text(element)
        elif kind == "Image" and not _is_safe_picture(element["c"][2][0]):
            left_out["picture"] += 1
            _become_text(element)
        elif kind == "Image":
            element["c"][2][0] = as_picture(element["c"][2][0])
        elif not keeps_raw and is_raw_html(element):
            from pandoc_vivavoce.disarm.rawtags import clean_raw  # noqa: PLC0415 - few have raw tags

            cleaned = clean_raw(element["c"][1])
            element["c"][1] = cleaned.text
            left_out.update(cleaned.left_out)
    if left_out:
        names = ", ".join(f"{name} ({count})" for name, count in sorted(left_out.items()))
        problems.append(Problem(Code.ACTIVE_CONTENT, f"left out: {names}"))
    return problems


def _elements(blocks: Blocks, left_out: Counter[str]) -> Iterator[Element]:
    """Yield every element in *blocks*, with unsafe attributes and control characters taken out."""
    stack: list[Any] = [blocks]
    while stack:
        node = stack.pop()
        if isinstance(node, list):
            if _is_attributes(node):
                _clean_attributes(node, left_out)
            else:
                stack.extend(_inside(node))
        elif "t" not in node:
            stack.append(list(node.values()))  # a citation's
        elif not _is_excluded(node):
            yield node
            if isinstance(inside := node.get("c"), str):
                node["c"] = writable(inside)
            elif isinstance(inside, list | dict):
                stack.append(inside)


def _clean_attributes(node: list[Any], left_out: Counter[str]) -> None:
    name, classes, pairs = node
    left_out.update(key for key, value in pairs if is_unsafe(key, value))
    kept = [[key, writable(value)] for key, value in pairs if not is_unsafe(key, value)]
    node[:] = [writable(name), [writable(item) for item in classes], kept]


def _inside(node: list[Any]) -> Iterator[list[Any] | Element]:
    """Yield what is to be walked through in the list *node*, and clean the texts in it."""
    for place, item in enumerate(node):
        if isinstance(item, str):
            node[place] = writable(item)
        elif isinstance(item, list | dict):
            yield item


def _is_attributes(node: list[Any]) -> bool:
    """Tell whether *node* is a triple of attributes: identifier, classes, pairs."""
    return (
        len(node) == 3
        and isinstance(node[0], str)
        and isinstance(node[1], list)
        and isinstance(node[2], list)
    )


def _is_excluded(element: Element) -> bool:
    return element["t"] == "Div" and "no-interview" in element["c"][0][1]


def _is_safe_picture(address: str) -> bool:
    if is_safe_address(address) or is_safe_data(address):
        return True
    from pandoc_vivavoce.disarm.drawings import is_still  # noqa: PLC0415 - hardly any has drawings

    return is_still(address)


def _become_text(element: Element) -> None:
    """Make a span of a link or a picture: its words stay."""
    attributes, inlines, _ = element["c"]
    element["t"], element["c"] = "Span", [attributes, inlines]


def _link_problem(address: str) -> Problem:
    return Problem(Code.UNSAFE_LINK, f"the link to {address[:_SHOWN]!r} is left out")
