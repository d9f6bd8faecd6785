"""A reading applied to pandoc's document: turns are wrapped and labels taken off, in place.

The walk of `astread` is followed again; whatever recognition did not speak about is handed on as
the object it was. `turnwriter` knows where each thing goes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from pandoc_vivavoce.ast import Blocks, Element
from pandoc_vivavoce.drafts import Dresser
from pandoc_vivavoce.inplace.astread import AstBlocks, Move, Step
from pandoc_vivavoce.inplace.plans import Plan, Planned, make_plans
from pandoc_vivavoce.inplace.turnwriter import Writer
from pandoc_vivavoce.pieces import cut_leaf
from vivavoce.model import Part, Reading


def rewrite(
    source: AstBlocks, reading: Reading, dresser: Dresser, around: Element | None = None
) -> Blocks:
    """Return the document of *source* with the turns of *reading*, dressed by *dresser*.

    *around* is the Div ``.interview`` that the author has put around these blocks, if any.
    """
    parts = {block: list(group) for block, group in groupby(reading.parts, lambda part: part.block)}
    plans = make_plans(source.steps, parts, is_inside=around is not None)
    writer = Writer(dresser, around)
    place = 0
    while place < len(source.steps):
        place = _follow(writer, source, parts, plans, place)
    return writer.finish()


def _follow(
    writer: Writer,
    source: AstBlocks,
    parts: Mapping[int, Sequence[Part]],
    plans: Mapping[int, Planned],
    place: int,
) -> int:
    """Write what the step at *place* is about; return the place of the next step."""
    step = source.steps[place]
    if step.move is Move.ENTER:
        planned = plans[place]
        if planned.plan is Plan.WHOLE:
            writer.whole(planned)
            return planned.leave + 1
        writer.enter(planned, _first_part(parts, step, source))
    elif step.move is Move.LEAVE:
        writer.leave()
    elif step.move is Move.PASS or step.block not in parts:
        writer.silent(step.element)
    else:
        for piece in cut_leaf(step.element, source.blocks[step.block], parts[step.block]):
            writer.piece(piece)
    return place + 1


def _first_part(parts: Mapping[int, Sequence[Part]], step: Step, source: AstBlocks) -> Part | None:
    found = parts.get(step.block) if step.block < len(source.blocks) else None
    return found[0] if found else None
