"""Identifiers that the filter gives: to turns, and to headings that have none.

Turns are named as in every other form of the interview (`vivavoce.ids`); headings as pandoc's own
readers name them, since they become headings like any other.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pandoc_vivavoce.ast import Blocks, Element
from pandoc_vivavoce.inlines import text_of
from pandoc_vivavoce.tree import attributes_of
from vivavoce.ids import name_turns
from vivavoce.model import Block, Reading
from vivavoce.patterns import lazy_pattern

_NOT_IN_NAMES: Final = lazy_pattern(r"[^\w\s.-]+")
_BEFORE_LETTER: Final = lazy_pattern(r"^[\W\d_]+")


class TurnIds:
    """Names the turns of a document's conversations and gives no name twice."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def of(self, blocks: tuple[Block, ...], reading: Reading) -> dict[int, str]:
        """Return an identifier for each turn of *reading* by the turn's number, from 1."""
        labels = {person.id: person.label for person in reading.participants}
        said: list[tuple[str, list[str]]] = []
        for part in reading.parts:
            if part.speaker is not None and part.opens:
                said.append((labels.get(part.speaker, part.speaker), []))
            if part.speaker is not None and said:
                said[-1][1].append(blocks[part.block].text[part.speech : part.end])
        names = name_turns(said)
        return {number: _unique(name, self._used) for number, name in enumerate(names, 1)}


def name_headings(blocks: Blocks, taken: Iterable[str]) -> None:
    """Give every header of *blocks* that has no identifier one that is not *taken*."""
    used = identifiers_in(blocks).union(taken)
    for block in blocks:
        if block["t"] == "Header" and not block["c"][1][0]:
            block["c"][1] = [_unique(_slug(block), used), *block["c"][1][1:]]


def _slug(block: Element) -> str:
    """Return the identifier that pandoc's readers would give (its extension auto_identifiers)."""
    text = _NOT_IN_NAMES.sub("", text_of(block["c"][2]).lower())
    return _BEFORE_LETTER.sub("", "-".join(text.split())) or "section"


def _unique(name: str, used: set[str]) -> str:
    number, candidate = 0, name
    while candidate in used:
        number += 1
        candidate = f"{name}-{number}"
    used.add(candidate)
    return candidate


def identifiers_in(blocks: Iterable[Element]) -> set[str]:
    """Return the identifiers of the blocks that stand in a list, not of what is inside them."""
    found = (attributes_of(block) for block in blocks)
    return {attributes[0] for attributes in found if attributes and attributes[0]}
