"""Nothing sets the questions apart: they are the paragraphs that ask and say *you*."""

from __future__ import annotations

from typing import Final

from vivavoce.conventions._alternate import alternate
from vivavoce.conventions._cues import propose
from vivavoce.model import Proposal
from vivavoce.recognition.address import says_you
from vivavoce.recognition.document import Document, Line

_LONGEST: Final = 400
_FEW: Final = 4
_TO_SOMEBODY: Final = 0.6


def plain_question(document: Document) -> Proposal | None:
    """Propose a question for every short paragraph that asks, where most of them say *you*."""
    asked = [line for line in document.lines if _asks(line)]
    if len(asked) < _FEW or sum(says_you(line.text) for line in asked) < _TO_SOMEBODY * len(asked):
        return None
    return propose("plain-question", alternate(document, _asks))


def _asks(line: Line) -> bool:
    return line.asks and line.kind == "paragraph" and len(line.text) <= _LONGEST
