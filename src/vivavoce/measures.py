"""How much text, linked text and prose each element of a tree holds, counted in one walk."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from vivavoce.html_names import SKIPPED_NAMES
from vivavoce.soup import Element

_SENTENCE = re.compile(r"\w\S*\s+\S+\s+\S.*[.?!…:;,](?:[\"'”’»)\]]*(?:\s|$))|[。？！；，、：]", re.DOTALL)
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


NOTHING = Measure()


class Measures:
    """The measures of all elements under a root, some left out."""

    def __init__(self, root: Element, left_out: Container[int] = ()) -> None:
        self._of: dict[int, Measure] = {}
        self._walk(root, left_out)
        self.total = self[root]

    def __getitem__(self, element: Element) -> Measure:
        return self._of.get(id(element), NOTHING)

    def _walk(self, root: Element, left_out: Container[int]) -> None:
        stack = [(root, False, Measure())]
        closing: list[tuple[Measure, Measure]] = []
        while stack:
            element, in_link, around = stack.pop()
            measure = self._of[id(element)] = Measure()
            closing.append((measure, around))
            in_link = in_link or element.tag == "a"
            for child in element.children:
                if isinstance(child, str):
                    _count(measure, child, in_link)
                elif child.tag not in SKIPPED_NAMES and id(child) not in left_out:
                    stack.append((child, in_link, measure))
        for measure, around in reversed(closing):
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
