"""``<i>Name:</i> speech``, or a whole labelled question in italics."""

from __future__ import annotations

from vivavoce.conventions._cues import label_is_emphasis, labelled, propose
from vivavoce.model import Proposal
from vivavoce.recognition.document import Document


def italic_label(document: Document) -> Proposal | None:
    """Propose a turn for every line that opens with an italic label."""
    cues = labelled(document, label_is_emphasis)
    return propose("italic-label", cues)
