"""``Q.``, ``A:``, ``问：``, ``Frage:``: a letter or word that says who asks instead of a name."""

from __future__ import annotations

from vivavoce.conventions._cues import labelled, propose
from vivavoce.model import Proposal
from vivavoce.recognition.document import Document
from vivavoce.recognition.names import fold, letter_pairs, role_of_word, without_number


def qa_letters(document: Document) -> Proposal | None:
    """Propose a turn for every line that opens with a word for asker or answerer."""
    company = {without_number(fold(line.label.printed)) for line in document.lines if line.label}
    letters = frozenset("".join(letter_pairs(company)))
    cues = labelled(document, lambda line, label: _asks_or_answers(label.printed, letters))
    return propose("qa-letters", cues)


def _asks_or_answers(printed: str, letters: frozenset[str]) -> bool:
    return role_of_word(printed) is not None or without_number(fold(printed)) in letters
