"""``【name】speech``, ``[name] speech``, ``(name) speech``: brackets part label and speech."""

from __future__ import annotations

from typing import Final

from vivavoce.conventions._cues import labelled, propose
from vivavoce.model import Proposal
from vivavoce.recognition.document import Document

_CLOSERS: Final = "】]］〕)）〉＞"


def bracketed_label(document: Document) -> Proposal | None:
    """Propose a turn for every line that opens with a label in brackets."""
    cues = labelled(document, lambda line, label: label.separator in _CLOSERS)
    return propose("bracketed-label", cues)
