"""Plain text: paragraphs between empty lines, and the exports of transcription programs.

A line break stays where a turn seems to begin in the next line; other lines of a paragraph were
broken to fit a width and are joined. In the form ``Name  0:00`` with the speech below, the line
of name and time becomes the cues of the paragraphs that follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from vivavoce.linestarts import CLOCK, begins_turn, begins_with_label
from vivavoce.model import Block, Cues, Run
from vivavoce.runs import RunBuilder, text_of
from vivavoce.timestamps import seconds_of

_EMPTY_LINES: Final = re.compile(r"\n[ \t\u3000]*\n\s*")
_TIME: Final = rf"{CLOCK}(?:\s?[AaPp]\.?[Mm]\b\.?)?"
"""A time within the recording, or in a record of messages the time of day."""
_NAME_AND_TIME: Final = re.compile(
    rf"([^\W\d_][^\n:：\t]{{0,50}}?)(?:[ ]{{2,}}|\t+|\s*[(\[（])({_TIME})[)\]）]?:?"
)
_SHORT_NAME: Final = r"[^\W\d_][^\n:：\t.!?。？！,，]{0,40}?"
_STAMP: Final = rf"[\[(（]?({_TIME})(?:[.,]\d+)?[\])）]?"
_HABITS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<name>{_SHORT_NAME})[ ]{_STAMP}\n",
        rf"{_STAMP}\s*(?:[-–—]\s*)?(?P<name>{_SHORT_NAME})[ ]*\n",
        rf"(?P<name>{_SHORT_NAME})[ ]*\n{_STAMP}[ ]*\n",
        rf"(?P<name>{_SHORT_NAME})[ ]*[\[(（]({_TIME})(?:[.,]\d+)?[\])）][ ]*(?=\S)",
    )
)
"""Ways to open a turn that are believed where most paragraphs of a file do so: ``Name 0:00``,
``0:00 Name`` and name and time in two lines, with the speech below; ``Name [0:00] speech``."""
_MANY_LINES: Final = 0.5
_FEW: Final = 3
_LONGEST_TITLE: Final = 100
_LONGEST_HEAD: Final = 40
_MARKS: Final = re.compile(r"[!?,;]|\w{3,}\.")


def read_plain(text: str) -> tuple[Block, ...]:
    """Return the paragraphs of plain *text*."""
    speaker, start = "", None
    blocks: list[Block] = []
    chunks = _EMPTY_LINES.split(text.strip("\ufeff\n"))
    if len(chunks) > 1 and _is_title(chunks[0]):
        title = chunks.pop(0).strip()
        blocks.append(Block("heading", (Run(title),), title, level=1))
    habit = _habit_of(chunks)
    for chunk in chunks:
        head, _, rest = chunk.partition("\n")
        named = _NAME_AND_TIME.fullmatch(head.strip())
        opened = habit.match(chunk) if habit and not named else None
        if named:
            speaker, start = named.group(1).strip(), seconds_of(named.group(2))
        elif opened:
            clock = next(group for group in opened.groups() if group and group[0].isdigit())
            speaker, start = opened["name"].strip(), seconds_of(clock)
            rest = chunk[opened.end() :]
        elif begins_with_label(head):
            speaker, start = "", None
        for runs in _paragraphs(rest if named or opened else chunk):
            cues = Cues(speaker=speaker, start=start)
            blocks.append(Block("paragraph", runs, text_of(runs), cues=cues))
    return tuple(blocks)


def _habit_of(chunks: list[str]) -> re.Pattern[str] | None:
    """Return the way in which at least half of the *chunks*, and three, open.

    The names come back, as those in a programme with times do not.
    """
    for habit in _HABITS:
        names = [match["name"].strip() for chunk in chunks if (match := habit.match(chunk))]
        if len(names) >= max(_FEW, len(chunks) * _MANY_LINES) and len(set(names)) < len(names):
            return habit
    return None


def _is_title(chunk: str) -> bool:
    """One short first line that is neither a sentence nor a turn."""
    line = chunk.strip()
    if "\n" in line or not 2 < len(line) <= _LONGEST_TITLE or begins_with_label(line):
        return False
    return _NAME_AND_TIME.fullmatch(line) is None and line[-1].isalnum()


def _paragraphs(chunk: str) -> Iterator[tuple[Run, ...]]:
    """Yield the paragraphs of a chunk without empty lines: one, or a line each for a log."""
    lines = [line for line in chunk.split("\n") if line.strip()]
    begin = [begins_turn(line) for line in lines]
    is_log = len(lines) > 1 and sum(begin) >= len(lines) * _MANY_LINES
    is_headed = len(lines) > 1 and _is_head(lines[0]) and not lines[1].isupper()
    builder = RunBuilder()
    for place, (line, begins) in enumerate(zip(lines, begin, strict=True)):
        if builder and ((is_log and begins) or (is_headed and place == 1)):
            yield builder.finish()
        elif builder:
            builder.add_text("\n", ())
        builder.add_text(line, ())
    if builder:
        yield builder.finish()


def _is_head(line: str) -> bool:
    """A line of capitals alone, as scripts and records print who speaks above the speech."""
    return line.isupper() and len(line) <= _LONGEST_HEAD and _MARKS.search(line) is None
