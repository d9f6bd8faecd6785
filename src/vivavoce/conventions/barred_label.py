"""``C | speech`` and ``name　speech``: a bar, a tab or a wide space parts label and speech."""

from __future__ import annotations

from vivavoce.conventions._cues import labelled, propose
from vivavoce.model import Proposal
from vivavoce.recognition.document import Document
from vivavoce.recognition.label import BARS, WIDE_SPACE


def barred_label(document: Document) -> Proposal | None:
    """Propose a turn for every line whose label ends in a bar, a tab or a wide space."""
    cues = labelled(document, lambda line, label: label.separator in BARS + WIDE_SPACE + "\t ")
    return propose("barred-label", cues)
