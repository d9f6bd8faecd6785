"""Makes the names by which turns, headings and places in a text can be linked to.

They are made from the content, so that an edit elsewhere does not change them; they are XML names,
unique within the interview, and begin with a prefix, so that a name found in a page cannot take
the place of one that a host's scripts or styles rely on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

try:  # hashlib loads all of OpenSSL, which takes longer than to name a hundred turns
    from _blake2 import blake2s
except ImportError:  # an interpreter other than CPython
    from hashlib import blake2s

PREFIX: Final = "vv-"
_LETTERS_HASHED: Final = 48
_MOSTLY_ENOUGH: Final = 72
"""Characters among which there are mostly so many letters."""
_LETTERS: Final = re.compile(r"[^\W_]+")


def name_turns(turns: Iterable[tuple[str, Iterable[str]]], prefix: str = PREFIX) -> list[str]:
    """Name turns; each is its speaker's label, and what is said, in order."""
    names = Names(prefix)
    return [names.turn(label, said) for label, said in turns]


class Names:
    """Makes names and never the same one twice."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._counts: dict[str, int] = {}

    def turn(self, label: str, said: Iterable[str]) -> str:
        """Return a name for a turn: after the speaker's *label* and the first words."""
        return self.take("t", label + "\n" + _first_letters(said))

    def heading(self, text: str) -> str:
        """Return a name for a heading: after its words."""
        return self.take("s", _letters(text))

    def take(self, sort: str, content: str) -> str:
        """Return a name for *content*; the second of equal content ends with ``-2``."""
        digest = blake2s(content.encode("utf-8", "replace"), digest_size=4).hexdigest()
        name = f"{self._prefix}{sort}-{digest}"
        count = self._counts.get(name, 0) + 1
        self._counts[name] = count
        return name if count == 1 else f"{name}-{count}"


def _first_letters(said: Iterable[str]) -> str:
    """Return the first letters of all that is *said*."""
    letters = ""
    for text in said:
        letters += _letters(text)
        if len(letters) >= _LETTERS_HASHED:
            break
    return letters[:_LETTERS_HASHED]


def _letters(text: str) -> str:
    """Return the first letters and digits of *text*, case aside."""
    letters = ""
    for end in (_MOSTLY_ENOUGH, 4 * _LETTERS_HASHED):
        letters = "".join(_LETTERS.findall(text[:end].casefold()))[:_LETTERS_HASHED]
        if len(letters) == _LETTERS_HASHED:
            break
    return letters
