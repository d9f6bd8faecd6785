"""Turns and interviews in the one form that all writers start from.

A Div ``.interview`` (role ``doc-qna``) holds Divs ``.turn``; the label is a Span ``.speaker`` that
opens the turn's first paragraph, followed by real text (colon and space), because block-level
labels are glued to the speech by braille displays and a colon set by a style sheet is not copied
or read aloud (observed in w3c/publ-cg#70). The label is strong by itself, so that who speaks is
plain to see where a writer drops classes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from pandoc_vivavoce.ast import (
    Attr,
    Blocks,
    Element,
    Inlines,
    attr,
    div,
    emphasis,
    header,
    paragraph,
    span,
    string,
    strong,
    words,
)
from pandoc_vivavoce.drafts import TurnDraft
from pandoc_vivavoce.inlines import joined, read_runs
from vivavoce.model import Participant
from vivavoce.persons import display_name, own_label, role_class
from vivavoce.words import Words

_FULL_WIDTH: Final = "："


class _Shown(NamedTuple):
    """How one participant is shown."""

    role: str
    """The class of the turns; empty where it is not known who asks."""
    label: str
    """Its own label, for turns that print none."""
    name: str


class CanonicalTurns:
    """Makes the canonical form of turns for one document."""

    def __init__(
        self, people: Mapping[str, Participant], words_used: Words, ids: Mapping[int, str]
    ) -> None:
        """*people* by id; *ids* are the identifiers of turns by their number."""
        self._words = words_used
        self._ids = ids
        self._previous = ""
        self._shown = {name: self._show(person) for name, person in people.items()}

    def turn(self, draft: TurnDraft) -> Blocks:
        """Return the Div of one turn."""
        blocks = list(draft.blocks)
        label = self._label(draft)
        if label:
            put_in_front(blocks, label)
        attributes = self._turn_attributes(draft)
        if "unlabelled" in attributes[1] and "question" in attributes[1]:
            blocks = [_as_question(block) for block in blocks]
        return [div(blocks, attributes)]

    def heading(self, draft: TurnDraft) -> Element:
        """Return a turn that is a heading: it stays one, so that contents and bookmarks have it."""
        level, given, inlines = draft.blocks[0]["c"]
        inlines = joined(self._label(draft), inlines)
        mine = self._turn_attributes(draft)
        names = {pair[0] for pair in given[2]}
        pairs = [*given[2], *(pair for pair in mine[2] if pair[0] not in names)]
        return header(level, inlines, [given[0] or mine[0], [*given[1], *mine[1]], pairs])

    def interview(self, blocks: Blocks) -> Blocks:
        """Return the Div of one interview."""
        return [div(blocks, self.attributes(attr()))]

    def attributes(self, given: Attr) -> Attr:
        """Return *given* with what makes a Div an interview."""
        identifier, classes, pairs = given
        added = {"role": "doc-qna", "aria-label": self._words.interview}
        names = {name for name, _ in pairs}
        return [
            identifier,
            classes if "interview" in classes else ["interview", *classes],
            [*pairs, *([key, value] for key, value in added.items() if key not in names)],
        ]

    def _turn_attributes(self, draft: TurnDraft) -> Attr:
        shown = self._shown[draft.speaker]
        classes = ["turn"]
        if shown.role:
            classes.append(shown.role)
        if not draft.label.inlines and not shown.label:
            classes.append("unlabelled")
        if draft.goes_on:
            classes.append("continued")
        identifier = "" if draft.goes_on else self._ids.get(draft.number, "")
        return [identifier, classes, [["data-speaker", shown.name]]]

    def _show(self, person: Participant) -> _Shown:
        return _Shown(role_class(person), own_label(person), display_name(person, self._words))

    def _label(self, draft: TurnDraft) -> Inlines:
        """Return the label as printed; else the person's own, where somebody else spoke before."""
        inlines = draft.label.inlines
        previous, self._previous = self._previous, draft.speaker
        if not inlines and not draft.goes_on and draft.speaker != previous:
            inlines = words(self._shown[draft.speaker].label)
        if not inlines:
            return []
        if len(inlines) > 1 or inlines[0]["t"] != "Strong":
            inlines = [_in_bold(inlines)]
        label = span(inlines, ["", ["speaker"], []])
        is_wide = _FULL_WIDTH in draft.label.separator
        colon = [string(_FULL_WIDTH)] if is_wide else words(self._words.colon)
        return [label, *draft.label.silent, *colon]


def put_in_front(blocks: Blocks, label: Inlines) -> None:
    """Put *label* into the paragraph that comes first in *blocks*, else into one of its own."""
    target = blocks
    while target and target[0]["t"] == "Div":
        target[0] = div(list(target[0]["c"][1]), target[0]["c"][0])
        target = target[0]["c"][1]
    if target and target[0]["t"] in {"Para", "Plain"}:
        target[0] = paragraph(joined(label, target[0]["c"]))
    elif target and target[0]["t"] == "LineBlock":
        lines = target[0]["c"]
        target[0] = {"t": "LineBlock", "c": [joined(label, lines[0]), *lines[1:]]}
    else:
        blocks.insert(0, paragraph(_without_end(label)))


def _without_end(label: Inlines) -> Inlines:
    return label[:-1] if label[-1]["t"] == "Space" else label


def _as_question(block: Element) -> Element:
    """Make a paragraph bold unless it is set apart throughout: a question without a label must
    look like one in every format. What is bold in it by itself stays set apart."""
    if block["t"] not in {"Para", "Plain"}:
        return block
    said = [run for run in read_runs(block["c"]) if run.text.strip()]
    if all(any(mark.kind in {"strong", "emphasis"} for mark in run.marks) for run in said):
        return block
    shown = [emphasis(item["c"]) if item["t"] == "Strong" else item for item in block["c"]]
    return {"t": block["t"], "c": [strong(shown)]}


def _in_bold(inlines: Inlines) -> Element:
    """Return *inlines* as one bold piece: in Markdown bold within bold ends it."""
    stack, inside = list(reversed(inlines)), []
    while stack:
        item = stack.pop()
        if item["t"] == "Strong":
            stack.extend(reversed(item["c"]))
        else:
            inside.append(item)
    return strong(inside)
