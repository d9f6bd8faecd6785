"""An `Interview` → docutils nodes.

Pure: no application, no files. Standard docutils nodes with classes come out. A turn is a container
whose first child is the speaker's label; the label joins the first paragraph only after
translation (`sphinx_vivavoce.run_in`), so that a translator sees the speech alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from docutils import nodes

from sphinx_vivavoce.blocks import Origin, Place, body_nodes, set_attributes, text_element
from sphinx_vivavoce.labels import turn_labels
from sphinx_vivavoce.tree import hold
from vivavoce.forms.shown import ShownTurn
from vivavoce.interview import Interview, Text, Turn
from vivavoce.model import Run
from vivavoce.persons import display_name
from vivavoce.words import Words, words_for

LAYOUTS = ("run-in", "hanging", "side", "question-heading", "script", "bubble")
_LABEL_ALONE = frozenset({"side", "script"})
"""Layouts that set labels apart from the speech."""
_QUESTION_LEVEL = 7
"""Questions as headings stand below every heading of the interview."""


@dataclass(frozen=True, slots=True)
class Style:
    """How an interview is shown."""

    layout: str = "run-in"
    """One of `LAYOUTS`."""
    labels: str = "printed"
    """One of `sphinx_vivavoce.labels.POLICIES`."""
    depth: int = 6
    """How many levels of headings become sections of the page; deeper ones become rubrics."""
    words: Words = field(default_factory=partial(words_for, "en"))
    """For people whose names are not known."""
    prefix: str = "vv-"
    """Begins every id."""
    classes: tuple[str, ...] = ()
    """Further classes."""
    page_title: str = ""
    """Where the interview is a page of its own: the title of the section that holds it all."""
    lang: str = ""
    """The interview's language where it is not that of the project."""
    verbatim: bool = True
    """Keep the quotes and dashes as published, whatever ``smartquotes`` says."""


_Top = TypeVar("_Top", bound=nodes.Element)
Bodies = Sequence[list[nodes.Node]]
"""What each turn of an interview says, as docutils nodes."""


def interview_to_nodes(
    interview: Interview,
    style: Style,
    origin: Origin,
    shown: Sequence[ShownTurn],
    bodies: Bodies | None = None,
) -> list[nodes.Node]:
    """Return *interview* as a container followed by sections, or as one section with a page title.

    Every element at the top has the class ``interview``, if there is a conversation at all. Ids
    are set on turns alone, as *shown* has them for each; sections have names, from which the
    caller's document makes ids. A host that has parsed the speech itself gives it as *bodies*.
    """
    outline = _Outline(style, marks=bool(shown))
    place = Place(origin)
    if style.page_title:
        outline.open(text_element(nodes.title, (Run(style.page_title),), origin), 0)
    said = interview.turns
    if bodies is None:
        bodies = [body_nodes(turn.blocks, place) for turn in said]
    labels = turn_labels(interview, style.labels, style.words, shown)
    turns = _turn_nodes(interview, style, zip(said, shown, labels, bodies, strict=True))
    for block in interview.blocks:
        if isinstance(block, Turn):
            outline.add_turn(next(turns))
        elif isinstance(block, Text) and block.kind == "heading":
            title = text_element(nodes.title, block.runs, origin)
            set_attributes(title, block)
            outline.open(title, block.level)
        else:
            outline.add(body_nodes((block,), place))
    return outline.finish()


def _turn_nodes(
    interview: Interview,
    style: Style,
    turns: Iterable[tuple[Turn, ShownTurn, str, list[nodes.Node]]],
) -> Iterator[nodes.container]:
    """Yield the container of each of *turns*: what it is, how it shows itself, its label, body."""
    names = {person.id: display_name(person, style.words) for person in interview.participants}
    for turn, show, label, body in turns:
        node = nodes.container(classes=list(show.classes), ids=[show.id])
        node["speaker"] = names[turn.speaker]
        if label:
            alone = style.layout in _LABEL_ALONE
            hold(node, (_label_node(label, style.words.colon, alone=alone),))
        hold(node, body)
        yield node


def _label_node(label: str, colon: str, *, alone: bool) -> nodes.inline:
    """Return the label; the colon is part of it where a layout sets it *alone*.

    There it has a class of its own, since a layout may have no use for it on a screen.
    """
    node = nodes.inline(classes=["speaker"], separator=colon)
    hold(node, (nodes.Text(label),))
    if alone:
        node["separator"] = " " if colon.endswith(" ") else ""
        hold(node, (nodes.inline("", colon.rstrip(), classes=["speaker-colon"]),))
    return node


class _Outline:
    """The sections that are open, and what stands at the top."""

    def __init__(self, style: Style, *, marks: bool) -> None:
        self._style = style
        self._marks = marks
        self._classes = ["interview", f"layout-{style.layout}", *style.classes]
        self._lead = self._marked(nodes.container())
        self._sections: list[nodes.Element] = []
        self._open: list[tuple[int, nodes.Element]] = []
        self._deepest = style.depth + bool(style.page_title)

    def add(self, found: Iterable[nodes.Node]) -> None:
        """Put *found* into the section that is open."""
        hold(self._parent, found)

    def add_turn(self, turn: nodes.container) -> None:
        """Put *turn* into the section that is open, or open one for a question as heading."""
        if self._style.layout != "question-heading" or "question" not in turn["classes"]:
            return self.add([turn])
        first = next((node for node in turn if not isinstance(node, nodes.inline)), None)
        if not isinstance(first, nodes.paragraph):
            return self.add([turn])
        title = nodes.title(first.rawsource, "", *first.children)
        title.source, title.line = first.source, first.line
        opened = self.open(title, _QUESTION_LEVEL)
        opened["classes"].extend(turn["classes"])
        opened["ids"].extend(turn["ids"])
        return self.add(turn[turn.index(first) + 1 :])

    def open(self, title: nodes.TextElement, level: int) -> nodes.Element:
        """Open the section of *title*, or place a rubric if sections go no deeper."""
        self._open = [item for item in self._open if item[0] < level]
        if len(self._open) >= self._deepest:
            rubric = nodes.rubric(title.rawsource, "", *title.children, **title.attributes)
            rubric.source, rubric.line = title.source, title.line
            self.add([rubric])
            return rubric
        section = nodes.section("", title)
        section["names"].append(nodes.fully_normalize_name(title.astext()))
        if self._open:
            self.add([section])
        else:
            self._sections.append(self._marked(section))
        self._open.append((level, section))
        return section

    def finish(self) -> list[nodes.Node]:
        """Return the nodes at the top that hold something."""
        lead = [self._lead] if self._marks else self._lead.children
        return [top for top in (*lead, *self._sections) if top.children]

    def _marked(self, top: _Top) -> _Top:
        """Mark *top* as (part of) an interview, if there is one."""
        if not self._marks:
            return top
        top["classes"].extend(self._classes)
        if self._style.lang:
            top["lang"] = self._style.lang
        if self._style.verbatim:
            top["support_smartquotes"] = False
        return top

    @property
    def _parent(self) -> nodes.Element:
        return self._open[-1][1] if self._open else self._lead
