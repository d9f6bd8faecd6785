"""What every convention looks at: the blocks, cut into lines, with the label of each line.

A line is a stretch of a block between two line breaks, since many pages print several turns in
one paragraph. Bold and italics are measured once, here, so that conventions only compare numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

from vivavoce.label import Label, parse_label
from vivavoce.model import Block, Metadata
from vivavoce.options import Options

_TEXT_KINDS = frozenset({"paragraph", "heading", "caption"})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a block."""

    block: int
    """The block's place in the list."""
    start: int
    """The offset in the block's text at which the line begins."""
    text: str
    strong: int
    """How many characters from the start are bold, white space after them included."""
    emphasis: int
    """How many characters from the start are italic."""
    label: Label | None
    """The label that opens the line, if one does."""

    @property
    def is_strong(self) -> bool:
        """The whole line is bold."""
        return self.strong >= len(self.text)

    @property
    def is_emphasis(self) -> bool:
        """The whole line is italic."""
        return self.emphasis >= len(self.text)


@dataclass(frozen=True, slots=True)
class Document:
    """A document as the conventions see it."""

    blocks: tuple[Block, ...]
    lines: tuple[Line, ...]
    metadata: Metadata
    options: Options


def read_document(blocks: tuple[Block, ...], metadata: Metadata, options: Options) -> Document:
    """Cut *blocks* into lines and read the label of each."""
    lines: list[Line] = []
    for index, block in enumerate(blocks):
        if block.kind in _TEXT_KINDS and block.text:
            lines.extend(_lines_of(index, block))
    return Document(blocks, tuple(lines), metadata, options)


def _lines_of(index: int, block: Block) -> list[Line]:
    found: list[Line] = []
    start = 0
    for text in block.text.split("\n"):
        shown = text.strip()
        if shown:
            begin = start + text.index(shown[0])
            strong, emphasis = _lead_marks(block, begin, begin + len(shown))
            found.append(Line(index, begin, shown, strong, emphasis, parse_label(shown)))
        start += len(text) + 1
    return found


def _lead_marks(block: Block, start: int, end: int) -> tuple[int, int]:
    """Return how many characters from *start* are bold, and how many italic."""
    if len(block.runs) == 1:
        kinds = {mark.kind for mark in block.runs[0].marks}
        length = end - start
        return length * ("strong" in kinds), length * ("emphasis" in kinds)
    return _lead_of(block, start, end, "strong"), _lead_of(block, start, end, "emphasis")


def _lead_of(block: Block, start: int, end: int, kind: str) -> int:
    at = 0
    reached = start
    for run in block.runs:
        run_end = at + len(run.text)
        if run_end > start:
            marked = any(mark.kind == kind for mark in run.marks)
            if not marked and _says_something(run.text[max(0, start - at) : end - at]):
                break
            reached = run_end
            if run_end >= end:
                break
        at = run_end
    return max(0, min(reached, end) - start)


def _says_something(text: str) -> bool:
    """White space and closing punctuation left outside the bold do not end it."""
    return any(not char.isspace() and char not in '.。?？!！"”’)）' for char in text)
