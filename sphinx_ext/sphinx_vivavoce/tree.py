"""Plain work on trees of docutils nodes, and finding the conversations in one.

Docutils' own ways to add a child ask, for each, which document and which line it belongs to, and
its search looks at every word. On a page of an interview that is most of the cost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from docutils import nodes


def hold(parent: nodes.Element, children: Iterable[nodes.Node]) -> None:
    """Add *children* to *parent*, which is in no document yet."""
    for child in children:
        child.parent = parent
        parent.children.append(child)


def exchange(
    around: nodes.Element, instead: Callable[[nodes.Node], list[nodes.Node] | None]
) -> None:
    """Put what *instead* returns in the place of each node below *around*; None leaves a node.

    What is within comes first. Docutils' own way looks for each node among all its siblings.
    """
    for parent in reversed([around, *elements_below(around)]):
        found = [instead(child) for child in parent.children]
        if any(others is not None for others in found):
            pairs = zip(parent.children, found, strict=True)
            parent[:] = [
                node for child, others in pairs for node in ([child] if others is None else others)
            ]


def elements_below(around: nodes.Element) -> list[nodes.Element]:
    """Return every element below *around*, parents first."""
    found: list[nodes.Element] = []
    for child in around.children:
        if isinstance(child, nodes.Element):
            found.append(child)
            found += elements_below(child)
    return found


def conversations(around: nodes.Element) -> Iterator[nodes.Element]:
    """Yield the outermost elements below *around* that have the class ``interview``."""
    for child in list(around.children):
        if not isinstance(child, nodes.Element) or isinstance(child, nodes.TextElement):
            continue
        if isinstance(child, nodes.container | nodes.section) and "interview" in child["classes"]:
            yield child
        else:
            yield from conversations(child)


def turns_below(around: nodes.Element) -> Iterator[nodes.container]:
    """Yield the turns below *around*, and the turns of a conversation that one of them quotes."""
    for child in list(around.children):
        if not isinstance(child, nodes.Element) or isinstance(child, nodes.TextElement):
            continue
        if isinstance(child, nodes.container) and "turn" in child["classes"]:
            yield child
        yield from turns_below(child)


def frames(top: nodes.Element) -> Iterator[nodes.Element]:
    """Yield *top* and every section in it: what is left of a conversation without its words."""
    yield top
    for child in top.children:
        if isinstance(child, nodes.section):
            yield from frames(child)
