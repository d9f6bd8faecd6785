"""Which labels are one person: full name, surname, initials, ``Dr``, a misspelling, a width.

Two labels meet only where the document leaves no choice: a surname that two people share joins
neither. Everything here works on folded labels.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from vivavoce.recognition.labelparts import core, split_label
from vivavoce.recognition.names import bare_words, fold, initials, role_of_word

_HAN = re.compile(r"^[㐀-鿿々]+$")
_FAR = 6


def groups(labels: Mapping[str, str], stated: Mapping[str, str]) -> Mapping[str, str]:
    """Join the keys of *labels* that are one person.

    *labels* maps keys, in order of first speech, to the label as printed; *stated* maps folded
    short forms to the name they stand for. Returns, for every key, the key of its group.
    """
    names = {key: _name(label) for key, label in labels.items()}
    leader = {key: key for key in labels}
    named = [key for key in labels if not key.startswith("@")]
    for _, test in _TESTS:
        for key in named:
            others = {
                leader[other]
                for other in named
                if leader[other] != leader[key] and test(names[key], names[other], stated)
            }
            if len(others) == 1:
                _join(leader, leader[key], others.pop())
    return leader


def _join(leader: dict[str, str], one: str, other: str) -> None:
    order = list(leader)
    first, second = sorted((one, other), key=order.index)
    for key, group in leader.items():
        if group == second:
            leader[key] = first


Name = tuple[str, str, str]


def _name(label: str) -> Name:
    """Return the folded core of *label*, the short form in its parentheses, and its capitals."""
    name = core(label)
    capitals = "".join(char for char in name if char.isupper())
    return " ".join(bare_words(name)) or fold(label), fold(split_label(label)[1]), fold(capitals)


Test = Callable[[Name, Name, Mapping[str, str]], bool]


def _is_same(one: Name, other: Name, stated: Mapping[str, str]) -> bool:
    return one[0] == other[0]


def _is_stated(one: Name, other: Name, stated: Mapping[str, str]) -> bool:
    meant = stated.get(one[0])
    return (meant is not None and fold(meant) == other[0]) or one[0] in _shorts(other)


def _shorts(name: Name) -> Sequence[str]:
    return [part for part in re.split(r"[\s,;“”\"'「」]+", name[1]) if part]


def _is_word(one: Name, other: Name, stated: Mapping[str, str]) -> bool:
    short, full = one[0], other[0].split()
    return len(short) > 1 and len(full) > 1 and short in full and not role_of_word(short)


def _is_initials(one: Name, other: Name, stated: Mapping[str, str]) -> bool:
    short = one[0].replace(".", "").replace(" ", "")
    if not 1 <= len(short) <= 4 or role_of_word(short):
        return False
    return len(other[0]) > len(short) + 1 and short in (initials(other[0]), other[2])


def _is_han_short(one: Name, other: Name, stated: Mapping[str, str]) -> bool:
    short, full = one[0], other[0]
    if len(short) >= len(full) or not (_HAN.match(short) and _HAN.match(full)):
        return False
    return len(short) <= 2 and (
        full.startswith(short) or (len(short) == 2 and full.endswith(short))
    )


def _is_misspelt(one: Name, other: Name, stated: Mapping[str, str]) -> bool:
    short, full = sorted((one[0], other[0]), key=len)
    if len(short) < _FAR or len(full) - len(short) > 1:
        return False
    return _distance_is_one(short, full)


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


_TESTS: tuple[tuple[str, Test], ...] = (
    ("same name", _is_same),
    ("stated by the document", _is_stated),
    ("a word of the other", _is_word),
    ("initials of the other", _is_initials),
    ("a short Chinese form", _is_han_short),
    ("misspelt", _is_misspelt),
)
