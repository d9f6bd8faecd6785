"""SubRip: numbered cues with times, the text with a few HTML tags; names come as ``Name:``."""

from __future__ import annotations

import re

from vivavoce.reading.linestarts import begins_turn
from vivavoce.reading.timestamps import seconds_of
from vivavoce.reading.transcripts.segments import Segment

_TIMING = re.compile(r"\s*(\d+:\d{2}:\d{2}[.,]\d{1,3})\s*-->\s*(\d+:\d{2}:\d{2}[.,]\d{1,3})")
_TAG = re.compile(r"</?(?:b|i|u|font)(?:\s[^<>]*)?>|\{\\[^{}]*\}", re.IGNORECASE)
_PARAGRAPHS = re.compile(r"\n[ \t]*\n+")


def read_srt(text: str) -> tuple[Segment, ...]:
    """Return the segments of a SubRip file; a cue in which a second name begins gives two."""
    segments: list[Segment] = []
    for chunk in _PARAGRAPHS.split(text.strip("\ufeff\n")):
        lines = chunk.split("\n")
        timing = next(((n, m) for n, line in enumerate(lines) if (m := _TIMING.match(line))), None)
        if timing is None:
            continue
        number, match = timing
        start, end = seconds_of(match.group(1)), seconds_of(match.group(2))
        words = _TAG.sub("", "\n".join(lines[number + 1 :]))
        segments.extend(Segment(((part, ()),), start, end) for part in _turns(words))
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
