"""The leaves and groups of an interview → docutils body elements.

Pure: standard docutils nodes with classes come out, so that every writer, known or not, can write
them. Paragraphs carry their source and the text a translator is to see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from docutils import nodes

from sphinx_vivavoce.inlines import inline_nodes
from sphinx_vivavoce.markup import Syntax, message
from sphinx_vivavoce.tree import hold
from vivavoce.interview import Group, Node, Text
from vivavoce.model import Image, Run

MAX_LISTS = 4
"""LaTeX takes no lists or quotations nested deeper; what is in deeper ones moves up."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where text comes from, as translators and warnings are told."""

    source: str
    """The path of the file."""
    line: int = 1
    syntax: Syntax = "rst"
    """The markup in which translated messages will be read."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands."""

    origin: Origin
    lists: int = 0
    """How many lists and quotations are around it."""
    in_table: bool = False
    """Tables cannot stand in tables: LaTeX has no words for it."""


def body_nodes(blocks: Iterable[Node], place: Place) -> list[nodes.Node]:
    """Return *blocks* as docutils body elements."""
    found: list[nodes.Node] = []
    for block in blocks:
        if isinstance(block, Group):
            found.extend(_GROUPS.get(block.kind, _spliced)(block, place))
        elif isinstance(block, Text):
            found.extend(_LEAVES.get(block.kind, _paragraph)(block, place))
    return found


def text_element(
    kind: type[nodes.TextElement], runs: tuple[Run, ...], origin: Origin
) -> nodes.TextElement:
    """Return a text element of *kind* that says *runs* and is one message for translators."""
    node = kind(message(runs, origin.syntax))
    hold(node, inline_nodes(runs))
    node.source, node.line = origin.source, origin.line
    return node


def _paragraph(leaf: Text, place: Place) -> list[nodes.Node]:
    """Return a paragraph, its class naming the leaf's kind, and its pictures after it.

    The class has a prefix, since themes have designs of their own for ``note`` and ``caption``.
    """
    found: list[nodes.Node] = []
    if leaf.text.strip():
        node = text_element(nodes.paragraph, leaf.runs, place.origin)
        if leaf.kind != "paragraph":
            node["classes"].append(f"interview-{leaf.kind}")
        set_attributes(node, leaf)
        found.append(node)
    return found + [_picture(run.image, place) for run in leaf.runs if run.image is not None]


def _picture(image: Image, place: Place) -> nodes.image:
    node = nodes.image(uri=image.src, alt=image.alt)
    node.source, node.line = place.origin.source, place.origin.line
    return node


def set_attributes(node: nodes.Element, leaf: Text) -> None:
    """Note on *node* the language of *leaf* and the id it had, for later stages."""
    if leaf.lang:
        node["lang"] = leaf.lang
    if leaf.id:
        node["source-id"] = leaf.id


def _heading(leaf: Text, place: Place) -> list[nodes.Node]:
    """Return a heading that opens no section."""
    node = text_element(nodes.rubric, leaf.runs, place.origin)
    set_attributes(node, leaf)
    return [node]


def _code(leaf: Text, place: Place) -> list[nodes.Node]:
    node = nodes.literal_block(leaf.text, leaf.text, language="none")
    node.source, node.line = place.origin.source, place.origin.line
    return [node]


def _rule(leaf: Text, place: Place) -> list[nodes.Node]:
    """Return a printed break; docutils allows its own kind only directly in a section."""
    return [nodes.paragraph("", "* * *", classes=["interview-rule"])]


def _pull_quote(leaf: Text, place: Place) -> list[nodes.Node]:
    quoted = text_element(nodes.paragraph, leaf.runs, place.origin)
    return [nodes.block_quote("", quoted, classes=["pull-quote"])]


_LEAVES: dict[str, Callable[[Text, Place], list[nodes.Node]]] = {
    "heading": _heading,
    "code": _code,
    "rule": _rule,
    "pull-quote": _pull_quote,
}


def _spliced(group: Group, place: Place) -> list[nodes.Node]:
    return body_nodes(group.blocks, place)


def _deeper(place: Place) -> Place:
    return Place(place.origin, place.lists + 1, place.in_table)


def _list(group: Group, place: Place) -> list[nodes.Node]:
    if place.lists >= MAX_LISTS:
        return _spliced(group, place)
    listed: nodes.Element = nodes.bullet_list()
    if group.ordered:
        listed = nodes.enumerated_list(enumtype="arabic", prefix="", suffix=".")
        if group.start != 1:
            listed["start"] = group.start
    for item in group.blocks:
        members = item.blocks if isinstance(item, Group) and item.kind == "item" else (item,)
        listed += nodes.list_item("", *body_nodes(members, _deeper(place)))
    return [listed]


def _quote(group: Group, place: Place) -> list[nodes.Node]:
    if place.lists >= MAX_LISTS:
        return _spliced(group, place)
    return [nodes.block_quote("", *body_nodes(group.blocks, _deeper(place)))]


def _definition_list(group: Group, place: Place) -> list[nodes.Node]:
    """Return a list whose items each have one term; a definition without one joins the last.

    A term holds words alone: pictures, and what follows a table or a list in it, are defined by it.
    """
    if place.lists >= MAX_LISTS:
        return _spliced(group, place)
    items: list[nodes.Element] = []
    definition = nodes.definition()
    for member in group.blocks:
        blocks = member.blocks if isinstance(member, Group) else (member,)
        words = _words_of_term(member)
        if member.kind == "term" or not items:
            definition = nodes.definition()
            term: nodes.TextElement = nodes.term()
            if words:
                term = text_element(nodes.term, _in_one_line(words), place.origin)
            items.append(nodes.definition_list_item("", term, definition))
        definition.extend(
            _picture(run.image, place) for leaf in words for run in leaf.runs if run.image
        )
        definition.extend(body_nodes(blocks[len(words) :], _deeper(place)))
    return [nodes.definition_list("", *items)]


def _words_of_term(member: Node) -> tuple[Text, ...]:
    """Return the leaves with which *member* begins, if it is a term."""
    if not isinstance(member, Group) or member.kind != "term":
        return ()
    leaves: list[Text] = []
    for block in member.blocks:
        if not isinstance(block, Text):
            break
        leaves.append(block)
    return tuple(leaves)


def _in_one_line(leaves: tuple[Text, ...]) -> tuple[Run, ...]:
    runs = [run for leaf in leaves for run in (Run(" "), *leaf.runs)]
    return tuple(runs[1:])


def _table(group: Group, place: Place) -> list[nodes.Node]:
    rows = [row for row in group.blocks if isinstance(row, Group) and row.kind == "row"]
    width = max((len(row.blocks) for row in rows), default=0)
    if place.in_table or not width:
        return _spliced(group, place)
    heads = 1 if all(cell.kind == "header-cell" for cell in rows[0].blocks) else 0
    inside = Place(place.origin, place.lists, in_table=True)
    columns = [nodes.colspec(colwidth=100 // width) for _ in range(width)]
    tgroup = nodes.tgroup("", *columns, cols=width)
    if heads:
        tgroup += nodes.thead("", *[_row(row, width, inside) for row in rows[:heads]])
    tgroup += nodes.tbody("", *[_row(row, width, inside) for row in rows[heads:]])
    outside = [block for block in group.blocks if block not in rows]
    return [*body_nodes(outside, place), nodes.table("", tgroup)]


def _row(row: Group, width: int, place: Place) -> nodes.row:
    cells = [
        nodes.entry("", *body_nodes(cell.blocks if isinstance(cell, Group) else (cell,), place))
        for cell in row.blocks
    ]
    empty = [nodes.entry() for _ in range(width - len(cells))]
    return nodes.row("", *cells, *empty)


def _figure(group: Group, place: Place) -> list[nodes.Node]:
    """Return a figure of the group's first picture and its caption; what else it has follows.

    Only the words that come first are the caption: what is said stays in its order.
    """
    body = body_nodes(group.blocks, place)
    picture = next((node for node in body if isinstance(node, nodes.image)), None)
    if picture is None:
        return body
    figure = nodes.figure("", picture, classes=["interview-figure"])
    words = next((node for node in body if not isinstance(node, nodes.image)), None)
    if isinstance(words, nodes.paragraph):
        figure += nodes.caption(words.rawsource, "", *words.children)
        figure[-1].source, figure[-1].line = words.source, words.line
        body.remove(words)
    return [figure, *[node for node in body if node is not picture]]


_GROUPS: dict[str, Callable[[Group, Place], list[nodes.Node]]] = {
    "list": _list,
    "quote": _quote,
    "definition-list": _definition_list,
    "table": _table,
    "figure": _figure,
}
