"""From flat leaves with the containers around them back to nested groups.

A block knows its containers as a path. Here the paths of neighbouring leaves become one tree again,
without the containers that only served the layout of the conversation (a table with the speaker in
one cell and the words in the next). Nothing here knows what a turn is.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from itertools import pairwise
from typing import Final

from vivavoce.interview import Group, Node, Text
from vivavoce.model import Container

Path = tuple[Container, ...]
Leaf = tuple[Path, Text | None]
"""A leaf and the containers around it; None where only an empty cell is to be kept."""

DEEPEST: Final = 64
"""Groups nested deeper are flattened: comparing, pickling and printing a tree recurse over it."""

_CELLS: Final = frozenset({"cell", "header-cell"})
_MEMBERS: Final[dict[str, frozenset[str]]] = {
    "list": frozenset({"item"}),
    "table": frozenset({"row"}),
    "row": _CELLS,
    "definition-list": frozenset({"term", "definition"}),
}
"""What stands directly inside a list, a table, …"""
_ALL_MEMBERS: Final = frozenset().union(*_MEMBERS.values())


def kept_path(path: Path, dissolved: Set[int]) -> Path:
    """Return *path* without the containers whose keys are in *dissolved*.

    What is left is regular: lists hold items, tables rows, rows cells, definition lists terms and
    definitions. A member goes with the container it belongs to, and that one goes where something
    else stands directly inside it. Divisions always go: they set nothing apart once their class
    names have been read as cues.
    """
    if not path:
        return path
    kept: list[Container] = []
    for container in path:
        if container.key not in dissolved and container.kind != "division":
            outer = kept[-1].kind if kept else ""
            if container.kind in _MEMBERS.get(outer, ()):
                kept.append(container)
            elif container.kind not in _ALL_MEMBERS:
                _drop_unfinished(kept)
                kept.append(container)
    kept = kept[:DEEPEST]
    _drop_unfinished(kept)
    return tuple(kept)


def _drop_unfinished(path: list[Container]) -> None:
    """Take lists and tables off the end of *path*: what comes next is no member of theirs."""
    while path and path[-1].kind in _MEMBERS:
        path.pop()


def is_empty_cell(path: Path) -> bool:
    """Tell whether an empty leaf at *path* holds a table's columns in place."""
    return bool(path) and path[-1].kind in _CELLS


class Numbering:
    """Which items of each numbered list have been placed, so that an interrupted list goes on."""

    __slots__ = ("items",)

    def __init__(self) -> None:
        self.items: dict[int, list[int]] = {}
        """The keys of the items placed so far, by the key of their list."""

    def first_number(self, path: Path, depth: int) -> int:
        """Return the number with which the list ``path[depth]`` begins or goes on."""
        placed = self.items.get(path[depth].key, [])
        goes_on = bool(placed) and path[depth + 1 : depth + 2] != ()
        same_item = goes_on and placed[-1] == path[depth + 1].key
        return path[depth].start + len(placed) - same_item

    def place(self, path: Path) -> None:
        """Note the items that *path* runs through."""
        for outer, inner in pairwise(path):
            if outer.ordered:
                placed = self.items.setdefault(outer.key, [])
                if not placed or placed[-1] != inner.key:
                    placed.append(inner.key)


class _Open:
    """A group that still takes nodes."""

    __slots__ = ("container", "nodes", "start")

    def __init__(self, container: Container, start: int) -> None:
        self.container = container
        self.start = start
        self.nodes: list[Node] = []

    def close(self) -> Group:
        kind, ordered = self.container.kind, self.container.ordered
        return Group(kind, tuple(self.nodes), ordered, self.start)


def nest(leaves: Iterable[Leaf], numbering: Numbering) -> tuple[Node, ...]:
    """Return *leaves* as a tree: neighbours that share containers share groups."""
    top: list[Node] = []
    stack: list[_Open] = []
    for path, leaf in leaves:
        if not path and not stack and leaf is not None:
            top.append(leaf)
            continue
        shared = _shared(stack, path)
        _close(stack, shared, top)
        for depth in range(shared, len(path)):
            stack.append(_Open(path[depth], numbering.first_number(path, depth)))
        numbering.place(path)
        if leaf is not None:
            (stack[-1].nodes if stack else top).append(leaf)
    _close(stack, 0, top)
    return tuple(top)


def _shared(stack: list[_Open], path: Path) -> int:
    """Return how many of the open groups *path* goes through."""
    count = 0
    for opened, container in zip(stack, path, strict=False):
        if opened.container.key != container.key:
            break
        count += 1
    return count


def _close(stack: list[_Open], depth: int, top: list[Node]) -> None:
    while len(stack) > depth:
        group = stack.pop().close()
        (stack[-1].nodes if stack else top).append(group)
