"""Parts of a page that lead elsewhere, known by what they hold.

The core knows a box of links by the words it begins with (`vivavoce.page.chrome`), and so it is
known here. It knows the trail of pages above an article by its class names, which pandoc's HTML
reader drops from lists: such a list ends with the words of the title below it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pandoc_vivavoce.ast import Blocks, Element
from pandoc_vivavoce.inlines import but_words, children, text_of
from pandoc_vivavoce.tree import CONTAINER_KINDS, inlines_of, lists_inside
from vivavoce.page.chrome_phrases import RELATED_LEAD

_LONG: Final = 4000
"""A box of links holds fewer characters."""
_SOME_LINKS: Final = 0.3
"""At least this share of its characters are links."""
_TEXTS: Final = frozenset({"Para", "Plain", "Header"})
_LISTS: Final = frozenset({"BulletList", "OrderedList"})


def leads_elsewhere(blocks: Blocks) -> frozenset[int]:
    """Return the identities of the divisions and lists in *blocks* that lead to other pages."""
    found: set[int] = set()
    trail: Element | None = None
    is_above = True
    for element in _outline(blocks):
        if element["t"] == "Div":
            if _is_box(element):
                found.add(id(element))
        elif element["t"] == "Header":
            if is_above and trail is not None and _last_words(trail) == _words(element):
                found.add(id(trail))
            is_above = is_above and element["c"][0] > 1
        else:
            trail = element
    return frozenset(found)


def _outline(blocks: Blocks) -> Iterator[Element]:
    """Yield the divisions, lists and headings of *blocks* in reading order, to any depth."""
    stack = blocks[::-1]
    while stack:
        element = stack.pop()
        if element["t"] in CONTAINER_KINDS:
            if element["t"] == "Div" or element["t"] in _LISTS:
                yield element
            for inside in reversed(list(lists_inside(element))):
                stack.extend(reversed(inside))
        elif element["t"] == "Header":
            yield element


def _is_box(element: Element) -> bool:
    """Does a division begin with words like “read also”, and is much of it links?"""
    inside = element["c"][1]
    if not inside or inside[0]["t"] not in _TEXTS or not RELATED_LEAD.match(_words(inside[0])):
        return False
    leaves = list(_leaves(inside))
    size = sum(len(_words(leaf)) for leaf in leaves)
    linked = sum(len(text_of([link])) for leaf in leaves for link in _links(leaf))
    return size < _LONG and linked >= size * _SOME_LINKS


def _leaves(blocks: Blocks) -> Iterator[Element]:
    stack = blocks[::-1]
    while stack:
        element = stack.pop()
        if element["t"] in CONTAINER_KINDS:
            for inside in lists_inside(element):
                stack.extend(inside)
        else:
            yield element


def _links(leaf: Element) -> Iterator[Element]:
    stack = but_words(inlines_of(leaf))
    while stack:
        item = stack.pop()
        if item["t"] == "Link":
            yield item
        else:
            stack.extend(but_words(children(item)))


def _words(leaf: Element) -> str:
    return text_of(inlines_of(leaf)).strip()


def _last_words(element: Element) -> str:
    """Return the words of the last item of a list; empty where it is more than a line."""
    items = element["c"] if element["t"] == "BulletList" else element["c"][1]
    last = items[-1] if items else []
    return _words(last[0]) if len(last) == 1 and last[0]["t"] in _TEXTS else ""
