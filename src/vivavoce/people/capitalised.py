"""Finding what looks like names in running text: capitalised words in sequence, without titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Final

from vivavoce.lexicon import words
from vivavoce.patterns import lazy_pattern
from vivavoce.recognition.names import fold

_CAPITAL: Final = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚА-ЯЁЄІЇҐΑ-Ω]"
_PARTICLES: Final = (
    *("de", "da", "do", "dos", "del", "della", "di", "van", "von", "der", "den"),
    *("la", "le", "el", "al", "bin", "ibn", "ten", "zu"),
)
_CAPITALISED: Final = lazy_pattern(
    rf"{_CAPITAL}(?<!\w{_CAPITAL})(?>(?:[\w'’\-]*\w)?)\.?"
    rf"(?:\s+(?:(?:{'|'.join(_PARTICLES)})\s+){{0,2}}"
    rf"{_CAPITAL}(?:\.(?=\s+{_CAPITAL})|(?>(?:[\w'’\-]*\w)?))){{1,4}}"
)
"""A stop stands in it after a first name cut short and after an initial."""
_PARTICLES_ENCODED: Final = frozenset(word.encode() for word in _PARTICLES)
_NEXT_CAPITAL: Final = b" A"
_ABBREVIATED: Final = lazy_pattern(r"(?:\w\.?\s)+\w\.?$")
_WORD_BEFORE: Final = lazy_pattern(
    r"(?<!\w)(?:the|der|die|das|des|dem|den|eine?[rnms]?|seine?[rnm]?|ihre?[rnm]?|la|le|el|il|lo|o|a|un|una|une|su|son|sa)\s$",
    re.IGNORECASE,
)
_SHORT: Final = 3
_CUT_SHORT: Final = 5
"""``Wm.``, ``Chas.`` and other first names cut short are no longer, with their stop."""


def _shape(code: int) -> str:
    """Return a capital, a small letter, a space, a stop or a comma for a byte of UTF-8 of its kind.

    What is not ASCII may be a capital.
    """
    char = chr(code)
    if code >= 128 or char.isupper():
        return "A"
    if char.isspace():
        return " "
    return "a" if char.isalnum() or char == "_" else "." if char == "." else ","


_SHAPES: Final = "".join(map(_shape, range(256))).encode()


def capitalised_names(texts: Iterable[str]) -> Counter[str]:
    """Count sequences of two to five capitalised words, in scripts with case, in *texts*."""
    found: Counter[str] = Counter()
    for text in filter(_may_hold_name, texts):
        for match in _CAPITALISED.finditer(text):
            first, _, after = match.group(0).partition(" ")
            opener = first.casefold()
            is_article = opener in words("articles")
            before = _WORD_BEFORE.search(text, max(0, match.start() - 20), match.start())
            is_before = is_article or opener in words("openers") or _ends_sentence(first)
            name = _without_title(
                after if is_before else match.group(0),
                after_article=is_article or before is not None,
            )
            name = _after_small_words(name.removesuffix("’s").removesuffix("'s"))
            if " " in name and not _ABBREVIATED.match(name):
                found[name] += 1
            rest = name.partition(" ")[2]
            if " " in rest and not is_article and _begins_sentence(text, match.start()):
                found[rest] += 1
    return found


def _after_small_words(name: str) -> str:
    """Return what follows the last ``OF`` or ``WITH`` of a line in capitals."""
    if not name.isupper():
        return name
    parts = name.split()
    small = [at for at, part in enumerate(parts) if fold(part) in words("openers")]
    return " ".join(parts[small[-1] + 1 :]) if small else name


def _may_hold_name(text: str) -> bool:
    """Does a capital follow a word with one, or a particle? A look at the spaces is quick."""
    if not text.isascii() and not text.isprintable():
        return True  # other white space may part the words
    written = text.encode()
    shape = written.translate(_SHAPES)
    at = shape.find(_NEXT_CAPITAL)
    while at >= 0:
        start = shape.rfind(b" ", 0, at) + 1
        before = shape[start:at]
        is_word = before.endswith((b"a", b"A", b"."))
        if not before or (is_word and (b"A" in before or written[start:at] in _PARTICLES_ENCODED)):
            return True
        at = shape.find(_NEXT_CAPITAL, at + 1)
    return False


def _ends_sentence(word: str) -> bool:
    """A stop after a word that is neither cut short nor a title ends the sentence before a name."""
    return word.endswith(".") and len(word) > _CUT_SHORT and fold(word).rstrip(".") not in _titles()


def _begins_sentence(text: str, at: int) -> bool:
    """The first word of a sentence has a capital whether or not it belongs to a name."""
    return text[max(0, at - 4) : at].rstrip()[-1:] in {"", ".", "!", "?", ":", "”", '"'}


def _without_title(name: str, *, after_article: bool) -> str:
    """Drop ``Dr`` and ``Director`` before a name, and any noun that follows an article."""
    parts = name.split()
    while len(parts) > 2 and (after_article or fold(parts[0]).rstrip(".") in _titles()):
        parts = parts[1:]
        after_article = False
    return " ".join(parts)


@cache
def _titles() -> frozenset[str]:
    asking = {word for word in words("asked_by") | words("written_by") if len(word) > _SHORT}
    return words("honorifics") | words("posts") | asking
