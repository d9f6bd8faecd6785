"""What is a name, told by its script, and the words of the lexicon made into patterns around it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from vivavoce.lexicon import words
from vivavoce.patterns import lazy_pattern
from vivavoce.scripts import has_han, is_han, is_hangul

CAPITAL: Final = r"[^\W\d_a-zа-яё]"
_PARTICLE: Final = r"(?:de|da|do|dos|del|della|di|van|von|der|den|la|le|el|al|bin|ten)"
CASED_NAME: Final = rf"{CAPITAL}[\w'’.\-]*(?:\s+(?:{_PARTICLE}\s+){{0,2}}{CAPITAL}[\w'’\-]*){{1,3}}"
"""Two to four words with capitals, particles between them."""
CASED: Final = lazy_pattern(CASED_NAME)
HAS_CASE: Final = lazy_pattern("[A-Za-zÀ-ɏͰ-ԯḀ-ỿ]")
KANA: Final = lazy_pattern("[ぁ-ヶ]")
_KANA_OR_BAR: Final = lazy_pattern("[ぁ-ヶー]")


def is_name(name: str) -> bool:
    """True where *name* has the form of a name in its script."""
    if has_han(name) or KANA.search(name):
        return _is_han_name(name)
    if any(map(is_hangul, name)):
        return 2 <= len(name) <= 4 and is_hangul(name)
    if HAS_CASE.search(name):
        return CASED.fullmatch(name) is not None
    return 2 <= len(name.split()) <= 4 and not re.search(r"[^\w\s'’.\-\u0300-\u0fff\u200c]", name)


def _is_han_name(name: str) -> bool:
    """Two to four Chinese characters, or a Japanese family name and a given one."""
    if is_han(name):
        return 2 <= len(name) <= 4
    family, *given = re.split("[ 　]", name)
    if len(given) != 1 or not is_han(family) or len(family) > 3 or len(given[0]) > 4:
        return False
    return is_han(_KANA_OR_BAR.sub("一", given[0]))


@cache
def phrases(kind: str) -> tuple[str, ...]:
    """Return the words of *kind* in small letters."""
    return tuple(word.casefold() for word in words(kind))


def any_of(kind: str) -> str:
    """Return a pattern that matches any word of *kind*, the longest first."""
    return "|".join(map(re.escape, sorted(words(kind), key=len, reverse=True)))
