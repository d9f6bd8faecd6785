"""One book of one or many interviews: chapters with ids of their own, people, title, language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from pandoc_vivavoce.books.people import Person, gather_people, names_shown
from pandoc_vivavoce.books.said import NOTHING_OF_BOOK, BookSaid
from pandoc_vivavoce.books.words import BookWords, book_words
from pandoc_vivavoce.command.reading import Document
from vivavoce.interview import Interview
from vivavoce.words import words_for

_MOST_NAMES = 8
"""A title page names no more people than this."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One interview in a book."""

    id: str
    """An XML name that no other chapter has; it begins every id within."""
    title: str
    document: Document

    @property
    def part(self) -> str:
        """The title of the part of the book that it belongs to; empty for none."""
        return self.document.source.said.part

    @property
    def interview(self) -> Interview:
        """The interview itself."""
        return self.document.interview

    @property
    def lang(self) -> str:
        """The chapter's language; empty where it is not known."""
        return self.interview.metadata.lang or ""

    @property
    def prefix(self) -> str:
        """Begins every id of the interview."""
        return f"{self.id}-"


@dataclass(frozen=True, slots=True)
class Part:
    """Several chapters that belong together under a title of their own."""

    id: str
    title: str
    first: str
    """The id of the chapter that it opens before."""
    chapters: tuple[Chapter, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """Everything a product is made from."""

    title: str
    chapters: tuple[Chapter, ...]
    people: tuple[Person, ...] = ()
    lang: str = "en"
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    """As ISO 8601; empty where it is not known."""
    description: str = ""
    parts: tuple[Part, ...] = ()
    """In order; a chapter before the first part belongs to none."""
    said: BookSaid = NOTHING_OF_BOOK
    """What its maker says of it: editors, publisher, ISBN, rights."""

    @property
    def words(self) -> BookWords:
        """The book's own words."""
        return book_words(self.lang)

    @property
    def is_single(self) -> bool:
        """True for a book of one interview, whose title is the chapter's."""
        return len(self.chapters) == 1


def make_book(documents: Sequence[Document], said: BookSaid = NOTHING_OF_BOOK) -> Book:
    """Make a book of *documents*, each a chapter, in their order.

    What is *said* of the book comes before what its interviews say. A book of many without a title
    is called conversations.
    """
    chapters = tuple(
        Chapter(f"ch{number}", title_of(document), document)
        for number, document in enumerate(documents, 1)
    )
    people = gather_people((chapter.id, chapter.interview) for chapter in chapters)
    book = _single(chapters[0]) if len(chapters) == 1 else _many(chapters, said)
    return replace(book, **_stated(said), said=said, people=people, parts=_parts(chapters))


def _stated(said: BookSaid) -> dict[str, Any]:
    names = ("title", "subtitle", "authors", "lang", "date", "description")
    return {name: value for name in names if (value := getattr(said, name))}


def _parts(chapters: tuple[Chapter, ...]) -> tuple[Part, ...]:
    grouped = [(title, tuple(inside)) for title, inside in groupby(chapters, lambda it: it.part)]
    titled = [(title, inside) for title, inside in grouped if title]
    return tuple(
        Part(f"part{number}", title, inside[0].id, inside)
        for number, (title, inside) in enumerate(titled, 1)
    )


def _single(chapter: Chapter) -> Book:
    metadata = chapter.interview.metadata
    return Book(
        chapter.title,
        (chapter,),
        lang=metadata.lang or "en",
        subtitle=metadata.subtitle or "",
        authors=metadata.authors,
        date=metadata.date or "",
        description=metadata.description or "",
    )


def _many(chapters: tuple[Chapter, ...], said: BookSaid) -> Book:
    metadata = [chapter.interview.metadata for chapter in chapters]
    lang = said.lang or most_common(item.lang for item in metadata) or "en"
    authors = tuple(dict.fromkeys(name for item in metadata for name in item.authors))
    return Book(
        book_words(lang)["conversations"],
        chapters,
        lang=lang,
        authors=() if said.editors else authors,
        date=max((item.date for item in metadata if item.date), default=""),
    )


def most_common(values: Iterable[str | None]) -> str:
    """Return the value that comes most often, the first of several; empty where there is none."""
    counts = Counter(value for value in values if value)
    return counts.most_common(1)[0][0] if counts else ""


def title_of(document: Document) -> str:
    """Return the title of *document*, else the names of its people, else the word for interview."""
    metadata = document.interview.metadata
    if metadata.title:
        return metadata.title
    names = names_shown(document.interview.participants)
    return book_words(metadata.lang).comma.join(names) or words_for(metadata.lang).interview


def names_on_title(book: Book) -> tuple[str, ...]:
    """Return the names for the title page of *book*: who answers first; none of very many.

    Those that the title or the authors' line says already are left out.
    """
    people = [person for chapter in book.chapters for person in chapter.interview.participants]
    said = {*book.authors, *book.said.editors, book.title}
    names = tuple(name for name in names_shown(people) if name not in said)
    return names if len(names) <= _MOST_NAMES else ()


def by_lines(book: Book) -> tuple[str, ...]:
    """Return the lines of the title page that name whom the maker of *book* calls its authors."""
    said = book.said
    edited = book.words["edited"].format(names=book.words.comma.join(said.editors))
    lines = (book.words.comma.join(said.authors), edited if said.editors else "")
    return tuple(line for line in lines if line)


def publication(book: Book) -> tuple[str, ...]:
    """Return who published *book* and when: for several interviews, the years they are from."""
    if book.said.publisher or book.said.date:
        facts = (book.said.publisher, book.words.date(book.said.date))
    elif book.is_single:
        authors = () if book.said.authors else book.authors
        facts = (book.words.comma.join(authors), book.words.date(book.date))
    else:
        facts = (_years(book), "")
    return tuple(fact for fact in facts if fact)


def _years(book: Book) -> str:
    dates = [chapter.interview.metadata.date for chapter in book.chapters]
    years = sorted({date[:4] for date in dates if date})
    return "–".join(dict.fromkeys((years[0], years[-1]))) if years else ""
