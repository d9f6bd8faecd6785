"""Talks too short for labels to come back: what makes labels certain that are printed once.

Either they belong together, as a full name and then the surname do, or they are one question and
its answer. `vocabulary` asks here only where no label is certain by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from vivavoce.lexicon import words
from vivavoce.people.identity import Printed, groups
from vivavoce.recognition.address import says_i, says_you
from vivavoce.recognition.asking import asks
from vivavoce.recognition.document import Document
from vivavoce.recognition.entries import Entry
from vivavoce.recognition.labelparts import core
from vivavoce.recognition.names import fold, is_field, role_of_word

_MOST: Final = 60
_NAME: Final = 0.9
_COVERS: Final = 0.3
_NEVER: Final = 4


def persons(entries: Mapping[str, Entry], is_certain: Callable[[Entry], bool]) -> set[str]:
    """Return the keys of *entries* that are several labels of one person, certain when joined.

    At least two people must speak so, as ``Ada Quill``, ``Ben Roe``, ``Quill``, ``Roe`` do, and
    one of them must ask: a list of players has such labels too.
    """
    if not 4 <= len(entries) <= _MOST:
        return set()
    labels = {key: Printed(entry.said[0].cue.label) for key, entry in entries.items()}
    members: dict[str, list[str]] = {}
    for key, leader in groups(labels, {}).items():
        members.setdefault(leader, []).append(key)
    people = [(keys, _joined(entries, keys)) for keys in members.values() if len(keys) > 1]
    sure = [(keys, entry) for keys, entry in people if is_certain(entry)]
    if len(sure) < 2 or not any(entry.questions for _, entry in sure):
        return set()
    return {key for keys, _ in sure for key in keys}


def _joined(entries: Mapping[str, Entry], keys: list[str]) -> Entry:
    """Return one entry of all places; the fullest label stands first."""
    ordered = sorted(keys, key=len, reverse=True)
    return Entry(ordered[0], tuple(said for key in ordered for said in entries[key].said))


def exchange(document: Document, entries: Mapping[str, Entry]) -> set[str]:
    """Return the keys of two labels that are one question and its answer; none where in doubt.

    The labels look alike, like names or words for roles, and are the only ones; the question
    speaks to somebody, or the answer of oneself, or the page says that it is an interview. Single
    words may head notes as well, so there the page must say it; letters for question and answer
    need two of these signs.
    """
    pair = [entry for entry in entries.values() if not _heads_a_thing(entry.said[0].cue.label)]
    if len(pair) != 2 or any(len(entry.said) > 1 for entry in pair):
        return set()
    asked, answered = sorted(pair, key=_place)
    if not _look_alike(asked, answered) or not _covers(document, asked, answered):
        return set()
    question, answer = asked.said[0].text, answered.said[0].text
    if not asks(question) or asks(answer):
        return set()
    signs = says_you(question) + says_i(answer) + document.is_announced
    needed = _signs_needed(document, asked, answered)
    return {asked.key, answered.key} if signs >= needed else set()


def _place(entry: Entry) -> tuple[int, int]:
    return entry.said[0].cue.block, entry.said[0].cue.start


def _look_alike(one: Entry, other: Entry) -> bool:
    labels = [entry.said[0].cue.label for entry in (one, other)]
    if one.said[0].style != other.said[0].style:
        return False
    return role_of_word(labels[0]) is not None or min(one.likeness, other.likeness) >= _NAME


def _heads_a_thing(label: str) -> bool:
    first, *more = fold(label).split() or [""]
    return is_field(label) or (bool(more) and first in words("articles"))


def _signs_needed(document: Document, one: Entry, other: Entry) -> int:
    labels = [core(entry.said[0].cue.label) for entry in (one, other)]
    anonymous = sum(role_of_word(label) is not None or len(label) == 1 for label in labels)
    if anonymous == 1 or all(len(label.split()) > 1 for label in labels):
        return 1
    return 2 if anonymous == 2 or document.is_announced else _NEVER


def _covers(document: Document, asked: Entry, answered: Entry) -> bool:
    """The pair is a good part of the page, or the page says what it is."""
    first, last = asked.said[0].cue.block, answered.said[0].cue.block
    total = sum(len(block.text) for block in document.blocks)
    said = sum(len(block.text) for block in document.blocks[first : last + 1])
    return document.is_announced or said >= _COVERS * total
