"""Where the turns of a document stand that have not been dressed yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pandoc_vivavoce.ast import Attr, Blocks, Element
from pandoc_vivavoce.dress.shape import Turn, is_turn, take_apart
from pandoc_vivavoce.tree import attributes_of, lists_inside

DONE: Final = "data-layout"
"""The attribute of an interview that has been dressed."""


class Place:
    """One turn and where it stands."""

    def __init__(self, siblings: Blocks, element: Element, section: int, layout: str) -> None:
        self.siblings: Final = siblings
        """The list the turn is in, of the document itself."""
        self.element: Final = element
        self.section: Final = section
        """The level of the section heading above; 0 where there is none."""
        self.layout: Final = layout
        """The layout that the interview's Div states; empty where it states none."""

    @property
    def turn(self) -> Turn:
        """The turn taken apart."""
        return take_apart(self.element)


def find_turns(blocks: Blocks) -> Iterator[Place]:
    """Yield the turns of *blocks* that are to be dressed, in reading order."""
    section = 0
    stack = _with(blocks, "")
    while stack:
        siblings, element, layout = stack.pop()
        if is_turn(element):
            if all(name != DONE for name, _ in (attributes_of(element) or [[], [], []])[2]):
                yield Place(siblings, element, section, layout)
        elif element["t"] == "Header":
            section = element["c"][0]
        elif not is_dressed(element):
            if is_interview(element):
                layout = layout_in(element["c"][0])
            for inside in reversed(list(lists_inside(element))):
                stack.extend(_with(inside, layout))


def _with(blocks: Blocks, layout: str) -> list[tuple[Blocks, Element, str]]:
    return [(blocks, element, layout) for element in reversed(blocks)]


def layout_in(attributes: Attr) -> str:
    """Return the layout that an interview's *attributes* state; empty where they state none."""
    return str(dict(attributes[2]).get("layout", ""))


def is_interview(element: Element) -> bool:
    """Tell whether *element* is the Div around turns."""
    return element["t"] == "Div" and "interview" in element["c"][0][1]


def is_dressed(element: Element) -> bool:
    """Tell whether *element* is an interview that has its looks."""
    return is_interview(element) and DONE in dict(element["c"][0][2])


def interview_lists(blocks: Blocks) -> Iterator[Blocks]:
    """Yield the lists, *blocks* itself and those inside, in which interviews stand."""
    stack = [blocks]
    while stack:
        here = stack.pop()
        if any(is_interview(item) for item in here):
            yield here
        for item in here:
            if not is_interview(item):
                stack.extend(lists_inside(item))
