"""No type sets the questions apart: they are paragraphs that ask and say *you*, or are counted."""

from __future__ import annotations

from typing import Final

from vivavoce.conventions._alternate import alternate
from vivavoce.conventions._cues import propose
from vivavoce.model import Proposal
from vivavoce.patterns import lazy_pattern
from vivavoce.recognition.address import says_you
from vivavoce.recognition.document import Document, Line

_LONGEST: Final = 400
_FEW: Final = 4
_TO_SOMEBODY: Final = 0.6
_MARKS: Final = frozenset("■◆●▼▲★◇□○▽△☆※▶►")
_ROW: Final = 3
_NUMBER: Final = lazy_pattern(r"(\d{1,3})[.)、．]\s*(?=\D)")


def plain_question(document: Document) -> Proposal | None:
    """Propose a question for every short paragraph that asks, where most of them say *you*
    or, in what is called an interview, they are counted or stand under one mark."""
    asked = [line for line in document.lines if _asks(line)]
    if not (_to_somebody(asked) or (document.is_announced and _set_off(asked))):
        return None
    return propose("plain-question", alternate(document, _asks))


def _to_somebody(asked: list[Line]) -> bool:
    you = sum(says_you(line.text) for line in asked)
    return len(asked) >= _FEW and you >= _TO_SOMEBODY * len(asked)


def _set_off(asked: list[Line]) -> bool:
    """Are the questions counted, 1, 2, 3, or under one mark, and does no other paragraph ask?"""
    if len(asked) >= _ROW and len({line.text[0] for line in asked}) == 1:
        return asked[0].text[0] in _MARKS
    numbers = [match.group(1) for line in asked if (match := _NUMBER.match(line.text))]
    return len(numbers) >= _ROW and numbers == [str(at) for at in range(1, len(asked) + 1)]


def _asks(line: Line) -> bool:
    return line.asks and line.kind == "paragraph" and len(line.text) <= _LONGEST
