"""From labels to people: one participant for each person, with name, role and a line about them.

Nothing is guessed: a name is one the document states (as a label, in a legend, in front matter, in
its introduction), and a role is told or plain from who asks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from vivavoce.model import Part, Participant, Role
from vivavoce.people.evidence import Evidence, evidence_of
from vivavoce.people.identity import Printed, groups
from vivavoce.people.introduction import Statement
from vivavoce.people.naming import name_of, names_by_role
from vivavoce.people.roles import Manner, letters_that_ask, role_of_labels, roles_by_manner
from vivavoce.recognition.asking import puts_question
from vivavoce.recognition.document import Document
from vivavoce.recognition.labelparts import says_asked
from vivavoce.recognition.names import fold

_ABOUT: Final = 240
_FIRST: Final = 2


def identify(
    document: Document, parts: tuple[Part, ...]
) -> tuple[tuple[Participant, ...], Mapping[str, str]]:
    """Return the participants and, for every speaker's key in *parts*, the participant's id."""
    labels = _labels(parts)
    evidence = evidence_of(document, parts)
    group_of = groups(
        {key: Printed(*found.most_common(1)[0]) for key, found in labels.items()}, evidence.stated
    )
    ids: dict[str, str] = {}
    for key in labels:
        ids.setdefault(group_of[key], f"s{len(ids) + 1}")
    keys = {key: ids[group_of[key]] for key in labels}
    members: dict[str, list[str]] = {id: [] for id in ids.values()}
    for key in labels:
        members[keys[key]].append(key)
    people = _people(document, parts, members, labels, evidence)
    return people, keys


def _labels(parts: tuple[Part, ...]) -> dict[str, Counter[str]]:
    """Return every speaker's key with the labels printed for it; the key itself where none is."""
    found: dict[str, Counter[str]] = {}
    for part in parts:
        if part.speaker:
            printed = found.get(part.speaker)
            if printed is None:
                printed = found[part.speaker] = Counter()
            if part.label:
                printed[part.label] += 1
    return {key: printed or Counter({key: 1}) for key, printed in found.items()}


def _people(
    document: Document,
    parts: tuple[Part, ...],
    members: Mapping[str, list[str]],
    labels: Mapping[str, Counter[str]],
    evidence: Evidence,
) -> tuple[Participant, ...]:
    printed = {id: name_of(keys, labels, evidence) for id, keys in members.items()}
    roles = _roles(document, parts, members, printed, evidence)
    names = names_by_role(document, members, printed, roles, evidence)
    outside = _outside(document, parts)
    return tuple(
        Participant(
            id=id,
            label=_best_label(keys, labels),
            name=names[id],
            role=roles.get(id),
            about=_about(outside, names[id]),
            labels=tuple(label for key in keys for label in labels[key] if not key.startswith("@")),
        )
        for id, keys in members.items()
    )


def _best_label(keys: list[str], labels: Mapping[str, Counter[str]]) -> str:
    total: Counter[str] = Counter()
    for key in keys:
        total.update(labels[key])
    return total.most_common(1)[0][0]


def _roles(
    document: Document,
    parts: tuple[Part, ...],
    members: Mapping[str, list[str]],
    names: Mapping[str, str | None],
    evidence: Evidence,
) -> Mapping[str, Role]:
    manners = _manners(document, parts, members)
    pairs = letters_that_ask({key: manners[id] for id, keys in members.items() for key in keys})
    opening: dict[str, list[str]] = {}
    for part in parts:
        if part.opens and part.speaker:
            opening.setdefault(part.speaker, []).append(part.label)
    told: dict[str, Role] = {}
    for id, keys in members.items():
        role = _stated_role(keys, evidence.told) or _anonymous_role(keys)
        role = role or role_of_labels(tuple(keys), pairs)
        role = role or _told_role(names[id], keys, evidence.told) or _asked_role(opening, keys)
        if role is not None:
            told[id] = role
    return roles_by_manner(manners, told)


def _asked_role(opening: Mapping[str, list[str]], keys: list[str]) -> Role | None:
    """Return interviewer where the labels say so by a verb, as in ``JS asked:``."""
    labels = [label for key in keys for label in opening.get(key, ())]
    return "interviewer" if labels and all(map(says_asked, labels)) else None


def _anonymous_role(keys: list[str]) -> Role | None:
    if "@interviewer" in keys:
        return "interviewer"
    return "interviewee" if "@interviewee" in keys else None


def _stated_role(keys: list[str], told: tuple[Statement, ...]) -> Role | None:
    """Return the role of a label that a sentence names outright, as in ``司会：編集部``."""
    return next((item.role for item in told if item.sure and fold(item.name) in keys), None)


def _told_role(name: str | None, keys: list[str], told: tuple[Statement, ...]) -> Role | None:
    wanted = {*keys, fold(name or "")}
    return next((item.role for item in told if item.sure and fold(item.name) in wanted), None)


def _manners(
    document: Document, parts: tuple[Part, ...], members: Mapping[str, list[str]]
) -> Mapping[str, Manner]:
    id_of = {key: id for id, keys in members.items() for key in keys}
    turns = dict.fromkeys(members, 0)
    asking = dict.fromkeys(members, 0)
    length = dict.fromkeys(members, 0)
    open_turn: tuple[str, bool] | None = None
    for part in parts:
        if not part.speaker:
            continue
        id = id_of[part.speaker]
        said = document.blocks[part.block].text[part.speech : part.end]
        if part.opens or open_turn is None or open_turn[0] != id:
            turns[id] += 1
            open_turn = (id, False)
        if not open_turn[1] and puts_question(said):
            asking[id] += 1
            open_turn = (id, True)
        length[id] += len(said)
    return {id: Manner(turns[id], asking[id], length[id]) for id in members}


def _outside(document: Document, parts: tuple[Part, ...]) -> Mapping[str, list[str]]:
    """Return the short paragraphs outside the talk by their first characters, in order."""
    found: dict[str, list[str]] = {}
    for part in parts:
        if not part.speaker and part.kind != "heading" and part.end - part.start <= _ABOUT:
            text = document.blocks[part.block].text[part.start : part.end]
            found.setdefault(text[:_FIRST], []).append(text)
    return found


def _about(outside: Mapping[str, list[str]], name: str | None) -> str | None:
    """Return the sentence outside the talk that begins with *name* and tells who that is."""
    if not name:
        return None
    for text in outside.get(name[:_FIRST], ()):
        if text.startswith(name) and len(name) + 10 < len(text) and text[len(name)] not in "?？":
            return text
    return None
