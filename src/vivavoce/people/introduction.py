"""Sentences that say who asks and who answers, and by-lines that name the one who asked.

The patterns are how languages put it; the names are what the document puts into them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple

from vivavoce.lexicon import words
from vivavoce.model import Role
from vivavoce.recognition.names import begins_with_surname
from vivavoce.scripts import HAN

_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿа-џά-ώ]"
NAME: Final = (
    rf"({_CAPITAL}[\w'’\-]*\.?(?:\s+(?:(?:de|da|do|dos|del|van|von|der|la|le|el|al)\s+){{0,2}}"
    rf"{_CAPITAL}[\w'’\-]*){{1,4}})"
)
_HAN_NAME: Final = rf"{HAN}(?:{HAN}|·){{1,9}}?"
_HANS: Final = rf"({_HAN_NAME}(?:[、,，]\s?{HAN}{{2,4}}){{0,4}})"
_FAMILY_AND_GIVEN: Final = rf"({HAN}{{1,4}}[ 　]{HAN}{{1,3}}(?!{HAN})|{_HAN_NAME})"
_POST: Final = (
    r"(?:(?:本[报報刊網网台]|特约|特約|实习|實習|见习|首席|[^\W\d_]{2,6}[报報])?"
    r"(?:记者|記者|通讯员|撰稿人|编辑|編輯)[\s:：]*)?(?!本[报報刊網网台]|记者|記者|特约|特約)"
)
"""What a by-line may print before the name: the post, and whose reporter it is."""
_END: Final = r"(?=[，,。；;、：:|｜丨（(\s]|$)"


_STATED: Final = r"(?:为|為|是|は|[：:])\s*" + _HANS + _END


class _Phrasing(NamedTuple):
    """One way to say who asks or who answers: some phrases, and where the name stands."""

    role: Role
    sure: bool
    """False for ``interview with``, which is also said of those who ask."""
    phrases: str
    """Parted by ``|``, in small letters; one of them stands in any text to which this applies."""
    after: str
    """A pattern for what follows the phrase."""
    before: str = ""
    """A pattern for what stands before the phrase."""
    alone: bool = False
    """Nothing is told where a name stands before it: ``X in talk with Y`` leaves a choice."""


_PHRASINGS: Final = (
    _Phrasing("interviewer", True, "提问者|提問者|采访者|採訪者|访问者|問者", _STATED),
    _Phrasing(
        "interviewer",
        True,
        "聞き手|インタビュアー",
        r"(?:は|[：:・])\s*" + _FAMILY_AND_GIVEN + _END,
    ),
    _Phrasing("interviewee", True, "回答者|受访者|受訪者|被访者|答者|語り手", _STATED),
    _Phrasing(
        "interviewer",
        True,
        "采写|採寫|采访|採訪|撰文|访谈|聞き手|取材",
        r"[^|｜丨：:/\s]{0,6}\s*[|｜丨：:/]\s*" + _POST + _HANS + _END,
    ),
    _Phrasing(
        "interviewer",
        True,
        "interviewed by|interview by|interview von|interview par|interview di|interview por|"
        "interviewer:|interviewerin:|questions by|das gespräch führte|die fragen stellte|"
        "das interview führte|ein interview von|propos recueillis par|entrevista de|"
        "entrevista realizada por",
        r"\s+" + NAME,
    ),
    _Phrasing("interviewee", True, "ein interview von", r" [^.]{3,40}? (?i:mit)\s+" + NAME),
    _Phrasing(
        "interviewer",
        True,
        "interviewed|interviewte|interviewt|entrevistó|entrevistou|ha intervistato|"
        "s'est entretenu avec|s'est entretenue avec|spoke to|spoke with|sat down with|talked to|"
        "talked with|sprach mit|talks to|talks with|speaks to|speaks with|interviews|spricht mit|"
        "entrevista a|entrevista al|conversa con|conversa com|parla con|s'entretient avec|"
        "in gesprek met",
        r"\b",
        before=NAME + " ",
    ),
    _Phrasing(
        "interviewer",
        True,
        "вопросы задавал|вопросы задавала|беседовал|беседовала|интервью взял|интервью взяла|"
        "интервью провел|интервью провела",
        "[: ]+" + NAME,
    ),
    _Phrasing(
        "moderator",
        True,
        "moderated by|moderation:|moderiert von|chaired by|hosted by|animé par|animée par|"
        "moderado por|moderada por|moderato da|moderata da",
        r"\s+" + NAME,
    ),
    _Phrasing("moderator", True, "主持|主持人|司会|司會", r"\s*[：:|｜]\s*" + _HANS + _END),
    _Phrasing(
        "interviewee",
        False,
        "专访|專訪|对话|對話|访谈|采访",
        r"[^，。：:|]{0,30}?(?:作者|导演|導演|作家|教授|创始人|创办人|之父)\s*"
        rf"({_HAN_NAME})(?:[：:，,|]|$)",
    ),
    _Phrasing(
        "interviewee",
        False,
        "interview with|interview mit|interview avec|in conversation with|conversation with|"
        "a talk with|q&a with|gespräch mit|entretien avec|entrevista a|entrevista con|"
        "entrevista com|intervista a|intervista con",
        r"\s+" + NAME,
        alone=True,
    ),
    _Phrasing(
        "interviewee",
        False,
        "entrevista a|entrevistó a|entrevistou|interviewed|"
        "interviewte|sprach mit|spoke to|spoke with|sat down with|talked to|talked with|talks to|"
        "talks with|speaks to|speaks with|spricht mit|conversa con|conversa com",
        r"\s+" + NAME,
    ),
    _Phrasing("interviewer", True, "rozmawia|rozmawiał|rozmawiała", r"\s+" + NAME),
    _Phrasing("interviewee", False, "интервью с|беседа с|разговор с", r"\s+" + NAME),
)
"""In the order in which they are believed."""
_BY: Final = ("by", "von", "por", "par", "di", "автор")
_SHORT: Final = 90
_HEAD: Final = 2000
_NEAR: Final = 80


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
    heads = [(text, text[:_HEAD].lower()) for text in texts]
    every = "\n".join(head for _, head in heads)
    found: dict[tuple[str, Role], bool] = {}
    for phrasing in _PHRASINGS:
        for name in _names_in(phrasing, heads, every):
            found.setdefault((name, phrasing.role), phrasing.sure)
    for text, head in heads:
        if len(text) <= _SHORT and any(word in head for word in _BY):
            byline = _byline().match(text)
            if byline and not _made_something_else(byline.group(1)):
                found.setdefault((byline.group(2).strip(), "interviewer"), False)
    return tuple(
        Statement(person, role, sure)
        for (name, role), sure in found.items()
        if (person := _person(name))
    )


def _made_something_else(before: str) -> bool:
    return any(stem in before.casefold() for stem in words("not_writers"))


def _person(name: str) -> str:
    """Return *name*, or nothing where it is a word of the credit itself.

    Of several Chinese names a comma parts only those that begin with a family name.
    """
    if name in words("credits") or name in words("asked_by") or name in words("written_by"):
        return ""
    first, *more = re.split(r"[,，]\s?", name)
    return name if all(map(begins_with_surname, more)) else first


def _names_in(phrasing: _Phrasing, heads: list[tuple[str, str]], every: str) -> Iterator[str]:
    """Yield the names that *phrasing* finds; *heads* are texts with their beginnings lowered.

    *every* is all those beginnings, so that most phrasings are done with at once.

    The pattern is slow to make and to search with, so it is asked only where a phrase stands.
    """
    phrases = [phrase for phrase in phrasing.phrases.split("|") if phrase in every]
    for text, head in heads if phrases else ():
        if any(phrase in head for phrase in phrases):
            for match in _pattern(phrasing).finditer(text, 0, _HEAD):
                if not (phrasing.alone and _name_stands_before(text, match.start())):
                    yield match.group(1).strip()


def _name_stands_before(text: str, at: int) -> bool:
    sentence = re.split(r"[.!?\n|]\s", text[max(0, at - _NEAR) : at])[-1]
    return _some_name().search(sentence) is not None


@cache
def _some_name() -> re.Pattern[str]:
    return re.compile(NAME)


@cache
def _pattern(phrasing: _Phrasing) -> re.Pattern[str]:
    phrases = "|".join(map(re.escape, phrasing.phrases.split("|")))
    return re.compile(f"{phrasing.before}(?i:{phrases}){phrasing.after}")


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(rf"^(.{{0,30}}?)(?:^|[\s,|])(?i:by|von|por|par|di|автор:?)\s+{NAME}\s*$")
