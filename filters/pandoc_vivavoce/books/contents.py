"""The table of contents: chapters, their sections, and under each the questions that are asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pandoc_vivavoce.books.book import Book, Chapter
from pandoc_vivavoce.books.questions import WIDTH, shorten
from pandoc_vivavoce.writing.anchors import section_headings
from pandoc_vivavoce.writing.footnotes import refers_to_note
from vivavoce.forms.outline import heading_levels
from vivavoce.interview import Node, Text, Turn
from vivavoce.interview_ids import make_ids
from vivavoce.persons import role_class


@dataclass(slots=True)
class Entry:
    """One line of the contents with what stands below it."""

    title: str
    id: str
    """The id in the book that the line leads to."""
    kind: str
    """chapter, section, question, or part for what is no interview."""
    lang: str = ""
    """Stated for a chapter; what stands below is in the same."""
    entries: list[Entry] = field(default_factory=list)


def chapter_entry(chapter: Chapter, depth: int) -> Entry:
    """Return the entry of *chapter* with sections and questions, *depth* levels in all."""
    top = Entry(chapter.title, chapter.id, "chapter", chapter.lang)
    opened = [(0, top)]
    for level, entry in _landmarks(chapter):
        while level and opened[-1][0] >= level:
            opened.pop()
        if len(opened) < depth:
            opened[-1][1].entries.append(entry)
        if level:
            opened.append((level, entry))
    return top


def questions_of(chapter: Chapter, width: int) -> Iterator[tuple[str, str]]:
    """Yield the id and the words of each question of *chapter*, in at most *width* columns."""
    for level, entry in _landmarks(chapter, width):
        if not level:
            yield entry.id, entry.title


def _landmarks(chapter: Chapter, width: int = WIDTH) -> Iterator[tuple[int, Entry]]:
    """Yield headings with their levels, and questions with level 0, in reading order.

    A heading inside a list or a quotation opens no section.
    """
    interview = chapter.interview
    ids = make_ids(interview, chapter.prefix)
    shown = section_headings(interview)
    levels = dict(zip(map(id, shown), heading_levels(shown, 1), strict=True))
    heading_ids, turn_ids = iter(ids.headings), iter(ids.turns)
    asking = {person.id for person in interview.participants if role_class(person) == "question"}
    previous = ""
    for node in interview.walk():
        if isinstance(node, Text) and node.kind == "heading":
            name = next(heading_ids)
            if id(node) in levels:
                yield levels[id(node)], Entry(" ".join(node.text.split()), name, "section")
        elif isinstance(node, Turn):
            name = next(turn_ids)
            text, opens = first_words(node), bool(node.label) or node.speaker != previous
            if node.speaker in asking and text and opens:
                yield 0, Entry(shorten(text, width), name, "question")
            previous = node.speaker


def first_words(turn: Turn) -> str:
    """Return what the first paragraph of *turn* says, without the numbers of footnotes."""
    first: Node | None = turn.blocks[0] if turn.blocks else None
    if not isinstance(first, Text):
        return ""
    return "".join(run.text for run in first.runs if not refers_to_note(run))


def book_entries(book: Book, depth: int) -> list[Entry]:
    """Return the entries of *book*, *depth* levels below its parts: chapters within parts."""
    parts = {part.first: part for part in book.parts}
    entries: list[Entry] = []
    for chapter in book.chapters:
        entry = chapter_entry(chapter, depth)
        if chapter.id in parts:
            part = parts[chapter.id]
            entries.append(Entry(part.title, part.id, "part"))
        (entries[-1].entries if chapter.part else entries).append(entry)
    return entries
