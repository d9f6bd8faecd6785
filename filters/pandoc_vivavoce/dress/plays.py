"""Turns as XML for texts and plays has them: JATS ``speech``, TEI ``sp``, each with a ``speaker``.

pandoc's writers make boxes of divisions there, so the elements are written around the paragraphs.
"""

from __future__ import annotations

from typing import Final

from pandoc_vivavoce.ast import Blocks, Element, Inlines, raw_block, space
from pandoc_vivavoce.dress.families import Look
from pandoc_vivavoce.dress.shape import Turn
from pandoc_vivavoce.inlines import text_of
from pandoc_vivavoce.tree import lists_inside

_NONE: Final[tuple[str, ...]] = ()
_OPENINGS: Final = {"jats": ("<speech>", "<speech "), "tei": ("<sp>", "<sp ")}
_PARAGRAPHS: Final = frozenset({"Para", "LineBlock"})


def holds_plays(blocks: Blocks) -> bool:
    """Tell whether turns written here stand in *blocks* or deeper: they have no division to see."""
    stack = [blocks]
    while stack:
        for item in stack.pop():
            if item["t"] == "RawBlock" and item["c"][1].startswith(
                _OPENINGS.get(item["c"][0], _NONE)
            ):
                return True
            stack.extend(lists_inside(item))
    return False


def jats(turn: Turn, look: Look) -> Blocks:
    """``speech``: a ``speaker``, which must be there, and paragraphs (JATS 1.3)."""
    name = _escaped(text_of(turn.label) or turn.speaker)
    opening = f"<speech{_named('id', turn)}><speaker>{name}</speaker>"
    blocks: Blocks = [raw_block("jats", opening)]
    for block in _said(turn):
        blocks += [block] if block["t"] in _PARAGRAPHS else _in_paragraph(block)
    return [*blocks, raw_block("jats", "</speech>")]


def _said(turn: Turn) -> Blocks:
    """Return what is said in *turn*; a label alone before a list leaves no empty paragraph."""
    blocks = turn.blocks(_opening(turn))
    return [block for block in blocks if block["t"] != "Para" or block["c"]] or blocks


def _opening(turn: Turn) -> Inlines:
    """Return what stands before the words: a number, and the notes of a label."""
    return [*turn.number, *turn.beside, *([space()] if turn.beside else [])]


def _named(attribute: str, turn: Turn) -> str:
    """Return the turn's identifier as an attribute, for links to it."""
    identifier = _escaped(turn.attributes[0]).replace('"', "&quot;")
    return f' {attribute}="{identifier}"' if identifier else ""


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _in_paragraph(block: Element) -> Blocks:
    """A speech holds paragraphs only, and these whatever else there is."""
    return [raw_block("jats", "<p>"), block, raw_block("jats", "</p>")]


def tei(turn: Turn, look: Look) -> Blocks:
    """``sp`` with a ``speaker`` where one is printed (TEI P5, performance texts)."""
    name = _escaped(text_of(turn.label))
    label = f"<speaker>{name}</speaker>" if name else ""
    opening = raw_block("tei", f"<sp{_named('xml:id', turn)}>{label}")
    return [opening, *_said(turn), raw_block("tei", "</sp>")]
