"""Question and answer told apart by looks alone: the one thing the unlabelled conventions share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from vivavoce.conventions._cues import bare_cue
from vivavoce.model import Cue
from vivavoce.recognition.document import Document, Line


def alternate(document: Document, is_question: Callable[[Line], bool]) -> Iterator[Cue]:
    """Yield a cue where a question begins and one where its answer does.

    Questions are the lines that *is_question* takes; the answer is the first ordinary line after
    one. Lines before the first question belong to nobody. Before the first answer every question
    line is one of its own, since a lead may stand there in the questions' type.
    """
    asking = begun = False
    answered = True
    for line in document.lines:
        if is_question(line):
            if not (asking and begun):
                yield bare_cue(line, "interviewer")
            asking, answered = True, False
        elif line.kind == "paragraph":
            if not answered:
                begun = True
                yield bare_cue(line, "interviewee")
            asking, answered = False, True


def mostly_ask(lines: list[Line]) -> bool:
    """True for at least two lines of which two thirds are questions."""
    return len(lines) > 1 and sum([line.asks for line in lines]) * 3 >= len(lines) * 2
