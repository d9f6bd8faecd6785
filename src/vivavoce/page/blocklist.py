"""The blocks of a page as they are done, one after the other.

Here the inline content of an element, once it is read, becomes blocks; and a speaker's name that
stands on its own waits for the paragraph it belongs to.
"""

from __future__ import annotations

from typing import Final

from vivavoce.model import Block, Cues, Run
from vivavoce.page.frames import Frame
from vivavoce.runs import cut_runs, split_lines, strip_runs, text_of

_PARAGRAPH_BREAK: Final = 2


class BlockList:
    """Takes blocks in reading order."""

    def __init__(self) -> None:
        self.done: list[Block] = []
        self._carried: Block | None = None
        """A speaker's name on its own that belongs to the paragraph after it."""

    def add(self, block: Block) -> None:
        """Add *block*, with the name that was carried for it if it is of the same place."""
        carried, self._carried = self._carried, None
        if carried is not None and block.kind == "paragraph" and block.path == carried.path:
            block = _joined(carried, block)
        elif carried is not None:
            self.done.append(carried)
        self.done.append(block)

    def carry(self, runs: tuple[Run, ...], frame: Frame, cues: Cues) -> None:
        """Keep ``<cite>Name:</cite><time>0:00</time>`` for the paragraph that follows it.

        That is the form of podcast transcripts in HTML. The time goes, since it is in the cues.
        """
        self.release()
        if cues.start is not None:
            runs = cut_runs(runs, 0, text_of(runs).index(cues.cite) + len(cues.cite))
        self._carried = Block("paragraph", runs, text_of(runs), 0, frame.path, cues, frame.lang)

    def release(self) -> None:
        """Let a carried name be a block of its own after all."""
        if self._carried is not None:
            self.done.append(self._carried)
            self._carried = None


def _joined(name: Block, speech: Block) -> Block:
    runs = (*name.runs, Run(" "), *speech.runs)
    return Block(
        speech.kind, runs, text_of(runs), 0, speech.path, name.cues, speech.lang, speech.id
    )


def blocks_of(runs: tuple[Run, ...], frame: Frame, cues: Cues, id: str) -> list[Block]:
    """Return the blocks that *runs* are in *frame*; the first has the *id*.

    A paragraph ends at two line breaks, and pictures at either end of it make figures.
    """
    made: list[Block] = []
    is_paragraph = frame.kind == "paragraph"
    for piece in split_lines(runs, _PARAGRAPH_BREAK) if is_paragraph else (runs,):
        if piece:
            for part in _pictures_apart(piece) if is_paragraph else (piece,):
                text = text_of(part)
                kind = frame.kind if text else "figure"
                path, lang, level = frame.path, frame.lang, frame.level
                made.append(Block(kind, part, text, level, path, cues, lang, "" if made else id))
    return made


def _pictures_apart(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    """Cut *runs* into pictures before the words, the words, and pictures after them."""
    words = [number for number, run in enumerate(runs) if run.image is None]
    if not words or len(words) == len(runs):
        return [runs]
    start, end = words[0], words[-1] + 1
    parts = (runs[:start], strip_runs(runs[start:end]), runs[end:])
    return [part for part in parts if part]
