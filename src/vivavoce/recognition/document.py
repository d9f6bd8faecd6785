"""What every convention looks at: the blocks, cut into lines, with the label of each line.

A line is a stretch of a block between two line breaks, since many pages print several turns in
one paragraph. Bold and italics are measured once, here, so that conventions only compare numbers.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from vivavoce.model import Block, Metadata
from vivavoce.options import Options
from vivavoce.recognition.label import Label, parse_label
from vivavoce.recognition.legend import stated_names

_SET_APART = {"small-caps": "strong", "underline": "strong"}
"""Marks that set a label or a question apart as bold does."""
_TEXT_KINDS = frozenset({"paragraph", "heading"})


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
    stated: Mapping[str, str] = field(default_factory=dict)
    """What a legend or the front matter says of labels: folded label to the name it means."""


def read_document(blocks: tuple[Block, ...], metadata: Metadata, options: Options) -> Document:
    """Cut *blocks* into lines and read the label of each."""
    lines: list[Line] = []
    for index, block in enumerate(blocks):
        if block.kind in _TEXT_KINDS and block.text:
            lines.extend(_lines_of(index, block))
    stated = stated_names((line.text for line in lines), metadata)
    return Document(blocks, tuple(lines), metadata, options, stated)


def _lines_of(index: int, block: Block) -> list[Line]:
    found: list[Line] = []
    starts = list(accumulate((len(run.text) for run in block.runs), initial=0))[:-1]
    start = 0
    for text in block.text.split("\n"):
        shown = text.strip()
        if shown:
            begin = start + text.index(shown[0])
            marks = _marks(block, starts, begin, begin + len(shown))
            label = None if marks.linked else parse_label(shown)
            found.append(Line(index, begin, shown, marks.strong, marks.emphasis, label))
        start += len(text) + 1
    return found


@dataclass(frozen=True, slots=True)
class _Marks:
    """How many characters from a line's start are bold and italic; whether all of it is a link."""

    strong: int
    emphasis: int
    linked: bool


def _marks(block: Block, starts: list[int], begin: int, end: int) -> _Marks:
    reach = {"strong": end, "emphasis": end, "link": end}
    for at in range(max(0, bisect_right(starts, begin) - 1), len(block.runs)):
        if starts[at] >= end or not reach:
            break
        run = block.runs[at]
        if not _says_something(run.text[max(0, begin - starts[at]) : end - starts[at]]):
            continue
        kinds = {_SET_APART.get(mark.kind, mark.kind) for mark in run.marks}
        for kind, reached in reach.items():
            if kind not in kinds and reached == end:
                reach[kind] = max(begin, starts[at]) if starts[at] < end else end
        if not any(reached == end for reached in reach.values()):
            break
    return _Marks(reach["strong"] - begin, reach["emphasis"] - begin, reach["link"] == end)


def _says_something(text: str) -> bool:
    """White space and closing punctuation left outside the bold do not end it."""
    return any(not char.isspace() and char not in '.。?？!！"”’)）' for char in text)
