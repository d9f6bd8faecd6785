"""Blocks of the canonical Markdown form read back to nodes.

Markdown-it finds the blocks; here their tokens become turns, groups and leaves, with a stack of
what is open. A division whose class is unknown lets through what is inside.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from vivavoce.forms.markdown.attributes import Attributes, parse_attributes
from vivavoce.forms.markdown.blocks import ASIDES
from vivavoce.forms.markdown.fences import block_tokens
from vivavoce.forms.markdown.leaves import is_picture
from vivavoce.forms.markdown.parse import parse_inlines
from vivavoce.interview import Group, Node, Text, Turn
from vivavoce.model import Run
from vivavoce.runs import text_of

if TYPE_CHECKING:
    from markdown_it.token import Token

_LABEL: Final = re.compile(
    r"\[((?:[^\[\]\\]|\\.)*)\]\{\.speaker\}(?:[\u00a0 ]?[:：])? ?", re.DOTALL
)
_ANCHOR: Final = re.compile(r"\[\]\{([^{}]+)\}")
_AFTER_HEADING: Final = re.compile(r'\s\{((?:[^{}"\\]|"(?:[^"\\]|\\.)*")*)\}$')
_LEAVES: Final = ASIDES | {"paragraph", "code", "figure", "rule"}
_GROUPS: Final = frozenset(
    {"list", "item", "quote", "table", "row", "cell", "header-cell", "definition-list", "term"}
    | {"definition", "figure", "details", "division"}
)
_GROUP_OF_TOKEN: Final = {
    "bullet_list": "list",
    "ordered_list": "list",
    "list_item": "item",
    "blockquote": "quote",
    "table": "table",
    "tr": "row",
    "th": "header-cell",
    "td": "cell",
}


def read_tree(text: str) -> tuple[Node, ...]:
    """Return the nodes that the body *text* of the canonical form stands for.

    Raises InputError where blocks are nested too deeply.
    """
    return _Reader().read(block_tokens(text))


@dataclass(slots=True)
class _Frame:
    """A container that still takes nodes."""

    kind: str
    """Of a group, ``turn``, ``leaf`` (a division around leaves), or ``open`` (lets through)."""
    leaf: str = ""
    """The kind of the paragraphs inside, where a division says it."""
    attributes: Attributes = field(default_factory=Attributes)
    is_division: bool = False
    ordered: bool = False
    start: int = 1
    label: str = ""
    nodes: list[Node] = field(default_factory=list)


class _Reader:
    """Turns tokens into nodes."""

    def __init__(self) -> None:
        self._frames = [_Frame("open")]
        self._heading = 0
        """The level of the heading that is being read; 0 outside of headings."""

    def read(self, tokens: list[Token]) -> tuple[Node, ...]:
        for token in tokens:
            handler = _HANDLERS.get(token.type)
            if handler is not None:
                handler(self, token)
        while len(self._frames) > 1:
            self._close()
        return tuple(self._frames[0].nodes)

    def _open_group(self, token: Token) -> None:
        name = token.type.removesuffix("_open")
        start = int(token.attrs.get("start", 1))
        frame = _Frame(_GROUP_OF_TOKEN[name], self._frames[-1].leaf)
        frame.ordered, frame.start = name == "ordered_list", start
        self._frames.append(frame)

    def _close_group(self, token: Token) -> None:
        """End a group of Markdown's own, and divisions inside it that nobody ended."""
        while self._frames[-1].is_division:
            self._close()
        self._close()

    def _open_division(self, token: Token) -> None:
        attributes = parse_attributes(token.info)
        classes = attributes.classes
        frame = _Frame("open", self._frames[-1].leaf, attributes, is_division=True)
        kind = next((name for name in classes if name in _LEAVES | _GROUPS | {"turn"}), "")
        if kind == "turn" or (kind in _GROUPS and (kind != "figure" or "group" in classes)):
            frame.kind = kind
            frame.ordered = "ordered" in classes
            frame.start = _integer(attributes.get("start"))
        elif kind in _LEAVES:
            frame.kind, frame.leaf = "leaf", kind
        self._frames.append(frame)

    def _close_division(self, token: Token) -> None:
        if self._frames[-1].is_division:
            self._close()

    def _close(self) -> None:
        """Take the innermost frame and give what it became to the one around."""
        frame = self._frames.pop()
        self._frames[-1].nodes.extend(_FINISH.get(frame.kind, _finish_group)(frame))

    def _open_heading(self, token: Token) -> None:
        self._heading = int(token.tag[1:])

    def _close_heading(self, token: Token) -> None:
        self._heading = 0

    def _inline(self, token: Token) -> None:
        if self._heading:
            self._frames[-1].nodes.append(_heading(token.content, self._heading))
        else:
            self._paragraph(token.content)

    def _paragraph(self, content: str) -> None:
        frame = self._frames[-1]
        is_opening = frame.kind == "turn" and not frame.nodes and not frame.label
        if is_opening and (label := _LABEL.match(content)):
            frame.label = text_of(parse_inlines(label[1]))
            content = content[label.end() :]
        anchor = _ANCHOR.match(content)
        name = parse_attributes(anchor[1]).id if anchor else ""
        runs = parse_inlines(content[anchor.end() :] if anchor and name else content)
        if not runs:
            return
        kind = frame.leaf or "paragraph"
        if is_picture(runs) and not name:
            kind = "figure"
        frame.nodes.append(Text(kind, runs, 0, name))

    def _code(self, token: Token) -> None:
        text = token.content.removesuffix("\n")
        self._frames[-1].nodes.append(Text("code", (Run(text),)))

    def _rule(self, token: Token) -> None:
        self._frames[-1].nodes.append(Text("rule"))

    def _html(self, token: Token) -> None:
        """Keep raw HTML as text; a comment only parts what would run together."""
        text = token.content.strip()
        if not (text.startswith("<!--") and text.endswith("-->")):
            self._frames[-1].nodes.append(Text("paragraph", (Run(text),)))


_HANDLERS: Final[dict[str, Callable[[_Reader, Any], None]]] = {
    **{f"{name}_open": _Reader._open_group for name in _GROUP_OF_TOKEN},
    **{f"{name}_close": _Reader._close_group for name in _GROUP_OF_TOKEN},
    "division_open": _Reader._open_division,
    "division_close": _Reader._close_division,
    "heading_open": _Reader._open_heading,
    "heading_close": _Reader._close_heading,
    "inline": _Reader._inline,
    "fence": _Reader._code,
    "code_block": _Reader._code,
    "hr": _Reader._rule,
    "html_block": _Reader._html,
}


def _heading(content: str, level: int) -> Text:
    match = _AFTER_HEADING.search(content)
    attributes = parse_attributes(match[1]) if match else Attributes()
    runs = parse_inlines(content[: match.start()] if match else content)
    return Text("heading", runs, level, attributes.id, attributes.get("lang"))


def _finish_open(frame: _Frame) -> list[Node]:
    return frame.nodes


def _finish_turn(frame: _Frame) -> list[Node]:
    get = frame.attributes.get
    start, end = _seconds(get("start")), _seconds(get("end"))
    return [Turn(get("speaker"), tuple(frame.nodes), frame.label, start, end)]


def _finish_leaf(frame: _Frame) -> list[Node]:
    """Return the leaves of a division, with the division's id and language."""
    kind, name, lang = frame.leaf, frame.attributes.id, frame.attributes.get("lang")
    leaves = frame.nodes or [Text(kind)]
    if len(leaves) == 1 and leaves[0].kind == "figure" and isinstance(leaves[0], Text):
        leaves = [leaves[0]._replace(kind=kind)]
    if lang:
        leaves = [leaf._replace(lang=lang) if isinstance(leaf, Text) else leaf for leaf in leaves]
    if name and isinstance(leaves[0], Text):
        leaves[0] = leaves[0]._replace(id=name)
    return leaves


def _finish_group(frame: _Frame) -> list[Node]:
    nodes = tuple(frame.nodes)
    if frame.kind == "table" and not frame.is_division:
        nodes = _without_empty_header(nodes)
    return [Group(frame.kind, nodes, frame.ordered, frame.start)]


_FINISH: Final[dict[str, Callable[[_Frame], list[Node]]]] = {
    "open": _finish_open,
    "turn": _finish_turn,
    "leaf": _finish_leaf,
}


def _without_empty_header(rows: tuple[Node, ...]) -> tuple[Node, ...]:
    """Leave out the row of header cells that a table without header must have in Markdown."""
    first = rows[0] if rows else None
    if isinstance(first, Group) and all(
        isinstance(cell, Group) and cell.kind == "header-cell" and not cell.blocks
        for cell in first.blocks
    ):
        return rows[1:]
    return rows


def _integer(text: str) -> int:
    return int(text) if text.lstrip("-").isdecimal() else 1


def _seconds(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
