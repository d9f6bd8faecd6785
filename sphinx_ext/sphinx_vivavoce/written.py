"""A conversation written line by line → its turns, and an `Interview` of them.

Pure. The grammar: a line that begins, without indentation, with a name and a colon begins a turn;
all that follows, up to the next such line, is what this person says.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from vivavoce.interview import Interview, Text, Turn
from vivavoce.model import Participant, Role, Run
from vivavoce.people.roles import QA, Manner, letters_that_ask, role_of_labels, roles_by_manner
from vivavoce.recognition.asking import puts_question
from vivavoce.recognition.label import COLONS, Label, parse_label
from vivavoce.recognition.names import fold, is_field, likeness

ESCAPE = "\\"
"""Put before a line, it keeps the line from opening a turn, in Sphinx's markups as here."""
_LIKELY = 0.5
"""How much a label must look like a name where the author has not said who speaks."""


@dataclass(frozen=True, slots=True)
class WrittenTurn:
    """One turn as it stands in the lines."""

    label: str
    first: int
    """The line it begins with."""
    speech: int
    """Where in this line the words begin."""
    last: int
    """The line after its last."""
    colon: str = ":"
    """The sign after the label."""


def split_turns(lines: Sequence[str], speakers: Collection[str]) -> tuple[WrittenTurn, ...]:
    """Return the turns in *lines*; *speakers* are the only labels, if there are any."""
    labels = [(number, _label_of(line, speakers)) for number, line in enumerate(lines)]
    found = [(number, label) for number, label in labels if label is not None]
    ends = [*(number for number, _ in found), len(lines)][1:]
    return tuple(
        WrittenTurn(label.printed, number, label.speech, end, label.separator)
        for (number, label), end in zip(found, ends, strict=True)
    )


def _label_of(line: str, speakers: Collection[str]) -> Label | None:
    """Return the label that begins *line*, if it is a speaker's."""
    label = parse_label(line)
    if label is None or label.start or label.separator not in COLONS or line[0] == ESCAPE:
        return None
    if speakers:
        return label if label.printed in speakers else None
    is_name = not is_field(label.printed) and likeness(label.printed) >= _LIKELY
    return label if is_name else None


def interview_of(
    turns: Sequence[WrittenTurn], words: Sequence[Sequence[str]], told: Mapping[str, Role]
) -> Interview:
    """Return an `Interview` of *turns*; *words* has the plain paragraphs that each says.

    *told* gives roles to labels; where it is plain who asks, the others follow.
    """
    labels = list(dict.fromkeys(turn.label for turn in turns))
    ids = {label: f"s{place}" for place, label in enumerate(labels, 1)}
    roles = _roles(turns, words, told)
    people = tuple(_participant(ids[label], label, roles.get(label)) for label in labels)
    spoken = tuple(
        Turn(ids[turn.label], tuple(Text("paragraph", (Run(text),)) for text in said), turn.label)
        for turn, said in zip(turns, words, strict=True)
    )
    return Interview(participants=people, blocks=spoken)


def _roles(
    turns: Sequence[WrittenTurn], words: Sequence[Sequence[str]], told: Mapping[str, Role]
) -> Mapping[str, Role]:
    said: dict[str, list[str]] = {}
    for turn, texts in zip(turns, words, strict=True):
        said.setdefault(turn.label, []).append(" ".join(texts))
    manners = {
        label: Manner(len(texts), sum(map(puts_question, texts)), sum(map(len, texts)))
        for label, texts in said.items()
    }
    pairs = letters_that_ask({fold(label): manner for label, manner in manners.items()})
    meant = {label: role_of_labels((fold(label),), pairs) for label in said}
    known = {label: role for label, role in meant.items() if role is not None}
    return roles_by_manner(manners, {**known, **told})


def _participant(speaker: str, label: str, role: Role | None) -> Participant:
    """Return who has *label*: a name, unless it is a word for a part, as ``Question`` is."""
    is_word = role_of_labels((fold(label),), {QA}) is not None
    return Participant(speaker, label, None if is_word else label, role, None, (label,))
