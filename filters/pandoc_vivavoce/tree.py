"""How pandoc's elements hold each other: lists of blocks in containers, inlines in leaves.

All lists handed out are the document's own, so that what is changed in them is changed in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from pandoc_vivavoce.ast import Attr, Blocks, Element, Inlines, line_break, plain

CONTAINER_KINDS: Final = {
    "BlockQuote": "quote",
    "BulletList": "list",
    "OrderedList": "list",
    "DefinitionList": "definition-list",
    "Table": "table",
    "Figure": "figure",
    "Div": "division",
}
"""pandoc's containers and what the core calls them (`vivavoce.model.Container.kind`)."""
CAPTION: Final = "caption"
"""What leads to the blocks of a caption."""
_RAW: Final = frozenset({"RawBlock", "RawInline"})
_NOT_OURS: Final = frozenset({"no-interview", "references", "csl-bib-body"})

Inside = Iterator[tuple[tuple[tuple[str, Any], ...], Blocks]]
"""Lists of blocks, each with the smaller containers between it and the element: kind and object."""


def attributes_of(element: Element) -> Attr | None:
    """Return the attribute triple of *element* if its kind has one."""
    if element["t"] in {"Div", "Table", "Figure", "CodeBlock"}:
        found: Attr = element["c"][0]
        return found
    return element["c"][1] if element["t"] == "Header" else None


def inline_lists(element: Element) -> list[Inlines]:
    """Return the lists of inline elements of a leaf; they are the document's own."""
    kind: str = element["t"]
    if kind in {"Para", "Plain"}:
        return [element["c"]]
    if kind == "Header":
        return [element["c"][2]]
    return list(element["c"]) if kind == "LineBlock" else []


def inlines_of(element: Element) -> Inlines:
    """Return the inline elements of a leaf; the lines of a line block joined by line breaks."""
    kind: str = element["t"]
    if kind == "Para":  # as most are
        inlines: Inlines = element["c"]
        return inlines
    lines = inline_lists(element)
    return lines[0] if len(lines) == 1 else _joined(lines)


def _joined(lines: list[Inlines]) -> Inlines:
    inlines: Inlines = []
    for number, line in enumerate(lines):
        if number:
            inlines.append(line_break())
        inlines.extend(line)
    return inlines


def is_raw_html(element: Element) -> bool:
    """Tell whether *element* is raw HTML, in a block or among text."""
    return element["t"] in _RAW and str(element["c"][0]).startswith("html")


def is_not_ours(element: Element) -> bool:
    """Tell whether *element* is a Div that must not be looked into.

    These are what the author excludes, a list of references, and our own earlier work.
    """
    if element["t"] != "Div":
        return False
    identifier, classes, _ = element["c"][0]
    return identifier == "refs" or not _NOT_OURS.isdisjoint(classes) or is_converted(element)


def is_converted(element: Element) -> bool:
    """Tell whether *element* is a Div in which the turns are already marked, at any depth of Divs.

    A page may have a division of its own around some of them.
    """
    if element["t"] != "Div" or "interview" not in element["c"][0][1]:
        return False
    stack = [item for item in element["c"][1] if item["t"] == "Div"]
    while stack:
        attributes, blocks = stack.pop()["c"]
        if "turn" in attributes[1]:
            return True
        stack.extend(item for item in blocks if item["t"] == "Div")
    return False


def lists_inside(element: Element) -> Iterator[Blocks]:
    """Yield the lists of blocks that *element* holds; they are the document's own."""
    if element["t"] in CONTAINER_KINDS:
        for _, blocks in inside(element):
            yield blocks


def inside(element: Element) -> Inside:
    """Yield the lists of blocks in a container, each with what lies between it and them."""
    kind, content = element["t"], element["c"]
    if kind == "Div":
        yield (), content[1]
    elif kind == "BlockQuote":
        yield (), content
    elif kind in {"BulletList", "OrderedList"}:
        for item in content if kind == "BulletList" else content[1]:
            yield (("item", item),), item
    elif kind == "DefinitionList":
        yield from _inside_definitions(content)
    elif kind == "Figure":
        yield (), content[2]
        yield ((CAPTION, content[1]),), content[1][1]
    else:
        yield from _inside_table(content)


def _inside_definitions(items: list[Any]) -> Inside:
    for term, definitions in items:
        yield (("term", term),), [plain(term)]
        for definition in definitions:
            yield (("definition", definition),), definition


def _inside_table(content: list[Any]) -> Inside:
    _, caption, _, head, bodies, foot = content
    yield ((CAPTION, caption),), caption[1]
    for row in head[1]:
        yield from _inside_row(row, "header-cell")
    for body in bodies:
        for row in body[2]:
            yield from _inside_row(row, "header-cell")
        for row in body[3]:
            yield from _inside_row(row, "cell", body[1])
    for row in foot[1]:
        yield from _inside_row(row, "cell")


def _inside_row(row: list[Any], kind: str, heads: int = 0) -> Inside:
    for place, cell in enumerate(row[1]):
        yield (("row", row), ("header-cell" if place < heads else kind, cell)), cell[4]
