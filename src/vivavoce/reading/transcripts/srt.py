"""SubRip: numbered cues with times, the text with a few HTML tags; names come as ``Name:``."""

from __future__ import annotations

import re
from typing import Final

from vivavoce.linestarts import begins_turn
from vivavoce.reading.transcripts.segments import Segment
from vivavoce.reading.transcripts.timed import timed_texts

_TIMING: Final = re.compile(r"\s*(\d+:\d{2}:\d{2}[.,]\d{1,3})\s*-->\s*(\d+:\d{2}:\d{2}[.,]\d{1,3})")
_TAG: Final = re.compile(r"</?(?:b|i|u|font)(?:\s[^<>]*)?>|\{\\[^{}]*\}", re.IGNORECASE)


def read_srt(text: str) -> tuple[Segment, ...]:
    """Return the segments of a SubRip file; a cue in which a second name begins gives two."""
    segments: list[Segment] = []
    for start, end, words in timed_texts(text, _TIMING):
        parts = _turns(_TAG.sub("", words))
        segments.extend(Segment(((part, ()),), start, end) for part in parts)
    return tuple(segments)


def _turns(words: str) -> list[str]:
    """Cut the text of a cue before each line that may begin a turn."""
    turns: list[list[str]] = []
    for line in words.split("\n"):
        if turns and not begins_turn(line):
            turns[-1].append(line)
        else:
            turns.append([line])
    return ["\n".join(lines) for lines in turns]
