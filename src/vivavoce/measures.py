"""How much text, linked text and prose each element of a tree holds, counted in one walk."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from vivavoce.html_names import SKIPPED_NAMES
from vivavoce.soup import Element

_SENTENCE = re.compile(r"\S\s+\S+\s+\S[^\n]*?[.?!…:;,](?:[\"'”’»)\]]*(?:\s|$))|[。？！；，、：]")
_LONG_TEXT = 80


@dataclass(slots=True)
class Measure:
    """What one element holds, in characters that are not white space."""

    size: int = 0
    linked: int = 0
    """Inside links."""
    prose: int = 0
    """In pieces of text outside links that hold a sentence or are long."""

    @property
    def link_density(self) -> float:
        """The share of the text that is links, 0 to 1."""
        return self.linked / self.size if self.size else 0.0


_NOTHING = Measure()


class Page:
    """A tree with the measures of its elements, some of which are left out."""

    def __init__(self, root: Element, dropped: frozenset[int] = frozenset()) -> None:
        self.root = root
        self._dropped = dropped
        self._of: dict[int, Measure] = {}
        self._measure()
        self.total = self[root]

    def __getitem__(self, element: Element) -> Measure:
        return self._of.get(id(element), _NOTHING)

    def children_of(self, element: Element) -> list[Element]:
        """Return the elements directly inside *element* that count."""
        return [
            child
            for child in element.children
            if not isinstance(child, str) and id(child) in self._of
        ]

    def topmost(self, test: Callable[[Element, Page], bool]) -> list[Element]:
        """Return the elements that pass *test* and are inside no other that does."""
        found: list[Element] = []
        stack = [self.root]
        while stack:
            element = stack.pop()
            if test(element, self):
                found.append(element)
            else:
                stack.extend(reversed(self.children_of(element)))
        return found

    def _measure(self) -> None:
        stack = [(self.root, False, Measure())]
        order: list[tuple[Measure, Measure]] = []
        while stack:
            element, in_link, around = stack.pop()
            measure = self._of[id(element)] = Measure()
            order.append((measure, around))
            in_link = in_link or (element.tag == "a" and "href" in element.attributes)
            for child in element.children:
                if isinstance(child, str):
                    _count(measure, child, in_link)
                elif child.tag not in SKIPPED_NAMES and id(child) not in self._dropped:
                    stack.append((child, in_link, measure))
        for measure, around in reversed(order):
            around.size += measure.size
            around.linked += measure.linked
            around.prose += measure.prose


def _count(measure: Measure, text: str, in_link: bool) -> None:
    size = len(text) - text.count(" ") - text.count("\n") - text.count("\t")
    if size <= 0:
        return
    measure.size += size
    if in_link:
        measure.linked += size
    elif size > _LONG_TEXT or _SENTENCE.search(text):
        measure.prose += size
