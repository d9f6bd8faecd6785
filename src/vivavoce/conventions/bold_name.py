"""``<b>Name</b> speech``: bold alone, or bold and a full stop, parts label and speech."""

from __future__ import annotations

import re

from vivavoce.conventions._cues import propose
from vivavoce.model import Cue, Proposal
from vivavoce.recognition.document import Document, Line
from vivavoce.recognition.names import likeness

_LONGEST = 40
_SEPARATOR = re.compile(r"[\s.．]*")
_ENDS_SENTENCE = re.compile(r"[,;:!?，；：！？。]|\.\s")


def bold_name(document: Document) -> Proposal | None:
    """Propose a turn for every line that opens with a bold name and goes on plain."""
    cues = [cue for line in document.lines if (cue := _cue(line)) is not None]
    return propose("bold-name", cues)


def _cue(line: Line) -> Cue | None:
    if not 0 < line.strong < len(line.text) or line.strong > _LONGEST or line.label:
        return None
    name = line.text[: line.strong].strip().rstrip(".．")
    if not name or _ENDS_SENTENCE.search(name) or likeness(name) < 0.8:
        return None
    if line.text[line.strong :].lstrip(" .．")[:1].islower():
        return None
    gap = _SEPARATOR.match(line.text, len(name))
    speech = gap.end() if gap else line.strong
    return Cue(line.block, line.start, line.start + speech, name)
