"""Transcripts with times: one file a format, each a function from text to segments.

`SEGMENT_READERS` is the table of formats by suffix; `blocks_of` merges what they return into
paragraphs that can be read. Tables of text, which have problems besides, are read by `separated`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from vivavoce.reading.transcripts.podcast_json import read_podcast_json
from vivavoce.reading.transcripts.segments import Segment, blocks_of
from vivavoce.reading.transcripts.srt import read_srt
from vivavoce.reading.transcripts.vtt import read_vtt

__all__ = ["SEGMENT_READERS", "Segment", "blocks_of"]

SEGMENT_READERS: Final[tuple[tuple[str, Callable[[str], tuple[Segment, ...]]], ...]] = (
    (".vtt", read_vtt),
    (".srt", read_srt),
    (".json", read_podcast_json),
)
