"""`Interview` → pandoc's document, as plain JSON that every writer of pandoc takes.

The conversation is a division ``.interview`` with one division for each turn; the label is a span
``.speaker`` followed by a real colon, so that who speaks survives in formats that know no classes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from pandoc_vivavoce import ast
from pandoc_vivavoce.ast import Blocks, Element
from pandoc_vivavoce.canonical import CanonicalTurns
from pandoc_vivavoce.drafts import TurnDraft
from pandoc_vivavoce.pieces import PrintedLabel
from pandoc_vivavoce.writing.anchors import (
    link_targets,
    links_of,
    section_headings,
    with_ids_once,
)
from pandoc_vivavoce.writing.footnotes import find_footnotes
from pandoc_vivavoce.writing.host import Host
from pandoc_vivavoce.writing.node_blocks import NodeWriter
from pandoc_vivavoce.writing.pictures import NO_PICTURES, Pictures
from vivavoce.forms.outline import conversation_bounds, heading_levels, headings_of, title_heading
from vivavoce.ids import PREFIX
from vivavoce.interview import Interview, Node, Text, Turn
from vivavoce.interview_ids import Ids, make_ids
from vivavoce.languagetags import direction
from vivavoce.model import Metadata
from vivavoce.words import words_for

_HTML = frozenset({"html", "html5", "epub", "epub3"})
_SECTIONED = frozenset({"epub", "epub3"})
_WITH_STYLES = frozenset({"docx", "odt", "icml"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What the product around an interview decides."""

    form: str = "pandoc"
    """The name of the format."""
    prefix: str = PREFIX
    """Begins every id; a book gives each chapter its own."""
    first_level: int = 1
    """The level of the interview's highest headings."""
    pictures: Pictures = NO_PICTURES
    chapters: Mapping[str, str] = field(default_factory=dict)
    """From a file's name to the id of the chapter it became, for links between chapters."""

    @property
    def has_html(self) -> bool:
        """Do classes and raw HTML reach the product?"""
        return self.form in _HTML

    @property
    def has_sections(self) -> bool:
        """Does a heading inside a division open a section?"""
        return self.form in _SECTIONED

    @property
    def named_styles(self) -> bool:
        """Has the product named paragraph styles?"""
        return self.form in _WITH_STYLES


def interview_to_ast(interview: Interview, setting: Setting | None = None) -> Element:
    """Return *interview* as a whole document with its metadata."""
    blocks = interview_blocks(interview, setting or Setting())
    return ast.document(blocks, metadata_of(interview.metadata))


def metadata_of(metadata: Metadata) -> dict[str, Element]:
    """Return what is known of the document as pandoc's metadata."""
    values: dict[str, Any] = {
        "title": metadata.title,
        "subtitle": metadata.subtitle,
        "author": list(metadata.authors) or None,
        "date": metadata.date,
        "lang": metadata.lang,
        "dir": "rtl" if direction(metadata.lang) == "rtl" else None,
        "description": metadata.description,
    }
    return ast.meta_map(values)


def interview_blocks(interview: Interview, setting: Setting) -> Blocks:
    """Return everything that *interview* holds as blocks, without its title."""
    return _Writer(with_ids_once(interview), setting).write()


class _Writer:
    """Writes one interview; what belongs to a node is kept under the node's identity."""

    def __init__(self, interview: Interview, setting: Setting) -> None:
        self._interview = interview
        self._setting = setting
        self._notes = find_footnotes(interview)
        self._title = title_heading(interview)
        ids = make_ids(interview, setting.prefix)
        headings = tuple(headings_of(interview))
        self._names = _by_node(headings, ids.headings)
        self._drafts = _by_node(interview.turns, turn_drafts(interview))
        shown = section_headings(interview)
        self._levels = _by_node(shown, heading_levels(shown, setting.first_level))
        self._nodes = NodeWriter(self._host(ids), setting.named_styles)
        people = {person.id: person for person in interview.participants}
        turn_ids = dict(enumerate(ids.turns, 1))
        self._turns = CanonicalTurns(people, words_for(interview.metadata.lang), turn_ids)

    def _host(self, ids: Ids) -> Host:
        """Return what the interview's text may ask; notes are written first, without notes."""
        setting = self._setting
        links = links_of(self._interview, ids, setting.chapters)
        targets = link_targets(self._interview)
        lang = self._interview.metadata.lang or ""
        host = Host(links, setting.pictures, {}, targets, setting.has_html, lang)
        writer = NodeWriter(host, setting.named_styles)
        notes = {name: writer.blocks(nodes) for name, nodes in self._notes.notes.items()}
        return replace(host, notes=notes)

    def write(self) -> Blocks:
        """Return the blocks before, of and after the conversation."""
        blocks = self._interview.blocks
        start, end = conversation_bounds(blocks)
        before, after = self._blocks(blocks[:start]), self._blocks(blocks[end:])
        return [*before, *self._conversation(blocks[start:end]), *after]

    def _conversation(self, nodes: tuple[Node, ...]) -> Blocks:
        """Return the conversation in one division, or in one for each stretch between headings.

        Most of pandoc's writers make no section of a heading that stands inside a division.
        """
        if not nodes:
            return []
        blocks = self._blocks(nodes)
        if self._setting.has_sections:
            return [self._division(blocks, f"{self._setting.prefix}interview")]
        written: Blocks = []
        for is_heading, stretch in groupby(blocks, lambda block: bool(block["t"] == "Header")):
            inside = list(stretch)
            written.extend(inside if is_heading else [self._division(inside, "")])
        return written

    def _division(self, blocks: Blocks, name: str) -> Element:
        title = self._interview.metadata.title
        pairs = {"aria-label": title} if title else {}
        attributes = ast.attr(name, ["interview", "section"], pairs)
        return ast.div(blocks, self._turns.attributes(attributes))

    def _blocks(self, nodes: Sequence[Node]) -> Blocks:
        """Return *nodes*, gathering what stands between headings and turns."""
        written: Blocks = []
        between: list[Node] = []
        for node in nodes:
            if id(node) in self._notes.moved or node is self._title:
                continue
            if isinstance(node, Turn) or node.kind == "heading":
                written.extend(self._nodes.blocks(between))
                between = []
                written.extend(self._landmark(node))
            else:
                between.append(node)
        return [*written, *self._nodes.blocks(between)]

    def _landmark(self, node: Node) -> Blocks:
        """Return the elements of a turn or a heading."""
        if isinstance(node, Turn):
            blocks = self._nodes.blocks(node.blocks)
            return self._turns.turn(self._drafts[id(node)].holding(blocks))
        assert isinstance(node, Text)
        name = ast.attr(self._names[id(node)])
        return [ast.header(self._levels[id(node)], self._nodes.inlines(node), name)]


def turn_drafts(interview: Interview) -> list[TurnDraft]:
    """Return a draft for each turn of *interview*, still without its blocks."""
    drafts: list[TurnDraft] = []
    previous = ""
    for number, turn in enumerate(interview.turns, 1):
        label = PrintedLabel(ast.words(turn.label))
        goes_on = turn.speaker == previous and not turn.label
        drafts.append(TurnDraft(turn.speaker, number, goes_on, [], label))
        previous = turn.speaker
    return drafts


def _by_node(nodes: Iterable[Node], values: Iterable[Any]) -> dict[int, Any]:
    return {id(node): value for node, value in zip(nodes, values, strict=True)}
