"""Question and answer told apart by looks alone: the one thing the unlabelled conventions share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from vivavoce.conventions._cues import bare_cue
from vivavoce.model import Cue
from vivavoce.recognition.document import Document, Line

def alternate(document: Document, is_question: Callable[[Line], bool]) -> Iterator[Cue]:
    """Yield a cue where a question begins and one where its answer does.

    Questions are the lines that *is_question* takes; the answer is the first ordinary line after
    one. Lines before the first question belong to nobody.
    """
    asking = False
    answered = True
    for line in document.lines:
        kind = document.blocks[line.block].kind
        if is_question(line):
            if not asking:
                yield bare_cue(line, "interviewer")
            asking, answered = True, False
        elif kind == "paragraph":
            if not answered:
                yield bare_cue(line, "interviewee")
            asking, answered = False, True
