"""Questions set apart by their type: whole lines, or the beginning of the line that answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from vivavoce.conventions._cues import bare_cue
from vivavoce.model import Cue
from vivavoce.patterns import lazy_pattern
from vivavoce.recognition.asking import asks
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
    leads = [_Lead(line, reach(line)) for line in document.lines if line.kind == "paragraph"]
    habit = _are_habit(leads)
    for lead in leads:
        line, split = lead.line, lead.question_end(habit=habit)
        if split:
            if not (asking and begun):
                yield bare_cue(line, "interviewer")
            asking, answered = True, False
        if split < len(line.text):
            if not answered:
                begun = True
                yield _answer(line, split)
            asking, answered = False, True


class _Lead:
    """The beginning of a line in the type of questions."""

    def __init__(self, line: Line, reach: int) -> None:
        self.line: Final = line
        self.reach: Final = min(reach, len(line.text))
        """How many characters are in the type."""
        self.goes_on: Final = 0 < reach < len(line.text)
        """Plain type follows in the line."""
        self.asks: Final = self.goes_on and asks(line.text[:reach]) and not self._is_told()

    def _is_told(self) -> bool:
        """The sentence goes on in small letters: *Why do you row?* people ask me."""
        return self.line.text[self.reach :].lstrip()[:1].islower()

    def question_end(self, *, habit: bool) -> int:
        """Return how many characters of the line are a question; 0 where it is none.

        Where it is the page's *habit* to ask so, a statement before its answer is one too.
        """
        if not self.goes_on or self.asks:
            return self.reach
        states = habit and _STATES.search(self.line.text[: self.reach]) is not None
        return self.reach if states else 0


def _are_habit(leads: list[_Lead]) -> bool:
    """Do most of the *leads* ask, of those in lines that go on plain?"""
    asking = sum([lead.asks for lead in leads])
    return asking > 1 and asking * 3 >= sum([lead.goes_on for lead in leads]) * 2


def _answer(line: Line, split: int) -> Cue:
    at = line.start + split
    return Cue(line.block, at, at, "", "interviewee")
