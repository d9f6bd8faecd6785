"""Nodes arranged as HTML and TEI have them: a picture with its caption, a paragraph alone."""

from __future__ import annotations

from typing import Final

from vivavoce.interview import Group, Node, Text, Turn

_TIGHT: Final = frozenset({"item", "cell", "header-cell", "term", "definition"})


def is_tight(node: Node) -> bool:
    """Does *node*, an item or a cell, hold one plain paragraph, so that it needs no element?"""
    if not isinstance(node, Group) or node.kind not in _TIGHT or len(node.blocks) != 1:
        return False
    leaf = node.blocks[0]
    return isinstance(leaf, Text) and leaf == Text("paragraph", leaf.runs)


def figures_inside(node: Group | Turn) -> tuple[Node, ...]:
    """Return what `tree.steps` is to walk in *node*, pictures joined to their captions."""
    return node.blocks if node.kind == "figure" else with_figures(node.blocks)


def with_figures(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return *nodes* with each picture and the caption right after it in a figure."""
    if not any(node.kind == "caption" for node in nodes):
        return nodes
    arranged: list[Node] = []
    for node in nodes:
        last = arranged[-1] if arranged else None
        if node.kind == "caption" and isinstance(last, Text) and last.kind == "figure":
            arranged[-1] = Group("figure", (last, node))
        else:
            arranged.append(node)
    return tuple(arranged)
