"""Who speaks when and how much, drawn: a row for each person, time running with the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from pandoc_vivavoce.command.inspection import Share, length_of
from vivavoce.model import Interview

COLOURS = (
    ("#8a3d1a", "#e0a878"),
    ("#1f5a7a", "#7fb8d6"),
    ("#4a6b1f", "#a9cc74"),
    ("#6b3a7a", "#caa0dc"),
    ("#7a6410", "#dcc568"),
    ("#276a5c", "#7fcbb9"),
)
"""One for each person, on light and on dark; each has a contrast of at least 4.5 to its paper."""
_WIDTH, _ROW, _BAR, _LABELS, _SHARES = 960, 34, 20, 170, 60
_LEAST = 1.5
_MOST_LETTERS = 22


def timeline_svg(interview: Interview, people: Sequence[Share]) -> str:
    """Return the timeline of *interview* as SVG; *people* are the rows, top to bottom."""
    height = _ROW * len(people) + 8
    rows = {share.participant.id: number for number, share in enumerate(people)}
    body = "".join([*_names(people), *_bars(interview, rows)])
    said = ", ".join(f"{share.name} {share.share:.0%}" for share in people)
    return (
        f'<figure class="timeline"><svg viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'aria-label="{escape(f"Who speaks when: {said}")}">{body}</svg></figure>\n'
    )


def _names(people: Sequence[Share]) -> Iterator[str]:
    for number, share in enumerate(people):
        middle = number * _ROW + _ROW / 2 + 5
        name = share.name
        shown = name if len(name) <= _MOST_LETTERS else name[: _MOST_LETTERS - 1] + "…"
        yield f'<text x="{_LABELS - 12}" y="{middle:g}" class="name">{escape(shown)}</text>'
        line = number * _ROW + _ROW / 2
        end = _WIDTH - _SHARES
        yield f'<path d="M{_LABELS} {line:g}H{end}" class="line"/>'
        yield f'<text x="{_WIDTH}" y="{middle:g}" class="share">{share.share:.0%}</text>'


def _bars(interview: Interview, rows: dict[str, int]) -> Iterator[str]:
    lengths = [length_of(turn) for turn in interview.turns]
    scale = (_WIDTH - _LABELS - _SHARES) / (sum(lengths) or 1)
    at = float(_LABELS)
    for turn, length in zip(interview.turns, lengths, strict=True):
        row, width = rows.get(turn.speaker, 0), length * scale
        top = row * _ROW + (_ROW - _BAR) / 2
        yield (
            f'<rect x="{at:.1f}" y="{top:g}" width="{max(width - 1, _LEAST):.1f}" '
            f'height="{_BAR}" class="who-{row % len(COLOURS) + 1}"/>'
        )
        at += width
