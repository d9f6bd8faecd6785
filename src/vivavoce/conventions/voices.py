"""Markup that names the speaker: ``data-speaker``, a WebVTT voice, ``<cite>`` before speech."""

from __future__ import annotations

from vivavoce.conventions._cues import propose
from vivavoce.model import Block, Cue, Proposal
from vivavoce.recognition.document import Document
from vivavoce.recognition.label import COLONS

_QUOTES = tuple("《〈「『“«")
_GOES_ON = ",;，、；"


def voices(document: Document) -> Proposal | None:
    """Propose a turn wherever the speaker that the markup names changes."""
    cues: list[Cue] = []
    last = ""
    for index, block in enumerate(document.blocks):
        speaker = (block.cues.speaker or block.cues.cite).strip().rstrip(COLONS + " ")
        if block.cues.cite and _goes_on(block.text, speaker):
            continue
        if speaker and (speaker != last or block.cues.cite):
            cues.append(_cue(index, block, speaker))
        last = speaker or last
    return propose("voices", cues)


def _goes_on(text: str, cited: str) -> bool:
    """A sentence runs on past what is cited: the title of a book, and nobody's voice."""
    after = text[len(cited) :].lstrip()[:1] if text.startswith(cited) else ""
    return cited.startswith(_QUOTES) or after.islower() or bool(after and after in _GOES_ON)


def _cue(index: int, block: Block, speaker: str) -> Cue:
    speech = 0
    if block.text.startswith(speaker):
        rest = block.text[len(speaker) :]
        speech = len(block.text) - len(rest.lstrip(COLONS + " \n"))
    return Cue(index, 0, speech, speaker, time=block.cues.start)
