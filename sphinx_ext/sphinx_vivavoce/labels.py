"""Which label each turn shows.

Pure: an `Interview` and a policy go in, one string for each turn comes out; empty where none is
shown. The words for people of whom only the part is known come from the caller, since Sphinx's
language decides them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, get_args

from vivavoce.model import Interview, Participant, Turn

LabelPolicy = Literal["printed", "names", "initials"]
POLICIES: tuple[str, ...] = get_args(LabelPolicy)


def turn_labels(interview: Interview, policy: str, words: Mapping[str, str]) -> tuple[str, ...]:
    """Return the label of every turn of *interview*, in order.

    *policy* is one of `POLICIES`: ``printed`` shows what the document prints, ``names`` the name at
    every turn, ``initials`` the name at a person's first turn and the initials after it. *words*
    has a word for each role and for ``speaker``.
    """
    people = {person.id: person for person in interview.participants}
    names = {person.id: name_of(person, words) for person in interview.participants}
    short = _initials_of_all(names)
    labels: list[str] = []
    seen: set[str] = set()
    previous = ""
    for turn in interview.turns:
        goes_on = turn.speaker == previous and not turn.label
        labels.append("" if goes_on else _POLICY[policy](turn, people, names, short, seen))
        seen.add(turn.speaker)
        previous = turn.speaker
    return tuple(labels)


def name_of(person: Participant, words: Mapping[str, str]) -> str:
    """Return the name of *person*, else the printed label, else a word for the part played."""
    if person.name:
        return person.name
    if not person.label.startswith("@"):
        return person.label
    return words.get(person.role or person.label[1:], words["speaker"])


def initials(name: str) -> str:
    """Return the initials of a name of at least two capitalised words; any other name unchanged.

    Names in scripts without case have no initials.
    """
    parts = name.split()
    if len(parts) < 2 or not all(part[0].isupper() for part in parts):
        return name
    return "".join(part[0] for part in parts)


def _initials_of_all(names: Mapping[str, str]) -> dict[str, str]:
    """Return everybody's initials; the name where two people share them."""
    short = {speaker: initials(name) for speaker, name in names.items()}
    taken = list(short.values())
    return {
        speaker: given if taken.count(given) == 1 else names[speaker]
        for speaker, given in short.items()
    }


_People = Mapping[str, Participant]
_Names = Mapping[str, str]


def _printed(turn: Turn, people: _People, names: _Names, short: _Names, seen: set[str]) -> str:
    if turn.label or people[turn.speaker].label.startswith("@"):
        return turn.label
    return names[turn.speaker]


def _named(turn: Turn, people: _People, names: _Names, short: _Names, seen: set[str]) -> str:
    return names[turn.speaker]


def _initialled(turn: Turn, people: _People, names: _Names, short: _Names, seen: set[str]) -> str:
    return (short if turn.speaker in seen else names)[turn.speaker]


_POLICY: dict[str, Callable[[Turn, _People, _Names, _Names, set[str]], str]] = {
    "printed": _printed,
    "names": _named,
    "initials": _initialled,
}
