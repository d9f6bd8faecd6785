"""What stands before each turn: the label as printed, or the one that must be supplied."""

from __future__ import annotations

from vivavoce.model import Interview, Participant

_ASKING = frozenset({"interviewer", "moderator"})


def turn_labels(interview: Interview) -> tuple[str, ...]:
    """Return the label of every turn of *interview* in order; empty where none is shown.

    A turn without a printed label shows none where the document prints none for that person, and
    where the same person just goes on after a heading or a picture.
    """
    people = {person.id: person for person in interview.participants}
    labels: list[str] = []
    previous = ""
    for turn in interview.turns:
        label = turn.label
        if not label and turn.speaker != previous:
            label = own_label(people.get(turn.speaker))
        labels.append(label)
        previous = turn.speaker
    return tuple(labels)


def own_label(person: Participant | None) -> str:
    """Return the label that the document prints for *person*; empty where it prints none."""
    if person is None or person.label.startswith("@"):
        return ""
    return person.label or person.name or ""


def role_class(person: Participant | None) -> str:
    """Return ``question``, ``answer``, or nothing, for what *person* does."""
    if person is None or person.role is None:
        return ""
    if person.role in _ASKING:
        return "question"
    return "answer" if person.role == "interviewee" else ""
