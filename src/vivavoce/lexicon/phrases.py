"""Which phrases of a word list a text opens with, and whether it holds one."""

from __future__ import annotations

from functools import cache
from typing import Final

from vivavoce.lexicon import words

_COMMON: Final = "qxjzvkwybpgfmcdulhrsnioate "
"""From the rarest letter to the commonest; what is not here is rarer."""
_FIRST: Final[dict[str, dict[str, list[str]]]] = {}
"""What `_by_letter` has told, by the kind."""
_LONGEST: Final = 80
"""Characters at the beginning of a text in which a phrase is looked for."""


def opens_with(kind: str, text: str) -> bool:
    """Does *text* open with a phrase of *kind*, in capitals or not?"""
    return bool(opening_phrases(kind, text))


def opening_phrases(kind: str, text: str) -> list[str]:
    """Return the phrases of *kind* with which *text* opens, the longest first."""
    by_letter = _FIRST.get(kind) or _by_letter(kind)
    phrases = by_letter.get(text[:1].lower())
    if not phrases:
        return []
    start = text[:_LONGEST].lower()
    return [phrase for phrase in phrases if start.startswith(phrase)]


def holds_phrase(kind: str, folded: str) -> bool:
    """Does a phrase of *kind* stand anywhere in *folded*, a text in small letters?"""
    for letter, phrases in _by_rarest_letter(kind):
        if letter in folded and any(phrase in folded for phrase in phrases):
            return True
    return False


@cache
def _by_rarest_letter(kind: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the phrases of *kind* by a letter of each that seldom stands elsewhere.

    A letter is found far more quickly than a phrase.
    """
    found: dict[str, list[str]] = {}
    for phrase in sorted(words(kind)):
        found.setdefault(min(phrase.casefold(), key=_COMMON.find), []).append(phrase.casefold())
    return tuple((letter, tuple(phrases)) for letter, phrases in found.items())


def _by_letter(kind: str) -> dict[str, list[str]]:
    """Return the phrases of *kind* by their first letters, the longest first."""
    found: dict[str, list[str]] = {}
    for phrase in sorted(words(kind), key=lambda phrase: (-len(phrase), phrase)):
        found.setdefault(phrase[0].lower(), []).append(phrase.lower())
    _FIRST[kind] = found
    return found
