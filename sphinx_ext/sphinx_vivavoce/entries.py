"""What the project remembers of each interview: who speaks, and what each turn begins with.

Small picklable records, from which the domain resolves references and makes its lists without
reading any interview again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from vivavoce.interview import Interview, Text, Turn
from vivavoce.model import Participant, Role
from vivavoce.persons import display_name
from vivavoce.recognition.names import fold
from vivavoce.words import Words

EXCERPT = 90
"""About how many characters of a turn a list shows."""
_SENTENCES = re.compile("(?s).*[?!？！。…]")


class PersonEntry(NamedTuple):
    """Somebody who speaks in an interview."""

    name: str
    """The name, else the printed label, else the word for the role."""
    known: bool
    """True where the document states the name: only then is it one person across the project."""
    role: Role | None
    about: str


class TurnEntry(NamedTuple):
    """One turn."""

    anchor: str
    """Its id on the page."""
    person: int
    """The place of the speaker in `InterviewEntry.people`."""
    excerpt: str
    """How it begins."""
    asks: bool
    """True where the speaker is one who asks."""


class InterviewEntry(NamedTuple):
    """One interview as shown on one page."""

    name: str
    """By which references name it."""
    docname: str
    anchor: str
    """The id of the element it starts with."""
    title: str
    people: tuple[PersonEntry, ...]
    turns: tuple[TurnEntry, ...]

    @property
    def questions(self) -> tuple[TurnEntry, ...]:
        """The turns of those who ask."""
        return tuple(turn for turn in self.turns if turn.asks)


def person_key(name: str) -> str:
    """Return the form under which spellings of one name meet."""
    return fold(name)


def turn_entries(
    interview: Interview, anchors: Sequence[str], words: Words
) -> tuple[tuple[PersonEntry, ...], tuple[TurnEntry, ...]]:
    """Return the entries of the people and of the turns of *interview*."""
    people = tuple(_person(person, words) for person in interview.participants)
    places = {person.id: place for place, person in enumerate(interview.participants)}
    turns = tuple(
        _turn(turn, anchor, places[turn.speaker], people)
        for turn, anchor in zip(interview.turns, anchors, strict=True)
    )
    return people, turns


def _person(person: Participant, words: Words) -> PersonEntry:
    name = display_name(person, words)
    return PersonEntry(name, person.name is not None, person.role, person.about or "")


def _turn(turn: Turn, anchor: str, place: int, people: tuple[PersonEntry, ...]) -> TurnEntry:
    asks = people[place].role in ("interviewer", "moderator")
    return TurnEntry(anchor, place, excerpt(first_words(turn)), asks)


def first_words(turn: Turn) -> str:
    """Return the text of the turn's first leaf that has any, as much of it as an excerpt takes."""
    stack = list(reversed(turn.blocks))
    while stack:
        node = stack.pop()
        if not isinstance(node, Text):
            stack.extend(reversed(node.blocks))
        elif node.text.strip():
            return _even(node.text)
    return ""


def _even(text: str) -> str:
    """Return the beginning of *text*, enough for an excerpt, with white space evened."""
    beginning = " ".join(text[: 2 * EXCERPT].split())
    return beginning if len(beginning) > EXCERPT else " ".join(text.split())


def excerpt(text: str) -> str:
    """Shorten *text* to a sentence, or to whole words, of about `EXCERPT` characters."""
    if len(text) <= EXCERPT:
        return text
    head = text[:EXCERPT]
    sentences = _SENTENCES.match(head)
    if sentences and sentences.end() > EXCERPT // 3 + 1:
        return sentences[0]
    space = head.rfind(" ")
    return head[: space if space > EXCERPT // 2 else EXCERPT].rstrip(" ,;:，；：、") + "…"
