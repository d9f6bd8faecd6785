"""Looking up the full name that a document gives to a surname, a first name or initials.

The name must stand in the document. Where several names fit and none is printed more often than
the others, there is no answer.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import takewhile
from typing import Final, NamedTuple

from vivavoce.lexicon import words
from vivavoce.patterns import lazy_pattern
from vivavoce.people.hannames import clear_winner, han_name
from vivavoce.recognition.names import fold, initials, is_abbreviated, is_initialled
from vivavoce.scripts import is_han

_HEAD: Final = 5_000
_HANDLE: Final = 5
"""Letters of the shortest name of an account that can be told from a word."""
_STEM: Final = 3
_INFLECTED: Final = lazy_pattern("[Ͱ-Ͽἀ-῿Ѐ-ӿĄąĆćČčĎďĘęĚěŁłŃńŇňŘřŚśŠšŤťŮůŹźŻżŽžÝýŐőŰű]")
"""Letters of languages that decline names."""


class NameIndex(NamedTuple):
    """Capitalised names, and under which signs of a label each may be found."""

    counts: Mapping[str, int]
    """How often each name stands, in order."""
    by_sign: Mapping[str, list[str]]
    """First words, last words, initials and names of accounts, folded, to names in order."""


def index_of(counts: Mapping[str, int]) -> NameIndex:
    """Return the names of *counts* so that those a label may stand for are found at once."""
    by_sign: dict[str, list[str]] = {}
    for name in counts:
        parts = fold(name).split()
        if len(parts) > 1 and parts[0] not in words("honorifics"):
            signs = (parts[0], parts[-1], initials(name), *_handles(parts))
            for sign in dict.fromkeys(signs):
                by_sign.setdefault(sign, []).append(name)
    return NameIndex(counts, by_sign)


def full_name(label: str, names: NameIndex, text: str, prose: str) -> str | None:
    """Return the one full name in the document to which *label* belongs, or None.

    *names* are the capitalised names, *text* the document's text for scripts without case, *prose*
    the part of it outside the talk.
    """
    if is_han(label):
        return han_name(label, text, prose)
    key = fold(label)
    fitting: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for name in _may_fit(key, names):
        if _fits(key, name):
            fitting[fold(name)] += names.counts[name]
            if not name.isupper() or fold(name) not in shown:
                shown[fold(name)] = name
    winner = clear_winner(fitting) or _one_inflected(fitting, shown, prose)
    return uninflected(shown[winner], shown.values(), prose) if winner else None


def _may_fit(key: str, names: NameIndex) -> Iterable[str]:
    """Yield the names that a sign of folded *key* leads to, in their order."""
    letters = "".join([part.rstrip(".") for part in key.split()])
    signs = dict.fromkeys((key, key.rpartition(" ")[2], letters, bare(key)))
    found = [names.by_sign[sign] for sign in signs if sign in names.by_sign]
    return dict.fromkeys(name for some in found for name in some)


def _one_inflected(found: Counter[str], shown: dict[str, str], prose: str) -> str | None:
    """Return the plain one of folded names *found* that are forms of one name, if they are.

    Where two of them open sentences they are two people, as Jan Novák and Jana Nováková.
    """
    first, *others = found or [""]
    if not others or not all(_share_stems(first, other) for other in others):
        return None
    plain = _opening(shown.values(), prose)
    return fold(plain[0]) if len(plain) == 1 else None


def _fits(key: str, name: str) -> bool:
    parts = fold(name).split()
    if " ".join(parts) == key:
        return False
    if key in (parts[-1], parts[0]) or (len(key) <= 4 and key == initials(name)):
        return True
    whole = " ".join(parts)
    return is_abbreviated(key, whole) or is_initialled(key, whole) or _is_handle(key, parts)


def _is_handle(key: str, parts: list[str]) -> bool:
    letters = bare(key)
    return len(letters) >= _HANDLE and " " not in key and letters in _handles(parts)


def _handles(parts: list[str]) -> tuple[str, str]:
    """``ines-moura``, ``ines_moura`` and ``imoura`` are how accounts spell *Inês Moura*."""
    spelt = [bare(part) for part in parts]
    return "".join(spelt), spelt[0][:1] + spelt[-1]


def bare(text: str) -> str:
    """Return the letters and digits of *text* without what stands above and below them."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text)))


def uninflected(name: str, names: Iterable[str], prose: str) -> str:
    """Return the one of *names* that is a form of *name* and opens a sentence of *prose*.

    ``Интервью с Игнатом Соболевым`` stands above ``Игнат Соболев строит лодки``. A name that opens
    one itself is plain.
    """
    plain = _opening((form for form in names if _share_stems(name, form)), prose)
    return name if name in plain or not plain else plain[0]


def _opening(names: Iterable[str], prose: str) -> list[str]:
    """Return those of *names* that open a sentence of *prose*, in languages that decline names."""
    if not _INFLECTED.search(prose[:_HEAD]):
        return []
    return [
        name
        for name in names
        if re.search(rf"(?:^|[.!?]\s)(?:\w{{1,3}}\s)?{re.escape(name)}\s", prose, re.M)
    ]


def _share_stems(one: str, other: str) -> bool:
    """Do two names differ in a few letters at the ends of their words?"""
    if len(one.split()) != len(other.split()):
        return False
    pairs = zip(map(bare, one.split()), map(bare, other.split()), strict=True)
    return all(_STEM <= _shared(a, b) >= max(len(a), len(b)) - _STEM for a, b in pairs)


def _shared(one: str, other: str) -> int:
    """Return how many letters two words share from the first on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
