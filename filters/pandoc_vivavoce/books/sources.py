"""What is known of where a chapter comes from, and lines that link to chapters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from pandoc_vivavoce import ast
from pandoc_vivavoce.ast import Inlines
from pandoc_vivavoce.books.book import Book, Chapter
from pandoc_vivavoce.books.directions import isolate, names_in_line
from pandoc_vivavoce.books.words import BookWords
from pandoc_vivavoce.writing.links import web_address
from pandoc_vivavoce.writing.run_inlines import language_attributes
from vivavoce.languagetags import direction

_BRACKET = re.compile(r"\s*[(（]")


def source_facts(chapter: Chapter, words: BookWords) -> list[Inlines]:
    """Return authors, source and date of *chapter*, each as inlines.

    An author whose name the source has, with more in brackets, is named there.
    """
    metadata = chapter.interview.metadata
    address = web_address(metadata.source.url or "")
    name = metadata.source.name or urlsplit(address).hostname or ""
    others = [author for author in metadata.authors if not _names(name, author)]
    authors = names_in_line(others, words.comma, words.lang, chapter.lang)
    facts = [authors] if authors else []
    if name and name not in metadata.authors:
        shown = isolate(name, words.lang, chapter.lang)
        facts.append([ast.link(shown, address)] if address else shown)
    if metadata.date:
        facts.append(isolate(words.date(metadata.date), words.lang))
    return facts


def _names(source: str, author: str) -> bool:
    """Is *source* the name *author* with something in brackets behind it?"""
    return source.startswith(author) and _BRACKET.match(source, len(author)) is not None


def dotted(facts: Iterable[Inlines]) -> Inlines:
    """Return *facts* in one line with points between."""
    line: Inlines = []
    for fact in facts:
        line.extend(ast.words(" · ") if line else [])
        line.extend(fact)
    return line


def chapter_link(chapter: Chapter, book: Book, name: str = "") -> Inlines:
    """Return a link in the words of the title of *chapter*, to it or to the id *name* in it."""
    words = ast.words(chapter.title)
    return in_language([ast.link(words, f"#{name or chapter.id}")], chapter, book)


def in_language(inlines: Inlines, chapter: Chapter, book: Book) -> Inlines:
    """Return *inlines* in the language of *chapter* where that is not the book's."""
    if not chapter.lang or chapter.lang == book.lang:
        return inlines
    way = direction(chapter.lang)
    pairs = {"dir": way} if way != direction(book.lang) else {}
    return [ast.span(inlines, ast.attr(attributes=language_attributes(chapter.lang) | pairs))]
