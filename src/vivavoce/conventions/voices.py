"""Markup that names the speaker: ``data-speaker``, a WebVTT voice, ``<cite>`` before speech."""

from __future__ import annotations

from typing import Final

from vivavoce.conventions._cues import propose
from vivavoce.model import Block, Cue, Proposal
from vivavoce.patterns import lazy_pattern
from vivavoce.recognition.document import Document
from vivavoce.recognition.label import COLONS, seconds

_STAMP: Final = lazy_pattern(r"[\[(]?((?:\d{1,2}:)?\d{1,2}:\d{2})(?:[\])]:?\s*|(?=[^\W\d_]))")
"""A time in brackets, or in an element of its own, so that the speech follows without a space."""
_QUOTES: Final = tuple("《〈「『“«")
_GOES_ON: Final = ",;，、；"


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
    text, speech, time = block.text, 0, block.cues.start
    if text.startswith(speaker):
        rest = text[len(speaker) :]
        speech = len(text) - len(rest.lstrip(COLONS + " \n"))
        stamp = _STAMP.match(text, speech)
        if stamp:
            speech, time = stamp.end(), seconds(stamp.group(1))
    return Cue(index, 0, speech, speaker, time=time)
