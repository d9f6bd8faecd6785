"""What references, the inventory and the search can point at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha1
from typing import NamedTuple

from docutils import nodes

from sphinx_vivavoce.entries import InterviewEntry, person_key


class Target(NamedTuple):
    """One object of the domain and where it is."""

    kind: str
    """``interview``, ``person`` or ``turn``."""
    name: str
    """By which references name it."""
    docname: str
    anchor: str
    title: str
    """What a reference without a text of its own shows."""

    @property
    def key(self) -> str:
        """The form of the name that references are compared with."""
        return person_key(self.name) if self.kind == "person" else self.name


def targets_of(
    interviews: Iterable[InterviewEntry], people_page: str | None, *, numbered: bool
) -> Iterator[Target]:
    """Yield the objects of *interviews*.

    A turn has two names: its id, which outlives edits elsewhere, and ``NAME:NUMBER``, which is easy
    to write and comes only where *numbered*. People are found on *people_page*, else where they
    first speak.
    """
    seen: set[str] = set()
    for entry in interviews:
        yield Target("interview", entry.name, entry.docname, entry.anchor, entry.title)
        for number, turn in enumerate(entry.turns, 1):
            title = f"{entry.people[turn.person].name}: {turn.excerpt}"
            yield Target("turn", turn.anchor, entry.docname, turn.anchor, title)
            if numbered:
                yield Target("turn", f"{entry.name}:{number}", entry.docname, turn.anchor, title)
        for person in _people(entry, people_page):
            if person.key not in seen:
                seen.add(person.key)
                yield person


def _people(entry: InterviewEntry, people_page: str | None) -> Iterator[Target]:
    first_turn = {turn.person: turn.anchor for turn in reversed(entry.turns)}
    for place, person in enumerate(entry.people):
        if not person.known:
            continue
        docname, anchor = entry.docname, first_turn.get(place, entry.anchor)
        if people_page is not None:
            docname, anchor = people_page, person_anchor(person.name)
        yield Target("person", person.name, docname, anchor, person.name)


def person_anchor(name: str) -> str:
    """Return the id of a person's entry in the list of people; ASCII for every writer's sake."""
    key = person_key(name)
    return f"person-{nodes.make_id(key) or sha1(key.encode()).hexdigest()[:10]}"
