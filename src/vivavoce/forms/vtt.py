"""The conversation as WebVTT: a cue for each paragraph, with its speaker as the voice.

Times that the document prints are kept. Others are estimated from how fast people speak, and a
comment says so. What nobody says stands in comments, since every cue is somebody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf
from typing import Final

from vivavoce.forms.tree import Step, steps
from vivavoce.interview import Interview, Text, Turn
from vivavoce.persons import display_name
from vivavoce.spaces import is_cjk
from vivavoce.words import words_for

_ESTIMATED: Final = "Times are estimated from the length of the text."
_SECONDS_OF_LETTER: Final = 1 / 15
"""About 150 words of English in a minute."""
_SECONDS_OF_CJK: Final = 1 / 4.5
"""About 270 Chinese or Japanese characters in a minute."""
_SHORTEST: Final = 1.0
_TICK: Final = 0.001
"""A cue must end after it begins."""
_BLANK_LINES: Final = re.compile(r"\s*\n\s*")


def to_vtt(interview: Interview) -> str:
    """Return *interview* as a WebVTT file."""
    words = words_for(interview.metadata.lang)
    names = {person.id: display_name(person, words) for person in interview.participants}
    times = iter(_spans(interview.turns))
    blocks = ["WEBVTT", *_opening_notes(interview)]
    is_said = False
    for step, node in steps(interview.blocks):
        if isinstance(node, Turn):
            is_said = step is Step.ENTER
            if is_said:
                voice = _voice(names.get(node.speaker, node.speaker))
                blocks.extend(_cues(node, voice, next(times)))
        elif isinstance(node, Text) and node.text and not is_said:
            blocks.append(_note(node.text))
    return "\n\n".join(blocks) + "\n"


def turn_times(turns: tuple[Turn, ...]) -> list[tuple[float, float]]:
    """Return when each of *turns* begins and ends, in seconds; never before the one before.

    A turn whose end is not known lasts as long as it takes to say it, or until the next known
    beginning. A beginning that is not after the one before is as good as unknown.
    """
    times: list[tuple[float, float]] = []
    start = end = 0.0
    beginnings = [turn.start for turn in turns[1:]]
    for turn, following in zip(turns, [*beginnings, None], strict=False):
        stated = turn.start if not times or (turn.start or 0.0) > start else None
        start = end if stated is None else max(start, stated)
        end = start + max(_SHORTEST, sum(map(_seconds_of, _leaves(turn))))
        if turn.end is not None and turn.end > start:
            end = turn.end
        elif following is not None and following > start:
            end = min(end, following)
        times.append((start, end))
    return times


def _spans(turns: tuple[Turn, ...]) -> Iterator[tuple[float, float, float]]:
    """Yield when each of *turns* begins and ends, and when the last of its cues must have begun.

    People speak at once: the end of a turn may come after the beginning of the next.
    """
    times = turn_times(turns)
    for (start, end), (following, _) in zip(times, [*times[1:], (inf, inf)], strict=True):
        yield start, end, min(end, following)


def _opening_notes(interview: Interview) -> Iterator[str]:
    known = (interview.metadata.title, interview.metadata.subtitle)
    yield from (_note(text) for text in known if text)
    if any(turn.start is None for turn in interview.turns):
        yield _note(_ESTIMATED)


def _leaves(turn: Turn) -> Iterator[Text]:
    """Yield the leaves of *turn* that say something."""
    return (node for _, node in steps(turn.blocks) if isinstance(node, Text) and node.text)


def _seconds_of(leaf: Text) -> float:
    cjk = sum(map(is_cjk, leaf.text))
    return cjk * _SECONDS_OF_CJK + (len(leaf.text) - cjk) * _SECONDS_OF_LETTER


def _cues(turn: Turn, voice: str, span: tuple[float, float, float]) -> Iterator[str]:
    """Yield a cue for each leaf of *turn*; they share its time by their length."""
    leaves = list(_leaves(turn))
    start, end, latest = span
    per_second = (latest - start) / (sum(map(_seconds_of, leaves)) or 1.0)
    for place, leaf in enumerate(leaves, 1):
        until = end if place == len(leaves) else start + per_second * _seconds_of(leaf)
        until = max(until, start + _TICK)
        text = _escaped(_BLANK_LINES.sub("\n", leaf.text.strip()))
        yield f"{_stamp(start)} --> {_stamp(until)}\n<v {voice}>{text}"
        start = min(until, max(start, latest))


def _voice(name: str) -> str:
    return _escaped(" ".join(name.split()))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _note(text: str) -> str:
    """Return a comment; it may hold neither an arrow nor an empty line."""
    return "NOTE\n" + _BLANK_LINES.sub("\n", text.strip()).replace("-->", "-- >")


def _stamp(seconds: float) -> str:
    """Return *seconds* as hours, minutes, seconds and milliseconds."""
    whole = round(seconds * 1000)
    minutes, milliseconds = divmod(whole, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{milliseconds / 1000:06.3f}"
