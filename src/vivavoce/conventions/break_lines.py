"""Lines of one paragraph take turns: one asks, the next answers, an empty line parts the pairs."""

from __future__ import annotations

from itertools import groupby

from vivavoce.conventions._cues import bare_cue, propose
from vivavoce.model import Cue, Proposal
from vivavoce.recognition.document import Document, Line


def break_lines(document: Document) -> Proposal | None:
    """Propose question and answer for blocks of lines whose first asks and whose others do not."""
    cues: list[Cue] = []
    for _, group in groupby(document.lines, key=lambda line: line.block):
        lines = list(group)
        if _is_pair(document, lines):
            cues.append(bare_cue(lines[0], "interviewer"))
            cues.append(bare_cue(lines[1], "interviewee"))
    return propose("break-lines", cues)


def _is_pair(document: Document, lines: list[Line]) -> bool:
    if document.blocks[lines[0].block].kind != "paragraph" or not 2 <= len(lines) <= 6:
        return False
    return lines[0].label is None and not (lines[0].is_strong or lines[0].is_emphasis)
