"""Values as YAML, TOML and JSON load them, copied to text, numbers, lists and mappings.

A few lines of YAML can stand for gigabytes, by aliases of aliases; the copy is bounded.
"""

from __future__ import annotations

import datetime
import math
from typing import Any, Final

from vivavoce.spaces import writable

MOST_NODES: Final = 20_000
"""So many values may there be."""
TOO_DEEP: Final = "it is larger or deeper than any front matter"
_DEEPEST: Final = 50
_LONGEST_NUMBER: Final = 10_000
"""In bits; Python writes no number of more than 4,300 digits."""


class PlainError(ValueError):
    """Values that cannot be taken; the message says why."""


def plain_value(value: Any) -> Any:
    """Return a copy of *value* that every form can carry; PlainError where it is too much."""
    return _Copy().of(value, 0)


class _Copy:
    """Copies loaded values and counts them."""

    def __init__(self) -> None:
        self._left = MOST_NODES

    def of(self, value: Any, depth: int) -> Any:
        self._left -= 1
        if self._left < 0 or depth > _DEEPEST:
            raise PlainError(TOO_DEEP)
        if isinstance(value, dict):
            return {writable(str(key)): self.of(item, depth + 1) for key, item in value.items()}
        if isinstance(value, list | tuple | set):
            return [self.of(item, depth + 1) for item in value]
        return _scalar(value)


def _scalar(value: Any) -> Any:
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, int) and value.bit_length() > _LONGEST_NUMBER:
        raise PlainError("it holds a number that is too long")
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if value is None or isinstance(value, int | float):
        return value
    return writable(str(value))
