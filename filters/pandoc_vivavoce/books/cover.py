"""A cover for a book that has none: its title, its people, and the score of its conversation.

The score draws each turn as a bar, questions from the left and answers from the right, as long as
the turn: no two conversations look alike. It is drawn as SVG; where Typst is installed it becomes a
PNG, which every reading system shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from importlib.util import find_spec
from pathlib import Path

from pandoc_vivavoce.books.book import Book, by_lines, names_on_title
from pandoc_vivavoce.books.directions import way_of
from pandoc_vivavoce.books.pdf.fonts import script_key, table
from pandoc_vivavoce.books.questions import columns
from pandoc_vivavoce.errors import CallError
from pandoc_vivavoce.writing.pictures import PictureError, media_type, read_picture
from vivavoce.interview import Interview, Text, Turn
from vivavoce.persons import role_class

WIDTH, HEIGHT = 1200, 1920
_MARGIN = 120
_PAPER, _INK, _ACCENT = "#f6f2ea", "#24211d", "#8a3d1a"
_SIZES = (116, 100, 86, 74, 62, 52, 44)
_COLUMN = 0.5
"""A column's width in em: half of a full-width character, a little more than a Latin letter."""
_LINE = 1.22
_TITLE_HEIGHT = 490
_MOST_LINES = 7
_SCORE = 1130
"""Where the score begins at the earliest, from above."""
_MOST_BARS = 48
_MOST_NAMES = 4
_NAME_WIDTH = 42
"""A longer line of names, in columns, is left out."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One turn of the score."""

    asks: bool
    length: int
    """In characters."""


def cover_svg(book: Book) -> str:
    """Return the cover of *book* as SVG."""
    size, lines = fit(book.title)
    top = _MARGIN + 2.2 * size
    title = _text_lines(lines, size, top, _INK)
    below = top + len(lines) * size * _LINE + 30
    subtitle = wrap(book.subtitle, 42)[:2] if book.subtitle else []
    under = _text_lines(subtitle, 48, below, _INK)
    below += len(subtitle) * 48 * _LINE + (30 if subtitle else 0)
    names = _names(book)
    people = _text_lines(names, 44, below + 44, _ACCENT)
    begin = max(_SCORE, round(below + (len(names) + 2) * 44 * _LINE))
    score = "".join(_score(list(bars_of(book)), begin, HEIGHT - _MARGIN))
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


_RIGHT_TO_LEFT_MARK = "\u200f"
_SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" \
viewBox="0 0 {width} {height}" font-family="{fonts}" xml:lang="{lang}" role="img">
<title>{title}</title>
<rect width="100%" height="100%" fill="{paper}"/>
<g text-anchor="middle">{body}</g>
</svg>
"""


def _families(lang: str) -> str:
    keys = dict.fromkeys((script_key(lang), "latin"))
    return ", ".join(f"'{family}'" for key in keys for family in table()[key]) + ", serif"


def fit(title: str) -> tuple[int, list[str]]:
    """Return a type size in units of the drawing and *title* cut into lines that fit it."""
    for size in _SIZES:
        lines = balanced(title, int((WIDTH - 2 * _MARGIN) / (size * _COLUMN)))
        if len(lines) * size <= _TITLE_HEIGHT:
            return size, lines
    return _SIZES[-1], lines[:_MOST_LINES]


def balanced(text: str, width: int) -> list[str]:
    """Cut *text* into as few lines as *width* columns allow, all about equally long."""
    lines = wrap(text, width)
    for narrower in range(width - 1, width // 2, -1):
        tried = wrap(text, narrower)
        if len(tried) > len(lines):
            break
        lines = tried
    return lines


def wrap(text: str, width: int) -> list[str]:
    """Cut *text* into lines of at most *width* columns, at spaces or between wide characters."""
    lines = [""]
    for word in _units(text):
        if columns((lines[-1] + word).strip()) > width and lines[-1].strip():
            lines.append("")
        lines[-1] += word
    return [line.strip() for line in lines if line.strip()]


def _units(text: str) -> Iterator[str]:
    """Yield what must stay together: a word with the space before, one wide character alone."""
    unit = ""
    for character in text:
        is_wide = columns(character) == 2 and character not in _STAYS
        if character == " " or is_wide:
            yield unit
            unit = ""
        unit += character
        if is_wide:
            yield unit
            unit = ""
    yield unit


_STAYS = frozenset("，。、：；？！）》」』】…—")


def _text_lines(lines: Sequence[str], size: int, top: float, fill: str) -> str:
    return "".join(
        f'<text x="{WIDTH / 2:g}" y="{top + number * size * _LINE:g}" '
        f'font-size="{size}" fill="{fill}">{escape(_marked(line))}</text>'
        for number, line in enumerate(lines)
    )


def _marked(line: str) -> str:
    """Put marks around a line from right to left, which punctuation at its ends goes by."""
    return f"{_RIGHT_TO_LEFT_MARK}{line}{_RIGHT_TO_LEFT_MARK}" if way_of(line) == "rtl" else line


def bars_of(book: Book) -> Iterator[Bar]:
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


def make_cover(book: Book, wished: str) -> bytes:
    """Return the cover of *book*: the picture at the path *wished*, or one that is drawn.

    Empty where the wish is ``none``. Raises CallError where there is no picture at the path.
    """
    if wished == "none":
        return b""
    if wished:
        return _picture_at(Path(wished))
    return stated_cover(book) or drawn_cover(book)


def stated_cover(book: Book) -> bytes:
    """Return the picture that a single interview names as its own; empty where it is not there."""
    chapter = book.chapters[0]
    stated = chapter.interview.metadata.cover
    if not stated or not book.is_single:
        return b""
    try:
        return read_picture(stated, chapter.document.source.folder)
    except PictureError:
        return b""


def _picture_at(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CallError(str(path), f"the cover cannot be read: {error.strerror}") from error
    if not media_type(data):
        raise CallError(str(path), "the cover is no PNG, JPEG, GIF or WebP picture")
    return data


def drawn_cover(book: Book) -> bytes:
    """Return a cover made of the title, the names and the score, as PNG or else as SVG."""
    svg = cover_svg(book)
    return cover_png(svg) or svg.encode()


def cover_png(svg: str) -> bytes | None:
    """Return the drawing *svg* as a PNG; None where Typst is not installed."""
    if find_spec("typst") is None:
        return None
    import typst  # noqa: PLC0415 - dear, and part of an extra

    size = f"width: {WIDTH}pt, height: {HEIGHT}pt"
    source = f"#set page({size}, margin: 0pt)\n#image(bytes({_typst_string(svg)}), {size})"
    return typst.compile(source.encode(), format="png", ppi=72)


def _typst_string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
