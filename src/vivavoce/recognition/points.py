"""Lists inside a talk: words and a colon head their items, and nobody speaks under them.

Where people speak outside of lists, the heads of a list, a table or a definition list are its
points, unless they are the names of those people, or come back and talk. So are those of a
quotation with several in which nobody says *I* or asks. Where the whole talk is printed as a list,
nobody speaks outside of it and every label is left to `vocabulary`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from typing import Final, NamedTuple

from vivavoce.model import Block, Cue
from vivavoce.recognition.address import says_i
from vivavoce.recognition.asking import asks, puts_question
from vivavoce.recognition.document import Document
from vivavoce.recognition.entries import key_of
from vivavoce.recognition.names import fold, is_field, likeness, role_of_word

_LISTS: Final = frozenset({"list", "definition-list", "table"})
_LISTS_AND_QUOTES: Final = _LISTS | {"quote"}
_LIKE: Final = 0.5
_MOSTLY: Final = 0.5
_ASKING: Final = 0.3
_TWICE: Final = 2
_NEVER: Final = 1_000_000
"""Deeper than any block."""
_NOWHERE: Final = (0, 0)


class _Placed(NamedTuple):
    """A cue and the list it stands in."""

    cue: Cue
    key: str
    """That of its label."""
    depth: int
    """How many lists are around it."""
    around: int
    """The key of the innermost of them."""


def without_points(document: Document, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Leave out of *cues* those that head the points of a list inside the talk."""
    if not any(document.blocks[cue.block].path for cue in cues):
        return cues
    placed = [
        _Placed(cue, key_of(cue.label), *_place(document.blocks[cue.block], _LISTS_AND_QUOTES))
        for cue in cues
    ]
    floor = _depth_of_talk(document, placed)
    lists: dict[int, list[_Placed]] = {}
    for one in placed:
        if one.depth > floor and not document.blocks[one.cue.block].cues.speaker:
            lists.setdefault(one.around, []).append(one)
    lists = {key: heads for key, heads in lists.items() if not _are_voices(document, heads)}
    if not lists:
        return cues
    known = {one.key for one in placed if one.depth <= floor and _may_speak(one.cue.label)}
    known.update(document.stated, map(fold, document.options.speakers), _talkers(document, lists))
    words = {word for key in known for word in key.split() if len(word) > 1}
    opening = min(one.cue.block for one in placed if one.depth <= floor and one.key in known)
    points = {
        one.cue
        for heads in lists.values()
        if not _are_turns(heads, known, words) or _is_cast(document, heads, opening)
        for one in heads
    }
    return tuple(cue for cue in cues if cue not in points)


def are_points(document: Document, cues: Sequence[Cue]) -> bool:
    """True where all *cues* stand in lists and hardly any asks.

    Where looks tell a talk around these lists, they are points of its answers; not so where the
    options or a transcript say who speaks.
    """
    if document.options.speakers or not all(_is_listed(document, cue) for cue in cues):
        return False
    return sum(puts_question(_said(document, cue)) for cue in cues) < _ASKING * len(cues)


def are_outside(document: Document, cues: Sequence[Cue]) -> bool:
    """True where most of *cues* stand in no list."""
    return sum(_is_listed(document, cue) for cue in cues) < _MOSTLY * len(cues)


def _is_listed(document: Document, cue: Cue) -> bool:
    return _place(document.blocks[cue.block]) != _NOWHERE


def _are_voices(document: Document, heads: list[_Placed]) -> bool:
    """Does a quotation hold a single label, as a turn may be printed, or somebody's speech?"""
    around = [item.kind for item in document.blocks[heads[0].cue.block].path]
    if next(kind for kind in reversed(around) if kind in _LISTS_AND_QUOTES) != "quote":
        return False
    return len({one.key for one in heads}) == 1 or any(
        says_i(said) or puts_question(said) for said in (_said(document, one.cue) for one in heads)
    )


def _place(block: Block, kinds: Set[str] = _LISTS) -> tuple[int, int]:
    around = [item.key for item in block.path if item.kind in kinds]
    return (len(around), around[-1]) if around else _NOWHERE


def _depth_of_talk(document: Document, placed: list[_Placed]) -> int:
    """Return in how many lists at most two people speak, one of them twice, or one asks twice."""
    found: dict[str, list[_Placed]] = {}
    for one in sorted(placed, key=lambda one: one.depth):
        if len(found.setdefault(one.key, [])) < _TWICE and _may_speak(one.cue.label):
            found[one.key].append(one)
    first = sorted(ones[0].depth for ones in found.values() if ones)
    again = [ones for ones in found.values() if len(ones) == _TWICE]
    asking = (
        ones[1].depth
        for ones in again
        if all(puts_question(_said(document, one.cue)) for one in ones)
    )
    depths = [*asking]
    if len(first) > 1 and again:
        depths.append(max(first[1], min(ones[1].depth for ones in again)))
    return min(depths, default=_NEVER)


def _may_speak(label: str) -> bool:
    return role_of_word(label) is not None or (not is_field(label) and likeness(label) >= _LIKE)


def _talkers(document: Document, lists: dict[int, list[_Placed]]) -> set[str]:
    """Return the labels in *lists* that come back and talk, as those of a panel do.

    Most of these lists answer a question, or a good part of their items asks.
    """
    often = Counter(one.key for heads in lists.values() for one in heads)
    talking = silent = 0
    for heads in lists.values():
        count = sum(often[one.key] > 1 for one in heads)
        if count and _is_exchange(document, heads):
            talking += count
        else:
            silent += count
    return {key for key, count in often.items() if count > 1} if talking >= silent else set()


def _is_exchange(document: Document, heads: list[_Placed]) -> bool:
    place = heads[0].cue.block
    if place and asks(document.blocks[place - 1].text):
        return True
    asking = sum(puts_question(_said(document, one.cue)) for one in heads)
    return asking >= _ASKING * len(heads)


def _said(document: Document, cue: Cue) -> str:
    text = document.blocks[cue.block].text[cue.speech :].strip()
    after = document.blocks[cue.block + 1 : cue.block + 2]
    return text or "".join([block.text for block in after])


def _are_turns(heads: list[_Placed], known: Set[str], words: Set[str]) -> bool:
    """Are the *heads* of a list speakers: all *known*, or half of them where they come back?

    A name may be shorter than it is known, made of its *words*.
    """
    named = sum(one.key in known or words >= set(one.key.split()) for one in heads)
    if named == len(heads):
        return True
    return len({one.key for one in heads}) < len(heads) and named >= _MOSTLY * len(heads)


def _is_cast(document: Document, heads: list[_Placed], opening: int) -> bool:
    """Say who takes part, once each, the *heads* of a list before the *opening* of the talk?"""
    if heads[-1].cue.block >= opening or len({one.key for one in heads}) < len(heads):
        return False
    return not any(puts_question(_said(document, one.cue)) for one in heads)
