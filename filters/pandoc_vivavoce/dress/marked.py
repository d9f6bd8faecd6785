"""Turns as environments or functions, which LaTeX, Typst and ConTeXt define in their head."""

from __future__ import annotations

from typing import Final, NamedTuple

from pandoc_vivavoce.ast import Blocks, Inlines, div, raw_block, raw_inline
from pandoc_vivavoce.dress.families import Look
from pandoc_vivavoce.dress.shape import Turn, anchored, kind_of

_LABEL_BEGINS_OUTSIDE: Final = frozenset({"hanging", "side", "script"})
"""Layouts that move the label out of the lines of what is said, and with it what precedes it."""


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


def marked(turn: Turn, look: Look) -> Blocks:
    """Environments or functions, which the document's head defines for the layout."""
    form = look.family.raw
    markup = _MARKUP[form]
    kind = kind_of(turn)
    if look.layout in _LABEL_BEGINS_OUTSIDE and turn.number and turn.label:
        turn = _with_number_in_label(turn, form)
    opening, closing = markup.opening.format(kind=kind), markup.closing.format(kind=kind)
    if form == "latex":
        turn = anchored(turn, raw_inline("latex", r"\leavevmode"))
    inside = div(turn.blocks(_marked_label(turn, form, markup)), turn.attributes)
    return [raw_block(form, opening), inside, raw_block(form, closing)]


def _with_number_in_label(turn: Turn, form: str) -> Turn:
    """Return *turn* with its number where its label begins, outside of what is said.

    At the beginning of content Typst would take a number for an item of a list.
    """
    guard = [raw_inline("typst", "\\")] if form == "typst" else []
    return turn._replace(label=[*guard, *turn.number, *turn.label], number=())


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
