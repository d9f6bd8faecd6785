"""Vocabulary written as running words, for tables that a person reads and extends."""

from __future__ import annotations


def word_set(text: str, separator: str | None = None) -> frozenset[str]:
    """Return the words of *text*, parted by white space or by *separator*."""
    return frozenset(text.split(separator))
