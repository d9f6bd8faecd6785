"""What is to become of each container of a document, given where the turns begin.

A container in which nobody begins to speak stays as it is. A list, a table or a figure in which
somebody does only laid out the conversation and is taken apart. A division is kept around the
turns, or moved into the turn that it belongs to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import Final

from pandoc_vivavoce.ast import Element
from pandoc_vivavoce.inplace.astread import Move, Step
from vivavoce.model import Part

_NEVER: Final = -1
"""No container holds so many turns."""


class Plan(Enum):
    """What becomes of a container."""

    WHOLE = auto()
    """It is handed on as it is."""
    DISSOLVED = auto()
    """What it holds takes its place."""
    WRAPPER = auto()
    """It stays around the whole conversation, which gets its interview inside."""
    WITHIN = auto()
    """It stays around some of the turns, inside the interview."""
    LEADING = auto()
    """It goes into the one turn that begins with it."""
    INTERVIEW = auto()
    """The author put it around the conversation: it is the interview."""


class Planned:
    """One container's plan and what it was made of."""

    def __init__(self, element: Element, enter: int) -> None:
        self.element = element
        self.enter = enter
        """The place of the step that enters it."""
        self.leave = 0
        """The place of the step that leaves it."""
        self.plan = Plan.WHOLE
        self.speaker: str | None = None
        """Who speaks first inside, if anybody does."""
        self.opens = 0
        """How many turns begin inside."""
        self.begins = False
        """A turn begins with the container's first leaf."""
        self.has_heading = False
        self.leaves = 0
        self.speakers: set[str | None] = set()


def make_plans(
    steps: Sequence[Step], parts: Mapping[int, Sequence[Part]], *, is_inside: bool
) -> dict[int, Planned]:
    """Return the plan of each container by the place of the step that enters it.

    *parts* are the parts of each block by its place. *is_inside* tells that the author has put an
    interview around the whole.
    """
    found = _measure(steps, parts)
    total = sum(part.opens for group in parts.values() for part in group)
    for container in found.values():
        container.plan = _plan(container, _NEVER if is_inside else total)
    return found


def is_section(element: Element) -> bool:
    """Tell whether pandoc's writers will make a section of the Div *element*.

    pandoc (`makeSections`) does so where a Div begins with a heading and all others directly inside
    are of a deeper level.
    """
    inside = element["c"][1] if element["t"] == "Div" else []
    if not inside or inside[0]["t"] != "Header":
        return False
    top = inside[0]["c"][0]
    return all(item["t"] != "Header" or item["c"][0] > top for item in inside[1:])


def _measure(steps: Sequence[Step], parts: Mapping[int, Sequence[Part]]) -> dict[int, Planned]:
    found: dict[int, Planned] = {}
    open_containers: list[Planned] = []
    for place, step in enumerate(steps):
        if step.move is Move.ENTER:
            found[place] = Planned(step.element, place)
            open_containers.append(found[place])
        elif step.move is Move.LEAVE:
            done = open_containers.pop()
            done.leave = place
            if open_containers:
                _add(open_containers[-1], done)
        elif step.move is Move.LEAF and open_containers:
            _add_leaf(open_containers[-1], parts.get(step.block, ()))
    return found


def _add_leaf(container: Planned, parts: Sequence[Part]) -> None:
    opens = sum(part.opens for part in parts)
    if not container.leaves:
        container.begins = bool(parts) and parts[0].opens
    container.leaves += 1
    container.opens += opens
    container.has_heading |= any(part.kind == "heading" for part in parts)
    for part in parts:
        container.speakers.add(part.speaker)
        container.speaker = container.speaker or part.speaker


def _add(outer: Planned, inner: Planned) -> None:
    if not outer.leaves:
        outer.begins = inner.begins
    outer.leaves += inner.leaves
    outer.opens += inner.opens
    outer.has_heading |= inner.has_heading
    outer.speakers |= inner.speakers
    outer.speaker = outer.speaker or inner.speaker


def _plan(container: Planned, total: int) -> Plan:
    kind = container.element["t"]
    if kind != "Div":
        return _plan_of_layout(container, total)
    is_even = len(container.speakers) <= 1 and not container.has_heading
    if not container.opens and is_even:
        return Plan.WHOLE
    if container.element["c"][0] == ["", [], []]:
        return Plan.DISSOLVED
    if container.opens == 1 and container.begins and is_even:
        return Plan.LEADING
    is_outside = container.speakers == {None}
    return Plan.WRAPPER if is_outside or container.opens == total else Plan.WITHIN


def _plan_of_layout(container: Planned, total: int) -> Plan:
    """A quotation of several turns stays a quotation; all else gives way to its turns.

    So does a quotation in which something stands that nobody says, as a play prints directions.
    """
    is_quote = container.element["t"] == "BlockQuote"
    if not container.opens:
        is_mixed = is_quote and None in container.speakers and container.speaker is not None
        return Plan.DISSOLVED if is_mixed else Plan.WHOLE
    if is_quote and container.opens > 1:
        return Plan.WRAPPER if container.opens == total else Plan.WITHIN
    return Plan.DISSOLVED
