"""One turn in the form its writer needs: a function for each family of writers.

All take a `Turn` and the `Look` asked for and return blocks; `look_of` chooses among them. A turn
that is a heading stays one everywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pandoc_vivavoce.ast import (
    Blocks,
    Element,
    Inlines,
    attr,
    div,
    line_break,
    paragraph,
    raw_inline,
    span,
    strong,
    words,
)
from pandoc_vivavoce.dress.colours import colour_of
from pandoc_vivavoce.dress.divisions import unwrapped
from pandoc_vivavoce.dress.families import Look, is_canonical, tab_format
from pandoc_vivavoce.dress.marked import marked
from pandoc_vivavoce.dress.named import fits_beside, in_column, with_style
from pandoc_vivavoce.dress.plays import jats, tei
from pandoc_vivavoce.dress.shape import Turn, anchored, kind_of, label_of, without_verses
from pandoc_vivavoce.inlines import text_of
from pandoc_vivavoce.settings import LAYOUTS

_STYLE_OF_KIND: Final = {
    "question": "Interview Question",
    "answer": "Interview Answer",
    "turn": "Interview Turn",
}
_STYLE_OF_LAYOUT: Final = {"hanging": " Hanging", "side": " Side"}
_CONTINUED: Final = "Interview Continued"
_CHARACTER: Final = "Interview Character"
_DIALOGUE: Final = "Interview Dialogue"
_ASKED_DIALOGUE: Final = "Interview Question Dialogue"
"""Kept on the page of the answer."""
_SPEAKER: Final = "Speaker"
_LABEL_LEAVES_LINE: Final = frozenset({"side", "script", "bubble"})


def dressed(turn: Turn, look: Look) -> Blocks:
    """Return the blocks of *turn* for the writers of the look's family."""
    if turn.level:
        return [_heading(turn, look)]
    writes = _TURNS.get(look.family.name, _canonical)
    keeps = writes in _WITH_DIVISIONS or (writes is _on_the_web and look.layout == LAYOUTS[0])
    return writes(turn if keeps else unwrapped(turn), look)


def keeps_form(look: Look) -> bool:
    """Tell whether turns stay as they are, but for colours, numbers and other labels."""
    writes = _TURNS.get(look.family.name, _canonical)
    return writes in {_canonical, _on_the_web} and look.layout not in _LABEL_LEAVES_LINE


def _heading(turn: Turn, look: Look) -> Element:
    if not is_canonical(look.family):
        identifier, classes, pairs = turn.attributes
        turn = turn._replace(
            attributes=[identifier, classes, [*pairs, ["data-layout", look.layout]]]
        )
    if look.family.raw == "typst":
        turn = turn._replace(first=[_anchor_in_typst(item) for item in turn.first])
    return turn.element(label_of(turn))


def _anchor_in_typst(item: Element) -> Element:
    """Return *item*; an anchor in a form that ends no heading, as what pandoc 3.9 writes does."""
    name = item["c"][0][0] if item["t"] == "Span" and not item["c"][1] else ""
    is_label = name.replace("-", "").replace("_", "").replace(".", "").isalnum()
    return raw_inline("typst", f"#[#metadata(none)<{name}>]") if is_label else item


def _canonical(turn: Turn, look: Look) -> Blocks:
    """A Div with classes."""
    form, sign = look.family.guard
    guard = [raw_inline(form, sign)] if sign and turn.number else []
    return [turn.element([*guard, *label_of(turn)])]


def _on_the_web(turn: Turn, look: Look) -> Blocks:
    """A Div with classes for a style sheet.

    Where the label leaves the line its separator goes with it, still as text.
    """
    identifier, classes, pairs = turn.attributes
    if turn.voice:
        turn = turn._replace(attributes=[identifier, [*classes, f"voice-{turn.voice}"], pairs])
    pairs = _painted(turn, look)
    if look.layout not in _LABEL_LEAVES_LINE or not turn.label:
        return [turn.element(label_of(turn, pairs))]
    shown = span([strong(turn.label), *turn.separator], attr("", ["speaker"], pairs))
    return [turn.element([*turn.number, shown, *turn.beside])]


def _painted(turn: Turn, look: Look) -> dict[str, str]:
    """Return the colour of a label as a style where no page has a head to define it in."""
    is_painted = turn.voice and look.family.has_pages
    return {"style": f"color: {colour_of(turn.voice).on_light}"} if is_painted else {}


def _flat(turn: Turn, look: Look) -> Blocks:
    """Paragraphs without divisions and spans, which would come out as tags."""
    number = text_of(list(turn.number))
    opening = words(number)
    if turn.label:
        opening += [strong(turn.label), *turn.beside, *turn.separator]
    return turn.blocks(opening)


def _styled(turn: Turn, look: Look) -> Blocks:
    """Named styles for paragraphs and label, as DOCX, ODT and ICML have them."""
    if look.family.name == "open":
        turn = anchored(without_verses(turn))
    if look.layout == "script":
        return [div(_scripted(turn, look), turn.attributes)]
    style = _STYLE_OF_KIND[kind_of(turn)] + _STYLE_OF_LAYOUT.get(look.layout, "")
    if look.layout not in _STYLE_OF_LAYOUT:
        return [with_style(turn.blocks(_styled_label(turn)), style, turn.attributes)]
    said = turn.blocks(_styled_label(turn) + _to_column(turn, look)) or [paragraph([])]
    first, *rest = [in_column(block, look.layout, look.family) for block in said]
    blocks = [with_style([first], style, attr())]
    if rest:
        blocks.append(with_style(rest, _CONTINUED + _STYLE_OF_LAYOUT[look.layout], attr()))
    return [div(blocks, turn.attributes)]


def _to_column(turn: Turn, look: Look) -> Inlines:
    """What leads from the label to the column beside it, or below a label that is too wide."""
    if look.layout != "side" or not look.family.tab or not (turn.label or turn.has_first):
        return []
    if fits_beside(text_of([*turn.number, *turn.label, *turn.separator])):
        return [raw_inline(tab_format(look.family), look.family.tab)]
    return [line_break()]


def _scripted(turn: Turn, look: Look) -> Blocks:
    """The label on a line of its own, as in a screenplay."""
    opening = [] if turn.label else list(turn.number)
    speech = turn.blocks(opening) if turn.first or not turn.has_first else turn.rest
    speech = [in_column(block, look.layout, look.family) for block in speech]
    spoken = with_style(speech, _ASKED_DIALOGUE if turn.asks else _DIALOGUE, attr())
    if not turn.label:
        return [spoken]
    label = [*turn.number, span([strong(turn.label)], attr("", ["speaker"])), *turn.beside]
    return [with_style([paragraph(label)], _CHARACTER, attr()), spoken]


def _styled_label(turn: Turn) -> Inlines:
    return label_of(turn, {"custom-style": _SPEAKER})


_TURNS: Final[dict[str, Callable[[Turn, Look], Blocks]]] = {
    **dict.fromkeys(("html", "slides"), _on_the_web),
    **dict.fromkeys(("word", "open", "icml"), _styled),
    **dict.fromkeys(("latex", "typst", "context"), marked),
    "flat": _flat,
    "jats": jats,
    "tei": tei,
}
_WITH_DIVISIONS: Final = frozenset({_canonical, _flat})
"""These write turns that keep the page's divisions around their paragraphs, as the cells of a
notebook."""
