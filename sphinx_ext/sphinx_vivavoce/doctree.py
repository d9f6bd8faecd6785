"""An `Interview` → docutils nodes.

Pure: no application, no files. Standard docutils nodes with classes come out. A turn is a container
whose first child is the speaker's label; the label joins the first paragraph only after
translation (`sphinx_vivavoce.run_in`), so that a translator sees the speech alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from docutils import nodes

from sphinx_vivavoce.blocks import Origin, Place, body_nodes, text_element
from sphinx_vivavoce.labels import name_of, turn_labels
from vivavoce.model import Interview, Node, Participant, Text, Turn

LAYOUTS = ("run-in", "hanging", "side", "question-heading", "script", "bubble")
_QUESTION_LEVEL = 7
"""Questions as headings stand below every heading of the interview."""
_ROLE_CLASS = {"interviewer": "question", "moderator": "question", "interviewee": "answer"}


@dataclass(frozen=True, slots=True)
class Style:
    """How an interview is shown."""

    layout: str = "run-in"
    """One of `LAYOUTS`."""
    labels: str = "printed"
    """One of `sphinx_vivavoce.labels.POLICIES`."""
    depth: int = 6
    """How many levels of headings become sections of the page; deeper ones become rubrics."""
    words: Mapping[str, str] = field(default_factory=lambda: {"speaker": "Speaker"})
    """A word for each role and for ``speaker``."""
    separator: str = ": "
    """What stands between label and speech."""
    prefix: str = "interview"
    """Begins every id."""
    classes: tuple[str, ...] = ()
    """Further classes."""


def interview_to_nodes(interview: Interview, style: Style, origin: Origin) -> list[nodes.Element]:
    """Return *interview* as body elements followed by sections, if headings become sections.

    Every element at the top has the class ``interview``. Ids are set on turns alone; sections have
    names, from which the caller's document makes ids.
    """
    outline = _Outline(style)
    writer = _TurnWriter(interview, style, origin)
    for block in interview.blocks:
        if isinstance(block, Turn):
            writer.write(block, outline)
        elif isinstance(block, Text) and block.kind == "heading":
            outline.open(block, block.level, origin)
        else:
            outline.parent.extend(body_nodes((block,), Place(origin)))
    return outline.finish()


class _Outline:
    """The sections that are open, and what stands at the top."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._classes = ["interview", f"layout-{style.layout}", *style.classes]
        self._lead = nodes.container(classes=list(self._classes))
        self._tops: list[nodes.Element] = [self._lead]
        self._open: list[tuple[int, nodes.Element]] = []

    @property
    def parent(self) -> nodes.Element:
        """Where the next element goes."""
        return self._open[-1][1] if self._open else self._lead

    def open(self, heading: Text, level: int, origin: Origin, *classes: str) -> nodes.Element:
        """Open the section of *heading*, or place a rubric if sections go no deeper."""
        self._open = [item for item in self._open if item[0] < level]
        if len(self._open) >= self._style.depth:
            rubric = text_element(nodes.rubric, heading.runs, origin)
            rubric["classes"].extend(classes)
            self.parent.append(rubric)
            return rubric
        title = text_element(nodes.title, heading.runs, origin)
        section = nodes.section("", title, classes=list(classes))
        section["names"].append(nodes.fully_normalize_name(title.astext()))
        if self._open:
            self.parent.append(section)
        else:
            section["classes"][:0] = self._classes
            self._tops.append(section)
        self._open.append((level, section))
        return section

    def finish(self) -> list[nodes.Element]:
        """Return the elements at the top that hold something."""
        return [top for top in self._tops if top.children]


class _TurnWriter:
    """Writes turns with labels and ids in order."""

    def __init__(self, interview: Interview, style: Style, origin: Origin) -> None:
        self._people = {person.id: person for person in interview.participants}
        self._labels = iter(turn_labels(interview, style.labels, style.words))
        self._style = style
        self._origin = origin
        self._count = 0

    def write(self, turn: Turn, outline: _Outline) -> None:
        """Put *turn* where *outline* stands."""
        person = self._people[turn.speaker]
        label = next(self._labels)
        self._count += 1
        blocks: tuple[Node, ...] = turn.blocks
        if self._asks(person) and blocks and isinstance(blocks[0], Text):
            opened = outline.open(blocks[0], _QUESTION_LEVEL, self._origin, "turn", "question")
            opened["ids"].append(self._id())
            blocks, label = blocks[1:], ""
        if blocks or label:
            outline.parent.append(self._container(turn, person, label, blocks))

    def _asks(self, person: Participant) -> bool:
        """Are the questions of *person* headings?"""
        is_question = _ROLE_CLASS.get(person.role or "") == "question"
        return is_question and self._style.layout == "question-heading"

    def _id(self) -> str:
        return f"{self._style.prefix}-{self._count}"

    def _container(
        self, turn: Turn, person: Participant, label: str, blocks: tuple[Node, ...]
    ) -> nodes.container:
        role = _ROLE_CLASS.get(person.role or "")
        classes = ["turn", *([role] if role else []), *([] if label else ["unlabelled"])]
        node = nodes.container(classes=classes, ids=[self._id()])
        node["speaker"] = name_of(person, self._style.words)
        if label:
            node += nodes.inline("", label, classes=["speaker"], separator=self._style.separator)
        node.extend(body_nodes(blocks, Place(self._origin)))
        return node
