"""From labels to people: one participant for each person, with name, role and a line about them.

Nothing is guessed: a name is one the document states (as a label, in a legend, in front matter, in
its introduction), and a role is told or plain from who asks.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from vivavoce.recognition.address import puts_question
from vivavoce.recognition.document import Document
from vivavoce.people.fullnames import capitalised_names, full_name, real_name
from vivavoce.people.identity import groups
from vivavoce.people.introduction import Statement, statements
from vivavoce.recognition.label import core, says_asked
from vivavoce.model import Part, Participant, Role
from vivavoce.recognition.names import fold, likeness, role_of_word
from vivavoce.people.roles import Manner, role_of_labels, roles_by_manner

_ABOUT = 240
_PERSON = 0.9
_FULL = 3
_OFTEN = 4


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the document says of people outside their labels."""

    stated: Mapping[str, str]
    """Folded short form to full name."""
    told: tuple[Statement, ...]
    """Who asks and who answers, by name."""
    outside: Counter[str] = field(default_factory=Counter)
    """Capitalised names that stand outside the talk, and how often."""
    names: Counter[str] = field(default_factory=Counter)
    """Capitalised names that stand anywhere, and how often."""
    text: str = ""
    """Title and text, for scripts without case."""
    prose: str = ""
    """What stands outside the talk."""
    by_verb: bool = False
    """Labels say who asked, as in ``JS asked:``, so that the page's author answers."""


def identify(
    document: Document, parts: tuple[Part, ...]
) -> tuple[tuple[Participant, ...], Mapping[str, str]]:
    """Return the participants and, for every speaker's key in *parts*, the participant's id."""
    labels = _labels(parts)
    evidence = _evidence(document, parts)
    group_of = groups(
        {key: found.most_common(1)[0][0] for key, found in labels.items()}, evidence.stated
    )
    ids: dict[str, str] = {}
    for key in labels:
        ids.setdefault(group_of[key], f"s{len(ids) + 1}")
    keys = {key: ids[group_of[key]] for key in labels}
    members = {id: [key for key in labels if keys[key] == id] for id in ids.values()}
    people = _people(document, parts, members, labels, evidence)
    return people, keys


def _labels(parts: tuple[Part, ...]) -> dict[str, Counter[str]]:
    """Return every speaker's key with the labels printed for it; the key itself where none is."""
    found: dict[str, Counter[str]] = {}
    for part in parts:
        if part.speaker:
            printed = found.setdefault(part.speaker, Counter())
            if part.label:
                printed[part.label] += 1
    return {key: printed or Counter({key: 1}) for key, printed in found.items()}


def _evidence(document: Document, parts: tuple[Part, ...]) -> Evidence:
    outside = [
        document.blocks[part.block].text[part.start : part.end]
        for part in parts
        if not part.speaker
    ]
    metadata = document.metadata
    titles = [text for text in (metadata.title, metadata.subtitle, metadata.description) if text]
    extra = list(_strings(metadata.extra))
    every = [*titles, *outside, *(block.text for block in document.blocks)]
    return Evidence(
        stated=document.stated,
        told=statements([*titles, *extra, *outside]),
        outside=capitalised_names([*titles, *metadata.authors, *extra, *outside]),
        names=capitalised_names([*titles, *metadata.authors, *extra, *every]),
        text="\n".join([*titles, *titles, *every]),
        prose="\n".join([*titles, *outside]),
        by_verb=any(says_asked(part.label) for part in parts if part.opens),
    )


def _strings(extra: Mapping[str, object]) -> Iterator[str]:
    """Yield the strings of front matter, those in lists included."""
    for value in extra.values():
        for item in value if isinstance(value, list | tuple) else (value,):
            if isinstance(item, str):
                yield item


def _people(
    document: Document,
    parts: tuple[Part, ...],
    members: Mapping[str, list[str]],
    labels: Mapping[str, Counter[str]],
    evidence: Evidence,
) -> tuple[Participant, ...]:
    printed = {id: _name(keys, labels, evidence) for id, keys in members.items()}
    roles = _roles(document, parts, members, printed, evidence)
    names = _names_by_role(document, members, printed, roles, evidence)
    return tuple(
        Participant(
            id=id,
            label=_best_label(keys, labels),
            name=names[id],
            role=roles.get(id),
            about=_about(document, parts, names[id]),
            labels=tuple(label for key in keys for label in labels[key] if not key.startswith("@")),
        )
        for id, keys in members.items()
    )


def _best_label(keys: list[str], labels: Mapping[str, Counter[str]]) -> str:
    total: Counter[str] = Counter()
    for key in keys:
        total.update(labels[key])
    return total.most_common(1)[0][0]


def _name(keys: list[str], labels: Mapping[str, Counter[str]], evidence: Evidence) -> str | None:
    """Return the name of one person: what a label is stated to mean, else the fullest label."""
    printed = [core(label) for key in keys for label in labels[key] if not key.startswith("@")]
    for label in printed:
        if fold(label) in evidence.stated:
            return evidence.stated[fold(label)]
    named = [label for label in printed if not role_of_word(label)]
    if not named:
        return None
    fullest = max(named, key=lambda label: (len(label.split()), len(label)))
    if len(fullest.split()) > 1:
        return fullest
    found = full_name(fullest, evidence.outside, evidence.text)
    if found is None:
        often = Counter({name: count for name, count in evidence.names.items() if count > 1})
        found = full_name(fullest, often, evidence.text)
    found = found or real_name(fullest, evidence.text)
    if found is None and not _is_initials(fullest):
        return unicodedata.normalize("NFKC", fullest)
    return found


def _is_initials(label: str) -> bool:
    return len(label) == 1 or (len(label) <= 4 and label.isupper() and label.isascii())


def _roles(
    document: Document,
    parts: tuple[Part, ...],
    members: Mapping[str, list[str]],
    names: Mapping[str, str | None],
    evidence: Evidence,
) -> Mapping[str, Role]:
    company = frozenset(key for keys in members.values() for key in keys)
    told: dict[str, Role] = {}
    for id, keys in members.items():
        role = _anonymous_role(keys) or role_of_labels(tuple(keys), company)
        role = (
            role or _told_role(names[id], keys, evidence.told) or _asked_role(document, parts, keys)
        )
        if role is not None:
            told[id] = role
    return roles_by_manner(_manners(document, parts, members), told)


def _asked_role(document: Document, parts: tuple[Part, ...], keys: list[str]) -> Role | None:
    """Return interviewer where the labels say so by a verb, as in ``JS asked:``."""
    labels = [part.label for part in parts if part.opens and part.speaker in keys]
    return "interviewer" if labels and all(map(says_asked, labels)) else None


def _anonymous_role(keys: list[str]) -> Role | None:
    if "@interviewer" in keys:
        return "interviewer"
    return "interviewee" if "@interviewee" in keys else None


def _told_role(name: str | None, keys: list[str], told: tuple[Statement, ...]) -> Role | None:
    wanted = {*keys, fold(name or "")}
    return next((item.role for item in told if item.sure and fold(item.name) in wanted), None)


def _manners(
    document: Document, parts: tuple[Part, ...], members: Mapping[str, list[str]]
) -> Mapping[str, Manner]:
    id_of = {key: id for id, keys in members.items() for key in keys}
    turns: Counter[str] = Counter()
    asking: Counter[str] = Counter()
    length: Counter[str] = Counter()
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


def _names_by_role(
    document: Document,
    members: Mapping[str, list[str]],
    names: Mapping[str, str | None],
    roles: Mapping[str, Role],
    evidence: Evidence,
) -> Mapping[str, str | None]:
    """Name the one who asks or answers from statements, where only one person can be meant."""
    result = dict(names)
    for role in ("interviewer", "interviewee"):
        unnamed = [id for id in members if result[id] is None and roles.get(id) == role]
        if len(unnamed) == 1:
            known = {fold(name) for name in result.values() if name}
            result[unnamed[0]] = next(
                (name for name in _meant(document, role, evidence) if fold(name) not in known), None
            )
    result.update(_behind_publication(members, result, roles, evidence))
    return result


def _behind_publication(
    members: Mapping[str, list[str]],
    names: Mapping[str, str | None],
    roles: Mapping[str, Role],
    evidence: Evidence,
) -> Mapping[str, str]:
    """Name the person who asked under a publication's label, where a by-line says who it was."""
    asking = [id for id in members if roles.get(id) == "interviewer"]
    told = [item.name for item in evidence.told if item.sure and item.role == "interviewer"]
    if len(asking) != 1 or not told:
        return {}
    label = fold(names[asking[0]] or "")
    if label not in members[asking[0]] or any(fold(name) == label for name in told):
        return {}
    taken = {fold(name) for name in names.values() if name}
    return {asking[0]: told[0]} if fold(told[0]) not in taken else {}


def _meant(document: Document, role: str, evidence: Evidence) -> Iterator[str]:
    """Yield the names the document gives to the one of *role*, the surest first.

    The author of an interview is who asked; the person in its title is who answers.
    """
    for item in evidence.told:
        if item.role == role:
            yield item.name
    metadata = document.metadata
    if role == "interviewer":
        yield from (name for name in metadata.authors if likeness(name) >= _PERSON and " " in name)
    else:
        if evidence.by_verb:
            yield from metadata.authors
        title = metadata.title or ""
        found = capitalised_names([title])
        yield from (name for name in found if evidence.outside[name] > 1 or name == title)
        yield from (name for name in evidence.outside if _is_spoken_of(name, evidence))


def _is_spoken_of(name: str, evidence: Evidence) -> bool:
    """A full name whose surname comes back again and again outside the talk."""
    surname = name.rsplit(maxsplit=1)[-1]
    return len(name.split()) <= _FULL and evidence.prose.count(surname) >= _OFTEN


def _about(document: Document, parts: tuple[Part, ...], name: str | None) -> str | None:
    """Return the sentence outside the talk that begins with *name* and tells who that is."""
    if not name:
        return None
    for part in parts:
        if part.speaker or part.kind == "heading":
            continue
        text = document.blocks[part.block].text[part.start : part.end]
        if (
            text.startswith(name)
            and len(name) + 10 < len(text) <= _ABOUT
            and text[len(name)] not in "?？"
        ):
            return text
    return None
