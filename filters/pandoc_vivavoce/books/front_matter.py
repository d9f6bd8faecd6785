"""What stands before the chapters of a book: the colophon with its sources, and who's who."""

from __future__ import annotations

from pandoc_vivavoce import ast
from pandoc_vivavoce.ast import Attr, Blocks, Element, Inlines
from pandoc_vivavoce.books.book import Book
from pandoc_vivavoce.books.people import Person
from pandoc_vivavoce.books.sources import chapter_link, dotted, in_language, source_facts

PEOPLE, COLOPHON, SOURCES = "people", "colophon", "sources"
"""The ids of the parts before the chapters."""
CONTENTS = "book-contents"
"""The function of a Typst document that sets the table of contents."""


def front_blocks(book: Book, form: str) -> Blocks:
    """Return the parts before the chapters of *book*.

    On the page, an interview alone needs none that only say again what its opening says.
    """
    if book.is_single and form == "typst":
        return colophon_blocks(book, form) if _imprint(book) else []
    contents = [ast.raw_block("typst", f"#{CONTENTS}()")] if form == "typst" else []
    return [*colophon_blocks(book, form), *contents, *people_blocks(book)]


def colophon_blocks(book: Book, form: str) -> Blocks:
    """Return publisher, ISBN, rights, and where each interview comes from; nothing if unknown."""
    imprint, sources = _imprint(book), _source_list(book)
    if not imprint and not sources:
        return []
    word = COLOPHON if imprint else SOURCES
    blocks = [ast.header(1, ast.words(book.words[word]), ast.attr(word, ["unnumbered"])), *imprint]
    if imprint and sources:
        name = ast.attr(SOURCES, ["unnumbered", "unlisted"])
        blocks.append(ast.header(2, ast.words(book.words[SOURCES]), name))
    return [ast.div([*blocks, *sources], part_attributes("colophon", form))]


def part_attributes(kind: str, form: str) -> Attr:
    """Return the attributes of a part of a book of that *kind*; in an EPUB its role too."""
    roles = {"epub:type": kind, "role": f"doc-{kind}"} if form == "epub" else {}
    return ast.attr(classes=[kind], attributes=roles)


def _imprint(book: Book) -> Blocks:
    """Return a line for each thing that the maker of *book* says of its making."""
    said = book.said
    editors = book.words["edited"].format(names=book.words.comma.join(said.editors))
    lines = [
        editors if said.editors else "",
        said.publisher,
        book.words.date(said.date),
        f"ISBN {said.isbn}" if said.isbn else "",
        said.rights,
    ]
    shown = [ast.paragraph(ast.words(line)) for line in lines if line]
    if not shown:
        return []
    title = ": ".join(filter(None, (book.title, book.subtitle)))
    return [ast.paragraph([ast.strong(ast.words(title))]), *shown]


def _source_list(book: Book) -> Blocks:
    """Return where and when each interview was published; nothing where that is not known."""
    items: list[Blocks] = []
    for chapter in book.chapters:
        facts = source_facts(chapter, book.words)
        if facts:
            line = [*chapter_link(chapter, book), ast.line_break(), *dotted(facts)]
            items.append([ast.plain(line)])
    return [ast.div([ast.bullet_list(items)], ast.attr(classes=["sources"]))] if items else []


def people_blocks(book: Book) -> Blocks:
    """Return who's who; nothing where nobody's name is known."""
    if not book.people:
        return []
    items = [(name_in(person, book), [_about(person, book)]) for person in book.people]
    title = ast.header(1, ast.words(book.words["people"]), ast.attr(PEOPLE, ["unnumbered"]))
    return [title, ast.div([ast.definition_list(items)], ast.attr(classes=["people"]))]


def name_in(person: Person, book: Book) -> Inlines:
    """Return the name of *person* in the language of the chapter that it comes from."""
    chapters = {chapter.id: chapter for chapter in book.chapters}
    return in_language(ast.words(person.name), chapters[person.appearances[0].chapter], book)


def _about(person: Person, book: Book) -> list[Element]:
    chapters = {chapter.id: chapter for chapter in book.chapters}
    facts: list[Inlines] = []
    if person.roles:
        facts.append(ast.words(book.words.comma.join(map(book.words.part_played, person.roles))))
    if not book.is_single:
        facts += [chapter_link(chapters[item.chapter], book) for item in person.appearances]
    lines = []
    if person.about:
        about = ast.words(person.about)
        lines.append(in_language(about, chapters[person.appearances[0].chapter], book))
    lines += [dotted(facts)] if facts else []
    return [ast.paragraph(line) for line in lines]
