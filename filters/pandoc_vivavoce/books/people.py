"""The people of a book: somebody who speaks in several interviews is one person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from vivavoce.interview import Interview
from vivavoce.model import Participant, Role


@dataclass(frozen=True, slots=True)
class Appearance:
    """One person in one chapter."""

    chapter: str
    """The chapter's id."""
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks in a book."""

    name: str
    about: str = ""
    """A line about the person, in a document's own words."""
    appearances: tuple[Appearance, ...] = ()
    """In the order of the chapters."""

    @property
    def roles(self) -> tuple[Role, ...]:
        """What the person does in the book, each once."""
        return tuple(dict.fromkeys(item.role for item in self.appearances if item.role))


def gather_people(chapters: Iterable[tuple[str, Interview]]) -> tuple[Person, ...]:
    """Return everybody with a name in *chapters*, pairs of id and interview, as they appear."""
    found: dict[str, Person] = {}
    for chapter, interview in chapters:
        for participant in interview.participants:
            name = participant.name or ""
            key = name_key(name)
            if not key:
                continue
            person = found.get(key, Person(name))
            appearance = Appearance(chapter, participant.role)
            found[key] = replace(
                person,
                about=person.about or participant.about or "",
                appearances=_with(person.appearances, appearance),
            )
    return tuple(found.values())


def _with(appearances: tuple[Appearance, ...], appearance: Appearance) -> tuple[Appearance, ...]:
    if any(item.chapter == appearance.chapter for item in appearances):
        return appearances
    return (*appearances, appearance)


def name_key(name: str) -> str:
    """Return what is the same for all ways to print *name*; empty where it has no letter."""
    return "".join(filter(str.isalnum, name)).casefold()


def names_shown(participants: Sequence[Participant]) -> tuple[str, ...]:
    """Return the names for a title page: who answers first, then who asks."""
    answering = [person for person in participants if person.role not in _ASKING]
    asking = [person for person in participants if person.role in _ASKING]
    names = (person.name for person in [*answering, *asking])
    return tuple(dict.fromkeys(name for name in names if name))


_ASKING = frozenset({"interviewer", "moderator", "narrator"})
