"""Several talks in one document, a chapter each: files that pandoc put one behind another, a book.

Read as one, the people of the first would speak in all others: an ``A:`` is somebody else in each.
What tells them apart is who speaks: in talks with different people hardly anybody speaks twice, and
one label is said to be of different people. When unsure the document is one talk.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from pandoc_vivavoce.ast import Blocks
from pandoc_vivavoce.inplace.astread import AstBlocks, Move
from vivavoce.model import Participant, Reading


class Chapter(NamedTuple):
    """A stretch of the document under one heading, or before the first."""

    blocks: Blocks
    after: int
    """The place after its last leaf, among all leaves."""


class Talk(NamedTuple):
    """A stretch of the document that is read as one conversation."""

    blocks: Blocks
    source: AstBlocks
    reading: Reading


def chapters_of(blocks: Blocks, source: AstBlocks) -> list[Chapter]:
    """Return the chapters of *blocks*, whose leaves are *source*; none where there are no two."""
    level = _level_of_chapters(blocks)
    if not level:
        return []
    tops = {id(item) for item in blocks if item["t"] == "Header" and item["c"][0] <= level}
    leaves = {id(step.element): step.block for step in source.steps if step.move is Move.LEAF}
    begins = [at for at, item in enumerate(blocks) if id(item) in tops and id(item) in leaves]
    places = [leaves[id(blocks[at])] for at in begins]
    ends = [*begins[1:], len(blocks)]
    last = [*places[1:], len(source.blocks)]
    before = [Chapter(blocks[: begins[0]], places[0])] if begins and begins[0] else []
    chapters = zip(begins, ends, last, strict=True)
    return [*before, *(Chapter(blocks[at:end], after) for at, end, after in chapters)]


def find_talks(
    chapters: Sequence[Chapter], whole: Reading, read: Callable[[Blocks], Talk]
) -> list[Talk]:
    """Return *chapters* as *read* takes each for itself, where they are talks of their own.

    *whole* is the reading of the document as one talk. None are returned where it is one.
    """
    if len(chapters) < 2:
        return []
    voices = _voices(chapters, whole)
    if sum(len(each) > 1 for each in voices) < 2:
        return []
    known = Counter(speaker for each in voices for speaker in each)
    again = {speaker for speaker, count in known.items() if count > 1}
    doubtful = [person for person in whole.participants if person.id in again and _is_short(person)]
    if len(again) > 1 and not doubtful:
        return []
    talks = [read(chapter.blocks) for chapter in chapters]
    pairs = list(zip(voices, (talk.reading for talk in talks), strict=True))
    if any(sum(part.opens for part in reading.parts) < each.total() for each, reading in pairs):
        return []
    if _are_others(doubtful, [reading for _, reading in pairs]):
        return talks
    named = {person.id for person in whole.participants if person.name}
    is_poorer = any(_names_in(reading) < len(named.intersection(each)) for each, reading in pairs)
    return [] if len(again) > 1 or is_poorer else talks


def _level_of_chapters(blocks: Blocks) -> int:
    """Return the highest level of which there are two headings; 0 where there is none."""
    levels = Counter(item["c"][0] for item in blocks if item["t"] == "Header")
    return min((level for level, count in levels.items() if count > 1), default=0)


def _voices(chapters: Sequence[Chapter], whole: Reading) -> list[Counter[str]]:
    """Return how many turns each person has in each of *chapters*."""
    found: list[Counter[str]] = [Counter() for _ in chapters]
    number = 0
    for part in whole.parts:
        while number + 1 < len(chapters) and part.block >= chapters[number].after:
            number += 1
        if part.opens and part.speaker:
            found[number][part.speaker] += 1
    return found


def _names_in(reading: Reading) -> int:
    return sum(bool(person.name) for person in reading.participants)


def _is_short(person: Participant) -> bool:
    """Tell whether the label of *person* says less than the name, so that others may share it."""
    return bool(person.name) and person.label not in (person.name or "").split()


def _are_others(people: Sequence[Participant], readings: Sequence[Reading]) -> bool:
    """Tell whether the label of one of *people* stands for different names in *readings*."""
    for person in people:
        names = {
            other.name
            for reading in readings
            for other in reading.participants
            if other.name and person.label in other.labels
        }
        if any(one not in two and two not in one for one in names for two in names):
            return True
    return False
