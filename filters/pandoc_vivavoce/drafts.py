"""What the writing of a document hands to whoever gives it its looks."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from pandoc_vivavoce.ast import Attr, Blocks, Element
from pandoc_vivavoce.pieces import NO_LABEL, PrintedLabel


class TurnDraft(NamedTuple):
    """What one person says, before it is given its looks."""

    speaker: str
    """The participant's id."""
    number: int
    """The turn's place in the document, from 1; one that goes on keeps its number."""
    goes_on: bool
    """Something nobody says interrupted the turn, so that it has no label here."""
    blocks: Blocks
    """What is said, without the label."""
    time: float | None = None
    """When it begins, in seconds."""
    label: PrintedLabel = NO_LABEL


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
