"""What an element of HTML's flow becomes when it is closed, by its name.

While it is open its contents are gathered in a `Frame`: blocks, and the members (items, rows,
cells) that only their own container may hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from pandoc_vivavoce import ast
from pandoc_vivavoce.ast import Blocks, Inlines
from pandoc_vivavoce.rawhtml.attributes import attributes_of, is_empty
from vivavoce.page.soup import Element

_WIDEST: Final = 100
"""Cells may not claim more rows or columns than this."""
_NUMBERS: Final = {
    "1": "Decimal",
    "a": "LowerAlpha",
    "A": "UpperAlpha",
    "i": "LowerRoman",
    "I": "UpperRoman",
}
"""What items are counted with, by the ``type`` of their list."""
_SIDES: Final = {"left": "AlignLeft", "right": "AlignRight", "center": "AlignCenter"}
_TEXT_ALIGN: Final = re.compile(r"text-align\s{0,9}:\s{0,9}(left|right|center)", re.IGNORECASE)
_LONGEST_STYLE: Final = 2000


@dataclass(slots=True)
class Frame:
    """An open element of the flow."""

    element: Element
    tag: str
    """The element's name; ``div`` for the parts of a table that only lays out a page."""
    blocks: Blocks = field(default_factory=list)
    members: list[tuple[str, Any]] = field(default_factory=list)
    """Closed items, rows, cells, terms, captions: name and contents."""
    classes: tuple[str, ...] = ()
    """Class names of the element and of those around it that leave no trace of their own."""
    speaker: str = ""
    """The speaker that the element states."""


def close(frame: Frame, outer: Frame) -> None:
    """Put what *frame* has become into *outer*."""
    closer = _CLOSERS.get(frame.tag)
    if closer is None:
        outer.blocks.extend(frame.blocks)
    else:
        closer(frame, outer)


def _division(frame: Frame, outer: Frame) -> None:
    attributes = attributes_of(frame.element)
    if is_empty(attributes):
        outer.blocks.extend(frame.blocks)
    elif frame.blocks or attributes[0]:
        outer.blocks.append(ast.div(frame.blocks, attributes))


def _paragraph(frame: Frame, outer: Frame) -> None:
    """A paragraph has no attributes in pandoc; a language or a direction needs a division."""
    attributes = attributes_of(frame.element)
    attributes[1] = []
    if is_empty(attributes) or not frame.blocks:
        outer.blocks.extend(frame.blocks)
    else:
        outer.blocks.append(ast.div(frame.blocks, attributes))


def _quote(frame: Frame, outer: Frame) -> None:
    if frame.blocks:
        outer.blocks.append(ast.block_quote(frame.blocks))


def _list(frame: Frame, outer: Frame) -> None:
    items = [blocks for name, blocks in frame.members if name == "li"]
    outer.blocks.extend(frame.blocks)
    if items and frame.tag == "ol":
        start = frame.element.get("start").strip()
        number = int(start) if start.isdecimal() and len(start) < 7 else 1
        style = _NUMBERS.get(frame.element.get("type").strip(), "DefaultStyle")
        outer.blocks.append(ast.ordered_list(items, number, style))
    elif items:
        outer.blocks.append(ast.bullet_list(items))


def _definitions(frame: Frame, outer: Frame) -> None:
    items: list[tuple[Inlines, list[Blocks]]] = []
    for name, blocks in frame.members:
        if name == "dt":
            items.append((_inlines_of(blocks), []))
        elif name == "dd":
            if not items:
                items.append(([], []))
            items[-1][1].append(blocks)
    outer.blocks.extend(frame.blocks)
    if items:
        outer.blocks.append(ast.definition_list(items))


def _inlines_of(blocks: Blocks) -> Inlines:
    inlines: Inlines = []
    for block in blocks:
        if block["t"] in {"Para", "Plain"}:
            inlines += [ast.line_break()] if inlines else []
            inlines += block["c"]
    return inlines


def _table(frame: Frame, outer: Frame) -> None:
    caption = [block for name, blocks in frame.members if name == "caption" for block in blocks]
    rows = [(name, cells) for name, cells in frame.members if name in {"head", "row"}]
    head = [cells for name, cells in rows if name == "head"]
    body = [cells for name, cells in rows if name == "row"]
    outer.blocks.extend(frame.blocks)
    if rows:
        outer.blocks.append(ast.table(head, body, caption))


def _rows(frame: Frame, outer: Frame) -> None:
    """A group of rows; those of a ``thead`` are the table's head."""
    is_head = frame.tag == "thead"
    for name, content in frame.members:
        outer.members.append(("head" if is_head and name == "row" else name, content))
    outer.blocks.extend(frame.blocks)


def _row(frame: Frame, outer: Frame) -> None:
    cells = [cell for name, cell in frame.members if name in {"td", "th"}]
    outer.blocks.extend(frame.blocks)
    if not cells:
        return
    in_head = all(name == "th" for name, _ in frame.members)
    is_first = not any(name in {"row", "head"} for name, _ in outer.members)
    outer.members.append(("head" if in_head and is_first and len(cells) > 1 else "row", cells))


def _cell(frame: Frame, outer: Frame) -> None:
    rows, columns = _span(frame.element, "rowspan"), _span(frame.element, "colspan")
    cell = ast.cell(frame.blocks, rows, columns, _side(frame.element))
    outer.members.append((frame.tag, cell))


def _side(element: Element) -> str:
    """Return where the text of a cell stands, as pandoc calls it."""
    stated = element.get("align").strip()
    if not stated and (found := _TEXT_ALIGN.search(element.get("style")[:_LONGEST_STYLE])):
        stated = found[1]
    return _SIDES.get(stated.lower(), "AlignDefault")


def _span(element: Element, name: str) -> int:
    text = element.get(name).strip()
    return min(max(int(text), 1), _WIDEST) if text.isdecimal() and len(text) < 6 else 1


def _member(frame: Frame, outer: Frame) -> None:
    """An item goes to its container; one without is a stretch of blocks like any other.

    A caption without a figure says that it is one.
    """
    if outer.tag in _HOLDERS[frame.tag]:
        outer.members.append((frame.tag, frame.blocks))
    elif frame.tag == "figcaption" and frame.blocks:
        outer.blocks.append(ast.div(frame.blocks, ast.attr("", ["caption"])))
    else:
        outer.blocks.extend(frame.blocks)


def _figure(frame: Frame, outer: Frame) -> None:
    caption = [block for name, blocks in frame.members if name == "figcaption" for block in blocks]
    if not frame.blocks:
        outer.blocks.extend(caption)
    elif frame.blocks or caption:
        outer.blocks.append(ast.figure(frame.blocks, caption, attributes_of(frame.element)))


_HOLDERS: Final = {
    "li": frozenset({"ul", "ol", "menu", "dir"}),
    "dt": frozenset({"dl"}),
    "dd": frozenset({"dl"}),
    "figcaption": frozenset({"figure"}),
    "caption": frozenset({"table"}),
}
_CLOSERS: Final[dict[str, Callable[[Frame, Frame], None]]] = {
    **dict.fromkeys(("div", "section", "article", "aside", "details", "center"), _division),
    **dict.fromkeys(("header", "footer", "main", "nav", "address"), _division),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), _list),
    **dict.fromkeys(("thead", "tbody", "tfoot"), _rows),
    **dict.fromkeys(("td", "th"), _cell),
    **dict.fromkeys(_HOLDERS, _member),
    "p": _paragraph,
    "blockquote": _quote,
    "dl": _definitions,
    "table": _table,
    "tr": _row,
    "figure": _figure,
}
PARAGRAPH_HOLDERS: Final = frozenset(
    {"li", "td", "th", "dt", "dd", "figcaption", "caption", "figure"}
)
"""Inside these, text without a ``p`` around it is no paragraph."""
