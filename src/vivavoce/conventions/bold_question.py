"""Bold asks, plain answers: whole bold lines, or a bold question at the start of its answer."""

from __future__ import annotations

from operator import attrgetter

from vivavoce.conventions._cues import propose
from vivavoce.conventions._leads import questions_in_type
from vivavoce.model import Proposal
from vivavoce.recognition.document import Document


def bold_question(document: Document) -> Proposal | None:
    """Propose a question for every bold line of a paragraph and an answer for what follows."""
    return propose("bold-question", questions_in_type(document, attrgetter("strong")))
