"""Where the filter works: in the Divs ``.interview`` that the author has put, else everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from pandoc_vivavoce.ast import Blocks, Element
from pandoc_vivavoce.settings import core_names, faults_of_division
from pandoc_vivavoce.tree import CONTAINER_KINDS, is_converted, is_not_ours, lists_inside
from vivavoce.problems import Problem

_OPTIONS: Final = frozenset(core_names())


class Scope(NamedTuple):
    """A place in the document that is looked at as one conversation."""

    siblings: Blocks
    """The list the place is in, of the document itself."""
    around: Element | None
    """The author's Div; None where the whole list is the place."""

    @property
    def blocks(self) -> Blocks:
        """What is to be looked at."""
        if self.around is None:
            return self.siblings
        inside: Blocks = self.around["c"][1]
        return inside

    def faults(self) -> tuple[Problem, ...]:
        """Return what is wrong with the attributes of the author's Div."""
        return faults_of_division(dict(self.around["c"][0][2])) if self.around else ()

    def take_settings(self) -> dict[str, str]:
        """Take the options among the attributes of the author's Div off it and return them.

        The layout stays: it is for whoever gives the turns their looks.
        """
        if self.around is None:
            return {}
        identifier, classes, pairs = self.around["c"][0]
        found = {name: value for name, value in pairs if name in _OPTIONS}
        self.around["c"][0] = [identifier, classes, [p for p in pairs if p[0] not in found]]
        return found

    def put(self, blocks: Blocks) -> None:
        """Put *blocks* into the document in place of what was there."""
        if self.around is None:
            self.siblings[:] = blocks
            return
        at = next(i for i, item in enumerate(self.siblings) if item is self.around)
        self.siblings[at : at + 1] = blocks


def find_scopes(blocks: Blocks) -> list[Scope]:
    """Return the places of the document *blocks* in reading order.

    Divs whose turns are marked already are passed over; where a document has such Divs, or an
    author's, nothing else is looked at.
    """
    marked = list(_marked(blocks))
    if not marked:
        return [Scope(blocks, None)]
    return [scope for scope in marked if scope.around and not is_converted(scope.around)]


def interview_divs(blocks: Blocks) -> Blocks:
    """Return the Divs ``.interview`` in *blocks*, an author's or those whose turns are marked."""
    return [scope.around for scope in _marked(blocks) if scope.around]


def _marked(blocks: Blocks) -> Iterator[Scope]:
    stack = _containers(blocks)[::-1]
    while stack:
        siblings, element = stack.pop()
        if element["t"] == "Div" and "interview" in element["c"][0][1]:
            yield Scope(siblings, element)
        elif not is_not_ours(element):
            inside = [found for inner in lists_inside(element) for found in _containers(inner)]
            stack.extend(reversed(inside))


def _containers(blocks: Blocks) -> list[tuple[Blocks, Element]]:
    """Return the containers among *blocks*, each with the list that it is in."""
    return [(blocks, item) for item in blocks if item["t"] in CONTAINER_KINDS]
