"""Names by which turns, headings and places in the text can be linked to.

They are made from the content, so that an edit elsewhere does not change them; they are XML names,
unique within the interview, and begin with a prefix, so that a name found in a page cannot take
the place of one that a host's scripts or styles rely on.
"""

from __future__ import annotations

from hashlib import blake2s
from itertools import islice
from typing import Final, NamedTuple

from vivavoce.model import Interview, Node, Text, Turn

PREFIX: Final = "vv-"
_LETTERS_HASHED: Final = 48


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
            said = labels.get(node.speaker, node.speaker) + "\n" + _first_letters(node)
            turns.append(names.take("t", said))
        elif isinstance(node, Text) and node.kind == "heading":
            headings.append(names.take("s", _letters(node.text)))
            anchors.setdefault(node.id, headings[-1])
        elif isinstance(node, Text) and node.id not in anchors:
            anchors[node.id] = names.take("a", node.id)
    anchors.pop("", None)
    return Ids(tuple(turns), tuple(headings), anchors)


class _Names:
    """Makes names and never the same one twice."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._counts: dict[str, int] = {}

    def take(self, sort: str, content: str) -> str:
        """Return a name for *content*; the second of equal content ends with ``-2``."""
        digest = blake2s(content.encode("utf-8", "replace"), digest_size=4).hexdigest()
        name = f"{self._prefix}{sort}-{digest}"
        count = self._counts.get(name, 0) + 1
        self._counts[name] = count
        return name if count == 1 else f"{name}-{count}"


def _first_letters(turn: Turn) -> str:
    """Return the first letters that are said in *turn*."""
    letters = ""
    stack: list[Node] = list(reversed(turn.blocks))
    while stack and len(letters) < _LETTERS_HASHED:
        node = stack.pop()
        if isinstance(node, Text):
            letters += _letters(node.text)
        else:
            stack.extend(reversed(node.blocks))
    return letters[:_LETTERS_HASHED]


def _letters(text: str) -> str:
    """Return the first letters and digits of *text*, case aside."""
    start = text[: 4 * _LETTERS_HASHED].casefold()
    return "".join(islice(filter(str.isalnum, start), _LETTERS_HASHED))
