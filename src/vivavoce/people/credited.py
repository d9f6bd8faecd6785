"""Names in by-lines and titles, in any language: ``Door Sanne Dekker``, ``专访沈若溪：…``.

The words around the name are lists of `lexicon`; what is a name is told by the script. Where a
script marks no names, a title's name counts only if the text outside the titles has it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from vivavoce.lexicon import words
from vivavoce.patterns import lazy_pattern
from vivavoce.people.introduction import Statement
from vivavoce.recognition.names import begins_with_surname
from vivavoce.scripts import has_han, is_han, is_hangul

_LONGEST = 90
_CAPITAL = r"[^\W\d_a-zа-яё]"
_PARTICLE = r"(?:de|da|do|dos|del|della|di|van|von|der|den|la|le|el|al|bin|ten)"
_CASED_NAME = rf"{_CAPITAL}[\w'’.\-]*(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_CAPITAL}[\w'’\-]*){{1,3}}"
_CASED = lazy_pattern(_CASED_NAME)
_HAS_CASE = lazy_pattern("[A-Za-zÀ-ɏͰ-ԯḀ-ỿ]")
_KANA = lazy_pattern("[ぁ-ヶ]")
_KANA_OR_BAR = lazy_pattern("[ぁ-ヶー]")
_MARK = r"\s*[:：|｜丨/／＝=·•]\s*"
_TOGETHER = r"(?:\s*[、/／·・及和&＆+]\s*\w{1,5})?"
_ENDS = lazy_pattern(r"(?<=\w\w)\.\s|\s*(?:[|｜丨/／,，;；•(（\[【。]|\d|\s[–—-]\s|\s{2,}|$)")
_CHUNK = lazy_pattern(r"[，。：:|｜—－–!！?？“”\"「」『』《》（(\[\]、]|\s[-–]\s")
_CALLING = lazy_pattern(
    r"(?i:the|an?|de[rmn]|die|eine[rm]?|le|la|l[’']|une?|el|al|il|lo|allo|alla|uma?|ao|à|o|de|het|een)"
    r"\s+((?:(?!of\b|de\b|du\b|des\b|del\b|di\b|da\b|do\b|von\b|in\b|for\b|at\b)"
    rf"[a-zß-ÿ][\w’'-]*\s+){{0,3}})({_CASED_NAME})"
)
_QUOTING = lazy_pattern(r"([^:：]{2,60}?)\s*[:：]\s*[“”\"„«»‘'‚「『]")
_KOREAN_POST = lazy_pattern(r"(\w{2,4}) (?:선임|객원|인턴|전문)?(?:기자|에디터|특파원)$")


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
    return (
        _HAS_CASE.search(line[:1]) is not None
        and line.split(maxsplit=1)[0].casefold() not in words("articles")
        and _CASED.fullmatch(line) is not None
    )


def _after_credit(kind: str, line: str) -> int:
    """Return where the name after the words of a credit begins; 0 where none opens *line*."""
    if not line.casefold().startswith(_phrases(kind)):
        return 0
    match = _credit(kind).match(line)
    guest_said = _talk_with().match(line) if match else None
    if match is None or (guest_said and guest_said.end() > match.end()):
        return 0
    return match.end()


@cache
def _phrases(kind: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in words(kind))


@cache
def _credit(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_any(kind)}){_TOGETHER}(?:{_MARK}|\s+)", re.IGNORECASE)


@cache
def _talk_with() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?:{_any('talk_with')})\s*[:：|｜]?\s*", re.IGNORECASE)


@cache
def _talk_after() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any('talk_after')})", re.IGNORECASE)


def _any(kind: str) -> str:
    return "|".join(map(re.escape, sorted(words(kind), key=len, reverse=True)))


def _named(rest: str) -> str | None:
    """Return the name that *rest* of a credit line is, up to a date or a further credit."""
    credit = _next_credit().search(rest)
    rest = rest[: credit.start()] if credit else rest
    end = _ENDS.search(rest)
    name = rest[: end.start()].strip(" .*_") if end else ""
    return name if name and _is_name(name) else None


@cache
def _next_credit() -> re.Pattern[str]:
    """Match where a further credit begins in a line, as in ``文｜林远 图｜顾汀``."""
    return re.compile(rf"[ 　](?:{_any('credits')})(?:[・/／、·]\w{{1,4}})?{_MARK}")


def _is_name(name: str) -> bool:
    if has_han(name) or _KANA.search(name):
        return _is_han_name(name)
    if any(map(is_hangul, name)):
        return 2 <= len(name) <= 4 and is_hangul(name)
    if _HAS_CASE.search(name):
        return _CASED.fullmatch(name) is not None
    return 2 <= len(name.split()) <= 4 and not re.search(r"[^\w\s'’.\-\u0300-\u0fff\u200c]", name)


def _is_han_name(name: str) -> bool:
    """Two to four Chinese characters, or a Japanese family name and a given one."""
    if is_han(name):
        return 2 <= len(name) <= 4
    family, *given = re.split("[ 　]", name)
    if len(given) != 1 or not is_han(family) or len(family) > 3 or len(given[0]) > 4:
        return False
    return is_han(_KANA_OR_BAR.sub("一", given[0]))


def guest(title: str, prose: str) -> str | None:
    """Return the person with whom *title* says that the talk is."""
    folded = title.casefold()
    if any(phrase in folded for phrase in _phrases("talk_with")):
        for match in _talk_with().finditer(title):
            name = _first_name(_CHUNK.split(title[match.end() :])[0].strip(), prose)
            if name:
                return name
    if any(phrase in folded for phrase in _phrases("talk_after")):
        for match in _talk_after().finditer(title):
            name = _last_name(_CHUNK.split(title[: match.start()])[-1].strip(), prose)
            if name:
                return name
    return None


def quoted(title: str, prose: str) -> str | None:
    """Return the person whose words *title* quotes, as in ``Ben Roe: “Bronze forgives nothing”``.

    The name must stand again in *prose*; of a name of two words the last is enough, since a talk
    addresses people so.
    """
    match = _QUOTING.match(title)
    if match is None:
        return None
    before = match.group(1)
    found = _last_name(before, prose)
    if found or not _CASED.fullmatch(before) or len(before.split()) != 2:
        return found
    return before if before.split()[1] in _words(prose) else None


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _first_name(chunk: str, prose: str) -> str | None:
    if has_han(chunk[:8]):
        return _han_ending(chunk, prose)
    parts = chunk.split()
    runs = [" ".join(parts[:count]) for count in range(min(4, len(parts)), 0, -1)]
    cased = _CASED.match(chunk) if _HAS_CASE.search(chunk[:3]) else None
    found = _standing_again(runs, prose)
    return found or _described(chunk) or (cased.group(0) if cased else None)


def _described(chunk: str) -> str | None:
    """Return the name after a calling, as in ``the bell founder Ben Roe``, that ends *chunk*.

    After an article a German calling has a capital, too.
    """
    match = _CALLING.fullmatch(chunk)
    if match is None:
        return None
    parts = match.group(2).split()
    is_german = not match.group(1) and len(parts) > 2
    return " ".join(parts[1:] if is_german else parts)


def _last_name(chunk: str, prose: str) -> str | None:
    if has_han(chunk[-8:]) or _KANA.search(chunk[-4:]):
        return _han_ending(chunk, prose)
    parts = chunk.split()
    runs = [" ".join(parts[-count:]) for count in range(min(4, len(parts)), 0, -1)]
    return _standing_again(runs, prose)


def _standing_again(runs: list[str], prose: str) -> str | None:
    """Return the longest of *runs* of words that is a name and stands in the text."""
    return next((run for run in runs if _is_name(run) and run in prose), None)


def _han_ending(chunk: str, prose: str) -> str | None:
    """Return the name at the end of *chunk*, as in 作家沈若溪: what the text has without the rest.

    A Chinese name begins with a family name; a Japanese one is known by the title after it.
    """
    japanese = _KANA.search(prose[:2000]) is not None
    longest = 8 if japanese else 4
    for count in range(min(longest, len(chunk)), 1, -1):
        name = chunk[-count:]
        found = prose.count(name)
        if not found or (count < len(chunk) and found <= prose.count(chunk[-count - 1 :])):
            continue
        if japanese or begins_with_surname(name):
            return name.strip()
    return None
