"""``Name: speech`` with nothing but the colon to tell the label."""

from __future__ import annotations

from vivavoce.conventions._cues import label_is_strong, labelled, propose
from vivavoce.model import Proposal
from vivavoce.recognition.document import Document
from vivavoce.recognition.label import COLONS


def plain_label(document: Document) -> Proposal | None:
    """Propose a turn for every line that opens with an unmarked label and a colon."""
    cues = labelled(
        document,
        lambda line, label: label.separator in COLONS and not label_is_strong(line, label),
    )
    return propose("plain-label", cues)
