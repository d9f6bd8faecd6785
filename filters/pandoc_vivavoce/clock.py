"""The time at which a product is made: now, or what a reproducible build says."""

from __future__ import annotations

import os
from datetime import UTC, datetime

_LAST_SECOND = 253402300799
"""The end of the year 9999, the last that a date can state."""


def time_of_making() -> datetime:
    """Return the time in ``SOURCE_DATE_EPOCH``, in seconds since 1970, or the present second."""
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    if stated.isdecimal() and int(stated) <= _LAST_SECOND:
        return datetime.fromtimestamp(int(stated), UTC)
    return datetime.now(UTC).replace(microsecond=0)
