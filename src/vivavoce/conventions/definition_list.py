"""``<dt>Name</dt><dd>speech</dd>``: the term is the speaker, the definition what is said."""

from __future__ import annotations

from typing import Final

from vivavoce.conventions._cues import propose, whole_cue
from vivavoce.model import Proposal
from vivavoce.recognition.document import Document
from vivavoce.recognition.label import COLONS
from vivavoce.recognition.labelparts import core
from vivavoce.recognition.names import likeness

_QUESTION_MARKS: Final = ("?", "？", "؟")


def definition_list(document: Document) -> Proposal | None:
    """Propose a turn after every term that looks like a name."""
    cues = [
        whole_cue(line, name)
        for line in document.lines
        if "term" in line.inside
        and (name := line.text.rstrip(COLONS + " .．"))
        and not name.endswith(_QUESTION_MARKS)
        and likeness(core(name)) >= 0.6
    ]
    return propose("definition-list", cues)
