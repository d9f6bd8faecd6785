"""Times of day within a recording, as they are printed, in seconds."""

from __future__ import annotations

import re
from typing import Final

_CLOCK: Final = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,6}))?")
_PLAIN: Final = re.compile(r"(\d{1,7}(?:\.\d+)?)\s*s?")


def seconds_of(stamp: str) -> float | None:
    """Return the seconds in *stamp*, or None if it is no time.

    ``1:02:03``, ``02:03``, ``02:03.500``, ``02:03,500`` (SRT), ``123.4`` and ``12s`` are times;
    brackets and white space around them do not count.
    """
    stamp = stamp.strip(" \t\n\r[](){}（）【】")
    if clock := _CLOCK.fullmatch(stamp):
        hours, minutes, seconds, fraction = clock.groups()
        whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
        return whole + (float(f"0.{fraction}") if fraction else 0.0)
    if plain := _PLAIN.fullmatch(stamp):
        return float(plain.group(1))
    return None
