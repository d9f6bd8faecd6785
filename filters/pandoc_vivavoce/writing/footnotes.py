"""Footnotes found again: a short link such as ``1`` or ``[2]`` to a passage further on.

Pages print their notes as a list at the end, with links there and back. Where both ends are found
the passage becomes a footnote at its place, so that every format can set it in its own manner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from vivavoce.interview import Group, Interview, Node, Text, Turn
from vivavoce.model import Mark, Run

_REFERENCE = re.compile(r"[\[(（〔【]?(?:\d{1,3}|[*†‡§]{1,3}|注\d{0,3})[\])）〕】]?")
_NUMBER = re.compile(r"\s*(?:[\[(（]\s*\d{1,3}\s*[\])）]|\d{1,3}[.:)、]|[*†‡§]{1,3})\s*")
_BACK = frozenset("↩↑^⤴⏎⬆︎⬏ ")


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The footnotes of one interview."""

    notes: Mapping[str, tuple[Node, ...]] = field(default_factory=dict)
    """From the id that links name to the blocks of the note."""
    moved: frozenset[int] = frozenset()
    """The identities (`id`) of the nodes that are notes and so no longer stand where they were."""


def find_footnotes(interview: Interview) -> Footnotes:
    """Return the footnotes of *interview*: passages that a reference before them links to."""
    wanted: set[str] = set()
    notes: dict[str, tuple[Node, ...]] = {}
    moved: set[int] = set()
    for node, item in _leaves(interview):
        if node.id in wanted:
            holder = item if item is not None and item.blocks[0] is node else None
            notes[node.id] = _tidied(holder.blocks if holder else (node,))
            moved.add(id(holder or node))
        else:
            wanted.update(_references(node))
    return Footnotes(notes, _with_emptied(interview, moved))


def _leaves(interview: Interview) -> Iterator[tuple[Text, Group | None]]:
    """Yield every leaf with the list item it stands in, in reading order."""
    stack: list[tuple[Node, Group | None]] = [(node, None) for node in interview.blocks[::-1]]
    while stack:
        node, item = stack.pop()
        if isinstance(node, Text):
            yield node, item
        else:
            inner = node if isinstance(node, Group) and node.kind == "item" else item
            stack.extend((child, inner) for child in node.blocks[::-1])


def _references(leaf: Text) -> Iterator[str]:
    for run in leaf.runs:
        for mark in run.marks:
            if mark.kind == "link" and is_reference(run.text, mark):
                yield mark.value[1:]


def is_reference(text: str, mark: Mark) -> bool:
    """True where *text* linked by *mark* looks like the reference to a footnote."""
    return mark.value.startswith("#") and bool(_REFERENCE.fullmatch(text.strip()))


def refers_to_note(run: Run) -> bool:
    """True where *run* is the number of a footnote."""
    return any(mark.kind == "link" and is_reference(run.text, mark) for mark in run.marks)


def _tidied(blocks: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return a note's *blocks* without its printed number and without the links back."""
    tidy: list[Node] = []
    for place, node in enumerate(blocks):
        if isinstance(node, Text):
            runs = tuple(run for run in node.runs if not leads_back(run))
            tidy.append(node._replace(runs=_without_number(runs) if place == 0 else runs, id=""))
        else:
            tidy.append(node)
    return tuple(node for node in tidy if not isinstance(node, Text) or node.runs)


def leads_back(run: Run) -> bool:
    """True where *run* is the arrow from a note back to its reference."""
    is_internal = any(mark.kind == "link" and mark.value.startswith("#") for mark in run.marks)
    return is_internal and set(run.text) <= _BACK


def _without_number(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    if not runs:
        return runs
    text = _NUMBER.sub("", runs[0].text, count=1) if _NUMBER.match(runs[0].text) else runs[0].text
    is_link = any(mark.kind == "link" and mark.value.startswith("#") for mark in runs[0].marks)
    if is_link and _REFERENCE.fullmatch(runs[0].text.strip()):
        text = ""
    rest = runs[1:]
    return (runs[0]._replace(text=text), *rest) if text or runs[0].image else rest


def _with_emptied(interview: Interview, moved: set[int]) -> frozenset[int]:
    """Add the lists at the end that held nothing but notes, and the rule that set them off."""
    for node in interview.blocks:
        if not isinstance(node, Group | Turn) or not node.blocks:
            continue
        if all(id(child) in moved for child in node.blocks):
            moved.add(id(node))
    for rule, after in pairwise(interview.blocks):
        if rule.kind == "rule" and id(after) in moved:
            moved.add(id(rule))
    return frozenset(moved)
