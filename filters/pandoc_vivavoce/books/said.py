"""What the maker of a book says of it and of its chapters, before what the interviews say.

Every field that ``book.yaml`` can set stands here once, with what it does, so that reading the
file, refusing an unknown key and the manual all go by one table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


def _key(default: Any, about: str) -> Any:
    return field(default=default, metadata={"about": about})


@dataclass(frozen=True, slots=True)
class ChapterSaid:
    """What is said of one interview."""

    file: str = _key("", "The interview: a file in the folder of the book's file, or below it.")
    title: str = _key("", "The title of the chapter.")
    subtitle: str = _key("", "What stands below the title.")
    date: str = _key("", "When the interview was published.")
    lang: str = _key("", "The language of the interview, as a BCP 47 tag.")
    people: str = _key("", "A people file of this chapter alone, in place of the book's.")
    options: Mapping[str, Any] = field(
        default_factory=dict, metadata={"about": "Options of reading, as on the command line."}
    )
    part: str = ""
    """The title of the part of the book that the chapter belongs to."""


NOTHING_OF_CHAPTER = ChapterSaid()


@dataclass(frozen=True, slots=True)
class BookSaid:
    """What is said of a book as a whole."""

    title: str = _key("", "The title of the book.")
    subtitle: str = _key("", "What stands below the title.")
    authors: tuple[str, ...] = _key((), "Who wrote the book; a name or a list of names.")
    editors: tuple[str, ...] = _key((), "Who edited it; a name or a list of names.")
    publisher: str = _key("", "Who publishes it.")
    isbn: str = _key("", "Its ISBN, with or without hyphens; it identifies the EPUB.")
    rights: str = _key("", "Who holds which rights.")
    lang: str = _key("", "The language of the book's own words, as a BCP 47 tag.")
    date: str = _key("", "When the book is published.")
    description: str = _key("", "A few sentences for catalogues.")


NOTHING_OF_BOOK = BookSaid()
