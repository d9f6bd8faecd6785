"""What the user wants of the product, besides its format."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pandoc_vivavoce.books.said import NOTHING_OF_BOOK, BookSaid
from pandoc_vivavoce.books.themes import DEFAULT_THEME, THEMES
from pandoc_vivavoce.settings import DEFAULTS as PLAIN_LOOK
from pandoc_vivavoce.settings import Settings

ORDERS = ("given", "date")
WRITINGS = ("horizontal", "vertical")


def _wish(default: Any, about: str, choices: tuple[str, ...] = ()) -> Any:
    return field(default=default, metadata={"about": about, "choices": choices})


@dataclass(frozen=True, slots=True)
class Wishes:
    """Everything that can be said about the title and the look of a product."""

    title: str = _wish("", "The title of the document, or of the book of many.")
    toc_depth: int = _wish(3, "Levels of the contents: chapters, sections, questions.")
    order: str = _wish("given", "The order of chapters: as given, or by date.", ORDERS)
    writing: str = _wish(
        "horizontal", "Lines of an EPUB: Chinese and Japanese may be vertical.", WRITINGS
    )
    css: tuple[str, ...] = _wish((), "A style sheet to add to an EPUB's own.")
    cover: str = _wish("", "A picture for the cover of an EPUB; `none` for no cover.")
    theme: str = _wish(DEFAULT_THEME, "The look of the whole book.", tuple(THEMES))
    paper: str = _wish("", "The page of a PDF: a4, a5, letter, e-ink, … or WIDTHxHEIGHT in mm.")
    fonts: tuple[str, ...] = _wish((), "A font family to set a PDF in, before those found.")
    fetch_images: bool = _wish(False, "Fetch pictures that are on the web, from public addresses.")
    reference_doc: str = _wish("", "A .docx or .odt whose styles a DOCX or ODT is to have.")
    pdf_engine: str = _wish("", "Make a PDF by this engine of pandoc's: xelatex, weasyprint, …")
    look: Settings = PLAIN_LOOK
    """Layout, labels, colours and numbers of the turns."""
    book: BookSaid = NOTHING_OF_BOOK
    """What ``book.yaml`` says of the book as a whole."""


DEFAULTS = Wishes()
