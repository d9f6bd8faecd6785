"""Which phrases of a word list a text opens with."""

from __future__ import annotations

from functools import cache
from typing import Final

from vivavoce.lexicon import words

_LONGEST: Final = 80
"""Characters at the beginning of a text in which a phrase is looked for."""


def opens_with(kind: str, text: str) -> bool:
    """Does *text* open with a phrase of *kind*, in capitals or not?"""
    return bool(opening_phrases(kind, text))


def opening_phrases(kind: str, text: str) -> list[str]:
    """Return the phrases of *kind* with which *text* opens, the longest first."""
    phrases = _by_letter(kind).get(text[:1].lower())
    if not phrases:
        return []
    start = text[:_LONGEST].lower()
    return [phrase for phrase in phrases if start.startswith(phrase)]


@cache
def _by_letter(kind: str) -> dict[str, list[str]]:
    """Return the phrases of *kind* by their first letters, the longest first."""
    found: dict[str, list[str]] = {}
    for phrase in sorted(words(kind), key=lambda phrase: (-len(phrase), phrase)):
        found.setdefault(phrase[0].lower(), []).append(phrase.lower())
    return found
