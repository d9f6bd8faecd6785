"""From a document to its rows: a pure function that any engine can run.

`read_rows` is what processes and clusters run; `rows_of` is for those who have an interview.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from pandoc_vivavoce.command.reading import read_document
from pandoc_vivavoce.corpus.item import Item
from pandoc_vivavoce.errors import WorkError
from vivavoce.interview import Interview, Node, Text, Turn
from vivavoce.options import DEFAULTS, Options
from vivavoce.problems import Problem

_BETWEEN = "\n\n"
"""Parts the paragraphs of a turn."""


class Row(NamedTuple):
    """One turn of one document."""

    document: str
    """The document's name: its path or address as given, ``crawl.warc#3`` for a page of a WARC."""
    order: int
    """The turn's place in the document, from 1."""
    participant: str
    """The speaker's id within the document: ``s1``, ``s2``, …"""
    speaker: str | None
    """The name, or the label where no name is known; None where nothing is printed."""
    role: str | None
    """interviewer, interviewee, moderator, narrator, or None where the document does not tell."""
    text: str
    """What is said, without label; an empty line between paragraphs."""
    section: str | None
    """The last heading before the turn, the document's title aside."""
    language: str | None
    """As a BCP 47 tag."""
    source: str | None
    """The address, or else the name, of where it was published."""
    start: float | None
    """When the turn begins, in seconds, in a transcript that tells it."""
    end: float | None
    """When it ends, in seconds."""


class Gathered(NamedTuple):
    """What one document gives to the table."""

    content: Any
    """Its rows, packed for the table's writer."""
    turns: int
    """How many rows that are."""
    problems: tuple[Problem, ...]


Pack = Callable[[tuple[Row, ...]], Any]
"""Makes of rows what a table's writer takes; it must be picklable, as must what it returns."""


def read_rows(item: Item, options: Options = DEFAULTS, pack: Pack = tuple) -> Gathered:
    """Read the document *item* and return its rows; WorkError tells why it cannot be read.

    They are packed here, by the process that read them: the one that writes the table has to keep
    up with all others.
    """
    if item.failure:
        raise WorkError(item.source.name, item.failure.removeprefix(f"{item.source.name}: "))
    source = item.source
    if item.url:
        from pandoc_vivavoce.corpus.remote import read_url  # noqa: PLC0415 - for URLs only

        source = replace(source, content=read_url(item.url, options.max_bytes + 1))
    interview = read_document(source, options).interview
    rows = tuple(rows_of(interview, source.name, item.published))
    return Gathered(pack(rows), len(rows), interview.problems)


def rows_of(interview: Interview, document: str, published: str = "") -> Iterator[Row]:
    """Yield a row for each turn of *interview*, called *document* in the table.

    *published* stands as the source where the interview names none.
    """
    metadata = interview.metadata
    source = metadata.source.url or published or metadata.source.name
    people = {person.id: person for person in interview.participants}
    for order, (turn, section) in enumerate(_turns(interview), 1):
        person = people[turn.speaker]
        label = None if person.label.startswith("@") else person.label
        yield Row(
            document,
            order,
            person.id,
            person.name or label,
            person.role,
            _BETWEEN.join(text for text in map(_said, _leaves(turn)) if text),
            section,
            _language(turn) or metadata.lang,
            source,
            turn.start,
            turn.end,
        )


def _turns(interview: Interview) -> Iterator[tuple[Turn, str | None]]:
    """Yield each turn with the heading before it."""
    section = None
    for node in interview.walk():
        if isinstance(node, Turn):
            yield node, section
        elif isinstance(node, Text) and node.kind == "heading":
            heading = _said(node)
            section = section if heading == interview.metadata.title else heading


def _leaves(node: Node) -> Iterator[Text]:
    if isinstance(node, Text):
        yield node
        return
    for child in node.blocks:
        yield from _leaves(child)


def _said(leaf: Text) -> str:
    return leaf.text.strip()


def _language(turn: Turn) -> str:
    """Return the language of the turn's first leaf; empty where none is stated."""
    return next((leaf.lang for leaf in _leaves(turn)), "")
