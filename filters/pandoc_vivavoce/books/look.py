"""The filter's layouts and colours for a book as a whole."""

from __future__ import annotations

from pandoc_vivavoce.books.book import Book
from pandoc_vivavoce.dress.head import head_for
from pandoc_vivavoce.settings import Settings
from vivavoce.languagetags import direction


def layout_head(form: str, book: Book, look: Settings) -> str:
    """Return what the head of a product in *form* needs for the turns of *book*."""
    voices = sum(len(chapter.interview.participants) for chapter in book.chapters)
    return head_for(form, (look.layout,), voices if look.colours else 0, direction(book.lang))
