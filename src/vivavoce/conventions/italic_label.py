"""``<i>Name:</i> speech``, a whole labelled question in italics, or ``<i>Full Name</i> speech``."""

from __future__ import annotations

from typing import Final

from vivavoce.conventions._cues import label_is_emphasis, labelled, name_cue, propose
from vivavoce.model import Proposal
from vivavoce.recognition.document import Document

_FULL_NAME: Final = 1.0
"""Italics set many words apart; a single one may be anything."""


def italic_label(document: Document) -> Proposal | None:
    """Propose a turn for every line that opens with an italic label."""
    cues = labelled(document, label_is_emphasis)
    names = (name_cue(line, line.emphasis, _FULL_NAME) for line in document.lines)
    return propose("italic-label", cues or [cue for cue in names if cue is not None])
