"""Words of languages, kept as lists a person can read and correct.

Each ``.txt`` file beside this module holds one kind of word: a line is a language tag, a colon and
words parted by spaces; ``_`` stands for a space within a phrase and ``#`` begins a comment. No list
names a person, a publication or a site.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path


@cache
def words(kind: str) -> frozenset[str]:
    """Return all words of *kind* (``interviewer``, ``fields``, …), in every language.

    Raises FileNotFoundError if there is no such list.
    """
    text = Path(__file__).with_name(f"{kind}.txt").read_text("utf-8")
    lines = (line.partition(":")[2] for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word.replace("_", " ") for line in lines for word in line.split())


@cache
def opening(kind: str, after: str = "") -> re.Pattern[str]:
    """Return a pattern that matches text which opens with a phrase of *kind*.

    *after* is a pattern that must follow the phrase.
    """
    longest_first = sorted(words(kind), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, longest_first))}){after}", re.IGNORECASE)
