"""On which line of its file each piece of an interview stands, for translators and warnings.

A reader of soup keeps no line numbers. The words are looked for in the file, from where the last
ones were found; what is not found there as it stands has the line of what came before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from docutils import nodes

from sphinx_vivavoce.tree import elements_below

WINDOW = 20_000
"""How many characters ahead are searched: the search stays linear in the length of the file."""
_LONGEST = 24


def set_lines(top: nodes.Element, text: str, source: str) -> None:
    """Give every text element below *top* that comes from *source* its line in *text*."""
    breaks = [found.start() for found in re.finditer("\n", text)]
    at = 0
    for node in elements_below(top):
        if node.source == source and isinstance(node, nodes.TextElement):
            at = max(at, _find(node, text, at))
            node.line = bisect_right(breaks, at) + 1


def _find(node: nodes.TextElement, text: str, start: int) -> int:
    """Return where the first words of *node* stand in *text* after *start*; -1 if nowhere near."""
    words = _first_words(node).strip().split("\n")[0][:_LONGEST]
    return text.find(words, start, start + WINDOW) if words else -1


def _first_words(node: nodes.Node) -> str:
    """Return the first text below *node*; empty if there is none."""
    for child in node.children:
        words = str(child) if isinstance(child, nodes.Text) else _first_words(child)
        if words:
            return words
    return ""
