"""Where a block is cut into lines: at its breaks, and where a label stands in the middle of it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Final

from vivavoce.lexicon import words
from vivavoce.model import Block
from vivavoce.patterns import lazy_pattern
from vivavoce.recognition.asking import GREEK_QUESTION, holds_question
from vivavoce.recognition.label import COLONS, parse_label
from vivavoce.recognition.names import fold, is_field, likeness, role_of_word

_LONGEST: Final = 40
_ENDED: Final = tuple(".!?。！？…”\"'")
_RUN_ON: Final = lazy_pattern(
    r"(?:^|(?<=[.!?。！？…”])|(?<=[.!?…”] ))"
    r"([^\s:：.!?。！？，,;；]{1,20}(?: [^\s:：.!?,;]{1,20}){0,2})[:：]"
)
"""A label at the start, or after the end of a sentence."""
_RETURNS: Final = 4
_NAME: Final = 0.9


def cuts(block: Block, starts: list[int]) -> list[int]:
    """Return the offsets at which lines of *block* after the first begin.

    *starts* are the offsets of its runs.
    """
    text = block.text
    found = [*_breaks(text), *_answers(text), *_returning(text)]
    if len(starts) > 1:
        found += _bold_labels(block, starts)
    return sorted(set(found)) if found else found


def _breaks(text: str) -> list[int]:
    if "\n" not in text:
        return []
    return [at + 1 for at, char in enumerate(text) if char == "\n"]


def _bold_labels(block: Block, starts: list[int]) -> list[int]:
    """Return where, past the beginning of a line, a bold run is a label with a colon."""
    found: list[int] = []
    for run, start in zip(block.runs, starts, strict=True):
        text = run.text.strip()
        if not (1 < len(text) <= _LONGEST and start and any(m.kind == "strong" for m in run.marks)):
            continue
        end = start + len(run.text)
        after = block.text[end : end + 1]
        has_colon = text[-1] in COLONS or (after in COLONS and after)
        if has_colon and block.text[:start][-3:].rstrip().endswith(_ENDED):
            found.append(start)
    return found


def _answers(text: str) -> list[int]:
    """Return where the answer begins in a line that runs on from question to answer."""
    label = parse_label(text[: 2 * _LONGEST]) if holds_question(text[:-1]) else None
    if label is None:
        return []
    if role_of_word(label.printed) == "interviewer":
        return [match.start(1) for match in _partner().finditer(text)]
    asks = fold(label.printed) if label.separator in COLONS else ""
    letters = {pair[1] for pair in words("pairs") if pair[0] == asks}
    return [
        match.start(1)
        for match in (_partner().finditer(text) if letters else ())
        if match[1].rstrip(f" {COLONS}").casefold() in letters
    ]


@cache
def _partner() -> re.Pattern[str]:
    """Match a word for the one who answers, with its colon or stop, after a question."""
    letters = {pair[1].upper() for pair in words("pairs")}
    both = sorted(letters | words("interviewee"), key=len, reverse=True)
    return re.compile(
        rf"(?:(?<=[?？؟])|(?<={GREEK_QUESTION}))\s*"
        rf"((?:{'|'.join(map(re.escape, both))})\s?(?:[:.．]\s|：))",
        re.IGNORECASE,
    )


def _returning(text: str) -> list[int]:
    """Return where labels stand in a paragraph that holds a whole talk without a break.

    At least two labels come back in it, each after the end of a sentence.
    """
    if text.count(":") + text.count("：") < _RETURNS:
        return []
    found = [(match.start(1), fold(match.group(1))) for match in _RUN_ON.finditer(text)]
    often = Counter(label for _, label in found)
    names = {label for label, count in often.items() if count > 1 and _may_speak(label)}
    return [at for at, label in found if label in names and at] if len(names) > 1 else []


def _may_speak(label: str) -> bool:
    """True where a folded *label* looks like somebody's."""
    if is_field(label):
        return False
    return role_of_word(label) is not None or likeness(label.title()) >= _NAME
