"""Names in by-lines and credits, in any language: ``Door Sanne Dekker``, ``文｜林远 图｜顾汀``.

The words around the name are lists of `lexicon`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from vivavoce.lexicon import words
from vivavoce.patterns import lazy_pattern
from vivavoce.people.introduction import Statement
from vivavoce.people.nameforms import CASED, HAS_CASE, any_of, is_name, phrases
from vivavoce.people.titles import guest, quoted, talk_with
from vivavoce.scripts import is_hangul

_LONGEST: Final = 90
_MARK: Final = r"\s*[:：|｜丨/／＝=·•]\s*"
_TOGETHER: Final = r"(?:\s*[、/／·・及和&＆+]\s*\w{1,5})?"
_ENDS: Final = lazy_pattern(
    r"(?<=\w\w)\.\s|\s*(?:[|｜丨/／,，;；•(（\[【。]|\d|\s[–—-]\s|\s{2,}|$)"
)
_KOREAN_POST: Final = lazy_pattern(r"(\w{2,4}) (?:선임|객원|인턴|전문)?(?:기자|에디터|특파원)$")


def credited(lines: Iterable[str], titles: Iterable[str], prose: str) -> Iterator[Statement]:
    """Yield the people whom credit *lines* and *titles* name, with their part in the talk.

    *prose* is the text outside the titles, in which a name must stand again if its script does not
    tell it.
    """
    for line in lines:
        if len(line) <= _LONGEST:
            yield from _byline(line.strip(" \n*_[]()（）【】—–-"))
    for title in titles:
        name = guest(title, prose) or quoted(title, prose)
        if name:
            yield Statement(name, "interviewee", sure=False)


def _byline(line: str) -> Iterator[Statement]:
    post = _KOREAN_POST.match(line)
    if post and is_hangul(post.group(1)):
        yield Statement(post.group(1), "interviewer", sure=False)
    for kind, sure in (("asked_by", True), ("written_by", False)):
        end = _after_credit(kind, line)
        name = _named(line[end:]) if end else None
        if name:
            yield Statement(name, "interviewer", sure)
            return
    yield from _within(line)
    if _is_name_alone(line):
        yield Statement(line, "interviewer", sure=False)


def _within(line: str) -> Iterator[Statement]:
    """Yield who asked where a line says it after other credits: ``来源：湖报 记者：夏禾``."""
    for match in _later_credit().finditer(line):
        name = _named(line[match.end() :])
        if name:
            yield Statement(name, "interviewer", sure=False)


@cache
def _later_credit() -> re.Pattern[str]:
    asking = sorted(words("asked_by") | words("written_by"), key=len, reverse=True)
    either = "|".join(re.escape(word) for word in asking if len(word) > 1)
    return re.compile(rf"[ 　|｜/]\s*(?:{either})\s*[:：｜|]\s*", re.IGNORECASE)


def _is_name_alone(line: str) -> bool:
    first = line.partition(" ")[0].casefold()
    return (
        HAS_CASE.search(line[:1]) is not None
        and first not in words("articles")
        and first not in words("credits")
        and CASED.fullmatch(line) is not None
    )


def _after_credit(kind: str, line: str) -> int:
    """Return where the name after the words of a credit begins; 0 where none opens *line*."""
    if not line.casefold().startswith(phrases(kind)):
        return 0
    match = _credit(kind).match(line)
    guest_said = talk_with().match(line) if match else None
    if match is None or (guest_said and guest_said.end() > match.end()):
        return 0
    return match.end()


@cache
def _credit(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(kind)}){_TOGETHER}(?:{_MARK}|\s+)", re.IGNORECASE)


def _named(rest: str) -> str | None:
    """Return the name that *rest* of a credit line is, up to a date or a further credit."""
    credit = _next_credit().search(rest)
    rest = rest[: credit.start()] if credit else rest
    end = _ENDS.search(rest)
    name = rest[: end.start()].strip(" .*_") if end else ""
    return name if name and is_name(name) else None


@cache
def _next_credit() -> re.Pattern[str]:
    """Match where a further credit begins in a line, as in ``文｜林远 图｜顾汀``."""
    return re.compile(rf"[ 　](?:{any_of('credits')})(?:[・/／、·]\w{{1,4}})?{_MARK}")
