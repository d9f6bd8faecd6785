"""The drawing of a cover: its title, its people, and the score of its conversation.

The score draws each turn as a bar, questions from the left and answers from the right, as long as
the turn: no two conversations look alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from pandoc_vivavoce.books.book import Book, by_lines, names_on_title
from pandoc_vivavoce.books.cover_lines import fit, wrap
from pandoc_vivavoce.books.directions import way_of
from pandoc_vivavoce.books.pdf.fonts import script_key, table
from pandoc_vivavoce.books.questions import columns
from vivavoce.interview import Interview, Text, Turn
from vivavoce.persons import role_class

WIDTH, HEIGHT = 1200, 1920
_MARGIN = 120
_PAPER, _INK, _ACCENT = "#f6f2ea", "#24211d", "#8a3d1a"
_LINE = 1.22
_TITLE_HEIGHT = 490
_SCORE = 1130
"""Where the score begins at the earliest, from above."""
_MOST_BARS = 48
_MOST_NAMES = 4
_NAME_WIDTH = 42
"""A longer line of names, in columns, is left out."""
_RIGHT_TO_LEFT_MARK = "\u200f"
_SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" \
viewBox="0 0 {width} {height}" font-family="{fonts}" xml:lang="{lang}" role="img">
<title>{title}</title>
<rect width="100%" height="100%" fill="{paper}"/>
<g text-anchor="middle">{body}</g>
</svg>
"""


@dataclass(frozen=True, slots=True)
class Bar:
    """One turn of the score."""

    asks: bool
    """It is a question."""
    length: int
    """In characters."""


def cover_svg(book: Book) -> str:
    """Return the cover of *book* as SVG."""
    size, lines = fit(book.title, WIDTH - 2 * _MARGIN, _TITLE_HEIGHT)
    top = _MARGIN + 2.2 * size
    title = _text_lines(lines, size, top, _INK)
    below = top + len(lines) * size * _LINE + 30
    subtitle = wrap(book.subtitle, 42)[:2] if book.subtitle else []
    under = _text_lines(subtitle, 48, below, _INK)
    below += len(subtitle) * 48 * _LINE + (30 if subtitle else 0)
    names = _names(book)
    people = _text_lines(names, 44, below + 44, _ACCENT)
    begin = max(_SCORE, round(below + (len(names) + 2) * 44 * _LINE))
    score = "".join(_score(list(_bars_of(book)), begin, HEIGHT - _MARGIN))
    return _SVG.format(
        width=WIDTH,
        height=HEIGHT,
        paper=_PAPER,
        fonts=escape(_families(book.lang)),
        lang=escape(book.lang),
        body=title + under + people + score,
        title=escape(book.title),
    )


def _names(book: Book) -> list[str]:
    """Return the lines that name authors or editors, then a few people, as far as they fit."""
    names = [*by_lines(book), *names_on_title(book)][:_MOST_NAMES]
    return [name for name in names if columns(name) <= _NAME_WIDTH]


def _families(lang: str) -> str:
    keys = dict.fromkeys((script_key(lang), "latin"))
    return ", ".join(f"'{family}'" for key in keys for family in table()[key]) + ", serif"


def _text_lines(lines: Sequence[str], size: int, top: float, fill: str) -> str:
    return "".join(
        f'<text x="{WIDTH / 2:g}" y="{top + number * size * _LINE:g}" '
        f'font-size="{size}" fill="{fill}">{escape(_marked(line))}</text>'
        for number, line in enumerate(lines)
    )


def _marked(line: str) -> str:
    """Put marks around a line from right to left, which punctuation at its ends goes by."""
    return f"{_RIGHT_TO_LEFT_MARK}{line}{_RIGHT_TO_LEFT_MARK}" if way_of(line) == "rtl" else line


def _bars_of(book: Book) -> Iterator[Bar]:
    """Yield a bar for each turn of *book*, evenly chosen where there are very many."""
    bars = [bar for chapter in book.chapters for bar in _bars(chapter.interview)]
    step = max(1, -(-len(bars) // _MOST_BARS)) | 1
    yield from bars[::step] if len(bars) > _MOST_BARS else bars


def _bars(interview: Interview) -> Iterator[Bar]:
    people = {person.id: person for person in interview.participants}
    for turn in interview.turns:
        yield Bar(role_class(people.get(turn.speaker)) == "question", _length(turn))


def _length(turn: Turn) -> int:
    leaves = Interview(blocks=(turn,)).walk()
    return sum(len(leaf.text) for leaf in leaves if isinstance(leaf, Text))


def _score(bars: list[Bar], top: int, bottom: int) -> Iterator[str]:
    """Draw *bars* between *top* and *bottom*; lengths are in the scale of square roots."""
    if not bars:
        return
    pitch = min((bottom - top) / len(bars), 34)
    longest = max(bar.length for bar in bars) or 1
    room = (WIDTH - 2 * _MARGIN) * 0.78
    start = bottom - pitch * len(bars)
    for number, bar in enumerate(bars):
        width = max(room * (bar.length / longest) ** 0.5, 10)
        left = _MARGIN if bar.asks else WIDTH - _MARGIN - width
        fill = _ACCENT if bar.asks else _INK
        yield (
            f'<rect x="{left:.1f}" y="{start + number * pitch:.1f}" width="{width:.1f}" '
            f'height="{pitch * 0.42:.1f}" fill="{fill}"/>'
        )
