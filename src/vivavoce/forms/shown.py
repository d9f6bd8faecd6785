"""How each turn shows itself, the same in every form: its label, its part, its name for links.

A label that the document prints is shown as it is printed. A document that tells its speakers
otherwise (a class name, a voice) gets the person's name. Where no label is known at all, the
question is set apart by bold type and the answer stands plain: the readers' own convention.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from vivavoce.ids import PREFIX
from vivavoce.interview import Interview, Text, Turn
from vivavoce.interview_ids import make_ids
from vivavoce.model import Participant, Run
from vivavoce.persons import own_label, role_class


class ShownTurn(NamedTuple):
    """What a form needs to know of a turn besides its blocks."""

    id: str
    """An XML name, unique in the interview."""
    label: str
    """The label to print; empty where none is."""
    part: str
    """``question``, ``answer``, or nothing."""
    is_unlabelled: bool
    """The document prints no label for this person."""

    @property
    def classes(self) -> tuple[str, ...]:
        """Class names, the same in every form."""
        part = (self.part,) if self.part else ()
        return ("turn", *part, *(("unlabelled",) if self.is_unlabelled else ()))

    @property
    def is_emphatic(self) -> bool:
        """Should bold type tell that this is a question?"""
        return self.is_unlabelled and self.part == "question"


def shown_turns(interview: Interview, prefix: str = PREFIX) -> tuple[ShownTurn, ...]:
    """Return what to show for each turn in order; the names for links begin with *prefix*."""
    people = {person.id: person for person in interview.participants}
    names = make_ids(interview, prefix).turns
    shown: list[ShownTurn] = []
    turns = interview.turns
    for turn, name, label in zip(turns, names, _labels(turns, people), strict=True):
        person = people.get(turn.speaker)
        is_unlabelled = not turn.label and not own_label(person)
        shown.append(ShownTurn(name, label, role_class(person), is_unlabelled))
    return tuple(shown)


def turn_labels(interview: Interview) -> tuple[str, ...]:
    """Return the label to print at each turn of *interview*; empty where none is.

    None is printed where the document prints none for that person, and where the same person just
    goes on after a heading or a picture.
    """
    return _labels(interview.turns, {person.id: person for person in interview.participants})


def _labels(turns: Iterable[Turn], people: Mapping[str, Participant]) -> tuple[str, ...]:
    labels: list[str] = []
    previous = ""
    for turn in turns:
        goes_on = turn.speaker == previous
        labels.append(turn.label or ("" if goes_on else own_label(people.get(turn.speaker))))
        previous = turn.speaker
    return tuple(labels)


def is_bold(leaf: Text) -> bool:
    """Is every word of *leaf* bold already?"""
    return all(_is_bold(run) for run in leaf.runs if run.text.strip())


def _is_bold(run: Run) -> bool:
    return any(mark.kind == "strong" for mark in run.marks)


def plain_seconds(time: float | None) -> str:
    """Return *time* to the millisecond, without needless zeros; empty for None."""
    return "" if time is None else f"{time:.3f}".rstrip("0").rstrip(".")
