"""``– No, …``, ``――…``: a dash opens every answer, or every question, or every turn."""

from __future__ import annotations

from typing import Final

from vivavoce.conventions._cues import bare_cue, propose
from vivavoce.model import Cue, Proposal, Role
from vivavoce.patterns import lazy_pattern
from vivavoce.recognition.asking import puts_question
from vivavoce.recognition.document import Document, Line

_DASHES: Final = tuple("—–―─-")
_DASH: Final = lazy_pattern(r"(?:[—–―─]{1,2}|--|-(?!-))\s*(?=\S)")
_TOLD: Final = lazy_pattern(
    r"[?!…][»”]?\s?[—–]\s?[a-zß-öø-ÿа-џ]|[—–]\s?[a-zß-öø-ÿа-џ][^\W\d_]*(?: [^\W\d_]+){0,3}[.:]?$"
)
"""``— Who is it? — asked the man.``: within the line a dash parts what is said from who says it."""
_MANY_TOLD: Final = 3
_ALL: Final = 0.85
_LEAST_ASK: Final = 0.3
_MOST_ASK: Final = 0.6


def dashed_speech(document: Document) -> Proposal | None:
    """Propose a turn for every line that opens with a dash, and for the first line after it."""
    lines = [line for line in document.lines if line.kind == "paragraph"]
    marked = [(line, _mark(line)) for line in lines]
    dashed = [line for line, length in marked if length]
    if len(dashed) < 3 or (not document.is_announced and _is_story(dashed)):
        return None
    asking = _asking_turn(dashed)
    if asking >= 0:
        return propose("dashed-speech", _taking_turns(marked, asking))
    if len(dashed) >= _ALL * (len(lines) - lines.index(dashed[0])):
        return propose("dashed-speech", _all_dashed(marked))
    role: Role = "interviewer" if _mostly_ask(dashed) else "interviewee"
    other: Role = "interviewee" if role == "interviewer" else "interviewer"
    return propose("dashed-speech", _cues(marked, role, other))


def _is_story(dashed: list[Line]) -> bool:
    """Are many of the lines told, as in a novel?"""
    told = sum(_TOLD.search(line.text, 1) is not None for line in dashed)
    return told > 1 and told * _MANY_TOLD >= len(dashed)


def _asking_turn(dashed: list[Line]) -> int:
    """Return which of every two dashes asks, 0 or 1, where they plainly take turns; else -1.

    Then a question without its mark is known by its place.
    """
    asked = [at % 2 for at, line in enumerate(dashed) if puts_question(line.text)]
    if len(asked) < 2 or not _LEAST_ASK * len(dashed) <= len(asked) <= _MOST_ASK * len(dashed):
        return -1
    if sum(asked) >= _ALL * len(asked):
        return 1
    return 0 if sum(asked) <= (1 - _ALL) * len(asked) else -1


def _taking_turns(marked: list[tuple[Line, int]], asking: int) -> list[Cue]:
    dashed = [(line, length) for line, length in marked if length]
    return [
        bare_cue(line, "interviewer" if at % 2 == asking else "interviewee", skip=length)
        for at, (line, length) in enumerate(dashed)
    ]


def _all_dashed(marked: list[tuple[Line, int]]) -> list[Cue]:
    """Every turn opens with a dash: what asks is the interviewer's."""
    return [
        bare_cue(line, "interviewer" if line.asks else "interviewee", skip=length)
        for line, length in marked
        if length
    ]


def _cues(marked: list[tuple[Line, int]], role: Role, other: Role) -> list[Cue]:
    cues: list[Cue] = []
    last: Role | None = None
    first = next(index for index, (_, length) in enumerate(marked) if length)
    begin = first - 1 if other == "interviewer" and first and marked[first - 1][0].asks else first
    for line, length in marked[begin:]:
        if length:
            cues.append(bare_cue(line, role, skip=length))
            last = role
        elif last != other:
            cues.append(bare_cue(line, other))
            last = other
    return cues


def _mark(line: Line) -> int:
    match = _DASH.match(line.text) if line.text.startswith(_DASHES) else None
    return match.end() if match and match.end() < len(line.text) else 0


def _mostly_ask(lines: list[Line]) -> bool:
    return sum(line.asks for line in lines) * 2 >= len(lines)
