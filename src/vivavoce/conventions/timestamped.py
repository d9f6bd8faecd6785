"""``[00:43] Name: speech``, ``Name (00:43): speech``: a time stands beside the label."""

from __future__ import annotations

from vivavoce.conventions._cues import labelled, propose
from vivavoce.model import Proposal
from vivavoce.recognition.document import Document


def timestamped(document: Document) -> Proposal | None:
    """Propose a turn for every line that opens with a label and a time."""
    cues = labelled(document, lambda line, label: label.time is not None)
    return propose("timestamped", cues)
