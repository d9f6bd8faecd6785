"""Inline text gathered into runs, and runs cut and joined.

The white space of the source collapses by the rules of `spaces`, also where a tag stands between.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from vivavoce.model import Image, Mark, Run
from vivavoce.spaces import is_cjk, is_plain, needs_space, tidy_space

__all__ = ["RunBuilder", "cut_apart", "cut_runs", "is_cjk", "split_lines", "strip_runs", "text_of"]

Marks = tuple[Mark, ...]

_LINE_SPACE: Final = " \t\xa0\u3000"
_AFTER_BREAK: Final = re.compile(rf"\n[{_LINE_SPACE}]+")


class RunBuilder:
    """Gathers the inline content of one block."""

    __slots__ = ("_pending", "_pieces")

    def __init__(self) -> None:
        self._pieces: list[tuple[str, Marks, Image | None]] = []
        self._pending: tuple[str, Marks] | None = None
        """White space seen but not yet needed, and the marks it stands in."""

    def __bool__(self) -> bool:
        return bool(self._pieces)

    def add_text(self, text: str, marks: Marks) -> None:
        """Add *text*, white space and all, set apart by *marks*."""
        if not self._pieces and text.isspace():
            return
        if not is_plain(text) or "  " in text:
            text = tidy_space(text)
        body = text.strip(" \n")
        if not body:
            self._want_space(text, marks)
            return
        if text[0] in " \n":
            self._want_space(text[0], marks)
        self._settle_space(body[0])
        self._pieces.append((body, marks, None))
        if text[-1] in " \n":
            self._want_space(text[-1], marks)

    def add_break(self, marks: Marks = ()) -> None:
        """Add a line break."""
        self._pending = None
        self._pieces.append(("\n", marks, None))

    def add_image(self, image: Image, marks: Marks) -> None:
        """Add a picture."""
        self._settle_space("")
        self._pieces.append(("", marks, image))

    def finish(self) -> tuple[Run, ...]:
        """Return the runs, lines and ends trimmed, and begin anew."""
        pieces, self._pieces, self._pending = self._pieces, [], None
        if len(pieces) == 1 and pieces[0][2] is None:
            text, marks, _ = pieces[0]
            text = text.strip()
            return (Run(text, marks),) if text else ()
        return strip_runs(_merged(pieces))

    def _want_space(self, space: str, marks: Marks) -> None:
        if not space or not self._pieces or self._pieces[-1][0] == "\n":
            return
        if self._pending is None:
            self._pending = (space, marks)
            return
        before, marks_before = self._pending
        outer = marks if len(marks) < len(marks_before) else marks_before
        self._pending = ("\n" if "\n" in (space, before) else " ", outer)

    def _settle_space(self, following: str) -> None:
        """Put the space down, now that something follows it."""
        if self._pending is None:
            return
        space, marks = self._pending
        self._pending = None
        before = self._pieces[-1][0][-1:]
        if space != "\n" or not before or not following or needs_space(before, following):
            self._pieces.append((" ", marks, None))


def _merged(pieces: list[tuple[str, Marks, Image | None]]) -> tuple[Run, ...]:
    """Join neighbouring pieces that are marked alike."""
    runs: list[Run] = []
    text: list[str] = []
    current: Marks = ()
    for piece, marks, image in pieces:
        if text and (image is not None or marks != current):
            runs.append(Run("".join(text), current))
            text = []
        if image is not None:
            runs.append(Run("", marks, image))
            continue
        current = marks
        text.append(piece)
    if text:
        runs.append(Run("".join(text), current))
    return tuple(runs)


def text_of(runs: tuple[Run, ...]) -> str:
    """Return the characters of *runs*, joined."""
    if len(runs) == 1:
        return runs[0].text
    return "".join([run.text for run in runs])


def cut_runs(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    """Return what of *runs* lies between the offsets *start* and *end* of their text.

    A picture goes with the stretch that ends where it stands; one before all text, with the first.
    """
    kept: list[Run] = []
    at = 0
    is_first = start == 0 and (end > 0 or not text_of(runs))
    for run in runs:
        reach = at + len(run.text)
        if run.image is not None:
            if start < at <= end or (is_first and at == 0):
                kept.append(run)
        elif at < end and reach > start:
            text = run.text[max(0, start - at) : end - at]
            kept.append(run if text == run.text else Run(text, run.marks))
        at = reach
    return tuple(kept)


def strip_runs(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return *runs* without white space at either end of the text or beside a line break."""
    text = text_of(runs)
    if text == text.strip() and "\n" not in text:
        return runs
    texts = _stripped_from_left([run.text for run in runs])
    texts = [text[::-1] for text in _stripped_from_left([text[::-1] for text in reversed(texts)])]
    return tuple(
        run if run.text == text else Run(text, run.marks, run.image)
        for run, text in zip(runs, reversed(texts), strict=True)
        if text or run.image is not None
    )


def _stripped_from_left(texts: list[str]) -> list[str]:
    """Strip the beginning of the joined *texts*, and of every line in them."""
    done: list[str] = []
    strips: str | None = None
    """What is to go at the start of the next piece; None for all white space."""
    for text in texts:
        piece = _AFTER_BREAK.sub("\n", text.lstrip(strips))
        done.append(piece)
        if piece:
            strips = _LINE_SPACE if piece.endswith("\n") else ""
    return done


def split_lines(runs: tuple[Run, ...], least: int) -> tuple[tuple[Run, ...], ...]:
    """Cut *runs* wherever *least* or more line breaks follow each other."""
    text = text_of(runs)
    if "\n" not in text or "\n" * least not in text:
        return (runs,)
    cuts = [match.span() for match in re.finditer(r"\n+", text) if len(match.group()) >= least]
    starts = [0] + [end for _, end in cuts]
    ends = [start for start, _ in cuts] + [len(text)]
    return tuple(cut_apart(runs, list(zip(starts, ends, strict=True))))


def cut_apart(runs: tuple[Run, ...], spans: list[tuple[int, int]]) -> list[tuple[Run, ...]]:
    """Cut *runs* into *spans*, which follow each other, in one pass.

    A span is where it starts and ends in the text of all runs; a picture goes with the span it
    stands in or after.
    """
    kept: list[list[Run]] = [[] for _ in spans]
    at = place = 0
    for run in runs:
        reach = at + len(run.text)
        while place + 1 < len(spans) and spans[place + 1][0] <= at:
            place += 1
        if run.image is not None:
            kept[place].append(run)
            continue
        for number in range(place, len(spans)):
            start, end = spans[number]
            if start >= reach:
                break
            if start <= at and reach <= end:
                kept[number].append(run)
            elif text := run.text[max(0, start - at) : max(0, end - at)]:
                kept[number].append(Run(text, run.marks))
        at = reach
    return [tuple(each) for each in kept]


def shared_marks(opened: Iterable[Mark], marks: Iterable[Mark]) -> int:
    """Return how many of the marks *opened*, from the outermost on, go on in *marks*."""
    count = 0
    for mark, wanted in zip(opened, marks, strict=False):
        if mark != wanted:
            break
        count += 1
    return count
