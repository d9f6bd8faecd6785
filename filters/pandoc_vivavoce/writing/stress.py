"""Emphasis in Chinese and Japanese, which have no italics: a dot at each character.

The dots (着重号, 傍点: JLREQ 3.3.9, CLREQ on emphasis dots) are for words; a passage that is set
apart as a whole, or that has Latin letters in it, is bold.
"""

from __future__ import annotations

from unicodedata import category, east_asian_width

STRESSED = "stressed"
"""The class of emphasis that takes dots."""
_LONGEST = 20
"""So many characters at most."""


def takes_dots(text: str) -> bool:
    """Is *text*, which is emphasised, a few words in full-width characters?"""
    is_short = 0 < len(text) <= _LONGEST
    return is_short and all(
        east_asian_width(char) in "WF" and category(char)[0] in "LN" for char in text
    )
