"""What stands after the chapters of a book of several: an index of people, and one of questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pandoc_vivavoce import ast
from pandoc_vivavoce.ast import Blocks, Inlines
from pandoc_vivavoce.books.book import Book, Chapter
from pandoc_vivavoce.books.contents import questions_of
from pandoc_vivavoce.books.front_matter import name_in, part_attributes
from pandoc_vivavoce.books.people import Person, name_key
from pandoc_vivavoce.books.questions import columns
from pandoc_vivavoce.books.sources import chapter_link, dotted
from pandoc_vivavoce.writing.run_inlines import language_attributes
from vivavoce.interview import Node, Text, Turn
from vivavoce.interview_ids import make_ids

PEOPLE_INDEX, QUESTION_INDEX = "people-index", "question-index"
"""The ids of the indexes."""
_QUESTION_WIDTH = 150
"""A question in the index may be this many columns long, about two lines."""
_LEAST_NAME = 5
"""A shorter name, in columns, may be part of another word and is not looked for in the text."""


def back_blocks(book: Book, form: str) -> Blocks:
    """Return the indexes of *book*; a book of one interview has its contents for that."""
    if book.is_single:
        return []
    parts = [
        (PEOPLE_INDEX, _people(book)),
        (QUESTION_INDEX, _questions(book)),
    ]
    written: Blocks = []
    for name, blocks in parts:
        if blocks:
            title = ast.header(1, ast.words(book.words[name]), ast.attr(name, ["unnumbered"]))
            written.append(ast.div([title, *blocks], part_attributes("index", form)))
    return written


def _people(book: Book) -> Blocks:
    """Return everybody by name, with the places where they speak and are spoken of."""
    places = [_Places.of(chapter) for chapter in book.chapters]
    people = sorted(book.people, key=sort_key)
    items = [(name_in(person, book), [_where(person, book, places)]) for person in people]
    return [ast.definition_list(items)] if items else []


def sort_key(person: Person) -> tuple[str, str]:
    """Return what *person* is sorted by: the last word of the name, then all of it."""
    words = person.name.split()
    return (name_key(words[-1]) if words else "", name_key(person.name))


def _where(person: Person, book: Book, places: list[_Places]) -> Blocks:
    speaks = {item.chapter for item in person.appearances}
    spoken: list[Inlines] = []
    mentioned: list[Inlines] = []
    for place in places:
        if place.chapter.id in speaks:
            spoken.append(chapter_link(place.chapter, book, place.speakers.get(person.name, "")))
        elif name := place.mention(person.name):
            mentioned.append(chapter_link(place.chapter, book, name))
    lines = [dotted(spoken)]
    if mentioned:
        lines.append([*ast.words(book.words["mentioned"] + " "), *dotted(mentioned)])
    return [ast.paragraph(line) for line in lines]


@dataclass(frozen=True, slots=True)
class _Places:
    """The places of one chapter that an index can lead to."""

    chapter: Chapter
    speakers: Mapping[str, str]
    """From a person's name to the id of the first turn."""
    turns: tuple[tuple[str, str], ...]
    """The id of each turn and what is said in it."""
    text: str
    """Everything that is said."""

    @classmethod
    def of(cls, chapter: Chapter) -> _Places:
        """Gather the places of *chapter*."""
        interview = chapter.interview
        ids = make_ids(interview, chapter.prefix).turns
        names = {person.id: person.name or "" for person in interview.participants}
        speakers: dict[str, str] = {}
        for turn, name in zip(interview.turns, ids, strict=True):
            speakers.setdefault(names.get(turn.speaker, ""), name)
        said = [_text_of(turn) for turn in interview.turns]
        return cls(chapter, speakers, tuple(zip(ids, said, strict=True)), "\n".join(said))

    def mention(self, name: str) -> str:
        """Return the id of the first turn in which *name* is said; empty where none is."""
        if columns(name) < _LEAST_NAME or name not in self.text:
            return ""
        return next(place for place, said in self.turns if name in said)


def _text_of(turn: Turn) -> str:
    stack: list[Node] = list(turn.blocks[::-1])
    said: list[str] = []
    while stack:
        node = stack.pop()
        if isinstance(node, Text):
            said.append(node.text)
        else:
            stack.extend(node.blocks[::-1])
    return "\n".join(said)


def _questions(book: Book) -> Blocks:
    """Return the questions of each chapter below its title."""
    return [block for chapter in book.chapters for block in _chapter_questions(chapter, book)]


def _chapter_questions(chapter: Chapter, book: Book) -> Iterator[ast.Element]:
    asked = list(questions_of(chapter, _QUESTION_WIDTH))
    if not asked:
        return
    yield ast.header(2, chapter_link(chapter, book), ast.attr(classes=["unnumbered", "unlisted"]))
    items = [[ast.plain([ast.link(ast.words(text), f"#{name}")])] for name, text in asked]
    pairs = language_attributes(chapter.lang) if chapter.lang != book.lang else {}
    yield ast.div([ast.bullet_list(items)], ast.attr(classes=["questions"], attributes=pairs))
