"""Names by which turns, headings and places in the text can be linked to.

They are made from the content, so that an edit elsewhere does not change them; they are XML names,
unique within the interview, and begin with a prefix, so that a name found in a page cannot take
the place of one that a host's scripts or styles rely on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from vivavoce.model import Interview, Node, Text, Turn

try:  # hashlib loads all of OpenSSL, which takes longer than to name a hundred turns
    from _blake2 import blake2s
except ImportError:  # an interpreter other than CPython
    from hashlib import blake2s

PREFIX: Final = "vv-"
_LETTERS_HASHED: Final = 48
_MOSTLY_ENOUGH: Final = 72
"""Characters among which there are mostly so many letters."""
_LETTERS: Final = re.compile(r"[^\W_]+")


class Ids(NamedTuple):
    """The names of one interview's parts."""

    turns: tuple[str, ...]
    """One for each turn, in the order of `Interview.turns`."""
    headings: tuple[str, ...]
    """One for each heading, in reading order."""
    anchors: dict[str, str]
    """From an id found in the source to the name that stands for it, for links within the text."""


def make_ids(interview: Interview, prefix: str = PREFIX) -> Ids:
    """Name the turns and headings of *interview*, and the places for which its source had ids.

    Turns are named after the speaker's label and the first words, headings after their words. A
    book gives each of its interviews a *prefix* of its own; it must begin with a letter.
    """
    labels = {person.id: person.label for person in interview.participants}
    names = _Names(prefix)
    turns: list[str] = []
    headings: list[str] = []
    anchors: dict[str, str] = {"": ""}
    for node in interview.walk():
        if isinstance(node, Turn):
            turns.append(names.turn(labels.get(node.speaker, node.speaker), _texts_in(node)))
        elif isinstance(node, Text) and node.kind == "heading":
            headings.append(names.take("s", _letters(node.text)))
            anchors.setdefault(node.id, headings[-1])
        elif isinstance(node, Text) and node.id not in anchors:
            anchors[node.id] = names.take("a", node.id)
    anchors.pop("", None)
    return Ids(tuple(turns), tuple(headings), anchors)


def name_turns(turns: Iterable[tuple[str, Iterable[str]]], prefix: str = PREFIX) -> list[str]:
    """Name turns as `make_ids` does; each is its speaker's label, and what is said, in order."""
    names = _Names(prefix)
    return [names.turn(label, said) for label, said in turns]


class _Names:
    """Makes names and never the same one twice."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._counts: dict[str, int] = {}

    def turn(self, label: str, said: Iterable[str]) -> str:
        """Return a name for a turn."""
        return self.take("t", label + "\n" + _first_letters(said))

    def take(self, sort: str, content: str) -> str:
        """Return a name for *content*; the second of equal content ends with ``-2``."""
        digest = blake2s(content.encode("utf-8", "replace"), digest_size=4).hexdigest()
        name = f"{self._prefix}{sort}-{digest}"
        count = self._counts.get(name, 0) + 1
        self._counts[name] = count
        return name if count == 1 else f"{name}-{count}"


def _texts_in(turn: Turn) -> Iterator[str]:
    """Yield the texts in *turn* in reading order, to any depth."""
    stack: list[Node] = list(reversed(turn.blocks))
    while stack:
        node = stack.pop()
        if isinstance(node, Text):
            yield node.text
        else:
            stack.extend(reversed(node.blocks))


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
