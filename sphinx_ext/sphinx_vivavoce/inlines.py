"""Runs of text → docutils inline nodes.

Pure: standard docutils nodes come out, so that every writer, known or not, can write them. What
HTML alone can show (ruby, line breaks) is marked by a class and finished in `sphinx_vivavoce.html`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from docutils import nodes

from sphinx_vivavoce.tree import hold
from vivavoce.model import Mark, Run
from vivavoce.runs import shared_marks


def inline_nodes(runs: Sequence[Run]) -> list[nodes.Node]:
    """Return *runs* as inline nodes; neighbours that share marks share the nodes of these marks.

    Pictures are left out: they are blocks in Sphinx.
    """
    if len(runs) == 1 and not runs[0].marks and runs[0].image is None:
        return _texts(runs[0].text)
    root = nodes.inline()
    open_marks: list[tuple[Mark, nodes.Element]] = []
    for run in runs:
        if run.image is not None:
            continue
        del open_marks[shared_marks((mark for mark, _ in open_marks), run.marks) :]
        for mark in run.marks[len(open_marks) :]:
            parent = open_marks[-1][1] if open_marks else root
            node = _node_of(mark)
            hold(parent, (node,))
            open_marks.append((mark, node))
        parent = open_marks[-1][1] if open_marks else root
        hold(parent, _texts(run.text))
    if any(mark.kind == "ruby" for run in runs for mark in run.marks):
        _annotate_ruby(root)
    return root.children


def _texts(text: str) -> list[nodes.Node]:
    """Split *text* at its line breaks; each becomes an inline of class ``line-break``."""
    if "\n" not in text:
        return [nodes.Text(text)] if text else []
    found: list[nodes.Node] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            found.append(nodes.inline("", "\n", classes=["line-break"]))
        if line:
            found.append(nodes.Text(line))
    return found


def _classed(name: str) -> Callable[[Mark], nodes.Element]:
    return lambda mark: nodes.inline(classes=[name])


def _link(mark: Mark) -> nodes.Element:
    node = nodes.reference(refuri=mark.value)
    if mark.title:
        node["reftitle"] = mark.title
    return node


_NODES: dict[str, Callable[[Mark], nodes.Element]] = {
    "strong": lambda mark: nodes.strong(),
    "emphasis": lambda mark: nodes.emphasis(),
    "underline": _classed("underline"),
    "strikeout": _classed("strikeout"),
    "superscript": lambda mark: nodes.superscript(),
    "subscript": lambda mark: nodes.subscript(),
    "small-caps": _classed("small-caps"),
    "code": lambda mark: nodes.literal(),
    "link": _link,
    "ruby": lambda mark: nodes.inline(classes=["ruby"], annotation=mark.value),
    "lang": lambda mark: nodes.inline(lang=mark.value),
}


def _node_of(mark: Mark) -> nodes.Element:
    return _NODES[mark.kind](mark)


def _annotate_ruby(root: nodes.Element) -> None:
    """Put every ruby's annotation behind its base, in brackets, as books without ruby do."""
    for node in list(root.findall(nodes.inline)):
        if "annotation" in node:
            annotation = node.attributes.pop("annotation")
            node.append(nodes.inline("", f"({annotation})", classes=["ruby-text"]))
