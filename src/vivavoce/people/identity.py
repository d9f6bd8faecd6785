"""Which labels are one person: full name, surname, initials, ``Dr``, a misspelling, a width.

Two labels meet only where the document leaves no choice: a surname that two people share joins
neither, and a label that several people share joins nobody. Everything here works on folded labels.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from vivavoce.recognition.labelparts import core, joined_names, split_label
from vivavoce.recognition.names import bare_words, fold, initials, is_abbreviated, role_of_word
from vivavoce.scripts import is_han

_REPEATED: Final = "々"
"""Stands for the character before it."""
_FAR: Final = 6
_RARER: Final = 3
_MOST_LABELS: Final = 200


class Printed(NamedTuple):
    """A label as printed, and how often."""

    label: str
    times: int = 1


class _Name(NamedTuple):
    """What the tests below compare."""

    core: str
    """The folded name without post and parentheses."""
    shorts: Sequence[str]
    """Folded short forms that stand in parentheses after it."""
    capitals: str
    """Its capital letters, folded."""
    times: int
    is_joint: bool


def groups(labels: Mapping[str, Printed], stated: Mapping[str, str]) -> Mapping[str, str]:
    """Join the keys of *labels* that are one person.

    *labels* maps keys, in order of first speech, to the label as printed; *stated* maps folded
    short forms to the name they stand for. Returns, for every key, the key of its group. Where
    labels are too many to be a cast, each is left to itself.
    """
    leader = {key: key for key in labels}
    named = [key for key in labels if not key.startswith("@")]
    if len(named) > _MOST_LABELS:
        return leader
    names = {key: _name(labels[key]) for key in named}
    single = {key: name for key, name in names.items() if not name.is_joint}
    for _, test in _TESTS:
        for key, name in single.items():
            is_meant = test(name, stated)
            if is_meant is None:
                continue
            met = {leader[other] for other, full in single.items() if is_meant(full)}
            met.discard(leader[key])
            if len(met) == 1:
                _join(leader, leader[key], met.pop())
    return leader


def _join(leader: dict[str, str], one: str, other: str) -> None:
    order = list(leader)
    first, second = sorted((one, other), key=order.index)
    for key, group in leader.items():
        if group == second:
            leader[key] = first


def _name(printed: Printed) -> _Name:
    name, short = core(printed.label), fold(split_label(printed.label)[1])
    return _Name(
        core=" ".join(bare_words(name)) or fold(printed.label),
        shorts=short.translate(_PARTING).split(),
        capitals=fold("".join(char for char in name if char.isupper())),
        times=printed.times,
        is_joint=len(joined_names(printed.label)) > 1,
    )


_PARTING: Final = str.maketrans(dict.fromkeys(",;“”\"'「」", " "))
"""What stands between or around short forms."""
Matcher = Callable[[_Name], bool]
Test = Callable[[_Name, Mapping[str, str]], Matcher | None]
"""Given a name, and what the document states: who is meant by it, or None where nobody can be."""


def _is_same(one: _Name, stated: Mapping[str, str]) -> Matcher | None:
    return lambda other: one.core == other.core


def _is_stated(one: _Name, stated: Mapping[str, str]) -> Matcher | None:
    meant = stated.get(one.core)
    full = None if meant is None else fold(meant)
    return lambda other: full == other.core or one.core in other.shorts


def _is_word(one: _Name, stated: Mapping[str, str]) -> Matcher | None:
    if len(one.core) < 2 or one.core.isdigit() or role_of_word(one.core):
        return None
    start = f"{one.core} "

    def is_part_of(other: _Name) -> bool:
        full = other.core.split()
        return len(full) > 1 and (one.core in full or other.core.startswith(start))

    return is_part_of


def _is_initials(one: _Name, stated: Mapping[str, str]) -> Matcher | None:
    short = one.core.replace(".", "").replace(" ", "")
    if not 1 <= len(short) <= 4 or role_of_word(short):
        return None
    least = len(short) + 2
    return lambda other: (
        len(other.core) >= least and (short == initials(other.core) or short == other.capitals)
    )


def _is_cut_short(one: _Name, stated: Mapping[str, str]) -> Matcher | None:
    if " " not in one.core:
        return None
    return lambda other: is_abbreviated(one.core, other.core)


def _is_han_short(one: _Name, stated: Mapping[str, str]) -> Matcher | None:
    short = one.core
    if not 0 < len(short) <= 2 or not _is_han(short) or role_of_word(short):
        return None

    def is_short_for(other: _Name) -> bool:
        full = other.core
        if len(full) <= len(short) or not _is_han(full):
            return False
        return full.startswith(short) or (len(short) == 2 and full.endswith(short))

    return is_short_for


def _is_han(name: str) -> bool:
    return is_han(name.replace(_REPEATED, ""))


def _is_misspelt(one: _Name, stated: Mapping[str, str]) -> Matcher | None:
    """A rare spelling one letter from a frequent one; a digit is no misspelling.

    Where first names are the same twice as often is enough: relatives differ in them.
    """
    if len(one.core) < _FAR or any(map(str.isdigit, one.core)):
        return None
    first, *more = one.core.split(" ")
    same_first = f"{first} "

    def is_meant(other: _Name) -> bool:
        is_relative = bool(more) and other.core.startswith(same_first)
        rarer = _RARER - 1 if is_relative else _RARER
        if one.times * rarer > other.times or any(map(str.isdigit, other.core)):
            return False
        short, full = sorted((one.core, other.core), key=len)
        return len(short) >= _FAR and len(full) - len(short) < 2 and _distance_is_one(short, full)

    return is_meant


def _distance_is_one(short: str, full: str) -> bool:
    """One letter more, one other, or two changed places."""
    at = next(
        (i for i, pair in enumerate(zip(short, full, strict=False)) if pair[0] != pair[1]), -1
    )
    if at < 0:
        return len(full) - len(short) == 1
    if len(short) != len(full):
        return short[at:] == full[at + 1 :]
    if short[at + 1 :] == full[at + 1 :]:
        return True
    return short[at : at + 2] == full[at : at + 2][::-1] and short[at + 2 :] == full[at + 2 :]


_TESTS: Final[tuple[tuple[str, Test], ...]] = (
    ("same name", _is_same),
    ("stated by the document", _is_stated),
    ("a word of the other", _is_word),
    ("initials of the other", _is_initials),
    ("first names cut short", _is_cut_short),
    ("a short Chinese form", _is_han_short),
    ("misspelt", _is_misspelt),
)
