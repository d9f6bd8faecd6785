"""One turn in the form its writer needs: a function for each family of writers.

All take a `Turn` and the `Look` asked for and return blocks; `look_of` chooses among them. A turn
that is a heading stays one everywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from pandoc_vivavoce.ast import (
    Blocks,
    Element,
    Inlines,
    attr,
    div,
    paragraph,
    raw_block,
    raw_inline,
    span,
    strong,
    words,
)
from pandoc_vivavoce.cutting import without_identifier
from pandoc_vivavoce.dress.colours import colour_of
from pandoc_vivavoce.dress.families import Family, is_canonical, tab_format
from pandoc_vivavoce.dress.named import in_column, with_style
from pandoc_vivavoce.dress.plays import jats, tei
from pandoc_vivavoce.dress.shape import Turn
from pandoc_vivavoce.inlines import text_of

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


class Look(NamedTuple):
    """What was asked for."""

    family: Family
    layout: str


def dressed(turn: Turn, look: Look) -> Blocks:
    """Return the blocks of *turn* for the writers of the look's family."""
    if turn.level:
        return [_heading(turn, look)]
    return _TURNS.get(look.family.name, _canonical)(turn, look)


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
    return turn.element(label_of(turn))


def kind_of(turn: Turn) -> str:
    """Return ``question``, ``answer``, or ``turn`` where it is neither."""
    return next((name for name in ("question", "answer") if name in turn.classes), "turn")


def label_of(turn: Turn, pairs: dict[str, str] | None = None) -> Inlines:
    """Return number, label and separator as the canonical form has them."""
    if not turn.label:
        return list(turn.number)
    shown = span([strong(turn.label)], attr("", ["speaker"], pairs))
    return [*turn.number, shown, *turn.beside, *turn.separator]


def _canonical(turn: Turn, look: Look) -> Blocks:
    """A Div with classes."""
    return [turn.element(label_of(turn))]


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
        turn = _anchored(turn)
    if look.layout == "script":
        return [div(_scripted(turn), turn.attributes)]
    style = _STYLE_OF_KIND[kind_of(turn)] + _STYLE_OF_LAYOUT.get(look.layout, "")
    if look.layout not in _STYLE_OF_LAYOUT:
        return [with_style(turn.blocks(_styled_label(turn)), style, turn.attributes)]
    tab: Inlines = []
    if turn.label and look.layout == "side" and look.family.tab:
        tab = [raw_inline(tab_format(look.family), look.family.tab)]
    said = turn.blocks([*_styled_label(turn), *tab]) or [paragraph([])]
    if look.layout == "side":
        said = [in_column(block, look.family.column_levels) for block in said]
    first, *rest = said
    blocks = [with_style([first], style, attr())]
    if rest:
        blocks.append(with_style(rest, _CONTINUED + _STYLE_OF_LAYOUT[look.layout], attr()))
    return [div(blocks, turn.attributes)]


def _scripted(turn: Turn) -> Blocks:
    """The label on a line of its own, as in a screenplay."""
    opening = [] if turn.label else list(turn.number)
    speech = turn.blocks(opening) if turn.first or not turn.has_first else turn.rest
    spoken = with_style(speech, _ASKED_DIALOGUE if turn.asks else _DIALOGUE, attr())
    if not turn.label:
        return [spoken]
    label = [*turn.number, span([strong(turn.label)], attr("", ["speaker"])), *turn.beside]
    return [with_style([paragraph(label)], _CHARACTER, attr()), spoken]


def _styled_label(turn: Turn) -> Inlines:
    return label_of(turn, {"custom-style": _SPEAKER})


def _anchored(turn: Turn, *before: Element) -> Turn:
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


class _Markup(NamedTuple):
    """How a format writes turns: patterns for ``kind`` and ``voice``."""

    opening: str
    closing: str
    label: str
    between: str
    """What parts the label from its separator."""
    label_end: str


_MARKUP: Final = {
    "latex": _Markup(
        r"\begin{{interview{kind}}}",
        r"\end{{interview{kind}}}",
        r"\interviewspeaker{voice}{{",
        "}}{{",
        "}}",
    ),
    "typst": _Markup('#interview-turn("{kind}")[', "]", "#interview-speaker{voice}[", "][", "];"),
    "context": _Markup(
        r"\startinterview{kind}", r"\stopinterview{kind}", r"\interviewspeaker{{", "}}{{", "}}"
    ),
}
_VOICE: Final = {"latex": "[{0}]", "typst": "(voice: {0})", "context": ""}


def _marked(turn: Turn, look: Look) -> Blocks:
    """Environments or functions, which the document's head defines for the layout."""
    form = look.family.raw
    markup = _MARKUP[form]
    kind = kind_of(turn)
    opening, closing = markup.opening.format(kind=kind), markup.closing.format(kind=kind)
    if form == "latex":
        turn = _anchored(turn, raw_inline("latex", r"\leavevmode"))
    inside = div(turn.blocks(_marked_label(turn, form, markup)), turn.attributes)
    return [raw_block(form, opening), inside, raw_block(form, closing)]


def _marked_label(turn: Turn, form: str, markup: _Markup) -> Inlines:
    if not turn.label:
        return list(turn.number)
    voice = _VOICE[form].format(turn.voice) if turn.voice else ""
    return [
        *turn.number,
        raw_inline(form, markup.label.format(voice=voice)),
        *turn.label,
        raw_inline(form, markup.between.format()),
        *turn.separator,
        raw_inline(form, markup.label_end.format()),
        *turn.beside,
    ]


_TURNS: Final[dict[str, Callable[[Turn, Look], Blocks]]] = {
    **dict.fromkeys(("html", "slides"), _on_the_web),
    **dict.fromkeys(("word", "open", "icml"), _styled),
    **dict.fromkeys(("latex", "typst", "context"), _marked),
    "flat": _flat,
    "jats": jats,
    "tei": tei,
}
