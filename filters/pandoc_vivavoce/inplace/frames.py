"""The lists of blocks that are open while a document is written anew."""

from __future__ import annotations

from dataclasses import dataclass, field

from pandoc_vivavoce.ast import Blocks, Element
from pandoc_vivavoce.drafts import TurnDraft
from pandoc_vivavoce.inplace.plans import Plan


@dataclass(slots=True)
class Frame:
    """A list of blocks that is being written."""

    element: Element | None
    """The container the blocks are in; None for the document itself."""
    plan: Plan
    blocks: Blocks = field(default_factory=list)
    interview: Blocks | None = None
    """The turns of the interview that is open in this list."""
    pending: Blocks = field(default_factory=list)
    """What nobody says after the last turn: inside the interview only if another turn follows."""
    turn: TurnDraft | None = None
    is_torn: bool = False
    """A part of the container is already written, with its identifier."""
    suspended: list[Frame] = field(default_factory=list)
    """The containers to open again when this one is left."""

    @property
    def inside_interview(self) -> Blocks:
        """The list that takes turns; an interview is opened if there is none around."""
        if self.plan is not Plan.WRAPPER:
            return self.blocks
        if self.interview is None:
            self.interview = []
        self.interview += self.pending
        self.pending = []
        return self.interview
