"""``Name — speech``: a dash parts label and speech."""

from __future__ import annotations

from vivavoce.conventions._cues import labelled, propose
from vivavoce.model import Proposal
from vivavoce.recognition.document import Document


def dashed_label(document: Document) -> Proposal | None:
    """Propose a turn for every line whose label ends in a dash."""
    cues = labelled(document, lambda line, label: label.separator in "—–―-")
    return propose("dashed-label", cues)
