"""One turn as a division whose first paragraph opens with the label, run in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pandoc_vivavoce import ast
from pandoc_vivavoce.ast import Blocks, Element, Inlines
from pandoc_vivavoce.node_blocks import NodeWriter
from vivavoce.model import Participant, Turn
from vivavoce.shown import ShownTurn
from vivavoce.words import Words, display_name

_STYLE_OF = {"question": "Interview Question", "answer": "Interview Answer", "": "Interview Turn"}


@dataclass(frozen=True, slots=True)
class TurnStyle:
    """How a product shows turns."""

    words: Words
    has_classes: bool
    """True where style sheets make the label look like one; else it is set in bold."""
    named_styles: bool
    """True where paragraphs have named styles."""


class TurnWriter:
    """Writes turns for one product."""

    def __init__(self, nodes: NodeWriter, style: TurnStyle) -> None:
        self._nodes = nodes
        self._style = style

    def write(self, turn: Turn, shown: ShownTurn, person: Participant | None) -> Element:
        """Return *turn* of *person* in the way it is *shown*."""
        blocks = self._nodes.blocks(turn.blocks)
        if shown.is_emphatic:
            blocks = [_in_bold(block) for block in blocks]
        if shown.label:
            blocks = self._labelled(blocks, shown.label)
        return ast.div(blocks, self._attributes(turn, shown, person))

    def _attributes(self, turn: Turn, shown: ShownTurn, person: Participant | None) -> ast.Attr:
        pairs = {"data-speaker": display_name(person, self._style.words)} if person else {}
        if turn.start is not None:
            pairs["data-start"] = f"{turn.start:g}"
        if self._style.named_styles:
            pairs["custom-style"] = _STYLE_OF[shown.part]
        return ast.attr(shown.id, shown.classes, pairs)

    def _labelled(self, blocks: Blocks, label: str) -> Blocks:
        """Run *label* into the first of *blocks*, or give it a line of its own before a list."""
        opening = [self._label(label), *ast.words(self._style.words.colon)]
        if blocks and blocks[0]["t"] == "Para":
            return [ast.paragraph([*opening, *blocks[0]["c"]]), *blocks[1:]]
        return [ast.paragraph(_without_space(opening)), *blocks]

    def _label(self, label: str) -> Element:
        inlines = ast.words(label)
        pairs = {"custom-style": "Speaker"} if self._style.named_styles else {}
        inside = inlines if self._style.has_classes else [ast.strong(inlines)]
        return ast.span(inside, ast.attr("", ["speaker"], pairs))


def _without_space(inlines: Inlines) -> Inlines:
    return inlines[:-1] if inlines[-1]["t"] == "Space" else inlines


def _in_bold(block: Element) -> Element:
    """Return a paragraph in bold, as a question without a label is told from its answer."""
    if block["t"] not in {"Para", "Plain"}:
        return block
    return {"t": block["t"], "c": [ast.strong(_unbolded(block["c"]))]}


def _unbolded(inlines: Sequence[Element]) -> Inlines:
    return [inner for item in inlines for inner in (item["c"] if item["t"] == "Strong" else [item])]
