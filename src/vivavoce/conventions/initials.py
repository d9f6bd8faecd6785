"""``JS: speech``, ``秦：speech``: one to four capitals, or a single character, for a name."""

from __future__ import annotations

import re

from vivavoce.conventions._cues import labelled, propose
from vivavoce.model import Proposal
from vivavoce.recognition.document import Document

_CAPITAL = r"[^\W\d_a-zа-яё\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_INITIALS = re.compile(
    rf"{_CAPITAL}(?:[.\s-]?{_CAPITAL}|\d){{0,3}}\.?$|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]$"
)


def initials(document: Document) -> Proposal | None:
    """Propose a turn for every line that opens with initials and a separator."""
    cues = labelled(document, lambda line, label: _INITIALS.match(label.printed) is not None)
    return propose("initials", cues)
