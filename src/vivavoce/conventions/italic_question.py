"""Italics ask, upright type answers."""

from __future__ import annotations

from vivavoce.conventions._alternate import alternate
from vivavoce.conventions._cues import propose
from vivavoce.model import Proposal
from vivavoce.recognition.document import Document


def italic_question(document: Document) -> Proposal | None:
    """Propose a question for every italic line and an answer for the upright line after it."""
    cues = alternate(document, lambda line: line.is_emphasis and line.kind == "paragraph")
    return propose("italic-question", cues)
