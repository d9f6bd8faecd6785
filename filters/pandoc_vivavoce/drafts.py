"""What the writing of a document hands to whoever gives it its looks."""

from __future__ import annotations

from typing import Final, Protocol

from pandoc_vivavoce.ast import Attr, Blocks, Element
from pandoc_vivavoce.pieces import NO_LABEL, PrintedLabel


class TurnDraft:
    """What one person says, before it is given its looks."""

    def __init__(
        self,
        speaker: str,
        number: int,
        goes_on: bool,
        blocks: Blocks,
        label: PrintedLabel = NO_LABEL,
    ) -> None:
        self.speaker: Final = speaker
        """The participant's id."""
        self.number: Final = number
        """The turn's place in the document, from 1; one that goes on keeps its number."""
        self.goes_on: Final = goes_on
        """Something nobody says interrupted the turn, so that it has no label here."""
        self.blocks: Final = blocks
        """What is said, without the label."""
        self.label: Final = label

    def holding(self, blocks: Blocks) -> TurnDraft:
        """Return this draft with *blocks* as what is said."""
        return TurnDraft(self.speaker, self.number, self.goes_on, blocks, self.label)

    def labelled(self, label: PrintedLabel) -> TurnDraft:
        """Return this draft with *label* as the one that the document prints."""
        return TurnDraft(self.speaker, self.number, self.goes_on, self.blocks, label)


class Dresser(Protocol):
    """Gives turns and interviews their looks."""

    def turn(self, draft: TurnDraft) -> Blocks:
        """Return the blocks of one turn."""

    def heading(self, draft: TurnDraft) -> Element:
        """Return a turn that is a heading, the only block of *draft*."""

    def interview(self, blocks: Blocks) -> Blocks:
        """Return the blocks of one interview around its turns."""

    def attributes(self, given: Attr) -> Attr:
        """Return the attributes of an interview's Div for those the author has *given* it."""
