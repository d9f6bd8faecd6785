"""The lists of blocks that are open while a document is written anew."""

from __future__ import annotations

from pandoc_vivavoce.ast import Blocks, Element
from pandoc_vivavoce.drafts import TurnDraft
from pandoc_vivavoce.inplace.plans import Plan


class Frame:
    """A list of blocks that is being written."""

    def __init__(self, element: Element | None, plan: Plan, *, is_torn: bool = False) -> None:
        self.element = element
        """The container the blocks are in; None for the document itself."""
        self.plan = plan
        self.blocks: Blocks = []
        self.interview: Blocks | None = None
        """The turns of the interview that is open in this list."""
        self.pending: Blocks = []
        """What nobody says after the last turn: inside the interview only if another follows."""
        self.turn: TurnDraft | None = None
        self.has_turns = False
        """A turn is already written in this list or inside it."""
        self.is_torn = is_torn
        """A part of the container is already written, with its identifier."""
        self.suspended: list[Frame] = []
        """The containers to open again when this one is left."""

    @property
    def draft(self) -> TurnDraft:
        """The turn that is open in this list; it is wrong to ask where none is."""
        if self.turn is None:
            raise LookupError("no turn is open")
        return self.turn

    @property
    def silent_blocks(self) -> Blocks:
        """The list that takes what nobody says."""
        return self.blocks if self.interview is None else self.pending

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
