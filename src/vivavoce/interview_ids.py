"""The names for links of one whole interview: its turns, its headings, its places with an id."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vivavoce.ids import PREFIX, Names
from vivavoce.interview import Interview, Node, Text, Turn


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
    names = Names(prefix)
    turns: list[str] = []
    headings: list[str] = []
    anchors: dict[str, str] = {"": ""}
    for node in interview.walk():
        if isinstance(node, Turn):
            turns.append(names.turn(labels.get(node.speaker, node.speaker), _texts_in(node)))
        elif isinstance(node, Text) and node.kind == "heading":
            headings.append(names.heading(node.text))
            anchors.setdefault(node.id, headings[-1])
        elif isinstance(node, Text) and node.id not in anchors:
            anchors[node.id] = names.take("a", node.id)
    anchors.pop("", None)
    return Ids(tuple(turns), tuple(headings), anchors)


def _texts_in(turn: Turn) -> Iterator[str]:
    """Yield the texts in *turn* in reading order, to any depth."""
    stack: list[Node] = list(reversed(turn.blocks))
    while stack:
        node = stack.pop()
        if isinstance(node, Text):
            yield node.text
        else:
            stack.extend(reversed(node.blocks))
