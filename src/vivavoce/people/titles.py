"""The guest whom a title names: ``Interview with Ben Roe``, ``专访沈若溪：…``, ``Ben Roe: “…”``.

Where a script marks no names, a title's name counts only if the text outside the titles has it
again.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from vivavoce.lexicon.phrases import holds_phrase
from vivavoce.patterns import lazy_pattern
from vivavoce.people.hannames import may_be_calling
from vivavoce.people.nameforms import (
    CAPITAL,
    CASED,
    CASED_NAME,
    HAS_CASE,
    KANA,
    any_of,
    is_name,
)
from vivavoce.recognition.names import begins_with_surname
from vivavoce.scripts import has_han, is_hangul

_CHUNK: Final = lazy_pattern(r"[，。：:|｜—－–!！?？“”\"「」『』《》（(\[\]、]|\s[-–]\s")
_CALLING: Final = lazy_pattern(
    r"(?i:the|an?|de[rmn]|die|eine[rm]?|le|la|l[’']|une?|el|al|il|lo|allo|alla|uma?|ao|à|o|de|het|een)"
    r"\s+((?:(?!of\b|de\b|du\b|des\b|del\b|di\b|da\b|do\b|von\b|in\b|for\b|at\b)"
    rf"[a-zß-ÿ][\w’'-]*\s+){{0,3}})({CASED_NAME})"
)
_JOINED: Final = lazy_pattern(rf"\s*(?:,|&|and|und|et|y|e|en|och|og|i|и)\s+{CAPITAL}")
"""Another name follows: there are two guests."""
_KOREAN_NAME: Final = 3
_KOREAN_CALLING: Final = ("가", "사")
_QUOTING: Final = lazy_pattern(r"([^:：]{2,60}?)\s*[:：]\s*[“”\"„«»‘'‚「『]")


def guest(title: str, prose: str) -> str | None:
    """Return the person with whom *title* says that the talk is."""
    folded = title.casefold()
    if holds_phrase("talk_with", folded):
        for match in talk_with().finditer(title):
            name = _first_name(_CHUNK.split(title[match.end() :])[0].strip(), prose)
            if name:
                return name
    if holds_phrase("talk_after", folded):
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
    match = _QUOTING.match(title) if ":" in title or "：" in title else None
    if match is None:
        return None
    before = match.group(1)
    found = _last_name(before, prose)
    if found or not CASED.fullmatch(before) or len(before.split()) != 2:
        return found
    return before if before.split()[1] in _words(prose) else None


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _first_name(chunk: str, prose: str) -> str | None:
    if has_han(chunk[:8]):
        return _han_ending(chunk, prose)
    parts = chunk.split()
    runs = [" ".join(parts[:count]) for count in range(min(4, len(parts)), 0, -1)]
    cased = CASED.match(chunk) if HAS_CASE.search(chunk[:3]) else None
    if cased and _JOINED.match(chunk, cased.end()):
        return None
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
    if has_han(chunk[-8:]) or KANA.search(chunk[-4:]):
        return _han_ending(chunk, prose)
    parts = chunk.split()
    runs = [" ".join(parts[-count:]) for count in range(min(4, len(parts)), 0, -1)]
    return _standing_again(runs, prose)


def _standing_again(runs: list[str], prose: str) -> str | None:
    """Return the longest of *runs* of words that is a name and stands in the text."""
    return next(
        (run for run in runs if is_name(run) and run in prose and not _is_calling(run, prose)), None
    )


def _is_calling(name: str, prose: str) -> bool:
    """True for ``목수`` and ``조각가``: hangul that does not look like a full name.

    One of two syllables is believed where 씨 follows it.
    """
    if not is_hangul(name):
        return False
    if not begins_with_surname(name) or name.endswith(_KOREAN_CALLING):
        return True
    return len(name) < _KOREAN_NAME and not re.search(rf"{name} ?씨", prose)


def _han_ending(chunk: str, prose: str) -> str | None:
    """Return the name at the end of *chunk*, as in 作家沈若溪: what the text has without the rest.

    A Chinese name begins with a family name; a Japanese one is known by the title after it, and is
    no calling.
    """
    japanese = KANA.search(prose[:2000]) is not None
    longest = 8 if japanese else 4
    for count in range(min(longest, len(chunk)), 1, -1):
        name = chunk[-count:]
        found = prose.count(name)
        if not found or (count < len(chunk) and found <= prose.count(chunk[-count - 1 :])):
            continue
        if japanese:
            return None if may_be_calling(name, prose) else name.strip()
        if begins_with_surname(name):
            return name.strip()
    return None


@cache
def talk_with() -> re.Pattern[str]:
    """Match the words with which a title says that the talk is with somebody."""
    return re.compile(rf"(?<![^\W\d_])(?:{any_of('talk_with')})\s*[:：|｜]?\s*", re.IGNORECASE)


@cache
def _talk_after() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('talk_after')})", re.IGNORECASE)
