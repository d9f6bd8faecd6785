"""The lists of blocks that are open while the turns of a document are written, and what goes where.

What somebody says is gathered in turns, turns in interviews. pandoc makes sections only of headings
at the top of a document, so none is left inside a division of ours or of a page's layout: the
divisions are torn and go on after it.
"""

from __future__ import annotations

from typing import Final

from pandoc_vivavoce.ast import Blocks, Element, attr, block_quote, div, paragraph
from pandoc_vivavoce.cutting import without_identifier
from pandoc_vivavoce.drafts import Dresser, TurnDraft
from pandoc_vivavoce.inplace.frames import Frame
from pandoc_vivavoce.inplace.plans import Plan, Planned, is_section
from pandoc_vivavoce.pieces import NO_LABEL, Piece, PrintedLabel
from vivavoce.model import Part

_ASIDES: Final = frozenset({"stage-direction", "note"})


class Writer:
    """Holds the lists that are being written, outermost first."""

    def __init__(self, dresser: Dresser, around: Element | None) -> None:
        self._dresser = dresser
        self._frames = [Frame(None, Plan.WRAPPER)]
        if around is not None:
            self._frames.append(Frame(around, Plan.INTERVIEW))
        self._entered: list[Plan] = []
        self._count = 0

    @property
    def _top(self) -> Frame:
        return self._frames[-1]

    def finish(self) -> Blocks:
        """Close whatever is open and return the document."""
        while len(self._frames) > 1:
            self._pop()
        self._close_interview(self._top)
        return self._top.blocks

    def whole(self, planned: Planned) -> None:
        """Write a container as it is, in the turn of the one who speaks in it."""
        if planned.speaker is None:
            self.silent(planned.element)
        else:
            self._say(planned.element, planned.speaker)

    def enter(self, planned: Planned, first: Part | None) -> None:
        """Open a container that does not stay whole; *first* is the first part inside."""
        self._entered.append(planned.plan)
        if planned.plan is Plan.DISSOLVED:
            return
        frame = Frame(planned.element, planned.plan)
        if planned.plan is Plan.LEADING:
            if first is not None and self._top.plan is not Plan.LEADING:
                self._open_turn(first)
        elif is_section(planned.element):
            frame.plan = Plan.WRAPPER
            frame.suspended = self._tear()
        elif planned.plan is Plan.WRAPPER:
            self._close_interview(self._top)
        self._frames.append(frame)

    def leave(self) -> None:
        """Close the container that was entered last."""
        if self._entered.pop() is Plan.DISSOLVED:
            return
        suspended = self._top.suspended
        self._pop()
        self._frames += suspended

    def silent(self, element: Element) -> None:
        """Write what nobody says."""
        frame = self._top
        if frame.plan is Plan.LEADING:
            frame.blocks.append(element)
            return
        self._close_turn(frame)
        frame.silent_blocks.append(element)

    def piece(self, piece: Piece) -> None:
        """Write a stretch of a leaf."""
        part, element = piece.part, piece.element
        if element is not None and element["t"] == "Plain" and self._is_loose(part):
            element = paragraph(element["c"])
        if part.speaker is None:
            if element is not None:
                self._nobody(element, part)
        elif element is not None and element["t"] == "Header":
            self._heading(self._dresser.heading(self._draft(piece, [element])))
        else:
            self._speak(piece, element)

    def _nobody(self, element: Element, part: Part) -> None:
        """Write a leaf that nobody says; what is an aside says so by its class."""
        if element["t"] == "Header":
            self._heading(element)
        elif part.kind in _ASIDES and element["t"] in {"Para", "LineBlock"}:
            self.silent(div([element], attr("", [part.kind])))
        else:
            self.silent(element)

    def _is_loose(self, part: Part) -> bool:
        """Text that is no paragraph becomes one in a turn and where its list was taken apart."""
        return part.speaker is not None or Plan.DISSOLVED in self._entered[-1:]

    def _speak(self, piece: Piece, element: Element | None) -> None:
        part = piece.part
        if part.opens and self._top.plan is not Plan.LEADING:
            self._open_turn(part, piece.label)
        elif part.opens:
            frame = self._frame_of_turn()
            frame.turn = frame.draft.labelled(piece.label)
        if element is not None:
            self._say(element, part.speaker or "")

    def _say(self, element: Element, speaker: str) -> None:
        frame = self._top
        if frame.plan is Plan.LEADING:
            frame.blocks.append(element)
            return
        if frame.turn is None or frame.turn.speaker != speaker:
            self._close_turn(frame)
            frame.turn = TurnDraft(speaker, self._count, True, [])
        frame.draft.blocks.append(element)

    def _frame_of_turn(self) -> Frame:
        return next(frame for frame in reversed(self._frames) if frame.turn is not None)

    def _open_turn(self, part: Part, label: PrintedLabel = NO_LABEL) -> None:
        frame = self._top
        self._close_turn(frame)
        self._count += 1
        frame.turn = TurnDraft(part.speaker or "", self._count, False, [], label)

    def _draft(self, piece: Piece, blocks: Blocks) -> TurnDraft:
        part = piece.part
        self._count += part.opens
        return TurnDraft(part.speaker or "", self._count, not part.opens, blocks, piece.label)

    def _close_turn(self, frame: Frame) -> None:
        draft, frame.turn = frame.turn, None
        if draft is not None and (draft.blocks or draft.label.inlines):
            frame.inside_interview.extend(self._dresser.turn(draft))
            frame.has_turns = True

    def _close_interview(self, frame: Frame) -> None:
        self._close_turn(frame)
        if frame.interview is not None:
            frame.blocks += self._dresser.interview(frame.interview)
        frame.blocks += frame.pending
        frame.interview, frame.pending = None, []

    def _heading(self, element: Element) -> None:
        if self._top.plan is Plan.LEADING:
            self._top.blocks.append(element)
            return
        torn = self._tear()
        self._top.blocks.append(element)
        self._frames += torn

    def _tear(self) -> list[Frame]:
        """Close the divisions that a heading must not stand in; return them to be opened again."""
        torn: list[Frame] = []
        while self._is_division(self._top):
            frame = self._pop()
            torn.insert(0, Frame(frame.element, frame.plan, is_torn=frame.is_torn))
            torn[0].suspended = frame.suspended
        self._close_interview(self._top)
        return torn

    def _is_division(self, frame: Frame) -> bool:
        element = frame.element
        return element is not None and element["t"] == "Div" and not is_section(element)

    def _pop(self) -> Frame:
        """Close the innermost container and write it, if it holds anything, into the next one."""
        frame = self._frames.pop()
        self._close_interview(frame)
        element = frame.element
        if element is None or not self._is_written(frame, element):
            return frame
        outer = self._top
        if frame.plan is Plan.LEADING:
            target = (
                outer.blocks if outer.plan is Plan.LEADING else self._frame_of_turn().draft.blocks
            )
        else:
            self._close_turn(outer)
            is_inside = frame.plan is Plan.WITHIN and frame.has_turns
            target = outer.inside_interview if is_inside else outer.silent_blocks
            outer.has_turns |= frame.has_turns
        target.append(self._copy(frame, element))
        frame.is_torn = True
        return frame

    def _is_written(self, frame: Frame, element: Element) -> bool:
        return bool(frame.blocks or (element["t"] == "Div" and element["c"][0][0]))

    def _copy(self, frame: Frame, element: Element) -> Element:
        if element["t"] != "Div":
            return block_quote(frame.blocks)
        attributes = element["c"][0]
        if frame.is_torn:
            attributes = without_identifier(attributes)
        if frame.plan is Plan.INTERVIEW:
            attributes = self._dresser.attributes(attributes)
        return div(frame.blocks, attributes)
