"""Places where a reader should look: the reading is a choice there, not a certainty."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from vivavoce.model import Part
from vivavoce.problems import Code, Problem
from vivavoce.recognition.document import Document
from vivavoce.recognition.label import COLONS
from vivavoce.recognition.labelparts import core
from vivavoce.recognition.names import is_field, likeness

_NAME: Final = 0.8
_TAIL: Final = 3
_SHOWN: Final = 80


def doubts(document: Document, parts: tuple[Part, ...]) -> tuple[Problem, ...]:
    """Return a problem for each doubtful block of the talk.

    Doubtful are lines that open with something like a name which was not taken for a speaker, and
    the paragraphs that follow the last answer for long with nothing to part them from it.
    """
    return (*_unheard(document, parts), *_trailing(document, parts))


def _unheard(document: Document, parts: tuple[Part, ...]) -> list[Problem]:
    opened = {(part.block, part.start) for part in parts if part.opens}
    spoken = {part.block for part in parts if part.speaker}
    return [
        _doubt(line.block, line.text, f"{line.label.printed!r} may be a speaker")
        for line in document.lines
        if line.label is not None
        and line.label.separator in COLONS
        and line.block in spoken
        and (line.block, line.start) not in opened
        and not is_field(line.label.printed)
        and likeness(core(line.label.printed)) >= _NAME
    ]


def _trailing(document: Document, parts: tuple[Part, ...]) -> list[Problem]:
    """Doubt what follows the last answer for longer than any turn before it was."""
    opened = [at for at, part in enumerate(parts) if part.opens]
    longest = max((other - one for one, other in pairwise(opened)), default=0)
    tail = [part for part in parts[opened[-1] + 1 :] if part.speaker] if opened else []
    return [
        _doubt(part.block, document.blocks[part.block].text, "the talk may have ended before this")
        for part in tail[max(_TAIL, longest) :]
    ]


def _doubt(block: int, text: str, message: str) -> Problem:
    return Problem(Code.DOUBTFUL_BLOCK, message, block, text[:_SHOWN])
