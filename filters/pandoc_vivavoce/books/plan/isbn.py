"""Numbers of books: an ISBN whose check digit is wrong names another book, or none."""

from __future__ import annotations

import re

_WORD = re.compile(r"^\s*ISBN(?:-1[03])?[\s:]*", re.IGNORECASE)


def valid_isbn(text: str) -> str:
    """Return the number in *text* where it is an ISBN of 10 or 13 digits (ISO 2108), else nothing.

    The word before it goes, hyphens and spaces stay.
    """
    number = _WORD.sub("", text)
    return number if _is_valid(re.sub(r"[ -]", "", number.upper())) else ""


def _is_valid(digits: str) -> bool:
    body, check = digits[:-1], digits[-1:]
    if not body.isascii() or not body.isdecimal() or len(digits) not in {10, 13}:
        return False
    if len(digits) == 10:
        total = sum(
            weight * int(digit) for weight, digit in zip(range(10, 1, -1), body, strict=True)
        )
        return check == "0123456789X"[-total % 11]
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(body))
    return check == str(-total % 10)
