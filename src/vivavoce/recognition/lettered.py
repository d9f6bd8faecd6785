"""Labels that only a full stop parts from the speech: letters, initials, names in capitals."""

from __future__ import annotations

from typing import Final

from vivavoce.lexicon import words
from vivavoce.patterns import lazy_pattern

_LONGEST: Final = 64
_NUMBERED: Final = lazy_pattern(r"(Q&A|[QA] ?#?\d{1,3})[.．)]\s*(?=\S)")
_INITIALS: Final = lazy_pattern(r"((?:[^\W\d_a-z]\.){2,3})\s+(?=\S)")
_LETTER: Final = lazy_pattern(r"([^\W\d_])\s?[.．)/]\s*(?=\S)|([QA]\d{1,3})[.．)]\s*(?=\S)")
_BARE_LETTER: Final = lazy_pattern(
    r"(Q)\s+(?=[^\W\d_a-z])|(A)\s+(?=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])"
)
"""Nothing but a space follows the letter in transcripts of briefings, and in Asian scripts."""
_CAPITALS: Final = r"(?:[^\W\d_]['’-]?){2,}"
_CAPITALS_STOP: Final = lazy_pattern(
    rf"((?:(?:The|[A-Z][a-z]{{1,3}}\.) )?({_CAPITALS}(?: {_CAPITALS}){{0,2}}))\.\s+(?=\S)"
)


def lettered(text: str, at: int) -> tuple[str, int, str] | None:
    """Return the label that opens *text* at the offset *at*, or None.

    ``Q. speech``, ``A.M. speech``, ``Mr. HOLT. speech``: what is printed of it, the offset at which
    the speech begins, and what parts the two.
    """
    if text[at + 1 : at + 2].isalpha():
        return _capitals(text, at)
    match = _NUMBERED.match(text, at) or _INITIALS.match(text, at)
    if match:
        return match.group(1).strip(), match.end(), "."
    letter = _LETTER.match(text, at)
    if letter is None:
        bare = _BARE_LETTER.match(text, at)
        return (text[at], bare.end(), " ") if bare else None
    printed = letter.group(1) or letter.group(2)
    if printed[0] not in "ＱＡ" and not any(
        printed.casefold()[0] in pair for pair in words("pairs")
    ):
        return None
    return printed, letter.end(), "/" if "/" in letter.group(0) else "."


def _capitals(text: str, at: int) -> tuple[str, int, str] | None:
    """``Mr. HOLT. speech``: a name in capitals and a full stop, as records of parliaments print."""
    if not text[at].isupper() or text.find(".", at, at + _LONGEST + 1) < 0:
        return None
    if text[at + 1].islower() and not _may_be_title(text, at):
        return None
    match = _CAPITALS_STOP.match(text, at)
    if match is None or not match.group(2).isupper():
        return None
    return match.group(1), match.end(), "."


def _may_be_title(text: str, at: int) -> bool:
    """Could ``The`` or a title such as ``Mr.`` stand here? Most lines begin with another word."""
    return text[at + 3 : at + 4] == " " or "." in text[at : at + 5]
