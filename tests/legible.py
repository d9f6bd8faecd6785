"""Interviews that can be read back from pages: in signs that the fonts have, from left to right.

A sign that no font has stops a PDF, and what is written from right to left is read back from pages
in pieces, so that both are other tests' affair.
"""

from __future__ import annotations

import string
import unicodedata
from enum import Enum
from typing import Any

from strategies import SIGNS

from vivavoce.interview import Interview

_FROM_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_ARABIC = "ar"
"""The language of words that the strategies mark as such, whatever letters they have."""
_KNOWN = frozenset(
    sign
    for sign in (*SIGNS, *string.printable)
    if unicodedata.bidirectional(sign) not in _FROM_RIGHT_TO_LEFT
)


def legible(talk: Interview) -> Interview:
    """Return *talk* with an x in the place of every sign that is not known to be legible."""
    replaced: Interview = _replaced(talk)
    return replaced


def _replaced(value: Any) -> Any:
    if value == _ARABIC:
        return "fr"
    if isinstance(value, str) and not isinstance(value, Enum):
        return "".join(sign if sign in _KNOWN else "x" for sign in value)
    if isinstance(value, dict):
        return {_replaced(key): _replaced(inside) for key, inside in value.items()}
    if isinstance(value, tuple):
        parts = [_replaced(part) for part in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return [_replaced(part) for part in value] if isinstance(value, list) else value
