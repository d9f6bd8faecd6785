"""A book as pandoc's document: who's who, a chapter for each interview, the sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pandoc_vivavoce import ast
from pandoc_vivavoce.ast import Blocks, Inlines
from pandoc_vivavoce.book import Book, Chapter
from pandoc_vivavoce.elements import Setting, interview_blocks
from pandoc_vivavoce.links import web_address
from pandoc_vivavoce.people import Person
from pandoc_vivavoce.pictures import NO_PICTURES, Pictures
from pandoc_vivavoce.run_inlines import language_attributes

PEOPLE, SOURCES = "people", "sources"
"""The ids of the parts that the book adds."""


def book_blocks(book: Book, setting: Setting, pictures: Mapping[str, Pictures]) -> Blocks:
    """Return the whole of *book*; *pictures* are those found for each chapter's id."""
    chapters = {chapter.document.source.file_name: chapter.id for chapter in book.chapters}
    chapters.pop("", None)
    setting = replace(setting, first_level=2, chapters=chapters)
    blocks = people_blocks(book)
    for chapter in book.chapters:
        blocks.extend(_chapter(book, chapter, setting, pictures.get(chapter.id, NO_PICTURES)))
    return blocks + source_blocks(book)


def _chapter(book: Book, chapter: Chapter, setting: Setting, pictures: Pictures) -> Blocks:
    mine = replace(setting, prefix=chapter.prefix, pictures=pictures)
    title = ast.header(1, ast.words(chapter.title), ast.attr(chapter.id))
    opening = [] if book.is_single else _opening(chapter, book)
    blocks = [title, *opening, *interview_blocks(chapter.interview, mine)]
    pairs = language_attributes(chapter.lang) if chapter.lang else {}
    return [ast.div(blocks, ast.attr(classes=["chapter"], attributes=pairs))]


def _opening(chapter: Chapter, book: Book) -> Blocks:
    """Return subtitle, names, date and source, as they stand under a chapter's title."""
    metadata = chapter.interview.metadata
    blocks: Blocks = []
    if metadata.subtitle:
        subtitle = ast.paragraph(ast.words(metadata.subtitle))
        blocks.append(ast.div([subtitle], ast.attr(classes=["subtitle"])))
    return blocks + _byline(_facts(chapter, book))


def _byline(facts: list[Inlines]) -> Blocks:
    if not facts:
        return []
    return [ast.div([ast.paragraph(_dotted(facts))], ast.attr(classes=["byline"]))]


def _dotted(facts: Iterable[Inlines]) -> Inlines:
    """Return *facts* in one line with points between."""
    line: Inlines = []
    for fact in facts:
        line.extend(ast.words(" · ") if line else [])
        line.extend(fact)
    return line


def _facts(chapter: Chapter, book: Book) -> list[Inlines]:
    """Return authors, source and date of *chapter*, each as inlines."""
    metadata = chapter.interview.metadata
    facts = [ast.words(book.words.comma.join(metadata.authors))] if metadata.authors else []
    address = web_address(metadata.source.url or "")
    name = metadata.source.name or address
    if name and name not in metadata.authors:
        words = ast.words(name)
        facts.append([ast.link(words, address)] if address else words)
    elif address:
        facts.append([ast.link(ast.words(address), address)])
    if metadata.date:
        facts.append(ast.words(book.words.date(metadata.date)))
    return facts


def people_blocks(book: Book) -> Blocks:
    """Return who's who; nothing where nobody's name is known."""
    if not book.people:
        return []
    items = [(ast.words(person.name), [_about(person, book)]) for person in book.people]
    title = ast.header(1, ast.words(book.words["people"]), ast.attr(PEOPLE, ["unnumbered"]))
    return [title, ast.div([ast.definition_list(items)], ast.attr(classes=["people"]))]


def _about(person: Person, book: Book) -> Blocks:
    played = book.words.comma.join(map(book.words.part_played, person.roles))
    said = [ast.plain(ast.words(line)) for line in (played, person.about) if line]
    if book.is_single:
        return said
    titles = {chapter.id: chapter.title for chapter in book.chapters}
    links = [
        [ast.link(ast.words(titles[item.chapter]), f"#{item.chapter}")]
        for item in person.appearances
    ]
    return [*said, ast.div([ast.plain(_dotted(links))], ast.attr(classes=["appearances"]))]


def source_blocks(book: Book) -> Blocks:
    """Return where and when each interview was published; nothing where that is not known."""
    items: list[Blocks] = []
    for chapter in book.chapters:
        facts = _facts(chapter, book)
        if facts:
            link = ast.link(ast.words(chapter.title), f"#{chapter.id}")
            items.append([ast.plain([link]), *_unboxed(_byline(facts))])
    if not items:
        return []
    title = ast.header(1, ast.words(book.words["sources"]), ast.attr(SOURCES, ["unnumbered"]))
    return [title, ast.div([ast.bullet_list(items)], ast.attr(classes=["sources"]))]


def _unboxed(blocks: Iterable[ast.Element]) -> Blocks:
    return [ast.plain(inner["c"]) for block in blocks for inner in block["c"][1]]
