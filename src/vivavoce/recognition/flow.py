"""From cues to a reading: who goes on speaking where no label is printed.

A turn runs on over paragraphs, lists, figures and headings until the next cue. What nobody says
(headings, captions, notes, stage directions) is passed over without ending it. After the last cue
the talk ends at the first heading, rule or credit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from vivavoce.model import Block, Cue, Part
from vivavoce.patterns import lazy_pattern
from vivavoce.recognition.address import says_i, says_you
from vivavoce.recognition.asides import is_heading_like
from vivavoce.recognition.document import Document
from vivavoce.recognition.ending import end_of_talk
from vivavoce.recognition.label import seconds
from vivavoce.recognition.silent import silent_kind
from vivavoce.recognition.talk import Talk

_ONLY_AMID_TALK: Final = frozenset({"note", "pull-quote", "stage-direction"})
_NEAR: Final = 8
_TELLS: Final = 20
"""Characters of the shortest paragraph that may tell something rather than go on speaking."""
_STAMP: Final = lazy_pattern(r"[\[(（【]((?:\d{1,2}:)?\d{1,3}:\d{2})(?:[.,]\d+)?[\])）】]:?\s+")
_OPENERS: Final = ("[", "(", "（", "【")


def read_flow(document: Document, talk: Talk) -> tuple[Part, ...]:
    """Return parts that cover every block of *document*, given the turns that *talk* opens.

    `Part.speaker` holds the folded label, or ``@interviewer`` and ``@interviewee`` where none is
    printed; `participants` replaces them by ids.
    """
    by_block: dict[int, list[Cue]] = {}
    for cue in talk.cues:
        by_block.setdefault(cue.block, []).append(cue)
    end = end_of_talk(document, talk)
    parts: list[Part] = []
    current: Cue | None = None
    pausing = False
    for index, block in enumerate(document.blocks):
        cues = by_block.get(index, [])
        if cues:
            parts.extend(_cut(talk, index, block, cues, current))
            current, pausing = cues[-1], False
        else:
            pausing = pausing or _opens_interlude(document, by_block, index)
            speaker = current if index < end and not pausing else None
            part = _whole(document, talk, index, speaker, after=index >= end)
            parts.append(_timed(block, part) if speaker else part)
    return tuple(parts)


def _opens_interlude(document: Document, by_block: Mapping[int, list[Cue]], index: int) -> bool:
    """True for a heading after which the page tells something before the talk goes on.

    Its paragraphs, up to the next turn, speak neither of *me* nor to *you*.
    """
    if not is_heading_like(document.blocks[index]):
        return False
    told = 0
    for following in range(index + 1, min(index + _NEAR, len(document.blocks))):
        block = document.blocks[following]
        if following in by_block:
            return told > 0
        if block.kind == "paragraph":
            if says_i(block.text) or says_you(block.text) or len(block.text) < _TELLS:
                return False
            told += 1
        elif block.kind == "heading":
            return False
    return False


def _cut(
    talk: Talk, index: int, block: Block, cues: list[Cue], current: Cue | None
) -> Iterator[Part]:
    """Cut one block at its cues; what stands before the first belongs to the current speaker."""
    first = cues[0].start
    is_first = not first or not block.text[:first].strip()
    if not is_first:
        yield _spoken(talk, index, first, current)
    ends = [cue.start for cue in cues[1:]]
    for cue, end in zip(cues, [*ends, len(block.text)], strict=True):
        begin = 0 if is_first and cue is cues[0] else cue.start
        speaker = talk.speaker_of(cue)
        made = (index, begin, cue.speech, end, "speech", speaker, cue.label, True, cue.time)
        yield tuple.__new__(Part, made)


def _spoken(talk: Talk, index: int, end: int, cue: Cue | None) -> Part:
    if cue is None:
        return Part(index, 0, 0, end, "introduction")
    return Part(index, 0, 0, end, "speech", talk.speaker_of(cue))


def _whole(document: Document, talk: Talk, index: int, current: Cue | None, *, after: bool) -> Part:
    """Read a block in which nobody begins to speak."""
    block = document.blocks[index]
    length = len(block.text)
    kind = silent_kind(document, talk, index)
    if current is None and kind in _ONLY_AMID_TALK:
        kind = None
    if kind is not None:
        return Part(index, 0, 0, length, kind)
    if current is None:
        return Part(index, 0, 0, length, "prose" if after else "introduction")
    return Part(index, 0, 0, length, "speech", talk.speaker_of(current))


def _timed(block: Block, part: Part) -> Part:
    """Begin a turn of its own where an unlabelled paragraph opens with a time in brackets."""
    stamp = _STAMP.match(block.text) if part.speaker and block.text.startswith(_OPENERS) else None
    if stamp is None:
        return part
    return part._replace(speech=stamp.end(), opens=True, time=seconds(stamp.group(1)))
