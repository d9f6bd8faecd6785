"""How a line looks with which somebody may begin to speak, for readers that must keep its break.

A guess from the line alone and generous: it only keeps line breaks and cuts paragraphs; who speaks,
if anybody, is for recognition to say.
"""

from __future__ import annotations

from typing import Final

from vivavoce.patterns import lazy_pattern

CLOCK: Final = r"(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
"""A time of day within a recording, as a regular expression."""
_LABEL: Final = r"[^\s:：.。!?！？,，][^:：.。!?！？\n]{0,40}[:：](?!//|\d)"
_LETTER: Final = r"[QA]\d{0,3}[.．]\s"
_WIDE: Final = r"[^\W\d_]{1,8}\u3000(?=\S)"
"""A name and a wide space, as Japanese and Chinese records of talks part name and speech."""
_TURN: Final = lazy_pattern(
    rf"\s*(?:[\[(<]?{CLOCK}|[\[【（(][^\]】）)\n]{{1,40}}[\]】）)]|>>|<[^<>\s][^<>\n]{{0,40}}>|[-–—―]{{1,2}}\s?[^\W\d_]"
    rf"|\**{_LABEL}|{_LETTER}|{_WIDE})"
)
_LABELLED: Final = lazy_pattern(rf"\s*(?:[\[(]?{CLOCK}|\**{_LABEL}|{_WIDE})")
_SENTENCE_END: Final = lazy_pattern(r"[.?!。？！…:：][\"'”’」』）)\]】*_\s]*$")


def begins_turn(line: str) -> bool:
    """May *line* begin a turn: with a label, ``Q.``, a time, a name in brackets, ``>>``, a dash?"""
    return _TURN.match(line) is not None


def begins_with_label(line: str) -> bool:
    """Does *line* begin with a time, or with a short label and a colon or a wide space?"""
    return _LABELLED.match(line) is not None


def ends_sentence(text: str) -> bool:
    """Does *text* end a sentence, quotation marks and emphasis aside?"""
    return _SENTENCE_END.search(text[-16:]) is not None
