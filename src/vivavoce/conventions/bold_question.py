"""Bold asks, plain answers: whole bold lines, or a bold question at the start of its answer."""

from __future__ import annotations

from collections.abc import Iterator

from vivavoce.conventions._cues import bare_cue, propose
from vivavoce.model import Cue, Proposal
from vivavoce.patterns import lazy_pattern
from vivavoce.recognition.address import asks
from vivavoce.recognition.document import Document, Line

_STATES = lazy_pattern(r"\w\s.*[.…!。！]['\"”’»]?\s*$")
"""A sentence of more than one word."""


def bold_question(document: Document) -> Proposal | None:
    """Propose a question for every bold line of a paragraph and an answer for what follows.

    Before the first answer every bold line is a question of its own, since a lead may be bold too.
    """
    return propose("bold-question", _cues(document))


def _cues(document: Document) -> Iterator[Cue]:
    asking = begun = False
    answered = True
    lines = [line for line in document.lines if line.kind == "paragraph"]
    habit = _leads_ask(lines)
    for line in lines:
        split = _question_end(line, habit=habit)
        if split:
            if not (asking and begun):
                yield bare_cue(line, "interviewer")
            asking, answered = True, False
        if split < len(line.text):
            if not answered:
                begun = True
                yield _answer(line, split)
            asking, answered = False, True


def _question_end(line: Line, *, habit: bool) -> int:
    """Return how many characters of the line are a bold question; 0 where it is none.

    Where it is the page's *habit* to ask so, a bold statement before its answer is one too.
    """
    if not line.strong:
        return 0
    if line.is_strong:
        return len(line.text)
    lead = line.text[: line.strong]
    return line.strong if asks(lead) or (habit and _STATES.search(lead)) else 0


def _leads_ask(lines: list[Line]) -> bool:
    """Do most bold beginnings of lines that go on plain ask?"""
    leads = [line.text[: line.strong] for line in lines if 0 < line.strong < len(line.text)]
    asking = sum(map(asks, leads))
    return asking > 1 and asking * 3 >= len(leads) * 2


def _answer(line: Line, split: int) -> Cue:
    at = line.start + split
    return Cue(line.block, at, at, "", "interviewee")
