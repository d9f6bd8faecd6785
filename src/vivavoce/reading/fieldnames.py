"""What programs call the parts of a transcript: who speaks, the words, when they begin and end.

Keys of JSON and heads of columns; those of columns are compared without signs and capitals, so that
``Start Time`` and ``start_time`` are one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

TEXT: Final = ("body", "text", "transcript", "content", "value", "sentence")
SPEAKER: Final = (
    "speaker",
    "speaker_label",
    "speakerName",
    "speaker_name",
    "name",
    "channel_name",
)
START: Final = ("startTime", "start_time", "start", "begin", "from", "ts", "time")
END: Final = ("endTime", "end_time", "end", "to", "end_ts")
_NONE: Final = -1


class Columns(NamedTuple):
    """The places of the columns of a transcript in its rows, -1 where there is none."""

    text: int
    speaker: int
    start: int
    end: int
    others: tuple[int, ...]
    """The places of columns that may say more: neither these nor times, numbers and measures."""


def columns_named(heads: Sequence[str]) -> Columns | None:
    """Return which columns *heads* name; None where words and a speaker or a time are not there."""
    kinds = [_KINDS.get(_folded(head), "") for head in heads]
    text, speaker, start, end = (
        _first(kinds, kind) for kind in ("text", "speaker", "start", "end")
    )
    if text == _NONE or speaker == start == _NONE:
        return None
    others = tuple(
        place
        for place, kind in enumerate(kinds)
        if kind in {"", "text", "speaker"} and place not in {text, speaker}
    )
    return Columns(text, speaker, start, end, others)


def _first(kinds: list[str], kind: str) -> int:
    return kinds.index(kind) if kind in kinds else _NONE


def _folded(head: str) -> str:
    return "".join(filter(str.isalnum, head)).casefold()


_MORE: Final = {
    "text": "utterance what speech words message transcription dialogue 内容 文本 內容 发言 發言",
    "speaker": "speakers participant person who sprecher locuteur hablante 说话人 发言人 發言人",
    "start": "timestamp timecode starttimecode zeit debut inicio 时间 开始时间 時間 開始",
    "end": "endtimecode ende fin 结束时间 終了",
    "number": "no nr index id number line segment duration confidence language 序号",
}
"""Further heads of columns; numbers and measures are known so as to be left out."""
_KINDS: Final[dict[str, str]] = {
    _folded(name): kind
    for kind, names in (
        *((kind, tuple(names.split())) for kind, names in _MORE.items()),
        ("text", TEXT),
        ("speaker", SPEAKER),
        ("start", START),
        ("end", END),
    )
    for name in names
} | {"": "number"}
