"""Italics ask, upright type answers: in lines of their own, or at the start of the answer."""

from __future__ import annotations

from operator import attrgetter

from vivavoce.conventions._cues import propose
from vivavoce.conventions._leads import questions_in_type
from vivavoce.model import Proposal
from vivavoce.recognition.document import Document


def italic_question(document: Document) -> Proposal | None:
    """Propose a question for every italic line of a paragraph and an answer for what follows."""
    return propose("italic-question", questions_in_type(document, attrgetter("emphasis")))
