"""The layout in which questions are headings, so that the contents lists them."""

from __future__ import annotations

from typing import Final

from pandoc_vivavoce.ast import Inlines
from pandoc_vivavoce.cutting import without_identifier
from pandoc_vivavoce.dress.divisions import unwrapped
from pandoc_vivavoce.dress.shape import Turn
from pandoc_vivavoce.inlines import rare_leaves

DEEPEST: Final = 6
_HIGHEST: Final = 2
"""Above it stands the document's title."""


def as_heading(turn: Turn, level: int, *, keeps_label: bool) -> list[Turn]:
    """Return a question as a heading of *level*, and as a turn that goes on what follows in it.

    Any other turn stays, and a question that begins with something else than a paragraph or with a
    division that says more than its names.
    """
    if not turn.asks or turn.goes_on or not turn.first or turn.level:
        return [turn]
    bare = unwrapped(_named_by_division(turn._replace(first=_without_bold(turn.first))))
    if bare.around:
        return [turn]
    shown = bare if keeps_label else _without_label(bare)
    heading = shown._replace(rest=[], level=level)
    return [heading, _remainder(bare)] if bare.rest else [heading]


def _named_by_division(turn: Turn) -> Turn:
    """Return *turn* with the identifier of the page's division around it, if it has one.

    An anchor in a heading would stand twice in a document: the contents repeat its words.
    """
    place = next((at for at, (given, _) in enumerate(turn.around) if given[0]), -1)
    if place < 0:
        return turn
    around = list(turn.around)
    given, after = around[place]
    around[place] = (without_identifier(given), after)
    return turn._replace(attributes=[given[0], *turn.attributes[1:]], around=around)


def _without_label(turn: Turn) -> Turn:
    """Return *turn* without its label; notes of the label go to the end."""
    return turn.with_label([], [])._replace(first=[*turn.first, *turn.beside], beside=[])


def _remainder(turn: Turn) -> Turn:
    _, classes, pairs = turn.attributes
    attributes = ["", [*classes, "continued"], pairs]
    return Turn(attributes, [], [], [], [], rest=turn.rest, has_first=False)


def breaks_in_latex(turn: Turn) -> bool:
    """Tell whether LaTeX would stop at *turn* as a heading: a note has more than one paragraph."""
    notes = [item["c"] for item in rare_leaves([*turn.beside, *turn.first]) if item["t"] == "Note"]
    return any([item["t"] for item in blocks] not in (["Para"], ["Plain"], []) for blocks in notes)


def level_below(level: int) -> int:
    """Return the level of a question's heading under a section heading of *level*, 0 for none."""
    return min(max(level + 1, _HIGHEST), DEEPEST)


def _without_bold(inlines: Inlines) -> Inlines:
    """A heading is bold by itself."""
    if len(inlines) == 1 and inlines[0]["t"] == "Strong":
        inside: Inlines = inlines[0]["c"]
        return inside
    return inlines
