"""An interview's nodes as TEI elements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from vivavoce.forms.arrange import is_tight
from vivavoce.forms.shown import ShownTurn
from vivavoce.forms.tei.inlines import write_inlines
from vivavoce.forms.tei.times import Timeline
from vivavoce.forms.tree import write_tree
from vivavoce.forms.xmltext import xml_attributes, xml_lang, xml_text
from vivavoce.interview import Group, Node, Text, Turn

_ELEMENT_OF: Final = {
    "list": "list",
    "item": "item",
    "quote": "quote",
    "table": "table",
    "row": "row",
    "cell": "cell",
    "header-cell": "cell",
    "definition-list": "list",
    "term": "item",
    "definition": "item",
    "figure": "figure",
}
"""Groups of other kinds let through what is inside."""
_REND_OF: Final = {"definition-list": "definitions", "term": "term", "definition": "definition"}
_NOTE_TYPES: Final = {"note": "editorial", "footnote": "footnote"}


class Names(NamedTuple):
    """What is pointed to in one document."""

    people: Mapping[str, str]
    """XML ids of those who speak, by the participants' ids."""
    timeline: Timeline
    anchors: dict[str, str]
    """As `vivavoce.interview_ids.Ids.anchors`."""


class BlockWriter:
    """Writes the nodes of one interview."""

    def __init__(self, names: Names, shown: Iterator[ShownTurn]) -> None:
        """Take what is pointed to and how to show each turn, in order."""
        self._names = names
        self._shown = shown
        self._unused = dict(names.anchors)
        self._around: list[Node] = []

    def write(self, nodes: tuple[Node, ...]) -> str:
        """Return *nodes* as TEI."""
        return write_tree(nodes, self._around, self._leaf, self._enter, self._leave)

    def head(self, heading: Text) -> str:
        """Return the heading of a division."""
        self._unused.pop(heading.id, None)
        lang = xml_attributes(xml_lang=xml_lang(heading.lang))
        return f"<head{lang}>{self._said(heading)}</head>\n"

    def _enter(self, node: Group | Turn) -> str:
        if isinstance(node, Turn):
            return self._open_turn(node)
        element = _ELEMENT_OF.get(node.kind)
        if element is None:
            return ""
        rend = "numbered" if node.ordered else _REND_OF.get(node.kind)
        role = "label" if node.kind == "header-cell" else None
        number = str(node.start) if node.ordered and node.start != 1 else None
        start = f"<{element}{xml_attributes(rend=rend, role=role, n=number)}>\n"
        return f"<seg>\n{start}" if self._is_in_utterance() else start

    def _leave(self, node: Group | Turn) -> str:
        if isinstance(node, Turn):
            return "</u>\n"
        element = _ELEMENT_OF.get(node.kind)
        if element is None:
            return ""
        end = f"</{element}>\n"
        return f"{end}</seg>\n" if self._is_in_utterance() else end

    def _open_turn(self, turn: Turn) -> str:
        shown = next(self._shown)
        label = f'<note type="speaker">{xml_text(shown.label)}</note>\n' if shown.label else ""
        start = xml_attributes(
            xml_id=shown.id,
            who=f"#{self._names.people[turn.speaker]}",
            start=self._names.timeline.point(turn.start),
            end=self._names.timeline.point(turn.end),
        )
        return f"{label}<u{start}>\n"

    def _leaf(self, leaf: Text) -> str:
        if leaf.kind == "rule":
            return '<milestone unit="section" rend="rule"/>\n'
        if leaf.kind == "caption" and self._parent_kind() == "figure":
            return f"<head{self._attributes(leaf)}>{self._said(leaf)}</head>\n"
        if leaf.kind == "figure":
            return self._figure(leaf)
        if self._around and is_tight(self._around[-1]):
            return f"{self._said(leaf)}\n"
        element, values = self._element(leaf)
        start = f"<{element}{xml_attributes(**values)}{self._attributes(leaf)}>"
        return f"{start}{self._said(leaf)}</{element}>\n"

    def _figure(self, leaf: Text) -> str:
        """Return pictures in a ``figure``; links and words around them want a paragraph there."""
        said = self._said(leaf)
        if any(run.image is None or run.marks for run in leaf.runs) or "<graphic" not in said:
            said = f"<p>{said}</p>"
        if self._parent_kind() == "figure":
            return f"{said}\n"
        return f"<figure{self._attributes(leaf)}>{said}</figure>\n"

    def _element(self, leaf: Text) -> tuple[str, dict[str, str]]:
        """Return the element of *leaf* where it stands, with its own attributes."""
        rend = {} if leaf.kind == "paragraph" else {"rend": leaf.kind}
        if self._is_in_utterance():
            return "seg", rend
        if leaf.kind in _NOTE_TYPES:
            return "note", {"type": _NOTE_TYPES[leaf.kind]}
        if leaf.kind == "stage-direction":
            return "stage", {}
        return ("quote", rend) if leaf.kind == "pull-quote" else ("p", rend)

    def _said(self, leaf: Text) -> str:
        return write_inlines(leaf.runs, self._names.anchors)

    def _attributes(self, leaf: Text) -> str:
        name = self._unused.pop(leaf.id, "")
        return xml_attributes(xml_id=name, xml_lang=xml_lang(leaf.lang))

    def _parent_kind(self) -> str:
        return self._around[-1].kind if self._around else ""

    def _is_in_utterance(self) -> bool:
        """Is what is written next directly inside an utterance, where only phrases may stand?"""
        opened = (node for node in reversed(self._around) if node.kind not in _TRANSPARENT)
        return isinstance(next(opened, None), Turn)


_TRANSPARENT: Final = frozenset({"details", "division"})
