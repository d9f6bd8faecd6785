"""Plain text: paragraphs between empty lines, and the exports of transcription programs.

A line break stays where a turn seems to begin in the next line; other lines of a paragraph were
broken to fit a width and are joined. In the form ``Name  0:00`` with the speech below, the line
of name and time becomes the cues of the paragraphs that follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vivavoce.linestarts import CLOCK, begins_turn, begins_with_label
from vivavoce.model import Block, Cues, Run
from vivavoce.runs import RunBuilder, text_of
from vivavoce.timestamps import seconds_of

_EMPTY_LINES = re.compile(r"\n[ \t\u3000]*\n\s*")
_NAME_AND_TIME = re.compile(
    rf"([^\W\d_][^\n:：\t]{{0,50}}?)(?:[ ]{{2,}}|\t+|\s*[(\[（])({CLOCK})[)\]）]?:?"
)
_MANY_LINES = 0.5
_LONGEST_TITLE = 100


def read_plain(text: str) -> tuple[Block, ...]:
    """Return the paragraphs of plain *text*."""
    speaker, start = "", None
    blocks: list[Block] = []
    chunks = _EMPTY_LINES.split(text.strip("\ufeff\n"))
    if len(chunks) > 1 and _is_title(chunks[0]):
        title = chunks.pop(0).strip()
        blocks.append(Block("heading", (Run(title),), title, level=1))
    for chunk in chunks:
        head, _, rest = chunk.partition("\n")
        named = _NAME_AND_TIME.fullmatch(head.strip())
        if named:
            speaker, start = named.group(1).strip(), seconds_of(named.group(2))
        elif begins_with_label(head):
            speaker, start = "", None
        for runs in _paragraphs(rest if named else chunk):
            cues = Cues(speaker=speaker, start=start)
            blocks.append(Block("paragraph", runs, text_of(runs), cues=cues))
    return tuple(blocks)


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
    builder = RunBuilder()
    for line, begins in zip(lines, begin, strict=True):
        if builder and is_log and begins:
            yield builder.finish()
        elif builder:
            builder.add_text("\n", ())
        builder.add_text(line, ())
    if builder:
        yield builder.finish()
