"""What a form calls a participant: by a name, by a label, and by what the person's turns are."""

from __future__ import annotations

from typing import Final

from vivavoce.model import Participant
from vivavoce.words import Words

_ASKING: Final = frozenset({"interviewer", "moderator"})


def display_name(person: Participant, words: Words) -> str:
    """Return what to call *person*: the name, the printed label, or the word for the part."""
    if person.name:
        return person.name
    if not person.label.startswith("@"):
        return person.label
    return words.for_role(person.role or person.label[1:])


def own_label(person: Participant | None) -> str:
    """Return the label for a turn of *person* where it prints none; empty if no turn has one."""
    if person is None or person.label.startswith("@"):
        return ""
    return person.name or person.label


def role_class(person: Participant | None) -> str:
    """Return ``question``, ``answer``, or nothing, for what *person* does."""
    role = person.role if person else None
    if role in _ASKING:
        return "question"
    return "answer" if role == "interviewee" else ""
