"""Raw HTML among pandoc's elements, as Markdown's readers leave it, becomes real elements.

`-f markdown` hands every tag on as a raw piece and what stands between as elements; `-f gfm` and
`-f commonmark_x` hand on whole bodies. Writers other than HTML's drop them, and EPUB is broken by a
``<br>``. Here each stretch is written as one HTML text, with placeholders for the elements that
pandoc understood (footnotes, mathematics, citations, links), parsed as HTML, and put back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pandoc_vivavoce.ast import Blocks, Element, Inlines
from pandoc_vivavoce.inlines import rare_leaves
from pandoc_vivavoce.rawhtml.flow import Made, make_blocks
from pandoc_vivavoce.rawhtml.placeholders import Placeholders
from pandoc_vivavoce.rawhtml.stretches import find_stretches, raw_texts
from pandoc_vivavoce.tree import inline_lists, is_not_ours, is_raw_html, lists_inside
from vivavoce.model import Cues
from vivavoce.problems import Code, Problem

_SHOWN: Final = 60


class Repair:
    """What was found out while raw HTML was turned into elements."""

    def __init__(self) -> None:
        self.cues: dict[int, Cues] = {}
        """What the markup says of a block's speaker, by the identity of the block's element."""
        self.problems: list[Problem] = []


def repair(blocks: Blocks) -> Repair:
    """Turn the raw HTML in *blocks*, to any depth, into elements, in place."""
    done = Repair()
    lists = [blocks]
    while lists:
        here = lists.pop()
        _repair_list(here, done)
        for block in list(here):
            if is_not_ours(block):
                continue
            lists.extend(lists_inside(block))
            for inlines in inline_lists(block):
                rare = list(rare_leaves(inlines))
                if any(map(is_raw_html, rare)):
                    _repair_leaf(block, inlines, here, done)
                    rare = list(rare_leaves(inlines))
                lists.extend(element["c"] for element in rare if element["t"] == "Note")
    return done


def _repair_list(blocks: Blocks, done: Repair) -> None:
    for start, end in reversed(list(find_stretches(blocks))):
        made = _parse(blocks[start:end], done)
        if made is not None:
            blocks[start:end] = made.blocks


def _repair_leaf(block: Element, inlines: Inlines, siblings: Blocks, done: Repair) -> None:
    """Repair the text of one leaf; a paragraph may turn out to hold several blocks."""
    made = _parse([{"t": "Plain", "c": inlines}], done)
    if made is None:
        return
    if len(made.blocks) == 1 and made.blocks[0]["t"] in {"Para", "Plain"}:
        inlines[:] = made.blocks[0]["c"]
    elif not made.blocks:
        inlines[:] = []
    elif block["t"] in {"Para", "Plain"}:
        at = next(place for place, item in enumerate(siblings) if item is block)
        siblings[at : at + 1] = made.blocks


def _parse(pieces: Blocks, done: Repair) -> Made | None:
    """Return *pieces* as elements; None, and a problem, where some would be lost."""
    from vivavoce.page.soup import parse_html  # noqa: PLC0415 - loads the HTML parser

    raw = "".join(text for piece in pieces for text in raw_texts(piece))
    places = Placeholders(raw)
    # Text directly in a page's body would get paragraphs of the parser's own.
    root = parse_html(f"<div>{places.blocks(pieces)}</div>")
    made = make_blocks(root, places.tag, places.elements)
    if made.used != list(range(len(places.elements))):
        shown = " ".join(raw.split())[:_SHOWN]
        done.problems.append(Problem(Code.RAW_KEPT, f"raw HTML was left as it is: {shown}"))
        return None
    done.cues.update(made.cues)
    done.problems.extend(_problems_of(made))
    return made


def _problems_of(made: Made) -> Iterator[Problem]:
    if made.left_out:
        names = ", ".join(f"{name} ({count})" for name, count in sorted(made.left_out.items()))
        yield Problem(Code.ACTIVE_CONTENT, f"left out of raw HTML: {names}")
    for address in made.unsafe_links:
        yield Problem(Code.UNSAFE_LINK, f"the link to {address[:_SHOWN]!r} is left out")
