"""An interview's nodes as blocks of pandoc's Markdown.

Paragraphs, headings, lists, quotations, code, pictures and regular tables have Markdown's own
signs. All else is a fenced division with the kind as its class, which any reader of pandoc's
Markdown passes on.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from vivavoce.forms.markdown.inlines import write_inlines
from vivavoce.forms.markdown.leaves import heading_line, is_picture, native_lines
from vivavoce.forms.markdown.lines import Lines, attribute_list
from vivavoce.forms.markdown.tables import pipe_table
from vivavoce.forms.shown import ShownTurn
from vivavoce.forms.tree import Step, steps
from vivavoce.interview import Group, Node, Text, Turn
from vivavoce.model import Run

BREAK: Final = "<!-- -->"
"""Parts two lists, which would be one, and two quotations."""
ASIDES: Final = frozenset(
    {"caption", "credit", "note", "stage-direction", "footnote", "pull-quote", "introduction"}
)
_NEUTRAL: Final = frozenset({"code", "figure", "rule"})
"""Leaves that are what they are wherever they stand."""
_MIXED: Final = "mixed"
_STRUCTURES: Final = frozenset({"list", "table", "row", "definition-list"})
_MARKER: Final = 4
"""Pandoc indents what belongs to an item by four columns."""
_LONGEST_NUMBER: Final = 999_999_999


class BlockWriter:
    """Writes nodes as lines; knows the containers it is in."""

    def __init__(self, shown: Iterator[ShownTurn], colon: str) -> None:
        """Take how to show each turn, in order, and what parts a label from the speech."""
        self._shown = shown
        self._colon = colon
        self._lines = Lines()
        self._kinds: dict[int, str] = {}
        self._aside = ""
        """The kind of aside in whose division the writer is."""
        self._label = ""
        """The label that the next paragraph begins with."""
        self._last = ""
        """The kind of the sibling before."""
        self._forms: list[str] = []
        """How each container around was begun, so that it can be ended."""
        self._numbers: list[int | None] = []
        """The number of the next item of each list around; None in a list of bullets."""

    def write(self, nodes: tuple[Node, ...]) -> None:
        """Write *nodes* after what has been written."""
        self._kinds = _kinds_of(nodes)
        for step, node in steps(self._gathered(nodes), self._inside):
            if isinstance(node, Text):
                self._leaf(node)
                self._last = node.kind
            elif step is Step.ENTER:
                self._forms.append(self._enter(node))
                self._last = ""
            else:
                self._leave(self._forms.pop())
                self._last = node.kind

    def open(self, attributes: str) -> None:
        """Begin a division."""
        self._lines.begin()
        self._lines.add(f"::: {attributes}")
        self._lines.is_first = True

    def close(self) -> None:
        """End a division."""
        self._lines.add(":::")
        self._lines.is_first = False

    def text(self) -> str:
        """Return everything written."""
        return self._lines.text()

    def _enter(self, node: Group | Turn) -> str:
        """Begin a container and return its form."""
        if isinstance(node, Turn):
            return self._open_turn(node)
        if node.kind == "item" and self._forms[-1] in {"tight", "loose"}:
            return self._open_item()
        if node.kind == "quote" and node.blocks:
            self._begin_apart("quote")
            self._lines.indent("> ", "> ")
            return "indented"
        if node.kind == "list" and (form := self._list_form(node)):
            self._begin_apart("list")
            self._lines.is_first = True
            self._numbers.append(node.start if node.ordered else None)
            return form
        if node.kind == "table" and (lines := pipe_table(node)):
            self._block(lines)
            return "table"
        return self._open_division(node)

    def _leave(self, form: str) -> None:
        if form == "indented":
            self._lines.dedent()
        elif form in {"tight", "loose"}:
            self._numbers.pop()
        elif form != "table":
            self.close()
            self._aside = "" if form == "aside" else self._aside

    def _open_turn(self, turn: Turn) -> str:
        shown = next(self._shown)
        times = [("start", turn.start), ("end", turn.end)]
        values = [("speaker", turn.speaker)]
        values += [(key, repr(time)) for key, time in times if time is not None]
        self.open(attribute_list(shown.classes, "", values))
        if turn.label:
            label = write_inlines((Run(turn.label),), one_line=True)
            self._label = f"[{label}]{{.speaker}}{self._colon}"
            if not (turn.blocks and self._is_paragraph(turn.blocks[0])):
                self._block([self._label.rstrip(" ")])
                self._label = ""
        return "division"

    def _open_item(self) -> str:
        is_tight, number = self._forms[-1] == "tight", self._numbers[-1]
        if is_tight:
            self._lines.is_first = True
        self._lines.begin()
        marker = "-" if number is None else f"{number}."
        if number is not None:
            self._numbers[-1] = number + 1
        marker = f"{marker} ".ljust(_MARKER)
        self._lines.indent(marker, " " * len(marker))
        return "indented"

    def _open_division(self, group: Group) -> str:
        classes = [group.kind]
        if group.kind == "figure":
            classes.append("group")
        if group.ordered:
            classes.append("ordered")
        start = str(group.start) if group.start != 1 else ""
        self.open(attribute_list(classes, "", [("start", start)]))
        if group.kind not in ASIDES:
            return "division"
        self._aside = group.kind
        return "aside"

    def _begin_apart(self, kind: str) -> None:
        """Begin a block that would go on with the one before if that is of the same *kind*."""
        if self._last == kind:
            self._block([BREAK])
        self._lines.begin()

    def _list_form(self, group: Group) -> str:
        """Return ``tight``, ``loose``, or nothing where the list needs a division."""
        if group.start != 1 and not group.ordered:
            return ""
        if not 0 <= group.start <= group.start + len(group.blocks) <= _LONGEST_NUMBER:
            return ""
        items = [item for item in group.blocks if isinstance(item, Group)]
        if not items or not all(
            item.blocks and self._is_paragraph(item.blocks[0]) for item in items
        ):
            return ""
        return "tight" if all(len(item.blocks) == 1 for item in items) else "loose"

    def _is_paragraph(self, node: Node) -> bool:
        """Is *node* a leaf that needs no sign here?"""
        if not isinstance(node, Text) or node.lang or not node.runs or is_picture(node.runs):
            return False
        return node.kind == (self._aside or "paragraph")

    def _inside(self, node: Group | Turn) -> tuple[Node, ...]:
        if self._forms[-1] == "table":
            return ()
        if self._aside or node.kind in _STRUCTURES:
            return node.blocks
        return self._gathered(node.blocks)

    def _gathered(self, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        """Return *nodes* with neighbours that are asides of one kind in one group of that kind."""
        gathered: list[Node] = []
        for kind, group in groupby(nodes, lambda node: self._kinds[id(node)]):
            if kind in ASIDES:
                gathered.append(Group(kind, tuple(group)))
            else:
                gathered.extend(group)
        return tuple(gathered)

    def _block(self, lines: list[str]) -> None:
        self._lines.begin()
        for line in lines:
            self._lines.add(line)

    def _leaf(self, leaf: Text) -> None:
        if self._is_paragraph(leaf):
            self._block(self._said(leaf))
        elif leaf.kind == "heading":
            self._block([heading_line(leaf)])
        elif leaf == Text(leaf.kind, leaf.runs) and (lines := native_lines(leaf)):
            self._block(lines)
        else:
            self.open(attribute_list([leaf.kind], leaf.id, [("lang", leaf.lang)]))
            self._block(native_lines(leaf) or write_inlines(leaf.runs).split("\n"))
            self.close()

    def _said(self, leaf: Text) -> list[str]:
        anchor = f"[]{attribute_list((), leaf.id)}" if leaf.id else ""
        text = f"{self._label}{anchor}{write_inlines(leaf.runs)}"
        self._label = ""
        return text.split("\n")


def _kinds_of(nodes: tuple[Node, ...]) -> dict[int, str]:
    """Return for every node the kind of aside that all of it is; else ``mixed`` or nothing."""
    kinds: dict[int, str] = {}
    for step, node in steps(nodes):
        if isinstance(node, Text):
            kinds[id(node)] = node.kind if node.kind in ASIDES else _MIXED
            if node.kind in _NEUTRAL:
                kinds[id(node)] = ""
        elif step is Step.LEAVE:
            inside = {kinds[id(child)] for child in node.blocks} - {""}
            kinds[id(node)] = inside.pop() if len(inside) == 1 else _MIXED if inside else ""
    return kinds
