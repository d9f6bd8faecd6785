"""Tells the canonical Markdown form from any other text, without what reads it."""

from __future__ import annotations

import re
from typing import Final

_OPENING: Final = re.compile(r"[\s\ufeff]*---[ \t]*\r?\n")
_KEY: Final = re.compile(r"^vivavoce:[ \t]*\d+[ \t]*\r?$", re.MULTILINE)


def is_canonical(text: str) -> bool:
    """Has *text* the front matter of the canonical Markdown form, with the key ``vivavoce``?"""
    opening = _OPENING.match(text)
    if opening is None:
        return False
    end = text.find("\n---", opening.end() - 1)
    return _KEY.search(text, opening.end(), end if end >= 0 else opening.end()) is not None
