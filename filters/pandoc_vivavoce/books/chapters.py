"""A book as pandoc's document: what stands before the chapters, the chapters, the indexes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pandoc_vivavoce import ast
from pandoc_vivavoce.ast import Blocks, Element, Inlines
from pandoc_vivavoce.books.back_matter import back_blocks
from pandoc_vivavoce.books.book import Book, Chapter, Part
from pandoc_vivavoce.books.front_matter import front_blocks, part_attributes
from pandoc_vivavoce.books.sources import dotted, source_facts
from pandoc_vivavoce.books.words import book_words
from pandoc_vivavoce.writing.elements import (
    Setting,
    interview_blocks,
    interview_to_ast,
    metadata_of,
)
from pandoc_vivavoce.writing.pictures import Pictures
from pandoc_vivavoce.writing.run_inlines import language_attributes
from vivavoce.model import Metadata

_FLAT = frozenset({"epub", "typst"})
"""Formats in which a part is a page of its own before its chapters, and not their parent."""


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
    """Return the whole *book* for the format *form*, with those *pictures* of each chapter."""
    names = {chapter.document.source.file_name: chapter.id for chapter in book.chapters}
    names.pop("", None)
    setting = Setting(form, chapters=names)
    parts = {part.first: part for part in book.parts}
    blocks = front_blocks(book, form)
    for chapter, found in zip(book.chapters, pictures, strict=True):
        if chapter.id in parts:
            blocks.append(_part(parts[chapter.id], form))
        blocks += _chapter(book, chapter, replace(setting, pictures=found))
    return [*blocks, *back_blocks(book, form)]


def _part(part: Part, form: str) -> Element:
    title = ast.header(1, ast.words(part.title), ast.attr(part.id, ["unnumbered"]))
    return ast.div([title], part_attributes("part", form))


def _chapter(book: Book, chapter: Chapter, setting: Setting) -> Blocks:
    form = setting.form
    level = 2 if chapter.part and form not in _FLAT else 1
    mine = replace(setting, prefix=chapter.prefix, first_level=level + 1)
    title = ast.header(level, ast.words(chapter.title), ast.attr(chapter.id))
    has_title_page = book.is_single and form != "typst"
    opening = [] if has_title_page else _opening(chapter, book)
    blocks = [title, *opening, *interview_blocks(chapter.interview, mine)]
    identifier, classes, pairs = part_attributes("chapter", form)
    if chapter.lang:
        pairs = [*pairs, *map(list, language_attributes(chapter.lang).items())]
    return [ast.div(blocks, [identifier, classes, pairs])]


def _opening(chapter: Chapter, book: Book) -> Blocks:
    """Return subtitle, names, date and source, as they stand under a chapter's title."""
    subtitle = chapter.interview.metadata.subtitle
    blocks: Blocks = []
    if subtitle:
        paragraph = ast.paragraph(ast.words(subtitle))
        blocks.append(ast.div([paragraph], ast.attr(classes=["subtitle"])))
    return blocks + _byline(source_facts(chapter, book_words(chapter.lang or book.lang)))


def _byline(facts: list[Inlines]) -> Blocks:
    if not facts:
        return []
    return [ast.div([ast.paragraph(dotted(facts))], ast.attr(classes=["byline"]))]
