"""pandoc's elements written as HTML text, so that raw tags between them can be parsed as one.

Text becomes text, raw pieces stay as they are, and every other element is left out and remembered:
a placeholder element stands for it, which nobody else's markup can hold because its name is chosen
so that it does not occur.
"""

from __future__ import annotations

from html import escape
from typing import Final

from pandoc_vivavoce.ast import Blocks, Element, Inlines
from pandoc_vivavoce.inlines import children, read_atoms
from pandoc_vivavoce.tree import is_raw_html

_SPACES: Final = {"Space": " ", "SoftBreak": "\n", "LineBreak": "<br>"}
_MARKERS: Final = {"BulletList": "- ", "OrderedList": "1. ", "BlockQuote": "> "}


class Placeholders:
    """Writes elements as HTML and remembers those that a placeholder stands for."""

    def __init__(self, raw: str) -> None:
        """*raw* is all raw HTML that will be parsed together with the placeholders."""
        number = 0
        while f"x-vv{number}" in raw:
            number += 1
        self.tag = f"x-vv{number}"
        self.elements: list[Element] = []

    def mark(self, element: Element, inside: str = "") -> str:
        """Return a placeholder for *element*, around what is *inside* it."""
        self.elements.append(element)
        return f'<{self.tag} n="{len(self.elements) - 1}">{inside}</{self.tag}>'

    def blocks(self, blocks: Blocks) -> str:
        """Return *blocks* as HTML."""
        return "".join(self._block(block) for block in blocks)

    def _block(self, block: Element) -> str:
        kind = block["t"]
        if is_raw_html(block):
            return str(block["c"][1])
        if kind == "Plain":
            return self.inlines(block["c"])
        if kind == "Para":
            return f"<p>{self.inlines(block['c'])}</p>"
        if kind == "CodeBlock" and is_indented_html(block):
            return str(block["c"][1])
        if kind in _MARKERS and any(is_raw_html(item) for part in parts(block) for item in part):
            return self._misread(block)
        return self.mark(block)

    def _misread(self, block: Element) -> str:
        """Return a list or quotation that Markdown saw in the lines of an HTML text, as text."""
        marker = _MARKERS[block["t"]]
        return "\n".join(marker + self._tight(part) for part in parts(block))

    def _tight(self, part: Blocks) -> str:
        return "".join(
            self.inlines(item["c"]) if item["t"] == "Para" else self._block(item) for item in part
        )

    def inlines(self, inlines: Inlines) -> str:
        """Return *inlines* as HTML; elements without raw pieces inside stay whole."""
        torn = {
            id(wrapper)
            for atom in read_atoms([item for item in inlines if children(item)])
            if atom.element is not None and is_raw_html(atom.element)
            for wrapper in atom.wrappers
        }
        return "".join(
            escape(item["c"], quote=False) if item["t"] == "Str" else self._inline(item, torn)
            for item in inlines
        )

    def _inline(self, item: Element, torn: set[int]) -> str:
        kind = item["t"]
        if kind == "Str":
            return escape(item["c"], quote=False)
        if kind in _SPACES:
            return _SPACES[kind]
        if is_raw_html(item):
            return str(item["c"][1])
        if id(item) in torn:
            return self.mark(item, "".join(self._inline(inner, torn) for inner in children(item)))
        return self.mark(item)


def parts(block: Element) -> list[Blocks]:
    """Return the items of a list, or the one part of a quotation."""
    if block["t"] == "BlockQuote":
        return [block["c"]]
    items: list[Blocks] = block["c"] if block["t"] == "BulletList" else block["c"][1]
    return items


def is_indented_html(block: Element) -> bool:
    """Tell whether a code block is HTML that was only indented in its source."""
    attributes, text = block["c"]
    return attributes == ["", [], []] and str(text).lstrip().startswith("<")
