"""Walking an interview's tree without recursion: containers entered and left, leaves met."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto

from vivavoce.model import Node, Text


class Step(Enum):
    """What the walk does at a node."""

    ENTER = auto()
    LEAVE = auto()
    LEAF = auto()


def steps(nodes: tuple[Node, ...]) -> Iterator[tuple[Step, Node]]:
    """Yield each container of *nodes* when it is entered and when it is left, and each leaf."""
    stack: list[tuple[Step, Node]] = [(_begin(node), node) for node in reversed(nodes)]
    while stack:
        step, node = stack.pop()
        yield step, node
        if step is Step.ENTER and not isinstance(node, Text):
            stack.append((Step.LEAVE, node))
            stack.extend((_begin(child), child) for child in reversed(node.blocks))


def _begin(node: Node) -> Step:
    return Step.LEAF if isinstance(node, Text) else Step.ENTER
