"""Timed pieces of speech, and how they are merged into paragraphs.

Subtitles cut speech where the screen is full. Pieces of the same speaker are joined; a new
paragraph begins where another speaks, after a sentence that a pause of more than two seconds
follows, and at the first sentence end past 600 characters.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from vivavoce.linestarts import begins_turn, ends_sentence
from vivavoce.model import Block, Cues, Mark
from vivavoce.runs import RunBuilder, text_of

_PAUSE: Final = 2.0
_LONG: Final = 600
_TOO_LONG: Final = 2000


class Segment(NamedTuple):
    """One piece of speech as the transcript cuts it."""

    pieces: tuple[tuple[str, tuple[Mark, ...]], ...]
    """Text and how it is set apart."""
    start: float | None = None
    """When it begins, in seconds."""
    end: float | None = None
    speaker: str = ""
    """The voice; empty where none is named."""

    @property
    def text(self) -> str:
        """The characters of all pieces."""
        return "".join(text for text, _ in self.pieces)


def blocks_of(segments: Iterable[Segment]) -> tuple[Block, ...]:
    """Merge *segments* into paragraphs, each with speaker and times in its cues."""
    blocks: list[Block] = []
    gathered: list[Segment] = []
    length = 0
    for segment in segments:
        if not segment.text.strip():
            continue
        if gathered and _begins_paragraph(gathered[-1], segment, length):
            blocks.append(_paragraph(gathered))
            gathered, length = [], 0
        gathered.append(segment)
        length += len(segment.text)
    if gathered:
        blocks.append(_paragraph(gathered))
    return tuple(blocks)


def _begins_paragraph(last: Segment, segment: Segment, length: int) -> bool:
    if segment.speaker != last.speaker or length > _TOO_LONG:
        return True
    if not segment.speaker and begins_turn(segment.text):
        return True
    if not ends_sentence(last.text):
        return False
    return length > _LONG or _pause(last, segment) > _PAUSE


def _pause(last: Segment, segment: Segment) -> float:
    if last.end is None or segment.start is None:
        return 0.0
    return segment.start - last.end


def _paragraph(segments: list[Segment]) -> Block:
    builder = RunBuilder()
    for number, segment in enumerate(segments):
        if number:
            builder.add_text("\n", ())
        for text, marks in segment.pieces:
            builder.add_text(text, marks)
    runs = builder.finish()
    first, last = segments[0], segments[-1]
    cues = Cues(speaker=first.speaker, start=first.start, end=last.end)
    return Block("paragraph", runs, text_of(runs), cues=cues)
