"""What pandoc may use up in writing a book: so much for each document, and what pictures need."""

from __future__ import annotations

from collections.abc import Sequence

from pandoc_vivavoce.books.book import Book
from pandoc_vivavoce.pandoc import MEGABYTES, Bounds
from pandoc_vivavoce.writing.pictures import Pictures

_OF_A_PICTURE = 8
"""So many times the size of a picture within a document does pandoc hold, by measurement."""
_MEGABYTE = 2**20


def bounds_of(book: Book, pictures: Sequence[Pictures]) -> Bounds:
    """Return the bounds for *book* with those *pictures* of each chapter."""
    embedded = sum(len(place) for found in pictures for place in found.places.values())
    megabytes = MEGABYTES * len(book.chapters) + _OF_A_PICTURE * embedded // _MEGABYTE
    return Bounds(megabytes=megabytes, remedy="Divide it into several documents")
