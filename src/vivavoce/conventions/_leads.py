"""Questions set apart by their type: whole lines, or the beginning of the line that answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from vivavoce.conventions._cues import bare_cue
from vivavoce.model import Cue
from vivavoce.patterns import lazy_pattern
from vivavoce.recognition.address import asks
from vivavoce.recognition.document import Document, Line

_STATES: Final = lazy_pattern(r"\w\s.*[.…!。！]['\"”’»]?\s*$")
"""A sentence of more than one word."""

Reach = Callable[[Line], int]
"""How many characters from the start of a line are in the type of questions."""


def questions_in_type(document: Document, reach: Reach) -> Iterator[Cue]:
    """Yield a question for every line, or beginning of one, in a type, and an answer after it.

    *reach* tells how far the type goes. Before the first answer every such line is a question of
    its own, since a lead may stand there in the questions' type too.
    """
    asking = begun = False
    answered = True
    lines = [line for line in document.lines if line.kind == "paragraph"]
    habit = _leads_ask(lines, reach)
    for line in lines:
        split = _question_end(line, reach(line), habit=habit)
        if split:
            if not (asking and begun):
                yield bare_cue(line, "interviewer")
            asking, answered = True, False
        if split < len(line.text):
            if not answered:
                begun = True
                yield _answer(line, split)
            asking, answered = False, True


def _question_end(line: Line, reach: int, *, habit: bool) -> int:
    """Return how many characters of the line are a question; 0 where it is none.

    Where it is the page's *habit* to ask so, a statement before its answer is one too.
    """
    if not reach:
        return 0
    if reach >= len(line.text):
        return len(line.text)
    lead = line.text[:reach]
    return reach if asks(lead) or (habit and _STATES.search(lead)) else 0


def _leads_ask(lines: list[Line], reach: Reach) -> bool:
    """Do most beginnings in the type ask, of lines that go on plain?"""
    leads = [line.text[: reach(line)] for line in lines if 0 < reach(line) < len(line.text)]
    asking = sum(map(asks, leads))
    return asking > 1 and asking * 3 >= len(leads) * 2


def _answer(line: Line, split: int) -> Cue:
    at = line.start + split
    return Cue(line.block, at, at, "", "interviewee")
