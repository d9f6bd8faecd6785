"""``Jane Smith (JS), Institute: speech``, ``总编辑/name：``: a label of more than a name."""

from __future__ import annotations

from vivavoce.conventions._cues import labelled, propose
from vivavoce.model import Proposal
from vivavoce.recognition.document import Document
from vivavoce.recognition.labelparts import split_label


def affiliated_label(document: Document) -> Proposal | None:
    """Propose a turn for every line whose label carries more than a name."""
    cues = labelled(document, lambda line, label: _has_more(label.printed))
    return propose("affiliated-label", cues)


def _has_more(printed: str) -> bool:
    return bool(split_label(printed)[1]) or any(mark in printed for mark in ",，/／")
