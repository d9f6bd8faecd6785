"""A block quotation is the question and plain paragraphs answer, or the other way round."""

from __future__ import annotations

from vivavoce.conventions._alternate import alternate
from vivavoce.conventions._cues import propose
from vivavoce.model import Cue, Proposal
from vivavoce.recognition.asking import asks
from vivavoce.recognition.document import Document, Line


def blockquote_question(document: Document) -> Proposal | None:
    """Propose question and answer where quoted and plain paragraphs take turns."""
    if not any(map(_is_quoted, document.lines)):
        return None
    quoted = list(alternate(document, _is_quoted))
    if _asking(document, quoted, "interviewer") >= _asking(document, quoted, "interviewee"):
        return propose("blockquote-question", quoted)
    cues = alternate(document, lambda line: not _is_quoted(line) and line.asks)
    return propose("blockquote-question", cues)


def _is_quoted(line: Line) -> bool:
    return "quote" in line.inside


def _asking(document: Document, cues: list[Cue], role: str) -> int:
    return sum(asks(document.blocks[cue.block].text) for cue in cues if cue.role == role)
