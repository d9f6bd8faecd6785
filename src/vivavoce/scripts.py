"""Which script a text is in, told from the characters themselves.

Ranges of a script hold thousands of characters; a regular expression with one takes longer to
compile than most documents take to read.
"""

from __future__ import annotations

from typing import Final

HAN: Final = r"[^\W\d_A-Za-zぁ-ヿ]"
"""A pattern for a Chinese character where other scripts than Latin and kana cannot stand."""


def has_cjk(text: str) -> bool:
    """Does *text* hold a Chinese character, kana or hangul?"""
    if text.isascii() or not any(map("\u3040".__le__, text)):
        return False
    return any("\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af" for char in text)


def has_han(text: str) -> bool:
    """Does *text* hold a Chinese character?"""
    return not text.isascii() and any("㐀" <= char <= "鿿" for char in text)


def is_han(text: str) -> bool:
    """Is *text* Chinese characters from its first to its last?"""
    return bool(text) and all("㐀" <= char <= "鿿" for char in text)


def is_hangul(text: str) -> bool:
    """Is *text* hangul from its first to its last?"""
    return bool(text) and all("가" <= char <= "힣" for char in text)


def parts_no_words(text: str) -> bool:
    """Does *text* begin in a script of South-East Asia, in which no space parts the words?

    Thai, Lao, Burmese or Khmer; for Chinese and Japanese see `has_cjk`.
    """
    first = text[:1]
    return (
        "\u0e00" <= first <= "\u0eff" or "\u1000" <= first <= "\u109f" or "ក" <= first <= "\u17ff"
    )
