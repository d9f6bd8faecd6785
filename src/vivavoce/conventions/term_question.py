"""``<dt>When did you begin?</dt><dd>At six.</dd>``: the term asks, the definition answers."""

from __future__ import annotations

from vivavoce.conventions._alternate import alternate, mostly_ask
from vivavoce.conventions._cues import propose
from vivavoce.model import Proposal
from vivavoce.recognition.document import Document


def term_question(document: Document) -> Proposal | None:
    """Propose a question for every term of a definition list whose terms mostly ask."""
    terms = [line for line in document.lines if "term" in line.inside]
    if not mostly_ask(terms):
        return None
    blocks = {line.block for line in terms}
    return propose("term-question", alternate(document, lambda line: line.block in blocks))
