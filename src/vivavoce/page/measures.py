"""How much text, linked text and prose each element of a tree holds, counted in one walk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from vivavoce.page.chrome_phrases import SHARE_WORDS
from vivavoce.page.html_names import SKIPPED_NAMES
from vivavoce.page.soup import Element

_LONG_TEXT: Final = 80
_SHORT_SENTENCE: Final = 12
_LONG_SHARE_WORD: Final = 24
_COUNTS: Final = "0123456789.,+| \xa0"
"""What stands around the words of a share bar."""
_SENTENCE_ENDS: Final = (*".?!…:;,。？！；，：", "”", "“", "»", "」", "』", '."', '!"', '?"', ".)")
_CJK_STOP: Final = re.compile("[。？！，]")


class Measure:
    """What one element holds, in characters that are not white space."""

    __slots__ = (
        "around",
        "below",
        "is_left_out",
        "lacks_something",
        "linked",
        "pieces",
        "prose",
        "shared",
        "size",
    )

    def __init__(self, around: Measure | None = None) -> None:
        self.around = around
        """The measure of the element around it."""
        self.size = 0
        self.linked = 0
        """Inside links."""
        self.prose = 0
        """In pieces of text outside links that hold a sentence or are long."""
        self.shared = 0
        """In pieces of text that are words of a share bar."""
        self.pieces = 0
        """How many pieces of text there are."""
        self.below = 0
        """How many elements there are below."""
        self.is_left_out = False
        self.lacks_something = False
        """Something inside it was left out."""

    @property
    def link_density(self) -> float:
        """The share of the text that is links, 0 to 1."""
        return self.linked / self.size if self.size else 0.0


_NOTHING: Final = Measure()


class Page:
    """A tree with the measures of its elements, of which some are left out as one goes."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._of: dict[int, Measure] = {}
        self._elements: list[Element] = []
        """In document order; `_measures` has theirs."""
        self._measures: list[Measure] = []
        self._measure()
        self.total = self[root]

    def __getitem__(self, element: Element) -> Measure:
        return self._of.get(id(element), _NOTHING)

    def children_of(self, element: Element) -> list[Element]:
        """Return the elements directly inside *element* that count."""
        children = (child for child in element.children if not isinstance(child, str))
        return [
            child for child in children if id(child) in self._of and not self[child].is_left_out
        ]

    def leave_out(self, elements: Iterable[Element]) -> None:
        """Count *elements* no longer, neither themselves nor in what is around them."""
        for element in elements:
            gone = self[element]
            gone.is_left_out = True
            measure = gone.around
            while measure is not None:
                measure.lacks_something = True
                measure.size -= gone.size
                measure.linked -= gone.linked
                measure.prose -= gone.prose
                measure.shared -= gone.shared
                measure.pieces -= gone.pieces
                measure = measure.around

    def topmost(
        self,
        test: Callable[[Element, Measure, Page], bool],
        holds: Callable[[Measure], int] | None = None,
    ) -> list[Element]:
        """Return the elements that pass *test* and are inside no other that does.

        Where *holds* counts nothing, neither the element nor what is inside it is looked at.
        """
        found: list[Element] = []
        at = 0
        while at < len(self._elements):
            element, measure = self._elements[at], self._measures[at]
            at += 1
            if measure.is_left_out or (holds and not holds(measure)):
                at += measure.below
            elif test(element, measure, self):
                found.append(element)
                at += measure.below
        return found

    def _measure(self) -> None:
        stack: list[tuple[Element, bool, Measure | None]] = [(self.root, False, None)]
        while stack:
            element, in_link, around = stack.pop()
            measure = Measure(around)
            self._elements.append(element)
            self._measures.append(measure)
            self._of[id(element)] = measure
            in_link = in_link or (element.tag == "a" and "href" in element.attributes)
            for child in reversed(element.children):
                if isinstance(child, str):
                    if not child.isspace():
                        _count(measure, child.strip(), in_link)
                elif child.tag not in SKIPPED_NAMES:
                    stack.append((child, in_link, measure))
        for measure in reversed(self._measures):
            if (outer := measure.around) is None:
                continue
            outer.below += measure.below + 1
            if measure.size:
                outer.size += measure.size
                outer.linked += measure.linked
                outer.prose += measure.prose
                outer.shared += measure.shared
                outer.pieces += measure.pieces


def _count(measure: Measure, text: str, in_link: bool) -> None:
    size = len(text) - text.count(" ")
    measure.size += size
    measure.pieces += 1
    if size < _LONG_SHARE_WORD and text.strip(_COUNTS).casefold() in SHARE_WORDS:
        measure.shared += size
    if in_link:
        measure.linked += size
    elif (size > _LONG_TEXT or _holds_sentence(text, size)) and not _states_rights(text):
        measure.prose += size


def _states_rights(text: str) -> bool:
    return len(text) < 2 * _LONG_TEXT and ("©" in text or "opyright" in text or "ⓒ" in text)


def _holds_sentence(text: str, size: int) -> bool:
    if not text.isascii() and _CJK_STOP.search(text):
        return True
    return size >= _SHORT_SENTENCE and (text.endswith(_SENTENCE_ENDS) or ". " in text)
