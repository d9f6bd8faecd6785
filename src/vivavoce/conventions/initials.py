"""``JS: speech``, ``秦：speech``: one to four capitals, or a single character, for a name."""

from __future__ import annotations

import re

from vivavoce.conventions._cues import labelled, propose
from vivavoce.model import Proposal
from vivavoce.recognition.document import Document

_INITIALS = re.compile(r"[^\W\d_a-zа-яё](?:[.\s-]?[^\W_a-zа-яё]){0,3}\.?$")


def initials(document: Document) -> Proposal | None:
    """Propose a turn for every line that opens with initials and a separator."""
    cues = labelled(document, lambda line, label: _INITIALS.match(label.printed) is not None)
    return propose("initials", cues)
