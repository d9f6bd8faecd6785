"""Recognition on one screen: propose, decide, let the talk flow, find the people.

Every convention proposes; labels are judged together, because a page prints one speaker's label in
several ways; looks alone are believed where no label is printed, or between labelled answers.
"""

from __future__ import annotations

from dataclasses import replace

from vivavoce.combine import combine
from vivavoce.conventions import CONVENTIONS
from vivavoce.document import Document, read_document
from vivavoce.flow import read_flow
from vivavoce.model import Block, Metadata, Part, Proposal, Reading
from vivavoce.options import DEFAULTS, Options
from vivavoce.participants import identify
from vivavoce.problems import Code, Problem


def recognise(
    blocks: tuple[Block, ...], metadata: Metadata, options: Options = DEFAULTS
) -> Reading:
    """Say whose each stretch of *blocks* is.

    Where the evidence is too weak the reading has no conventions, its parts belong to nobody, and a
    problem says so.
    """
    document = read_document(blocks, metadata, options)
    decision = combine(document, propose(document))
    if decision.talk is None:
        return Reading(
            parts=silent_parts(blocks),
            verdicts=decision.verdicts,
            problems=(_abstention(decision.best),),
        )
    parts = read_flow(document, decision.talk)
    people, ids = identify(document, parts)
    return Reading(
        parts=tuple(
            replace(part, speaker=ids[part.speaker]) if part.speaker else part for part in parts
        ),
        participants=people,
        conventions=decision.conventions,
        verdicts=decision.verdicts,
    )


def propose(document: Document) -> tuple[Proposal, ...]:
    """Ask every convention, or the one that the options name."""
    wanted = document.options.convention
    found = (function(document) for name, function in CONVENTIONS if wanted in ("", name))
    return tuple(proposal for proposal in found if proposal is not None)


def silent_parts(blocks: tuple[Block, ...]) -> tuple[Part, ...]:
    """Return a reading in which nobody speaks."""
    return tuple(
        Part(
            index,
            0,
            0,
            len(block.text),
            "heading"
            if block.kind == "heading"
            else "caption"
            if block.kind == "caption"
            else "prose",
        )
        for index, block in enumerate(blocks)
    )


def _abstention(best: float) -> Problem:
    if best >= 0.35:
        return Problem(Code.UNSURE, f"signs of a conversation reach {best:.2f}, which is too weak")
    return Problem(Code.NO_DIALOGUE, "no conversation was found; the text is unchanged")
