"""Who speaks when and how much, drawn: a lane for each person, time running with the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from pandoc_vivavoce.command.inspection import Share, length_of
from vivavoce.interview import Interview

COLOURS = (
    ("#8a3d1a", "#e0a878"),
    ("#1f5a7a", "#7fb8d6"),
    ("#4a6b1f", "#a9cc74"),
    ("#6b3a7a", "#caa0dc"),
    ("#7a6410", "#dcc568"),
    ("#276a5c", "#7fcbb9"),
)
"""One for each person, on light and on dark; each has a contrast of at least 4.5 to its paper."""
_WIDTH = 1000
_HEIGHT = 20
_GAP = 1
_LEAST = 2


def timeline(interview: Interview, people: Sequence[Share]) -> str:
    """Return the timeline of *interview* as HTML; *people* are the lanes, top to bottom.

    The names are text beside the drawing, so that they keep their size where the page is narrow.
    """
    lanes: dict[str, list[str]] = {share.participant.id: [] for share in people}
    for speaker, bar in _bars(interview):
        lanes.get(speaker, []).append(bar)
    said = ", ".join(f"{share.name} {share.share:.0%}" for share in people)
    shown = "".join(
        _lane(share, number, lanes[share.participant.id]) for number, share in enumerate(people)
    )
    label = escape(f"Who speaks when: {said}")
    return f'<figure class="timeline" role="img" aria-label="{label}">\n{shown}</figure>\n'


def _lane(share: Share, number: int, bars: Sequence[str]) -> str:
    middle = _HEIGHT / 2
    return (
        f'<div class="lane who-{number % len(COLOURS) + 1}"><span class="name">'
        f'{escape(share.name)}</span><svg viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'preserveAspectRatio="none"><path d="M0 {middle:g}H{_WIDTH}" class="line"/>'
        f'{"".join(bars)}</svg><span class="share">{share.share:.0%}</span></div>\n'
    )


def _bars(interview: Interview) -> Iterator[tuple[str, str]]:
    """Yield, for each turn, who speaks and the bar that shows it."""
    lengths = [length_of(turn) for turn in interview.turns]
    scale = _WIDTH / (sum(lengths) or 1)
    at = 0.0
    for turn, length in zip(interview.turns, lengths, strict=True):
        width = length * scale
        shown = max(width - _GAP, _LEAST)
        yield (
            turn.speaker,
            f'<rect x="{at:.1f}" width="{shown:.1f}" height="{_HEIGHT}"/>',
        )
        at += width
