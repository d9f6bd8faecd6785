"""What stands in and around the turns (paragraphs, lists, tables, figures) as pandoc's blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby, takewhile
from typing import Any

from pandoc_vivavoce import ast
from pandoc_vivavoce.ast import Blocks, Element, Inlines
from pandoc_vivavoce.writing.host import Host
from pandoc_vivavoce.writing.run_inlines import inlines_of, language_attributes
from vivavoce.interview import Group, Node, Text

STYLES = {
    "introduction": "Introduction",
    "credit": "Credit",
    "note": "Editor's Note",
    "stage-direction": "Stage Direction",
    "pull-quote": "Pull Quote",
    "caption": "Image Caption",
    "footnote": "Footnote Text",
}
"""Kinds of leaf that are set apart: the class they get is the kind; here the named style."""
SET_APART = "set-apart"
"""The class of an introduction or a note whose every word is emphasised, so that no word is."""
_ROLES = {"pull-quote": "doc-pullquote", "footnote": "doc-footnote"}


class NodeWriter:
    """Writes nodes other than turns for one product."""

    def __init__(self, host: Host, named_styles: bool = False) -> None:
        self._host = host
        self._named_styles = named_styles
        self._by_kind: dict[str, Callable[[Group], Blocks]] = {
            "list": self._list,
            "quote": lambda group: [ast.block_quote(self.blocks(group.blocks))],
            "table": self._table,
            "definition-list": self._definitions,
            "figure": self._figure,
        }

    def blocks(self, nodes: Sequence[Node]) -> Blocks:
        """Return *nodes* as blocks; neighbours of one kind that is set apart share a division."""
        written: Blocks = []
        for kind, group in groupby(nodes, lambda node: node.kind):
            members = list(group)
            inside = [block for node in members for block in self.one(node)]
            if inside and kind in STYLES:
                classes = [kind, SET_APART] if all(map(_is_emphasised, members)) else [kind]
                attributes = self.attributes(classes, STYLES[kind], _ROLES.get(kind))
                inside = [ast.div(inside, attributes)]
            written.extend(inside)
        return written

    def one(self, node: Node) -> Blocks:
        """Return *node* as blocks."""
        if isinstance(node, Text):
            return self._leaf(node)
        if isinstance(node, Group) and node.kind in self._by_kind:
            return self._by_kind[node.kind](node)
        return self.blocks(node.blocks)

    def inlines(self, leaf: Text) -> Inlines:
        """Return what *leaf* says as inline elements, with its language and the id for links."""
        inlines = inlines_of(leaf.runs, self._host)
        lang, anchor = self._host.foreign(leaf.lang), self._host.anchor_of(leaf)
        if not inlines or not (lang or anchor):
            return inlines
        return [ast.span(inlines, ast.attr(anchor, (), language_attributes(lang) if lang else {}))]

    def attributes(self, classes: Sequence[str], style: str, role: str | None = None) -> ast.Attr:
        """Return attributes: *classes*, and the *style* or the *role*, as the product has them."""
        pairs = {"custom-style": style} if self._named_styles else {}
        if role and not self._named_styles:
            pairs["role"] = role
        return ast.attr(classes=classes, attributes=pairs)

    def _leaf(self, leaf: Text) -> Blocks:
        if leaf.kind == "rule":
            return [ast.horizontal_rule()]
        if leaf.kind == "code":
            return [ast.code_block(leaf.text, ast.attr(self._host.anchor_of(leaf)))]
        inlines = self.inlines(leaf)
        if leaf.kind == "heading" and inlines:
            return [ast.paragraph([ast.strong(inlines)])]
        return [ast.paragraph(inlines)] if inlines else []

    def _list(self, group: Group) -> Blocks:
        items = [self._item(node) for node in group.blocks]
        items = [item for item in items if item]
        if not items:
            return []
        return [ast.ordered_list(items, group.start) if group.ordered else ast.bullet_list(items)]

    def _item(self, node: Node) -> Blocks:
        blocks = self.one(node)
        return _tight(blocks)

    def _definitions(self, group: Group) -> Blocks:
        items: list[tuple[Inlines, list[Blocks]]] = []
        for node in group.blocks:
            blocks = self.one(node)
            if node.kind == "term" or not items:
                words = list(takewhile(_is_paragraph, blocks))
                rest = blocks[len(words) :]
                items.append((_joined(words), [rest] if rest else []))
            else:
                items[-1][1].append(blocks)
        return [ast.definition_list(items)] if items else []

    def _figure(self, group: Group) -> Blocks:
        caption = [node for node in group.blocks if node.kind == "caption"]
        shown = self.blocks([node for node in group.blocks if node.kind != "caption"])
        words = [block for node in caption for block in self.one(node)]
        if not any(holds_picture(block) for block in shown):
            return shown + ([ast.div(words, self._caption())] if words else [])
        return [ast.figure([_plain(block) for block in shown], words)]

    def _caption(self) -> ast.Attr:
        return self.attributes(["caption"], STYLES["caption"])

    def _table(self, group: Group) -> Blocks:
        rows = [node for node in group.blocks if isinstance(node, Group) and node.kind == "row"]
        others = [
            node for node in group.blocks if not (isinstance(node, Group) and node.kind == "row")
        ]
        head_count = 1 if rows and _is_head(rows[0]) else 0
        cells = [[ast.cell(_tight(self.one(cell))) for cell in row.blocks] for row in rows]
        width = max((len(row) for row in cells), default=0)
        for row in cells:
            row.extend(ast.cell([]) for _ in range(width - len(row)))
        outside = self.blocks(others)
        if not width:
            return outside
        return [*outside, ast.table(cells[:head_count], cells[head_count:])]


def _is_emphasised(node: Node) -> bool:
    """Does every word of *node* carry emphasis?"""
    runs = [run for run in node.runs if run.text.strip()] if isinstance(node, Text) else []
    return bool(runs) and all(any(mark.kind == "emphasis" for mark in run.marks) for run in runs)


def _is_head(row: Group) -> bool:
    return bool(row.blocks) and all(cell.kind == "header-cell" for cell in row.blocks)


def _tight(blocks: Blocks) -> Blocks:
    """Return *blocks* without space around them where they are one paragraph alone."""
    return [_plain(blocks[0]), *blocks[1:]] if _is_short(blocks) else blocks


def _is_short(blocks: Blocks) -> bool:
    paragraphs = [block for block in blocks if block["t"] == "Para"]
    return len(paragraphs) == 1 and blocks[0]["t"] == "Para"


def _plain(block: Element) -> Element:
    return ast.plain(block["c"]) if block["t"] == "Para" else block


def _is_paragraph(block: Element) -> bool:
    return block["t"] in {"Para", "Plain"}


def _joined(paragraphs: Blocks) -> Inlines:
    """Return the words of *paragraphs* on one line, as a term must be: Typst takes no other."""
    inlines: Inlines = []
    for paragraph in paragraphs:
        inlines.extend([ast.space()] if inlines else [])
        inlines.extend(map(_unbroken, paragraph["c"]))
    return inlines


def _unbroken(part: Any) -> Any:
    """Return *part* of a term with spaces for its line breaks, but those of footnotes."""
    if isinstance(part, list):
        return list(map(_unbroken, part))
    if not isinstance(part, dict) or part["t"] == "Note":
        return part
    if part["t"] == "LineBreak":
        return ast.space()
    return {**part, "c": _unbroken(part["c"])} if "c" in part else part


def holds_picture(block: Element) -> bool:
    """True where *block* is a paragraph with a picture directly in it, or in a link."""
    if block["t"] not in {"Para", "Plain"}:
        return False
    return any(
        item["t"] == "Image"
        or (item["t"] == "Link" and any(inner["t"] == "Image" for inner in item["c"][1]))
        for item in block["c"]
    )
