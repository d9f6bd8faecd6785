"""Names for people: the fullest label, what a legend means, what title and by-lines say.

A name is one that the document states. Where a role is unnamed it gets a name only if a single
person can be meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from vivavoce.lexicon import words
from vivavoce.model import Role
from vivavoce.patterns import lazy_pattern
from vivavoce.people.beside import name_beside
from vivavoce.people.capitalised import capitalised_names
from vivavoce.people.evidence import Evidence
from vivavoce.people.fullnames import full_name, uninflected
from vivavoce.people.hannames import plain_label, real_name, without_honorific
from vivavoce.people.spokenof import is_person, spoken_of
from vivavoce.recognition.document import Document
from vivavoce.recognition.labelparts import core, split_label
from vivavoce.recognition.names import fold, is_cased, is_collective, likeness, role_of_word
from vivavoce.scripts import is_han

_KEYS: Final = {
    "interviewer": ("interviewer", "interviewers", "host", "hosts"),
    "interviewee": ("interviewee", "interviewees", "guest", "guests"),
}
_NUMBERED: Final = lazy_pattern(
    r"(?:speaker|voice|unknown|sprecher(?:in)?|locuteur|hablante|orador|falante|voce|спикер|"
    r"说话人|發言人|发言人|讲话人|話者|발언자|화자)\s*[#\w]?\d*",
    re.IGNORECASE,
)
_HAS_INITIAL: Final = lazy_pattern(r"(?<!\w)[^\W\d_a-zа-яё]\.")
_PERSON: Final = 0.9
_TITLES: Final = 2
"""A name in the title stands in the first heading too; that is no evidence."""


def name_of(keys: list[str], labels: Mapping[str, Counter[str]], evidence: Evidence) -> str | None:
    """Return the name of one person: what a label is stated to mean, else the fullest label."""
    printed = [
        plain_label(person_in(label), evidence.text)
        for key in keys
        for label in labels[key]
        if key[:1] != "@"
    ]
    for label in printed:
        if fold(label) in evidence.stated:
            return evidence.stated[fold(label)]
    named = [label for label in printed if _names_somebody(label)]
    own = evidence.greetings.own if evidence.greetings.host in keys else ""
    if not named:
        return own or None
    often = Counter({core(label): count for key in keys for label, count in labels[key].items()})
    fullest = _fullest(named, often)
    name = fullest if _is_whole(fullest) else _name_behind(fullest, own, evidence)
    if name is None:
        return None if _is_initials(fullest) else fullest
    return _in_small_letters(name, evidence)


def person_in(label: str) -> str:
    """Return the name in *label*: what stands in parentheses, where only that looks like one."""
    name, beside = core(label), split_label(label)[1]
    if " " in beside and likeness(beside) >= _PERSON > likeness(name):
        return beside
    return name


def _fullest(named: list[str], often: Counter[str]) -> str:
    """Return the label of most words out of *named*, as it is spelt in most of its places."""
    fullest = max(named, key=lambda label: (len(label.split()), len(label)))
    return unicodedata.normalize("NFKC", _as_mostly_spelt(fullest, often))


def _is_whole(name: str) -> bool:
    """A name of several words without an initial needs no fuller one."""
    return len(name.split()) > 1 and not _HAS_INITIAL.search(name)


def _name_behind(label: str, own: str, evidence: Evidence) -> str | None:
    """Return the full name that the document gives to *label*, the names outside the talk first.

    *own* is the name by which this person presents himself, if he does.
    """
    name = without_honorific(label)
    found = full_name(name, evidence.find_outside(), evidence.text, evidence.prose)
    if found is None and not is_han(label):
        found = full_name(label, evidence.find_often(), evidence.text, evidence.prose)
    if found is None and fold(label) in fold(own).split():
        found = own
    return (
        found
        or _told_name(label, evidence)
        or real_name(label, evidence.text)
        or name_beside(label, evidence.prose)
    )


def _as_mostly_spelt(name: str, often: Counter[str]) -> str:
    """Return the label one letter from *name* that stands more often: *name* is a slip."""
    return max(
        (other for other in often if abs(len(other) - len(name)) <= 1 and other[:3] == name[:3]),
        key=lambda other: (often[other], other == name),
        default=name,
    )


def _names_somebody(label: str) -> bool:
    """``Q``, ``ALL``, ``Speaker 1`` and ``THE PRESIDENT`` stand for people and name none."""
    if role_of_word(label) or is_collective(label) or _is_number(label):
        return False
    first, *more = fold(label).split() or [""]
    return first not in words("articles") or words("posts").isdisjoint(more)


def _is_number(label: str) -> bool:
    """``Speaker 1`` tells two voices apart and names nobody."""
    return _NUMBERED.fullmatch(label) is not None


def _in_small_letters(name: str, evidence: Evidence) -> str:
    """Return a *name* in capitals as the text writes it, or one word of it, if it does.

    Any other is returned as it is.
    """
    if not name.isupper():
        return name
    for other in evidence.names:
        if not other.isupper() and fold(other) == fold(name):
            return other
    parts = name.split()
    written = [part.title() for part in parts]
    is_plain = all(part.isalpha() and not part.startswith(("MC", "MAC")) for part in parts)
    known = any(re.search(rf"(?<!\w){part}(?!\w)", evidence.text) for part in written)
    return " ".join(written) if is_plain and known else name


def _told_name(label: str, evidence: Evidence) -> str | None:
    """Return the one name in by-lines and titles of which *label* is the beginning or a word."""
    key = fold(label)
    fit = {
        item.name
        for item in evidence.told
        if (name := fold(item.name)) != key
        and (key in name.split() if is_cased(label) else name.startswith(key))
    }
    return fit.pop() if len(fit) == 1 else None


def _is_initials(label: str) -> bool:
    return len(label.strip(".")) == 1 or (len(label) <= 4 and label.isupper() and label.isascii())


def names_by_role(
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
    yield from named_in(document.metadata.extra, _KEYS[role])
    metadata = document.metadata
    told = [item for item in evidence.told if item.role == role]
    yield from (_nominative(item.name, evidence) for item in told if item.sure)
    if role == "interviewer":
        yield from (name for name in metadata.authors if likeness(name) >= _PERSON and " " in name)
    yield from (_nominative(item.name, evidence) for item in told if not item.sure)
    if role == "interviewer":
        return
    if evidence.by_verb:
        yield from metadata.authors
    title = metadata.title or ""
    found = capitalised_names([title])
    yield from (
        name
        for name in found
        if (evidence.outside[name] > _TITLES or name == title)
        and words("institutions").isdisjoint(fold(name).split())
        and is_person(name, document, evidence)
    )
    yield from spoken_of(document, evidence)


def _nominative(name: str, evidence: Evidence) -> str:
    return uninflected(name, evidence.names, evidence.prose)


def named_in(extra: Mapping[str, object], keys: tuple[str, ...]) -> Iterator[str]:
    """Yield the names that front matter gives under *keys*."""
    for key in keys:
        value = extra.get(key)
        for item in value if isinstance(value, list | tuple) else (value,):
            if isinstance(item, str):
                yield item
