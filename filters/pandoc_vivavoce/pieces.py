"""One leaf of pandoc's document cut at the parts that recognition found in it.

What is said keeps its elements; the label is taken off and kept beside it with its own formatting,
so that a link or a footnote in a label is not lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pandoc_vivavoce.ast import Element, Inlines, header, line_block, paragraph, words
from pandoc_vivavoce.astread import inlines_of
from pandoc_vivavoce.inlines import InlineText, trim
from vivavoce.model import Block, Part

_AROUND_LABELS = " \t\n\u00a0\u3000:：.．。,，、;；|｜/／—–-―=>》＞"
_SECTION_LEVEL = 2
"""The level of a section title that was printed as a paragraph, as `vivavoce.assemble` has it."""


@dataclass(frozen=True, slots=True)
class PrintedLabel:
    """The label as the document prints it at one place."""

    inlines: Inlines
    """Its elements, without the separator; empty where none is printed."""
    separator: str = ""
    """What the document prints between the label and the speech."""
    silent: tuple[Element, ...] = ()
    """Notes, pictures and anchors that stood beside the label."""


NO_LABEL = PrintedLabel([])


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a leaf and whose it is."""

    part: Part
    element: Element | None
    """The leaf that is left; None where the stretch holds only a label."""
    label: PrintedLabel = NO_LABEL


def cut_leaf(element: Element, block: Block, parts: Sequence[Part]) -> list[Piece]:
    """Cut *element*, which *block* was read from, into a piece for each of *parts*."""
    first = parts[0]
    if len(parts) == 1 and first.speech == 0 and first.end >= len(block.text):
        return [Piece(first, _as_heading(element, first))]
    text = InlineText(inlines_of(element))
    return [_piece(element, block.text, text, part) for part in parts]


def _piece(element: Element, characters: str, text: InlineText, part: Part) -> Piece:
    said = characters[part.speech : part.end]
    start = part.speech + len(said) - len(said.lstrip())
    end = max(start, part.speech + len(said.rstrip()))
    inlines = text.silent(part.speech, start) if start > part.speech else []
    inlines += trim(text.cut(start, end))
    if end < part.end:
        inlines += text.silent(end, part.end)
    label = _label(characters, text, part) if part.speech > part.start else NO_LABEL
    return Piece(part, _like(element, inlines, part) if inlines else None, label)


def _label(characters: str, text: InlineText, part: Part) -> PrintedLabel:
    """Take the label off the stretch before the speech.

    Where words other than the label stand there (a time, an affiliation), they stay with it.
    """
    start, end = _label_span(characters, part)
    silent = [*text.silent(part.start, start), *text.silent(end, part.speech)]
    inlines = trim(text.cut(start, end))
    if not inlines and part.label:
        inlines = words(part.label)
    return PrintedLabel(inlines, characters[end : part.speech], tuple(silent))


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
        return line_block(_lines(inlines))
    return _as_heading(paragraph(inlines), part)


def _as_heading(element: Element, part: Part) -> Element:
    """Make a header of a paragraph that recognition found to be a section's title."""
    if part.kind != "heading" or element["t"] not in {"Para", "Plain"}:
        return element
    inlines = element["c"]
    if len(inlines) == 1 and inlines[0]["t"] == "Strong":
        inlines = inlines[0]["c"]
    return header(_SECTION_LEVEL, inlines)


def _lines(inlines: Inlines) -> list[Inlines]:
    lines: list[Inlines] = [[]]
    for item in inlines:
        if item["t"] == "LineBreak":
            lines.append([])
        else:
            lines[-1].append(item)
    return lines
