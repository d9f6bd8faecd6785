"""Sentences that say who asks and who answers, and by-lines that name the one who asked.

The patterns are how languages put it; the names are what the document puts into them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from vivavoce.model import Role

_NAME = (
    r"([^\W\d_a-zа-яё][\w'’\-]*\.?(?:\s+(?:(?:de|da|do|dos|del|van|von|der|la|le|el|al)\s+){0,2}"
    r"[^\W\d_a-zа-яё][\w'’\-]*){1,4})"
)
_HAN = r"([㐀-鿿][㐀-鿿·]{1,9}?)"
_END = r"(?=[，,。；;、：:|｜丨（(\s]|$)"

_STATEMENTS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("interviewer", re.compile(rf"(?:提问者|提問者|采访者|採訪者|访问者|問者|聞き手)(?:为|為|是|は|[：:])\s*{_HAN}{_END}")),
    ("interviewee", re.compile(rf"(?:回答者|受访者|受訪者|被访者|答者|語り手)(?:为|為|是|は|[：:])\s*{_HAN}{_END}")),
    ("interviewer", re.compile(rf"(?:采写|採寫|采访|採訪|撰文|访谈|聞き手|取材)[^|｜丨：:/\s]{{0,6}}\s*[|｜丨：:/]\s*{_HAN}{_END}")),
    ("interviewee", re.compile(rf"(?:专访|專訪|对话|對話|访谈|采访)(?:[^，。：:|]{{0,12}}(?:作者|导演|作家|教授|创始人))\s*{_HAN}(?:[：:，,|]|$)")),
    ("interviewer", re.compile(rf"(?i:interview(?:ed)? (?:by|von|par|di|por)|interviewer(?:in)?:|questions by|das gespräch führte|"
                               rf"die fragen stellte|propos recueillis par|entrevista (?:de|realizada por)|"
                               rf"das interview führte|ein interview von|interview:|gesprächsführung:|im gespräch mit dlf:)\s+{_NAME}")),
    ("interviewee", re.compile(rf"(?i:interview (?:with|mit|avec)|in conversation with|conversation with|a talk with|"
                               rf"q&a with|im gespräch mit|gespräch mit|entretien avec|entrevista (?:a|con|com)|intervista (?:a|con)|"
                               rf"interviste à|ein interview von [^.]{{3,40}} mit)\s+{_NAME}")),
    ("interviewer", re.compile(rf"{_NAME} (?i:interviewed|interviewte|interviewt|entrevistó|entrevistou|ha intervistato|s'est entretenue? avec|"
                               rf"spoke (?:to|with)|sat down with|talked (?:to|with)|sprach mit)\b")),
    ("interviewee", re.compile(rf"(?i:entrevistó a|entrevistou|interviewed|interviewte|sprach mit|spoke (?:to|with)|sat down with|"
                               rf"talked (?:to|with))\s+{_NAME}")),
    ("interviewer", re.compile(rf"(?:[Вв]опросы задавала?|[Бб]еседовала?|[Ии]нтервью (?:взяла?|провела?))[: ]+{_NAME}")),
    ("interviewee", re.compile(rf"(?:[Ии]нтервью с|[Бб]еседа с|[Рр]азговор с)\s+{_NAME}")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Statement:
    """A name and the role that a sentence gives to it."""

    name: str
    role: Role


def statements(texts: Iterable[str]) -> tuple[Statement, ...]:
    """Return every name that *texts* call the one who asks or the one who answers, in order."""
    found: dict[tuple[str, Role], None] = {}
    for text in texts:
        for role, pattern in _STATEMENTS:
            for match in pattern.finditer(text[:2000]):
                found.setdefault((match.group(1).strip(), role))
    return tuple(Statement(name, role) for name, role in found)
