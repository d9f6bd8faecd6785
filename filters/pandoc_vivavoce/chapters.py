"""A book as pandoc's document: who's who, a chapter for each interview, the sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from pandoc_vivavoce import ast
from pandoc_vivavoce.ast import Blocks, Element, Inlines
from pandoc_vivavoce.book import Book, Chapter
from pandoc_vivavoce.book_words import BookWords, book_words
from pandoc_vivavoce.elements import Setting, interview_blocks, interview_to_ast, metadata_of
from pandoc_vivavoce.links import web_address
from pandoc_vivavoce.people import Person
from pandoc_vivavoce.pictures import Pictures
from pandoc_vivavoce.run_inlines import language_attributes
from vivavoce.model import Metadata

PEOPLE, SOURCES = "people", "sources"
"""The ids of the parts that the book adds."""


def book_document(book: Book, form: str, pictures: Sequence[Pictures]) -> Element:
    """Return *book* as a document for the format *form*, with those *pictures* of each chapter.

    A book of one interview is that interview, with its title as the document's.
    """
    if book.is_single:
        return interview_to_ast(book.chapters[0].interview, Setting(form, pictures=pictures[0]))
    metadata = Metadata(
        book.title, book.subtitle or None, book.authors, book.date or None, book.lang
    )
    return ast.document(book_blocks(book, form, pictures), metadata_of(metadata))


def book_blocks(book: Book, form: str, pictures: Sequence[Pictures]) -> Blocks:
    """Return who's who, the chapters with those *pictures* of each, and the sources.

    On the page, an interview alone needs neither: its opening says where it comes from.
    """
    chapters = {chapter.document.source.file_name: chapter.id for chapter in book.chapters}
    chapters.pop("", None)
    setting = Setting(form, first_level=2, chapters=chapters)
    chapters_blocks = [
        block
        for chapter, found in zip(book.chapters, pictures, strict=True)
        for block in _chapter(book, chapter, replace(setting, pictures=found))
    ]
    if book.is_single and form == "typst":
        return chapters_blocks
    return [*people_blocks(book), *chapters_blocks, *source_blocks(book)]


def _chapter(book: Book, chapter: Chapter, setting: Setting) -> Blocks:
    mine = replace(setting, prefix=chapter.prefix)
    title = ast.header(1, ast.words(chapter.title), ast.attr(chapter.id))
    has_title_page = book.is_single and setting.form != "typst"
    opening = [] if has_title_page else _opening(chapter, book)
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
    return blocks + _byline(_facts(chapter, book_words(chapter.lang or book.lang)))


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


def _facts(chapter: Chapter, words: BookWords) -> list[Inlines]:
    """Return authors, source and date of *chapter*, each as inlines."""
    metadata = chapter.interview.metadata
    facts = [ast.words(words.comma.join(metadata.authors))] if metadata.authors else []
    address = web_address(metadata.source.url or "")
    name = metadata.source.name or urlsplit(address).hostname
    if name and name not in metadata.authors:
        shown = ast.words(name)
        facts.append([ast.link(shown, address)] if address else shown)
    if metadata.date:
        facts.append(ast.words(words.date(metadata.date)))
    return facts


def people_blocks(book: Book) -> Blocks:
    """Return who's who; nothing where nobody's name is known."""
    if not book.people:
        return []
    items = [(_name(person, book), [_about(person, book)]) for person in book.people]
    title = ast.header(1, ast.words(book.words["people"]), ast.attr(PEOPLE, ["unnumbered"]))
    return [title, ast.div([ast.definition_list(items)], ast.attr(classes=["people"]))]


def _name(person: Person, book: Book) -> Inlines:
    """Return the name of *person* in the language of the chapter that it comes from."""
    chapters = {chapter.id: chapter for chapter in book.chapters}
    return _in_language(ast.words(person.name), chapters[person.appearances[0].chapter], book)


def _about(person: Person, book: Book) -> Blocks:
    facts: list[Inlines] = []
    if person.roles:
        facts.append(ast.words(book.words.comma.join(map(book.words.part_played, person.roles))))
    if not book.is_single:
        chapters = {chapter.id: chapter for chapter in book.chapters}
        facts += [_link(chapters[item.chapter], book) for item in person.appearances]
    lines = [ast.words(person.about)] if person.about else []
    lines += [_dotted(facts)] if facts else []
    return [ast.paragraph(line) for line in lines]


def source_blocks(book: Book) -> Blocks:
    """Return where and when each interview was published; nothing where that is not known."""
    items: list[Blocks] = []
    for chapter in book.chapters:
        facts = _facts(chapter, book.words)
        if facts:
            items.append([ast.plain(_link(chapter, book)), ast.plain(_dotted(facts))])
    if not items:
        return []
    title = ast.header(1, ast.words(book.words["sources"]), ast.attr(SOURCES, ["unnumbered"]))
    return [title, ast.div([ast.bullet_list(items)], ast.attr(classes=["sources"]))]


def _link(chapter: Chapter, book: Book) -> Inlines:
    """Return a link to *chapter* in the words of its title."""
    return _in_language([ast.link(ast.words(chapter.title), f"#{chapter.id}")], chapter, book)


def _in_language(inlines: Inlines, chapter: Chapter, book: Book) -> Inlines:
    """Return *inlines* in the language of *chapter* where that is not the book's."""
    if not chapter.lang or chapter.lang == book.lang:
        return inlines
    return [ast.span(inlines, ast.attr(attributes=language_attributes(chapter.lang)))]
