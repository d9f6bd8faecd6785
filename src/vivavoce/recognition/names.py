"""What a name looks like, and the words printed in place of one.

Small pure functions over the word lists of `lexicon`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import cache, lru_cache
from typing import Final

from vivavoce.lexicon import words
from vivavoce.lexicon.phrases import opens_with
from vivavoce.model import Role
from vivavoce.patterns import lazy_pattern
from vivavoce.scripts import HAN, has_cjk, is_han, parts_no_words

_REMEMBERED: Final = 4096
"""How many labels are remembered: a page prints few, and each very often."""
ROLES: Final[tuple[Role, ...]] = ("interviewer", "interviewee", "moderator", "narrator")
CJK_HONORIFICS: Final = (
    "先生",
    "女士",
    "小姐",
    "老师",
    "教授",
    "博士",
    "さん",
    "氏",
    "君",
    "씨",
    "님",
)
_OPENERS: Final = "《〈「『“\"'‘ "
_MARKS: Final = "—–―-•·*+#>|/"
_HAN_OPENING: Final = lazy_pattern(
    rf"({HAN}(?:{HAN}|[·・]){{1,11}}?)(?:[，,（(：:　]|さん|氏|先生|女士)"
)
_COMMAS: Final = str.maketrans(",，、", "   ")
_NUMBERED: Final = lazy_pattern(r"\s*#?\d{1,4}$")
_LETTERS: Final = frozenset("qa")
_LONGEST_UNPARTED: Final = 24
"""Letters; what is longer is a sentence where a script, such as Thai, parts no words."""


@lru_cache(maxsize=_REMEMBERED)
def fold(label: str) -> str:
    """Return the form under which spellings of one label meet: width, case and space removed."""
    plain = unicodedata.normalize("NFKC", label).casefold()
    return " ".join(plain.strip(" .:*_《》〈〉「」『』\"'“”").split())


@lru_cache(maxsize=_REMEMBERED)
def role_of_word(label: str) -> Role | None:
    """Return the role a label such as ``Q``, ``记者`` or ``Moderator`` stands for, or None."""
    word = without_number(fold(label))
    return next((role for role in ROLES if word in words(role)), None)


@lru_cache(maxsize=_REMEMBERED)
def without_number(folded: str) -> str:
    """Drop the number from ``q1``, ``question 3`` or ``問 2``; other labels keep theirs."""
    word = _NUMBERED.sub("", folded) if folded[-1:].isdigit() else folded
    return word if any(word in words(role) for role in ROLES[:2]) or word in _LETTERS else folded


def letter_pairs(company: Collection[str]) -> frozenset[str]:
    """Return the pairs of letters for question and answer that both are in *company*, folded."""
    return frozenset(pair for pair in words("pairs") if pair[0] in company and pair[1] in company)


def letter_role(letter: str, pairs: Collection[str]) -> Role | None:
    """Return what a single folded *letter* stands for in *pairs* of letters.

    ``P`` asks where ``R`` answers; alone it is somebody's initial. So is one that asks in one pair
    and answers in another.
    """
    asks = any(letter == pair[0] for pair in pairs)
    answers = any(letter == pair[1] for pair in pairs)
    if asks == answers:
        return None
    return "interviewer" if asks else "interviewee"


def is_collective(label: str) -> bool:
    """True for ``Both``, ``ALL``, ``一同`` and their like: several people at once."""
    return fold(label) in words("collective")


@lru_cache(maxsize=_REMEMBERED)
def is_field(label: str) -> bool:
    """True for a word that heads a field of data, such as ``Date``, ``优点`` or ``出版社``."""
    folded = fold(label)
    found = folded.split()
    if found and (found[0] in words("fields") or found[-1] in words("fields")):
        return True
    if folded in words("asked_by") and role_of_word(label) is None:
        return True
    return opens_with("credit_openings", folded) or opens_with("notes", folded)


def is_direction(label: str) -> bool:
    """True for a sound or gesture noted in brackets, such as ``laughs`` or ``笑``."""
    return not words("directions").isdisjoint(fold(label).translate(_COMMAS).split())


@lru_cache(maxsize=_REMEMBERED)
def likeness(label: str) -> float:
    """Say how much *label* looks like a person, 0 to 1.

    Scripts with case: every word capitalised but for particles. Chinese, Japanese, Korean: two to
    six characters. A known role word is certain; a field word is certain not to be.
    """
    if role_of_word(label) or is_collective(label):
        return 1.0
    if is_field(label) or is_direction(label) or not any(char.isalpha() for char in label):
        return 0.0
    if label.lstrip(_OPENERS)[:1] in _MARKS:
        return 0.0
    if has_cjk(label):
        return _cjk_likeness(label)
    return _cased_likeness(label)


def is_cased(label: str) -> bool:
    """True for a label without Chinese, Japanese or Korean characters."""
    return not has_cjk(label)


def _cjk_likeness(label: str) -> float:
    latin = sum(char.isascii() for char in label)
    length = len(label.strip("《》「」『』")) - latin + (latin + 5) // 6
    if length <= 4:
        return 0.9
    if length <= 8:
        return 0.65
    return 0.4 if length <= 16 else 0.1


def _cased_likeness(label: str) -> float:
    found = [word for word in re.split(r"[\s,/&]+", label) if word]
    if not found:
        return 0.0
    if any(len(word) > _LONGEST_UNPARTED and parts_no_words(word) for word in found):
        return 0.3
    named = [word for word in found if word.casefold() not in words("particles")] or found
    capital = sum(not word[:1].islower() for word in named) / len(named)
    if len(found) == 1:
        return 0.9 if capital else 0.6
    score = 1.0 if capital == 1 else 0.3 * capital
    return score if len(found) <= 4 else score * 0.6


def bare_words(label: str) -> list[str]:
    """Return the words of *label*, folded, without honorifics."""
    found = [word.strip(".,") for word in fold(label).split()]
    kept = [word for word in found if word and word not in words("honorifics")]
    return [_without_cjk_honorific(word) for word in (kept or found)]


def _without_cjk_honorific(word: str) -> str:
    for honorific in CJK_HONORIFICS:
        if word.endswith(honorific) and len(word) > len(honorific):
            return word[: -len(honorific)]
    return word


def initials(name: str) -> str:
    """Return the initials of a name in a script with case, folded: ``Jane Smith`` gives ``js``."""
    return "".join(word[0] for word in re.split(r"[\s\-.]+", fold(name)) if word)


def is_initialled(short: str, full: str) -> bool:
    """Is folded *short*, as in ``м. х.``, nothing but the initials of the folded name *full*?"""
    parts = short.split()
    letters = [part.rstrip(".") for part in parts]
    return (
        len(parts) > 1
        and all(len(letter) == 1 for letter in letters)
        and ("".join(letters) == initials(full))
    )


def is_abbreviated(short: str, full: str) -> bool:
    """Is folded *short*, as in ``j. marais``, the folded name *full* with first names cut short?"""
    one, other = short.split(), full.split()
    if len(one) != len(other) or len(one) < 2 or one[-1] != other[-1] or one == other:
        return False
    pairs = [(a.rstrip("."), b) for a, b in zip(one[:-1], other[:-1], strict=True)]
    return all(a and b.startswith(a) and (len(a) == 1 or a == b) for a, b in pairs)


def begins_with_surname(name: str) -> bool:
    """True where the Chinese *name* begins with one of the most common family names."""
    known = words("surnames")
    return (name[:2] in known and len(name) > 2) or (name[:1] in known and len(name) <= 3)


@cache
def _before_names() -> frozenset[str]:
    """Words with a capital at the start of a sentence that belong to no name."""
    return words("articles") | words("openers")


def opening_name(text: str) -> str:
    """Return what may be a person's name at the start of *text*; an empty string if nothing may.

    In spaced scripts two words, both with a capital where there are capitals; in Chinese and
    Japanese what stands before a comma, a bracket or a title. Only a text that has the name
    elsewhere tells whether it is one.
    """
    han = _HAN_OPENING.match(text) if is_han(text[:1]) else None
    if han:
        return han.group(1)
    found = text.split()[:3]
    if found and found[0].casefold() in _before_names():
        found = found[1:]
    if (
        len(found) < 2
        or has_cjk(text[:4])
        or any(not word[0].isalpha() or word[0].islower() for word in found[:2])
    ):
        return ""
    return " ".join(found[:2]).rstrip(",;:(（،")
