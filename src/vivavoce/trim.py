"""Leaving out what the options do not want: the introduction, the credit lines."""

from __future__ import annotations

from vivavoce.interview import Interview, Node, Text
from vivavoce.options import Options


def trimmed(interview: Interview, options: Options) -> Interview:
    """Return *interview* without the kinds of text that *options* leave out.

    Turns are never touched, nor headings, pictures and notes.
    """
    unwanted = {
        kind
        for kind, wanted in (("introduction", options.introduction), ("credit", options.credits))
        if not wanted
    }
    if not unwanted:
        return interview
    return interview._replace(blocks=tuple(_kept(interview.blocks, unwanted)))


def _kept(nodes: tuple[Node, ...], unwanted: set[str]) -> list[Node]:
    kept: list[Node] = []
    for node in nodes:
        if isinstance(node, Text):
            kept += [node] if node.kind not in unwanted else []
            continue
        inside = tuple(_kept(node.blocks, unwanted))
        if inside or not node.blocks:
            kept.append(node._replace(blocks=inside) if inside != node.blocks else node)
    return kept
