"""What inline Markdown is taken apart into, and how runs are made of it.

A row of pieces can still change while the end of a sign is looked for; its marks are nested, while
each run has all of its marks.
"""

from __future__ import annotations

from dataclasses import dataclass

from vivavoce.model import Image, Mark, Run


@dataclass(slots=True)
class Piece:
    """A stretch of text, a picture, or the place where a mark begins or ends."""

    text: str = ""
    image: Image | None = None
    opens: Mark | None = None
    """The mark that begins here."""
    closes: bool = False
    """Does the mark that began last end here?"""


def runs_of(pieces: list[Piece]) -> tuple[Run, ...]:
    """Return *pieces* as runs, neighbours that are marked alike joined."""
    runs: list[Run] = []
    texts: list[str] = []
    marks: list[Mark] = []
    current: tuple[Mark, ...] = ()
    for piece in pieces:
        if piece.opens is not None:
            marks.append(piece.opens)
        elif piece.closes:
            marks.pop()
        elif piece.text or piece.image is not None:
            around = tuple(marks)
            if texts and (piece.image is not None or around != current):
                runs.append(Run("".join(texts), current))
                texts = []
            if piece.image is not None:
                runs.append(Run("", around, piece.image))
            else:
                texts.append(piece.text)
            current = around
    if texts:
        runs.append(Run("".join(texts), current))
    return tuple(runs)
