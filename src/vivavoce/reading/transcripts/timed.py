"""What SubRip and WebVTT share: cues parted by empty lines, times on a line above the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from vivavoce.timestamps import seconds_of

_PARAGRAPHS: Final = re.compile(r"\n[ \t]*\n+")


class TimedText(NamedTuple):
    """The words of one cue and when they are said."""

    start: float | None
    """In seconds."""
    end: float | None
    """In seconds; None where the file does not say."""
    words: str
    """The lines below the times, markup and all."""


def timed_texts(text: str, timing: re.Pattern[str]) -> Iterator[TimedText]:
    """Yield the cues of *text*; what has no line that *timing* matches is none.

    The first group of *timing* is the time at which a cue starts, the second, which may be empty,
    that at which it ends.
    """
    for chunk in _PARAGRAPHS.split(text.strip("\ufeff\n")):
        lines = chunk.split("\n")
        found = next(((n, m) for n, line in enumerate(lines) if (m := timing.match(line))), None)
        if found is not None:
            number, match = found
            start, end = seconds_of(match.group(1)), seconds_of(match.group(2) or "")
            yield TimedText(start, end, "\n".join(lines[number + 1 :]))
