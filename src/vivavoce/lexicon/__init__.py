"""Words of languages, kept as lists a person can read and correct.

Each ``.txt`` file beside this module holds one kind of word: a line is a language tag, a colon and
words parted by spaces; ``_`` stands for a space within a phrase and ``#`` begins a comment. No list
names a person, a publication or a site.
"""

from __future__ import annotations

from functools import cache
from typing import Final

_HERE: Final = __path__[0]
_LONGEST: Final = 80
"""Characters at the beginning of a text in which a phrase is looked for."""


@cache
def words(kind: str) -> frozenset[str]:
    """Return all words of *kind* (``interviewer``, ``fields``, …), in every language.

    Raises FileNotFoundError if there is no such list.
    """
    with open(f"{_HERE}/{kind}.txt", encoding="utf-8") as text:  # noqa: PTH123 - slow to import
        lines = [line.partition(":")[2] for line in text if not line.startswith("#")]
    return frozenset(word.replace("_", " ") for line in lines for word in line.split())


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
