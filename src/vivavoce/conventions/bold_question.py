"""Bold asks, plain answers: whole bold lines, or a bold question at the start of its answer."""

from __future__ import annotations

from collections.abc import Iterator

from vivavoce.conventions._cues import bare_cue, propose
from vivavoce.model import Cue, Proposal
from vivavoce.recognition.address import asks
from vivavoce.recognition.document import Document, Line


def bold_question(document: Document) -> Proposal | None:
    """Propose a question for every bold line of a paragraph and an answer for what follows.

    Before the first answer every bold line is a question of its own, since a lead may be bold too.
    """
    return propose("bold-question", _cues(document))


def _cues(document: Document) -> Iterator[Cue]:
    asking = begun = False
    answered = True
    for line in document.lines:
        if line.kind != "paragraph":
            continue
        split = _question_end(line)
        if split:
            if not (asking and begun):
                yield bare_cue(line, "interviewer")
            asking, answered = True, False
        if split < len(line.text):
            if not answered:
                begun = True
                yield _answer(line, split)
            asking, answered = False, True


def _question_end(line: Line) -> int:
    """Return how many characters of the line are a bold question; 0 where it is none."""
    if line.is_strong:
        return len(line.text)
    return line.strong if line.strong and asks(line.text[: line.strong]) else 0


def _answer(line: Line, split: int) -> Cue:
    at = line.start + split
    return Cue(line.block, at, at, "", "interviewee")
