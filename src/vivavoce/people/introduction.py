"""Sentences that say who asks and who answers, and by-lines that name the one who asked.

The patterns are how languages put it; the names are what the document puts into them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from vivavoce.model import Role

_CAPITAL = r"[^\W\d_a-zа-яё]"
_NAME = (
    rf"({_CAPITAL}[\w'’\-]*\.?(?:\s+(?:(?:de|da|do|dos|del|van|von|der|la|le|el|al)\s+){{0,2}}"
    rf"{_CAPITAL}[\w'’\-]*){{1,4}})"
)
_HAN = r"[㐀-鿿][㐀-鿿·]{1,9}?"
_HANS = rf"({_HAN}(?:[、,，]\s?[㐀-鿿]{{2,4}}){{0,4}})"
_END = r"(?=[，,。；;、：:|｜丨（(\s]|$)"


def _any(phrases: str) -> str:
    """Return a pattern for any of the phrases parted by ``|``, in capitals or not."""
    return f"(?i:{phrases})"


_SURE: tuple[tuple[Role, str], ...] = (
    (
        "interviewer",
        r"(?:提问者|提問者|采访者|採訪者|访问者|問者)(?:为|為|是|は|[：:])\s*" + _HANS + _END,
    ),
    ("interviewer", r"(?:聞き手|インタビュアー)(?:は|[：:・])\s*" + _HANS + _END),
    (
        "interviewee",
        r"(?:回答者|受访者|受訪者|被访者|答者|語り手)(?:为|為|是|は|[：:])\s*" + _HANS + _END,
    ),
    (
        "interviewer",
        r"(?:采写|採寫|采访|採訪|撰文|访谈|聞き手|取材)[^|｜丨：:/\s]{0,6}\s*[|｜丨：:/]\s*"
        + _HANS
        + _END,
    ),
    (
        "interviewer",
        _any(
            "interviewed by|interview (?:by|von|par|di|por)|interviewer(?:in)?:|questions by|"
            "das gespräch führte|die fragen stellte|das interview führte|ein interview von|"
            "propos recueillis par|entrevista (?:de|realizada por)"
        )
        + r"\s+"
        + _NAME,
    ),
    ("interviewee", _any("ein interview von [^.]{3,40}? mit") + r"\s+" + _NAME),
    (
        "interviewer",
        _NAME
        + " "
        + _any(
            "interviewed|interviewte|interviewt|entrevistó|entrevistou|ha intervistato|"
            "s'est entretenue? avec|spoke (?:to|with)|sat down with|talked (?:to|with)|sprach mit"
        )
        + r"\b",
    ),
    (
        "interviewer",
        r"(?:[Вв]опросы задавала?|[Бб]еседовала?|[Ии]нтервью (?:взяла?|провела?))[: ]+" + _NAME,
    ),
)
_LED: tuple[tuple[Role, str], ...] = (
    (
        "moderator",
        _any(
            "moderated by|moderation:|moderiert von|chaired by|hosted by|animé par|animée par|"
            "moderad[oa] por|moderato da|moderata da"
        )
        + r"\s+"
        + _NAME,
    ),
    ("moderator", r"(?:主持人?|司会|司會)\s*[：:|｜]\s*" + _HANS + _END),
)
_LIKELY: tuple[tuple[Role, str], ...] = (
    (
        "interviewee",
        r"(?:专访|專訪|对话|對話|访谈|采访)[^，。：:|]{0,30}?"
        r"(?:作者|导演|導演|作家|教授|创始人|创办人|之父)\s*(" + _HAN + r")(?:[：:，,|]|$)",
    ),
    (
        "interviewee",
        _any(
            "interview (?:with|mit|avec)|in conversation with|conversation with|a talk with|"
            "q&a with|gespräch mit|entretien avec|entrevista (?:a|con|com)|intervista (?:a|con)|"
            "entrevistó a|entrevistou|interviewed|interviewte|sprach mit|spoke (?:to|with)|"
            "sat down with|talked (?:to|with)"
        )
        + r"\s+"
        + _NAME,
    ),
    ("interviewee", r"(?:[Ии]нтервью с|[Бб]еседа с|[Рр]азговор с)\s+" + _NAME),
)
_PATTERNS: tuple[tuple[bool, Role, re.Pattern[str]], ...] = tuple(
    (sure, role, re.compile(pattern))
    for sure, table in ((True, (*_SURE, *_LED)), (False, _LIKELY))
    for role, pattern in table
)
_BYLINE = re.compile(rf"^.{{0,30}}?(?:^|[\s,|])(?i:by|von|por|par|di|автор:?)\s+{_NAME}\s*$")
_SHORT = 90
_HEAD = 2000


class Statement(NamedTuple):
    """A name and the role that a sentence gives to it."""

    name: str
    role: Role
    sure: bool
    """False for ``interview with``, which is also said of those who ask."""


def statements(texts: Iterable[str]) -> tuple[Statement, ...]:
    """Return every name that *texts* call the one who asks or the one who answers, the sure first.

    A by-line names the one who asked, if nothing else does.
    """
    texts = list(texts)
    found: dict[tuple[str, Role], bool] = {}
    for sure, role, pattern in _PATTERNS:
        for text in texts:
            for match in pattern.finditer(text, 0, _HEAD):
                found.setdefault((match.group(1).strip(), role), sure)
    for text in texts:
        byline = _BYLINE.match(text) if len(text) <= _SHORT else None
        if byline:
            found.setdefault((byline.group(1).strip(), "interviewer"), False)
    return tuple(Statement(name, role, sure) for (name, role), sure in found.items())
