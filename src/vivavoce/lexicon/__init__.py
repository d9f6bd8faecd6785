"""Words of languages, kept as lists a person can read and correct.

Each ``.txt`` file beside this module holds one kind of word: a line is a language tag, a colon and
words parted by spaces; ``_`` stands for a space within a phrase and ``#`` begins a comment. No list
names a person, a publication or a site.
"""

from __future__ import annotations

from functools import cache
from typing import Final

_HERE: Final = __path__[0]


@cache
def words(kind: str) -> frozenset[str]:
    """Return all words of *kind* (``interviewer``, ``fields``, …), in every language.

    Raises FileNotFoundError if there is no such list.
    """
    with open(f"{_HERE}/{kind}.txt", encoding="utf-8") as text:  # noqa: PTH123 - slow to import
        lines = [line.partition(":")[2] for line in text if not line.startswith("#")]
    return frozenset(word.replace("_", " ") for line in lines for word in line.split())
