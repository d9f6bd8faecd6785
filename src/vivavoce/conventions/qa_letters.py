"""``Q.``, ``A:``, ``问：``, ``Frage:``: a letter or word that says who asks instead of a name."""

from __future__ import annotations

from vivavoce.conventions._cues import labelled, propose
from vivavoce.document import Document
from vivavoce.model import Proposal
from vivavoce.names import role_of_word


def qa_letters(document: Document) -> Proposal | None:
    """Propose a turn for every line that opens with a word for asker or answerer."""
    cues = labelled(document, lambda line, label: role_of_word(label.printed) is not None)
    return propose("qa-letters", cues)
