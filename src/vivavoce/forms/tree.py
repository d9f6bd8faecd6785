"""Walking an interview's tree without recursion: containers entered and left, leaves met."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum, auto

from vivavoce.forms.arrange import figures_inside, with_figures
from vivavoce.interview import Group, Node, Text, Turn


class Step(Enum):
    """What the walk does at a node."""

    ENTER = auto()
    LEAVE = auto()
    LEAF = auto()


def _blocks(node: Group | Turn) -> tuple[Node, ...]:
    return node.blocks


def steps(
    nodes: tuple[Node, ...], inside: Callable[[Group | Turn], tuple[Node, ...]] = _blocks
) -> Iterator[tuple[Step, Node]]:
    """Yield each container of *nodes* when it is entered and when it is left, and each leaf.

    *inside* tells what to walk in a container; by default its blocks as they are.
    """
    stack: list[tuple[Step, Node]] = [(_begin(node), node) for node in reversed(nodes)]
    while stack:
        step, node = stack.pop()
        yield step, node
        if step is Step.ENTER and not isinstance(node, Text):
            stack.append((Step.LEAVE, node))
            stack.extend((_begin(child), child) for child in reversed(inside(node)))


def _begin(node: Node) -> Step:
    return Step.LEAF if isinstance(node, Text) else Step.ENTER


def write_tree(
    nodes: tuple[Node, ...],
    around: list[Node],
    leaf: Callable[[Text], str],
    enter: Callable[[Group | Turn], str],
    leave: Callable[[Group | Turn], str],
) -> str:
    """Return what *leaf*, *enter* and *leave* write of *nodes*, joined; pictures become figures.

    *around* holds the containers around each leaf, outermost first, while the walk is there.
    """
    pieces: list[str] = []
    for step, node in steps(with_figures(nodes), figures_inside):
        if isinstance(node, Text):
            pieces.append(leaf(node))
        elif step is Step.ENTER:
            pieces.append(enter(node))
            around.append(node)
        else:
            around.pop()
            pieces.append(leave(node))
    return "".join(pieces)
