"""``<b>Name:</b> speech`` and ``<b>Name</b>: speech``: the label is bold, its colon in or out."""

from __future__ import annotations

from vivavoce.conventions._cues import label_is_strong, labelled, propose
from vivavoce.model import Proposal
from vivavoce.recognition.document import Document
from vivavoce.recognition.label import COLONS


def bold_label(document: Document) -> Proposal | None:
    """Propose a turn for every line that opens with a bold label and a colon."""
    cues = labelled(
        document,
        lambda line, label: label.separator in COLONS and label_is_strong(line, label),
    )
    return propose("bold-label", cues)
