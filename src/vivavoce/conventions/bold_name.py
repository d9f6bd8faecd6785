"""``<b>Name</b> speech``: bold alone, or bold and a stop, slash or dash, parts label and speech."""

from __future__ import annotations

from typing import Final

from vivavoce.conventions._cues import name_cue, propose
from vivavoce.model import Proposal
from vivavoce.recognition.document import Document

_LIKE: Final = 0.8


def bold_name(document: Document) -> Proposal | None:
    """Propose a turn for every line that opens with a bold name and goes on plain."""
    cues = [
        cue for line in document.lines if (cue := name_cue(line, line.strong, _LIKE)) is not None
    ]
    return propose("bold-name", cues)
