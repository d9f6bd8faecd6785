"""Transcripts whose format says who speaks throughout: nothing is left to be judged there."""

from __future__ import annotations

from typing import Final

from vivavoce.model import Block
from vivavoce.recognition.label import COLONS

_THROUGHOUT: Final = 0.8
"""At least this share of the text has a speaker whom the markup names."""


def stated_voices(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """Return the speakers whom the markup of *blocks* names, if it does so for nearly all of them.

    WebVTT voices, the speakers of JSON transcripts and ``data-speaker`` are such markup. One voice
    alone is no conversation.
    """
    named = {block.cues.speaker.strip().rstrip(COLONS + " "): None for block in blocks}
    voices = tuple(filter(None, named))
    if len(voices) < 2:
        return ()
    said = sum(len(block.text) for block in blocks if block.cues.speaker)
    return voices if said >= _THROUGHOUT * sum(len(block.text) for block in blocks) else ()
