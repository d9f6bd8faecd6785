"""Transcripts as JSON: the Podcasting 2.0 form and its relatives.

Read are objects with a list of ``segments`` (Podcasting 2.0: ``speaker``, ``startTime``,
``endTime``, ``body``; Whisper: ``start``, ``end``, ``text``), of ``utterances`` or of
``monologues``, also inside ``results``, or such a list itself.
"""

from __future__ import annotations

from typing import Any, Final

from vivavoce.problems import InputError
from vivavoce.reading.fieldnames import END, SPEAKER, START, TEXT
from vivavoce.reading.jsontext import load_json
from vivavoce.reading.transcripts.segments import Segment
from vivavoce.timestamps import seconds_of

_LISTS: Final = (
    "segments",
    "utterances",
    "monologues",
    "transcript",
    "cues",
    "paragraphs",
    "entries",
)
_OUTER: Final = ("results", "result", "transcription", "data", "response")
_LONGEST: Final = 10**9
"""Seconds; a time beyond is none, nor is what is no number."""


def read_podcast_json(text: str) -> tuple[Segment, ...]:
    """Return the segments of a JSON transcript.

    Raises InputError if *text* is not JSON or holds no list of segments.
    """
    try:
        data = load_json(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"the input is not valid JSON: {error}") from error
    items = _items(data)
    if items is None:
        raise InputError(
            "the JSON holds no transcript; expected an object with a list of segments, each with "
            "speaker, startTime and body (Podcasting 2.0) or start and text"
        )
    return tuple(_segment(item) for item in items if isinstance(item, dict))


def _items(data: Any) -> list[Any] | None:
    if isinstance(data, list):
        return data if data and isinstance(data[0], dict) and _text_of(data[0]) else None
    if not isinstance(data, dict):
        return None
    for key in _LISTS:
        if isinstance(data.get(key), list):
            return list(data[key])
    for key in _OUTER:
        if isinstance(data.get(key), dict | list) and (found := _items(data[key])) is not None:
            return found
    return None


def _segment(item: dict[str, Any]) -> Segment:
    return Segment(((_text_of(item), ()),), _time(item, START), _time(item, END), _speaker(item))


def _text_of(item: dict[str, Any]) -> str:
    for key in TEXT:
        if isinstance(item.get(key), str):
            return str(item[key])
    words = item.get("words") or item.get("elements")
    known = [word for word in words if isinstance(word, dict)] if isinstance(words, list) else []
    shown = [word.get("value") or word.get("word") or word.get("text") for word in known]
    joined = "".join if "elements" in item else " ".join
    return joined(str(word) for word in shown if word)


def _speaker(item: dict[str, Any]) -> str:
    for key in SPEAKER:
        value = item.get(key)
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, str):
            return value.strip()
        if isinstance(value, int) and not isinstance(value, bool):
            return f"Speaker {value}"
    return ""


def _time(item: dict[str, Any], keys: tuple[str, ...]) -> float | None:
    for key in keys:
        value = item.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value) if abs(value) < _LONGEST else None
        if isinstance(value, str):
            return seconds_of(value)
    return None
