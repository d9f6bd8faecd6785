"""``Mr. HOLT. speech``: a name in capitals and a full stop, as parliaments and plays print."""

from __future__ import annotations

from typing import Final

from vivavoce.conventions._cues import labelled, propose
from vivavoce.model import Proposal
from vivavoce.recognition.document import Document

_OFTEN: Final = 5
"""At least every fifth line begins so; ``OK.`` and other exclamations begin one now and then."""


def capitals_label(document: Document) -> Proposal | None:
    """Propose a turn for every line whose label ends in a word in capitals and a full stop."""
    cues = labelled(
        document,
        lambda line, label: label.separator == "." and _is_in_capitals(label.printed.split()[-1]),
    )
    often = len(cues) * _OFTEN >= len(document.lines)
    return propose("capitals-label", cues) if often else None


def _is_in_capitals(word: str) -> bool:
    """Initials, which have stops of their own, and single letters are none."""
    return len(word) > 1 and word.isupper() and "." not in word and word[-1].isalpha()
