"""The index page of people and what they said."""

from __future__ import annotations

from collections.abc import Iterable

from sphinx.domains import Index, IndexEntry

from sphinx_vivavoce.entries import InterviewEntry, PersonEntry, person_key
from sphinx_vivavoce.words import _

Spoken = list[tuple[InterviewEntry, int]]
"""The interviews in which a person speaks, and the person's place in each."""


class _Said:
    """Text in the language of the project, looked up when it is asked for.

    It is plain text then: the builder ``json`` cannot write what is translated later.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def __get__(self, instance: object, owner: type) -> str:
        return str(self._text)


class PeopleIndex(Index):
    """Lists every person whose name is known, with each turn below."""

    name = "people"
    localname = _Said(_("People and what they said"))
    shortname = _Said(_("people"))

    def generate(
        self, docnames: Iterable[str] | None = None
    ) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """Return the entries by first letter, in order of the names."""
        wanted = None if docnames is None else set(docnames)
        interviews = [
            entry
            for entry in self.domain.interviews  # type: ignore[attr-defined]
            if wanted is None or entry.docname in wanted
        ]
        letters: dict[str, list[IndexEntry]] = {}
        for key, spoken in sorted(speakers_of(interviews).items()):
            letters.setdefault(key[0].upper(), []).extend(_entries(spoken))
        return list(letters.items()), False


def named_index() -> type[PeopleIndex]:
    """Return the index with names in the project's language.

    Until then they are promises of a translation, which builders cannot write as JSON.
    """
    names = {"localname": str(PeopleIndex.localname), "shortname": str(PeopleIndex.shortname)}
    return type(PeopleIndex.__name__, (PeopleIndex,), names)


def speakers_of(interviews: Iterable[InterviewEntry]) -> dict[str, Spoken]:
    """Return where each person whose name is known speaks, by the key of the name."""
    speakers: dict[str, Spoken] = {}
    for entry in interviews:
        for place, person in enumerate(entry.people):
            if person.known:
                speakers.setdefault(person_key(person.name), []).append((entry, place))
    return speakers


def person_of(spoken: Spoken) -> PersonEntry:
    """Return the entry of *spoken* that knows most about the person."""
    people = [entry.people[place] for entry, place in spoken]
    return next((person for person in people if person.about), people[0])


def _entries(spoken: Spoken) -> list[IndexEntry]:
    """Return the person's entry and one for each turn."""
    person = person_of(spoken)
    found = []
    for interview, place in spoken:
        for turn in interview.turns:
            if turn.person == place:
                where = (interview.docname, turn.anchor, "", "")
                found.append(IndexEntry(turn.excerpt, 2, *where, interview.title))
    first = next(iter(found), None)
    docname, anchor = (first.docname, first.anchor) if first else ("", "")
    return [IndexEntry(person.name, 1, docname, anchor, "", "", person.about), *found]
