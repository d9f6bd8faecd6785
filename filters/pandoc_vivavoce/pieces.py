"""One leaf of pandoc's document cut at the parts that recognition found in it.

What is said keeps its elements; the label is taken off and kept beside it with its own formatting,
so that a link or a footnote in a label is not lost. Pieces and labels are classes rather than named
tuples for the reason given in `pandoc_vivavoce.inplace.astread`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pandoc_vivavoce.ast import Element, Inlines, header, line_block, paragraph, words
from pandoc_vivavoce.cutting import InlineText, trim
from pandoc_vivavoce.tree import inlines_of
from pandoc_vivavoce.verses import lines_of
from vivavoce.model import Block, Part

_AROUND_LABELS: Final = " \t\n\u00a0\u3000:：.．。,，、;；|｜/／—–-―=>》＞"
_SECTION_LEVEL: Final = 2
"""The level of a section title that was printed as a paragraph, as `vivavoce.assemble` has it."""


class PrintedLabel:
    """The label as the document prints it at one place."""

    def __init__(
        self, inlines: Inlines, separator: str = "", silent: tuple[Element, ...] = ()
    ) -> None:
        self.inlines: Final = inlines
        """Its elements, without the separator; empty where none is printed."""
        self.separator: Final = separator
        """What the document prints between the label and the speech."""
        self.silent: Final = silent
        """Notes, pictures and anchors that stood beside the label."""


NO_LABEL: Final = PrintedLabel([])


class Piece:
    """A stretch of a leaf and whose it is."""

    def __init__(self, part: Part, element: Element | None, label: PrintedLabel = NO_LABEL) -> None:
        self.part: Final = part
        self.element: Final = element
        """The leaf that is left; None where the stretch holds only a label."""
        self.label: Final = label


def cut_leaf(element: Element, block: Block, parts: Sequence[Part]) -> list[Piece]:
    """Cut *element*, which *block* was read from, into a piece for each of *parts*."""
    first = parts[0]
    if len(parts) == 1 and first.speech == 0 and first.end >= len(block.text):
        return [Piece(first, _as_heading(element, first))]
    text = InlineText(inlines_of(element))
    return [_piece(element, block.text, text, part) for part in parts]


def _piece(element: Element, characters: str, text: InlineText, part: Part) -> Piece:
    label, begin = NO_LABEL, part.speech
    if part.speech > part.start:
        label, begin = _label(characters, text, part)
    inlines = trim(_said(characters, text, begin, part.end))
    return Piece(part, _like(element, inlines, part) if inlines else None, label)


def _said(characters: str, text: InlineText, begin: int, end: int) -> Inlines:
    """Return the elements from *begin* to *end* without white space at the seams.

    Where something without characters (a note, a picture) stands beyond that white space, it stays.
    """
    said = characters[begin:end]
    start = begin + len(said) - len(said.lstrip())
    if start > begin and text.silent(begin, start):
        start = begin
    if end == len(characters):
        return text.cut_from(start)
    last = max(start, begin + len(said.rstrip()))
    return text.cut(start, end if last < end and text.silent(last, end) else last)


def _label(characters: str, text: InlineText, part: Part) -> tuple[PrintedLabel, int]:
    """Take the label off the stretch before the speech; return it and where the rest begins.

    Where words other than the label stand there (a time, an affiliation), they stay with it. A
    note that touches the label or its separator stands beside the label; what has no characters
    but follows after a space belongs to what is said.
    """
    start, end = _label_span(characters, part)
    inlines = trim(text.cut(start, end))
    if not inlines and part.label:
        inlines = words(part.label)
    separator = characters[end : part.speech]
    if text.is_plain:
        return PrintedLabel(inlines, separator), part.speech
    touching = end + len(separator.rstrip())
    begin = touching + 1 if text.silent(touching + 1, part.speech) else part.speech
    beside = text.silent(end, touching + 1) if touching < part.speech else []
    silent = (*text.silent(part.start, start), *beside)
    return PrintedLabel(inlines, separator, silent), begin


def _label_span(characters: str, part: Part) -> tuple[int, int]:
    before = characters[part.start : part.speech]
    at = before.find(part.label)
    if at >= 0 and part.label:
        end = at + len(part.label)
        if not _says_something(before[:at] + before[end:]):
            return part.start + at, part.start + end
    shown = before.strip(_AROUND_LABELS)
    at = before.find(shown)
    return part.start + at, part.start + at + len(shown)


def _says_something(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _like(element: Element, inlines: Inlines, part: Part) -> Element:
    """Return a leaf of the kind of *element* that holds *inlines*."""
    kind = element["t"]
    if kind == "Header":
        level, attributes, _ = element["c"]
        return header(level, inlines, attributes)
    if kind == "LineBlock":
        return line_block(lines_of(inlines))
    return _as_heading(paragraph(inlines), part)


def _as_heading(element: Element, part: Part) -> Element:
    """Make a header of a paragraph that recognition found to be a section's title."""
    if part.kind != "heading" or element["t"] not in {"Para", "Plain"}:
        return element
    inlines = element["c"]
    if len(inlines) == 1 and inlines[0]["t"] == "Strong":
        inlines = inlines[0]["c"]
    return header(_SECTION_LEVEL, inlines)
