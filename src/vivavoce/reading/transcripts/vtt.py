"""WebVTT (https://www.w3.org/TR/webvtt1/): cues, and in them the voices that speak."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Final

from vivavoce.model import Mark, MarkKind
from vivavoce.reading.transcripts.segments import Segment
from vivavoce.reading.transcripts.timed import timed_texts

_STAMP: Final = r"(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_TIMING: Final = re.compile(rf"\s*({_STAMP})\s*-->(?:\s*({_STAMP}))?")
_TAG: Final = re.compile(r"<(/?)([a-z]*)((?:\.[^\s<>.]+)*)(?:[ \t]+([^<>]*))?>|<\d[\d:.,]*>")
_KINDS: Final[dict[str, MarkKind]] = {"b": "strong", "i": "emphasis", "u": "underline"}


def read_vtt(text: str) -> tuple[Segment, ...]:
    """Return the segments of a WebVTT file, one a voice and cue.

    A cue without a voice goes on with the last one, since many programs name a voice only where it
    changes. Headers, notes, styles and regions are left out.
    """
    segments: list[Segment] = []
    voice = ""
    for start, end, words in timed_texts(text, _TIMING):
        for part in _voices(words, voice):
            voice = part.name
            segments.append(Segment(tuple(part.pieces), start, end, part.name))
    return tuple(segments)


@dataclass(slots=True)
class _Voice:
    """What one voice says in a cue."""

    name: str
    pieces: list[tuple[str, tuple[Mark, ...]]] = field(default_factory=list)


def _voices(text: str, name: str) -> list[_Voice]:
    voices = [_Voice(name)]
    marks: tuple[Mark, ...] = ()
    at = 0
    for tag in _TAG.finditer(text):
        _add(voices[-1], text[at : tag.start()], marks)
        at = tag.end()
        closes, kind, _, annotation = tag.groups()
        if kind == "v" and not closes:
            voices.append(_Voice(html.unescape(annotation or "").strip()))
        elif kind in _KINDS:
            mark = Mark(_KINDS[kind])
            marks = tuple(m for m in marks if m != mark) if closes else (*marks, mark)
    _add(voices[-1], text[at:], marks)
    return [voice for voice in voices if any(text.strip() for text, _ in voice.pieces)]


def _add(voice: _Voice, text: str, marks: tuple[Mark, ...]) -> None:
    if text:
        voice.pieces.append((html.unescape(text), marks))
