"""The parts of a canonical turn: where they are, and copies of a turn with other parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from pandoc_vivavoce.ast import (
    Attr,
    Blocks,
    Element,
    Inlines,
    attr,
    div,
    header,
    line_block,
    paragraph,
    span,
    strong,
)
from pandoc_vivavoce.cutting import without_identifier
from pandoc_vivavoce.inlines import joined
from pandoc_vivavoce.verses import joined_lines, lines_of

_LABEL: Final = attr("", ["speaker"])
_SEPARATORS: Final = frozenset({":", "：", "\u00a0:", "\u202f:"})


class Turn(NamedTuple):
    """A turn taken apart: a Div, or a header that is a turn of its own."""

    attributes: Attr
    label: Inlines
    """What the label says; empty where there is none."""
    beside: Inlines
    """Notes and pictures right after the label."""
    separator: Inlines
    """What parts the label from the speech, real text."""
    first: Inlines
    """The words of the first paragraph, without the label."""
    rest: Blocks
    """The blocks after the first paragraph; all, where no paragraph comes first."""
    level: int = 0
    """The level of a turn that is a header; else 0."""
    has_first: bool = True
    """A paragraph comes first."""
    number: Sequence[Element] = ()
    """The number of a question, where questions are numbered."""
    voice: int = 0
    """The number of the speaker, from 1, where speakers are told apart by colour."""
    is_verse: bool = False
    """The first paragraph is a verse; the ends of its lines are breaks in the words."""
    around: Sequence[tuple[Attr, Blocks]] = ()
    """The divisions of the page around the first paragraph, outermost first: the attributes of
    each, and the blocks after it."""

    @property
    def classes(self) -> list[str]:
        """The turn's class names."""
        classes: list[str] = self.attributes[1]
        return classes

    @property
    def speaker(self) -> str:
        """Who speaks, as the attribute says."""
        values = dict(self.attributes[2])
        return str(values.get("data-speaker") or values.get("speaker") or "")

    @property
    def asks(self) -> bool:
        """The turn is a question."""
        return "question" in self.classes

    @property
    def goes_on(self) -> bool:
        """The turn goes on after an interruption."""
        return "continued" in self.classes

    def with_label(self, label: Inlines, separator: Inlines) -> Turn:
        """Return the turn with another label."""
        return self._replace(label=label, separator=separator)

    def blocks(self, opening: Inlines) -> Blocks:
        """Return the turn's blocks with *opening* before the words of the first paragraph."""
        if not self.has_first:
            return [paragraph(opening), *self.rest] if opening else list(self.rest)
        words = joined(opening, self.first)
        inside = [line_block(lines_of(words)) if self.is_verse else paragraph(words), *self.rest]
        for attributes, after in reversed(self.around):
            inside = [div(inside, attributes), *after]
        return inside

    def element(self, opening: Inlines) -> Element:
        """Return the turn as the element it was, with *opening* before its first words."""
        if self.level:
            return header(self.level, joined(opening, self.first), self.attributes)
        return div(self.blocks(opening), self.attributes)


def is_turn(element: Element) -> bool:
    """Tell whether *element* is a turn."""
    if element["t"] == "Div":
        return "turn" in element["c"][0][1]
    return element["t"] == "Header" and "turn" in element["c"][1][1]


def is_whole(element: Element) -> bool:
    """Tell whether *element* is a turn just as it would be put together again from its parts."""
    blocks = element["c"][1] if element["t"] == "Div" else []
    if not blocks or blocks[0]["t"] != "Para":
        return False
    first = blocks[0]["c"][0] if blocks[0]["c"] else None
    if first is None or first["t"] != "Span":
        return True
    attributes, inside = first["c"]
    is_bold = len(inside) == 1 and inside[0]["t"] == "Strong" and bool(inside[0]["c"])
    return is_bold and attributes == _LABEL


def take_apart(element: Element) -> Turn:
    """Return the parts of the turn *element*."""
    if element["t"] == "Header":
        level, attributes, inlines = element["c"]
        number, words = _split_number(inlines)
        return Turn(attributes, *_split(words), rest=[], level=level, number=number)
    attributes, blocks = element["c"]
    around, inside = _unpacked(blocks)
    if inside and inside[0]["t"] in {"Para", "Plain"}:
        number, words = _split_number(inside[0]["c"])
        return Turn(attributes, *_split(words), rest=inside[1:], number=number, around=around)
    if inside and inside[0]["t"] == "LineBlock":
        number, words = _split_number(joined_lines(inside[0]["c"]))
        parts = _split(words)
        return Turn(attributes, *parts, inside[1:], number=number, is_verse=True, around=around)
    return Turn(attributes, [], [], [], [], rest=blocks, has_first=False)


def kind_of(turn: Turn) -> str:
    """Return ``question``, ``answer``, or ``turn`` where it is neither."""
    return next((name for name in ("question", "answer") if name in turn.classes), "turn")


def label_of(turn: Turn, pairs: dict[str, str] | None = None) -> Inlines:
    """Return number, label and separator as the canonical form has them."""
    if not turn.label:
        return list(turn.number)
    shown = span([strong(turn.label)], attr("", ["speaker"], pairs))
    return [*turn.number, shown, *turn.beside, *turn.separator]


def without_verses(turn: Turn) -> Turn:
    """Return *turn* with paragraphs for verses: pandoc's writer for ODT gives these no style."""
    rest = [_as_paragraph(block) for block in turn.rest]
    return turn._replace(rest=rest, is_verse=False)


def _as_paragraph(block: Element) -> Element:
    return paragraph(joined_lines(block["c"])) if block["t"] == "LineBlock" else block


def anchored(turn: Turn, *before: Element) -> Turn:
    """Return *turn* with its identifier on an anchor in its first paragraph.

    On a division TeX writes it between paragraphs, where a page can end, and ODT makes a section of
    it, into which no paragraph before it is kept together.
    """
    identifier = turn.attributes[0]
    if not (identifier and turn.has_first):
        return turn
    anchor = span([], attr(identifier))
    return turn._replace(
        attributes=without_identifier(turn.attributes), number=[*before, anchor, *turn.number]
    )


def _unpacked(blocks: Blocks) -> tuple[list[tuple[Attr, Blocks]], Blocks]:
    """Return the divisions that *blocks* begin with, one in another, and what the last holds."""
    around: list[tuple[Attr, Blocks]] = []
    while blocks and blocks[0]["t"] == "Div":
        attributes, inside = blocks[0]["c"]
        around.append((attributes, blocks[1:]))
        blocks = inside
    return around, blocks


def _split_number(inlines: Inlines) -> tuple[Inlines, Inlines]:
    """Return the number before a question, with the space after it, and the rest."""
    if inlines and inlines[0]["t"] == "Span" and "number" in inlines[0]["c"][0][1]:
        return inlines[:2], inlines[2:]
    return [], inlines


def _split(inlines: Inlines) -> tuple[Inlines, Inlines, Inlines, Inlines]:
    """Return label, what stands beside it, separator and the words after it."""
    if not inlines or not _is_label(inlines[0]):
        return [], [], [], inlines
    at = 1
    while at < len(inlines) and inlines[at]["t"] not in {"Str", "Space"}:
        at += 1
    end = at
    if end < len(inlines) and inlines[end]["t"] == "Str":
        text = inlines[end]["c"]
        colon = next((sign for sign in _SEPARATORS if text.startswith(sign)), "")
        if colon:
            left = text[len(colon) :]
            words = [{"t": "Str", "c": left}] if left else []
            separator: Inlines = [{"t": "Str", "c": colon}]
            if not left and inlines[end + 1 : end + 2] == [{"t": "Space"}]:
                separator.append({"t": "Space"})
                end += 1
            return _label_of(inlines[0]), inlines[1:at], separator, [*words, *inlines[end + 1 :]]
    return _label_of(inlines[0]), inlines[1:at], [], inlines[at:]


def _is_label(item: Element) -> bool:
    return item["t"] == "Span" and "speaker" in item["c"][0][1]


def _label_of(span: Element) -> Inlines:
    """Return a label's words without the bold that every label has."""
    inlines: Inlines = span["c"][1]
    if len(inlines) == 1 and inlines[0]["t"] == "Strong":
        inside: Inlines = inlines[0]["c"]
        return inside
    return inlines
