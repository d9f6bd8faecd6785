"""An interview's nodes as HTML elements: turns, headings, lists, tables, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from vivavoce.forms.arrange import is_tight
from vivavoce.forms.html.inlines import InlineWriter, attributes, language
from vivavoce.forms.outline import heading_levels, headings_of
from vivavoce.forms.shown import ShownTurn, is_bold, plain_seconds, shown_turns
from vivavoce.forms.tree import write_tree
from vivavoce.interview import Group, Interview, Node, Text, Turn
from vivavoce.interview_ids import make_ids
from vivavoce.languagetags import direction
from vivavoce.persons import display_name
from vivavoce.words import words_for

_TAG_OF: Final = {
    "item": "li",
    "quote": "blockquote",
    "table": "table",
    "row": "tr",
    "cell": "td",
    "header-cell": "th",
    "definition-list": "dl",
    "term": "dt",
    "definition": "dd",
    "figure": "figure",
}


class BlockWriter:
    """Writes the nodes of one interview."""

    def __init__(self, interview: Interview, first_level: int, title: Text | None) -> None:
        """Prepare to write *interview*, its highest headings on *first_level*.

        *title* is a heading that only repeats the title; it is not written.
        """
        self._words = words_for(interview.metadata.lang)
        self._title = title
        self._direction = direction(interview.metadata.lang)
        self._anchors = make_ids(interview).anchors
        self._unused = dict(self._anchors)
        """The anchors that no element has yet; a page may have one id several times."""
        self._headings = _places(interview, first_level, title)
        self._turns = iter(shown_turns(interview))
        people = interview.participants
        self._names = {person.id: display_name(person, self._words) for person in people}
        self._inlines = InlineWriter(self._anchors, interview.metadata.lang)
        self._around: list[Node] = []
        self._turn: ShownTurn | None = None
        self._scopes: dict[int, str] = {}
        """What header cells head, by the identity of their row, which is looked at once."""
        self._label = ""
        """The label that the next paragraph begins with."""

    def write(self, nodes: tuple[Node, ...]) -> str:
        """Return *nodes* as HTML."""
        return write_tree(nodes, self._around, self._leaf, self._enter, _leave)

    def _enter(self, node: Group | Turn) -> str:
        if isinstance(node, Turn):
            return self._open_turn(node)
        if node.kind == "list" and node.ordered:
            return f"<ol{attributes(start=str(node.start) if node.start != 1 else '')}>\n"
        tag = _tag(node)
        class_ = node.kind if tag == "div" else ""
        scope = self._scope() if tag == "th" else ""
        return f"<{tag}{attributes(class_=class_, scope=scope)}>" + ("" if is_tight(node) else "\n")

    def _open_turn(self, turn: Turn) -> str:
        self._turn = shown = next(self._turns)
        start = attributes(
            class_=" ".join(shown.classes),
            id=shown.id,
            data_speaker=self._names.get(turn.speaker, turn.speaker),
            data_start=plain_seconds(turn.start),
        )
        label = self._printed(shown.label)
        self._label = ""
        if not label or (turn.blocks and turn.blocks[0].kind == "paragraph"):
            self._label = label
            return f"<div{start}>\n"
        return f"<div{start}>\n<p>{label.rstrip(' ')}</p>\n"

    def _printed(self, label: str) -> str:
        """Return *label* with what parts it from the speech; both are text, not decoration."""
        if not label:
            return ""
        return f'<span class="speaker">{escape(label, quote=False)}</span>{self._words.colon}'

    def _scope(self) -> str:
        """A row of header cells alone heads columns; a header cell beside others heads its row."""
        row = self._around[-1] if self._around else None
        if id(row) not in self._scopes:
            cells = row.blocks if isinstance(row, Group) else ()
            is_head = all(cell.kind == "header-cell" for cell in cells)
            self._scopes[id(row)] = "col" if is_head else "row"
        return self._scopes[id(row)]

    def _leaf(self, leaf: Text) -> str:
        if leaf.kind == "heading":
            self._unused.pop(leaf.id, None)
        if leaf is self._title:
            return ""
        writer = _LEAVES.get(leaf.kind)
        if writer:
            return writer(self, leaf)
        if self._around and is_tight(self._around[-1]):
            return self._said(leaf)
        tag = "figcaption" if leaf.kind == "caption" and self._ends_figure(leaf) else "p"
        class_ = "" if leaf.kind == "paragraph" or tag != "p" else leaf.kind
        return f"<{tag}{self._attributes(leaf, class_)}>{self._said(leaf)}</{tag}>\n"

    def _said(self, leaf: Text) -> str:
        """Return what *leaf* says after its label; bold where nothing else tells a question."""
        label, self._label = self._label, ""
        said = self._inlines.write(leaf.runs)
        in_turn = any(isinstance(node, Turn) for node in self._around)
        if in_turn and self._turn and self._turn.is_emphatic and not is_bold(leaf):
            said = f"<strong>{said}</strong>"
        return label + said

    def _heading(self, leaf: Text) -> str:
        level, name = next(self._headings)
        start = attributes(id=name) + language(leaf.lang, self._direction)
        return f"<h{level}{start}>{self._inlines.write(leaf.runs)}</h{level}>\n"

    def _code(self, leaf: Text) -> str:
        said = self._inlines.write(leaf.runs).replace("<br>\n", "\n")
        return f"<pre{self._attributes(leaf, '')}><code>{said}</code></pre>\n"

    def _figure(self, leaf: Text) -> str:
        said = self._inlines.write(leaf.runs)
        if self._around and self._around[-1].kind == "figure":
            return f"{said}\n"
        return f"<figure{self._attributes(leaf, '')}>{said}</figure>\n"

    def _rule(self, leaf: Text) -> str:
        return "<hr>\n"

    def _attributes(self, leaf: Text, class_: str) -> str:
        return attributes(class_=class_, id=self._unused.pop(leaf.id, "")) + language(
            leaf.lang, self._direction
        )

    def _ends_figure(self, leaf: Text) -> bool:
        """Is *leaf* the last thing in a figure, where HTML has its caption?"""
        parent = self._around[-1] if self._around else None
        return isinstance(parent, Group) and parent.kind == "figure" and parent.blocks[-1] is leaf


_LEAVES: Final = {
    "heading": BlockWriter._heading,
    "code": BlockWriter._code,
    "figure": BlockWriter._figure,
    "rule": BlockWriter._rule,
}


def _leave(node: Group | Turn) -> str:
    return f"</{_tag(node)}>\n"


def _tag(node: Node) -> str:
    if isinstance(node, Group) and node.kind == "list":
        return "ol" if node.ordered else "ul"
    return _TAG_OF.get(node.kind, "div")


def _places(
    interview: Interview, first_level: int, title: Text | None
) -> Iterator[tuple[int, str]]:
    """Yield level and name of every heading but *title*."""
    headings = tuple(headings_of(interview))
    shown = [heading for heading in headings if heading is not title]
    levels = iter(heading_levels(shown, first_level))
    for heading, name in zip(headings, make_ids(interview).headings, strict=True):
        if heading is not title:
            yield next(levels), name
