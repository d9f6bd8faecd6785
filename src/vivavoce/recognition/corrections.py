"""What an editor knows better: corrections that are applied on every run.

They stand in a small YAML file beside the input (``talk.vivavoce.yaml`` beside ``talk.html``) or
under ``interview:`` in the front matter::

    people:
      Q: {name: Mara Quill, role: interviewer}
      T.: Tomas Reed
    no-speakers: [Note, 优点]
    turns:
      - {blocks: 12-14, speaker: Q, begins: "And yet you"}

A correction that no longer fits the text is not applied and is reported as stale.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from vivavoce.model import Block, Participant, Role
from vivavoce.problems import Code, Problem
from vivavoce.recognition.names import ROLES, fold

_KEYS: Final = ("people", "no-speakers", "turns")
_LONGEST_PLACE: Final = 12


class Person(NamedTuple):
    """Who stands behind a label."""

    label: str
    name: str | None = None
    role: Role | None = None
    about: str | None = None


class Assignment(NamedTuple):
    """Blocks that are one person's, or nobody's."""

    first: int
    last: int
    """The last block, included."""
    speaker: str
    """The label of the speaker; empty where nobody speaks."""
    begins: str = ""
    """The first words of the first block, by which a stale correction is known."""


class Corrections(NamedTuple):
    """Everything an editor has put right."""

    people: tuple[Person, ...] = ()
    no_speakers: tuple[str, ...] = ()
    turns: tuple[Assignment, ...] = ()
    shared: tuple[Person, ...] = ()
    """People of a whole series; it is no mistake if one of them does not speak here."""
    is_marked: bool = False
    """The author has marked the blocks as an interview, so that weaker evidence is enough."""


NONE: Final = Corrections()


def corrections_from(settings: Any) -> tuple[Corrections, tuple[Problem, ...]]:
    """Make `Corrections` of *settings*, as read from YAML; what cannot be used is reported."""
    if not isinstance(settings, Mapping):
        return NONE, (Problem(Code.BAD_OPTION, f"corrections cannot be {settings!r}"),)
    problems: list[Problem] = []
    pairs = _pairs(settings.get("people"), problems)
    people = [_person(label, told, problems) for label, told in pairs]
    turns = [_assignment(item, problems) for item in _items("turns", settings, problems)]
    barred = settings.get("no-speakers")
    labels = [barred] if isinstance(barred, str) else _items("no-speakers", settings, problems)
    return (
        Corrections(
            tuple(person for person in people if person),
            tuple(str(label) for label in labels),
            tuple(turn for turn in turns if turn),
        ),
        tuple(problems),
    )


def is_corrections(settings: Any) -> bool:
    """True for a mapping that holds at least one key of this format."""
    return isinstance(settings, Mapping) and any(key in settings for key in _KEYS)


def unknown_keys(settings: Any) -> tuple[Problem, ...]:
    """Report the keys of *settings* that this format does not have."""
    return tuple(
        Problem(Code.BAD_OPTION, f"corrections have no {key!r}; they have {', '.join(_KEYS)}")
        for key in (settings if isinstance(settings, Mapping) else ())
        if key not in _KEYS
    )


def stale(
    corrections: Corrections, blocks: tuple[Block, ...], labels: frozenset[str]
) -> tuple[Problem, ...]:
    """Report corrections that fit nothing: *labels* are all folded labels printed in *blocks*."""
    found = [
        Problem(Code.STALE_CORRECTION, f"no label reads {label!r}")
        for label in (*(person.label for person in corrections.people), *corrections.no_speakers)
        if fold(label) not in labels and not label.startswith("@")
    ]
    for turn in corrections.turns:
        if not fits(turn, blocks):
            found.append(Problem(Code.STALE_CORRECTION, _misfit(turn, blocks)))
    return tuple(found)


def _misfit(turn: Assignment, blocks: tuple[Block, ...]) -> str:
    """Say what no longer fits, and where the words of *turn* stand now."""
    if not turn.begins:
        return f"there is no block {turn.last}; the last is {len(blocks) - 1}"
    places = (at for at, block in enumerate(blocks) if block.text.startswith(turn.begins))
    now = next(places, None)
    where = f"; block {now} does" if now is not None else ""
    return f"block {turn.first} no longer begins with {turn.begins!r}{where}"


def fits(turn: Assignment, blocks: tuple[Block, ...]) -> bool:
    """True where the blocks of *turn* are there and begin with its words."""
    return turn.last < len(blocks) and blocks[turn.first].text.startswith(turn.begins)


def corrected(people: tuple[Participant, ...], corrections: Corrections) -> tuple[Participant, ...]:
    """Return *people* with the names, roles and lines that *corrections* give to their labels."""
    told = {fold(person.label): person for person in (*corrections.shared, *corrections.people)}
    return tuple(_corrected(one, told) for one in people)


def _corrected(one: Participant, told: Mapping[str, Person]) -> Participant:
    keys = [fold(label) for label in (one.label, *one.labels)]
    person = next((told[key] for key in keys if key in told), None)
    if person is None:
        return one
    return Participant(
        one.id,
        one.label,
        person.name or one.name,
        person.role or one.role,
        person.about or one.about,
        one.labels,
    )


def _person(label: Any, told: Any, problems: list[Problem]) -> Person | None:
    if isinstance(told, str):
        return Person(str(label), told)
    if not isinstance(told, Mapping):
        problems.append(Problem(Code.BAD_OPTION, f"people: {label} cannot be {told!r}"))
        return None
    role = told.get("role")
    if role is not None and not (isinstance(role, str) and role in ROLES):
        problems.append(Problem(Code.BAD_OPTION, f"people: {label} has no role {role!r}"))
        role = None
    return Person(str(label), _text(told.get("name")), role, _text(told.get("about")))


def _text(value: Any) -> str | None:
    """Return *value* as text; None where it is none, as a list or a mapping."""
    return str(value) if isinstance(value, str | int | float) else None


def _assignment(item: Any, problems: list[Problem]) -> Assignment | None:
    if isinstance(item, Mapping) and "blocks" in item:
        first, _, last = str(item["blocks"]).partition("-")
        if _is_place(first) and (not last or _is_place(last)):
            numbers = int(first), int(last or first)
            if numbers[0] <= numbers[1]:
                speaker = str(item.get("speaker") or "")
                return Assignment(*numbers, speaker, str(item.get("begins") or ""))
    problems.append(Problem(Code.BAD_OPTION, f"turns cannot hold {item!r}"))
    return None


def _is_place(text: str) -> bool:
    """Is *text* a number that a block may have?"""
    return text.strip().isdecimal() and len(text) < _LONGEST_PLACE


def _pairs(value: Any, problems: list[Problem]) -> list[tuple[Any, Any]]:
    if value is not None and not isinstance(value, Mapping):
        problems.append(
            Problem(Code.BAD_OPTION, f"people cannot be {value!r}, but a map of labels")
        )
    return list(value.items()) if isinstance(value, Mapping) else []


def _items(key: str, settings: Mapping[Any, Any], problems: list[Problem]) -> list[Any]:
    value = settings.get(key)
    if value is not None and not isinstance(value, list | tuple):
        problems.append(Problem(Code.BAD_OPTION, f"{key} cannot be {value!r}, but a list"))
    return list(value) if isinstance(value, list | tuple) else []
