"""What an EPUB may claim of its accessibility, computed from its content: no more than is so.

The terms are those of schema.org that EPUB Accessibility 1.1, section 2.2, asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pandoc_vivavoce.books.book import Book
from pandoc_vivavoce.books.contents import Entry
from pandoc_vivavoce.writing.pictures import Pictures, images_of, may_move
from vivavoce.forms.shown import shown_turns
from vivavoce.model import Image


def accessibility(
    book: Book, shown: Sequence[Pictures], entries: Sequence[Entry]
) -> dict[str, Any]:
    """Return pandoc's metadata for *book* with the pictures *shown* and the contents *entries*.

    Pictures count as described only if every one of them is, and as still unless one of them may
    move.
    """
    images = list(_images(book, shown))
    moves = any(may_move(place) for _, place in images)
    described = all(image.alt.strip() for image, _ in images)
    features = ["ARIA", "readingOrder", "structuralNavigation", "tableOfContents"]
    if images and described:
        features.append("alternativeText")
    return {
        "accessModes": ["textual", "visual"] if images else ["textual"],
        "accessModeSufficient": ["textual"] if described else ["textual,visual"],
        "accessibilityFeatures": features,
        "accessibilityHazards": ["unknown" if moves else "none"],
        "accessibilitySummary": " ".join(_sentences(book, entries, bool(images), described)),
    }


def _images(book: Book, shown: Sequence[Pictures]) -> Iterator[tuple[Image, str]]:
    """Yield the pictures that are in the book, each with its bytes as an address."""
    for chapter, pictures in zip(book.chapters, shown, strict=True):
        for image in images_of(chapter.interview):
            if place := pictures.place_of(image):
                yield image, place


def _sentences(
    book: Book, entries: Sequence[Entry], has_images: bool, described: bool
) -> Iterator[str]:
    yield book.words["accessible"]
    if _names_speakers(book):
        yield book.words["speakers-named"]
    if _lists_questions(entries):
        yield book.words["questions-listed"]
    if has_images:
        yield book.words["pictures-described" if described else "pictures-undescribed"]


def _names_speakers(book: Book) -> bool:
    """Is there speech, and does every turn say whose it is?"""
    turns = [turn for chapter in book.chapters for turn in shown_turns(chapter.interview)]
    return bool(turns) and not any(turn.is_unlabelled for turn in turns)


def _lists_questions(entries: Iterable[Entry]) -> bool:
    stack = list(entries)
    while stack:
        entry = stack.pop()
        if entry.kind == "question":
            return True
        stack.extend(entry.entries)
    return False
