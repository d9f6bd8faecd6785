"""Choices an author makes about an interview that has been read: an excerpt, and people's roles.

Pure: an `Interview` comes in and a new one goes out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from vivavoce.interview import Interview, Node, Text, Turn
from vivavoce.model import Participant, Role
from vivavoce.options import Options
from vivavoce.recognition.names import fold


def without_heading(interview: Interview, title: str) -> Interview:
    """Return *interview* without its first heading if this only repeats *title* above it."""
    for index, block in enumerate(interview.blocks):
        if isinstance(block, Turn):
            break
        if block.kind == "heading" and isinstance(block, Text):
            if fold(block.text) != fold(title):
                break
            return interview._replace(
                blocks=interview.blocks[:index] + interview.blocks[index + 1 :]
            )
    return interview


def without_asides(interview: Interview, options: Options) -> Interview:
    """Return *interview* without its introduction or its credits where *options* want none."""
    wanted = {"introduction": options.introduction, "credit": options.credits}
    blocks = tuple(block for block in interview.blocks if wanted.get(block.kind, True))
    return interview._replace(blocks=blocks)


def cut(interview: Interview, start: str, end: str) -> Interview:
    """Return *interview* from the place *start* to the place *end*, both included.

    A place is the number of a turn, counted from 1, or words that a turn or paragraph holds; empty
    for the interview's own beginning or end. Raises ValueError if there is no such place.
    """
    blocks = interview.blocks
    first = _place(interview, start) if start else 0
    last = _place(interview, end) if end else len(blocks) - 1
    return interview._replace(blocks=blocks[first : last + 1])


def _place(interview: Interview, place: str) -> int:
    """Return the index of the block at *place*."""
    turn = 0
    for index, block in enumerate(interview.blocks):
        turn += isinstance(block, Turn)
        if isinstance(block, Turn) and place.isdecimal() and turn == int(place):
            return index
        if not place.isdecimal() and place in _text(block):
            return index
    raise ValueError(f"there is no turn {place!r}")


def _text(block: Node) -> str:
    if isinstance(block, Text):
        return block.text
    inner = Interview(blocks=block.blocks)
    return "\n".join(node.text for node in inner.walk() if isinstance(node, Text))


def cast(interview: Interview, roles: Mapping[str, Role]) -> Interview:
    """Return *interview* with *roles* given to the people of these names or labels.

    Raises ValueError if nobody has such a name.
    """
    wanted = {fold(name): role for name, role in roles.items()}
    people = tuple(_recast(person, wanted) for person in interview.participants)
    known = {name for person in interview.participants for name in _names(person)}
    for name in roles:
        if fold(name) not in known:
            raise ValueError(f"nobody called {name!r} speaks here")
    return interview._replace(participants=people)


def _recast(person: Participant, roles: Mapping[str, Role]) -> Participant:
    role = next((roles[name] for name in _names(person) if name in roles), person.role)
    return person._replace(role=role)


def _names(person: Participant) -> list[str]:
    return [fold(name) for name in (person.name, person.label, *person.labels) if name]


def parse_roles(argument: str) -> dict[str, Role]:
    """Read ``Ann: interviewer, Bob: interviewee``; ValueError if a role is not known."""
    roles: dict[str, Role] = {}
    for pair in filter(None, (pair.strip() for pair in argument.split(","))):
        name, _, word = pair.rpartition(":")
        role = next((role for role in get_args(Role) if role == word.strip()), None)
        if role is None or not name.strip():
            raise ValueError(f"{pair!r} is not NAME: one of {', '.join(get_args(Role))}")
        roles[name.strip()] = role
    return roles
