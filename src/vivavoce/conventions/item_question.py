"""Items of a list ask (``1. When did you begin?``), the paragraphs after each answer."""

from __future__ import annotations

from vivavoce.conventions._alternate import alternate, mostly_ask
from vivavoce.conventions._cues import propose
from vivavoce.model import Proposal
from vivavoce.recognition.document import Document


def item_question(document: Document) -> Proposal | None:
    """Propose a question for every item of a list, where most items ask."""
    items = [line for line in document.lines if "item" in line.inside]
    if not mostly_ask(items):
        return None
    places = {(line.block, line.start) for line in items}
    return propose(
        "item-question", alternate(document, lambda line: (line.block, line.start) in places)
    )
