"""Points in paragraphs of their own: several labels in a row that go on an answer.

What stands before them ends with a colon, or the words after each begin small though speech begins
with a capital. A label that also stands elsewhere, or under which somebody says *I* or asks, is a
speaker's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import takewhile
from typing import Final, NamedTuple

from vivavoce.model import Cue
from vivavoce.recognition.address import says_i
from vivavoce.recognition.asking import puts_question
from vivavoce.recognition.document import Document
from vivavoce.recognition.entries import key_of
from vivavoce.recognition.label import COLONS
from vivavoce.recognition.names import fold, likeness, role_of_word

_COLONS: Final = frozenset(COLONS)
_FEW: Final = 2
_TALK: Final = 3
_NEAR: Final = 4
"""So many characters before a label may be white space."""
_MOSTLY: Final = 0.8
_NAME: Final = 1.0


class _Place(NamedTuple):
    """A cue, and what may make it a point."""

    cue: Cue
    key: str
    """That of its label."""
    is_led: bool
    """What stands before it ends with a colon."""
    begins: str
    """The first character of what is said."""


def without_bare_points(document: Document, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Leave out of *cues* those that head points in paragraphs, where a talk is left."""
    if len(cues) < _FEW + _TALK:
        return cues
    lone = {cue.block for cue in cues if cue.speech >= len(document.blocks[cue.block].text)}
    if not any(_begins(document, cue).islower() or _is_led(document, cue, lone) for cue in cues):
        return cues
    places = [_placed(document, cue, lone) for cue in cues]
    points = _points(document, places)
    left = [one for one in places if one.key not in points]
    if len(left) < _TALK or len({one.key for one in left}) < _FEW:
        return cues
    return tuple(one.cue for one in left)


def _placed(document: Document, cue: Cue, lone: Set[int]) -> _Place:
    """Look at *cue*; in the blocks *lone* a label is all, and its colon leads to speech."""
    is_led = _is_led(document, cue, lone)
    return _Place(cue, key_of(cue.label), is_led, _begins(document, cue))


def _begins(document: Document, cue: Cue) -> str:
    return document.blocks[cue.block].text[cue.speech : cue.speech + 1]


def _is_led(document: Document, cue: Cue, lone: Set[int]) -> bool:
    before = document.blocks[cue.block].text[max(0, cue.start - _NEAR) : cue.start].rstrip()
    if before or cue.start > _NEAR:
        return before[-1:] in _COLONS
    if not cue.block or cue.block - 1 in lone:
        return False
    return document.blocks[cue.block - 1].text[-1:] in _COLONS


def _points(document: Document, places: Sequence[_Place]) -> set[str]:
    """Return the keys of labels that stand nowhere but in runs of points."""
    runs = list(_runs(places))
    in_runs = {at for run in runs for at in run}
    elsewhere = {one.key for at, one in enumerate(places) if at not in in_runs}
    elsewhere.update(document.stated, map(fold, document.options.speakers))
    capitals = [one.begins.isupper() for one in places if one.key in elsewhere]
    is_cased = sum(capitals) >= _MOSTLY * len(capitals)
    found: set[str] = set()
    for run in runs:
        heads = list(takewhile(lambda one: one.key not in elsewhere, [places[at] for at in run]))
        is_small = is_cased and all(one.begins.islower() for one in heads)
        if len(heads) >= _FEW and (is_small or _are_led(heads)) and not _speak(document, heads):
            found.update(one.key for one in heads)
        else:
            elsewhere.update(one.key for one in heads)
    return found - elsewhere


def _runs(places: Sequence[_Place]) -> Iterator[list[int]]:
    """Yield the places of labels that follow each other, all different, the first a point by looks.

    Where no colon leads to the first, all begin small.
    """
    run: list[int] = []
    keys: set[str] = set()
    for at, one in enumerate(places):
        is_small = one.begins.islower()
        goes_on = (
            bool(run)
            and not one.is_led
            and one.key not in keys
            and one.cue.block - places[at - 1].cue.block <= 1
            and (is_small or places[run[0]].is_led)
        )
        if not goes_on:
            if run:
                yield run
            run, keys = [], set()
        if goes_on or one.is_led or is_small:
            run.append(at)
            keys.add(one.key)
    if run:
        yield run


def _are_led(heads: Sequence[_Place]) -> bool:
    """Does a colon lead to *heads*, not all of which are full names, as those of a panel are?"""
    return heads[0].is_led and any(likeness(one.cue.label) < _NAME for one in heads)


def _speak(document: Document, heads: Sequence[_Place]) -> bool:
    """Does one of *heads* stand for a part, or is *I* said, or asked, in the lines they open?"""
    for one in heads:
        if role_of_word(one.cue.label):
            return True
        text = document.blocks[one.cue.block].text
        end = text.find("\n", one.cue.speech)
        line = text[one.cue.speech : end if end >= 0 else len(text)]
        if says_i(line) or puts_question(line):
            return True
    return False
