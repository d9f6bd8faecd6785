"""The divisions of a page around what is said, taken away where a writer or layout has no use."""

from __future__ import annotations

from pandoc_vivavoce.ast import Blocks, attr, span
from pandoc_vivavoce.dress.shape import Turn


def unwrapped(turn: Turn) -> Turn:
    """Return *turn* without the page's divisions around its first paragraph.

    Styles and columns are given to the paragraphs of a turn. Identifiers become anchors; a division
    that says more than its names, as a language or a style, stays.
    """
    if any(pairs for (_, _, pairs), _ in turn.around):
        return turn
    anchors = [span([], attr(name)) for (name, _, _), _ in turn.around if name]
    after = [block for _, blocks in reversed(turn.around) for block in blocks]
    return turn._replace(first=[*anchors, *turn.first], rest=[*turn.rest, *after], around=())


def without_divisions(blocks: Blocks) -> Blocks:
    """Return *blocks* with what divisions hold in their place, but where one has an identifier and
    no paragraph to put it in."""
    done: Blocks = []
    stack = blocks[::-1]
    while stack:
        block = stack.pop()
        if block["t"] != "Div":
            done.append(block)
            continue
        (identifier, _, _), inside = block["c"]
        if not identifier:
            stack += reversed(inside)
        elif inside and inside[0]["t"] in {"Para", "Plain"}:
            first = {**inside[0], "c": [span([], attr(identifier)), *inside[0]["c"]]}
            stack += [*reversed(inside[1:]), first]
        else:
            done.append(block)
    return done
