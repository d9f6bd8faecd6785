"""A title cut into lines for a cover, each as large as the room allows."""

from __future__ import annotations

from collections.abc import Iterator

from pandoc_vivavoce.books.questions import columns

_SIZES = (116, 100, 86, 74, 62, 52, 44)
_COLUMN = 0.5
"""A column's width in em: half of a full-width character, a little more than a Latin letter."""
_MOST_LINES = 7
_STAYS = frozenset("，。、：；？！）》」』】…—")
"""Signs that do not begin a line."""


def fit(title: str, width: int, height: int) -> tuple[int, list[str]]:
    """Return a type size, and *title* cut into lines of it that fit *width* and *height*."""
    for size in _SIZES:
        lines = balanced(title, int(width / (size * _COLUMN)))
        if len(lines) * size <= height:
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
