"""What the user wants of the product, besides its format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Any

from pandoc_vivavoce.books.said import NOTHING_OF_BOOK, BookSaid
from pandoc_vivavoce.books.themes import DEFAULT_THEME, THEMES
from pandoc_vivavoce.command.outputs import CORE_FORMATS
from pandoc_vivavoce.settings import DEFAULTS as PLAIN_LOOK
from pandoc_vivavoce.settings import Settings
from vivavoce.problems import Code, Problem

ORDERS = ("given", "date")
WRITINGS = ("horizontal", "vertical")
LOOK_NAMES = ("layout", "labels", "colours", "number_questions")
"""What the command line can say of the look of turns, as fields of `Settings`."""
_SINGULAR = {"fonts": "font"}


_PAGED, _OFFICE = ("pdf", "typst"), ("docx", "odt")
_BOOKS = ("epub", *_PAGED, *_OFFICE)


def _wish(
    default: Any, about: str, choices: tuple[str, ...] = (), forms: tuple[str, ...] = ()
) -> Any:
    """Return a field; *forms* are the formats on which the wish has an effect, none for all."""
    return field(default=default, metadata={"about": about, "choices": choices, "forms": forms})


@dataclass(frozen=True, slots=True)
class Wishes:
    """Everything that can be said about the title and the look of a product."""

    title: str = _wish("", "The title of the document, or of the book of many.")
    toc_depth: int = _wish(
        3, "Levels of the contents: chapters, sections, questions.", forms=_BOOKS
    )
    order: str = _wish("given", "The order of chapters: as given, or by date.", ORDERS)
    writing: str = _wish(
        WRITINGS[0], "Lines of an EPUB: Chinese and Japanese may be vertical.", WRITINGS, ("epub",)
    )
    css: tuple[str, ...] = _wish(
        (), "A style sheet to add to that of an EPUB or HTML page.", forms=("epub", "html")
    )
    cover: str = _wish(
        "", "A picture for the cover of an EPUB; `none` for no cover.", (), ("epub",)
    )
    theme: str = _wish(
        DEFAULT_THEME, "The look of the whole book.", tuple(THEMES), ("epub", *_PAGED)
    )
    paper: str = _wish(
        "", "The page of a PDF: a4, a5, letter, e-ink, … or WIDTHxHEIGHT in mm.", forms=_PAGED
    )
    fonts: tuple[str, ...] = _wish(
        (), "A font family to set a PDF in, before those found.", forms=_PAGED
    )
    fetch_images: bool = _wish(False, "Fetch pictures that are on the web, from public addresses.")
    reference_doc: str = _wish(
        "", "A .docx or .odt whose styles a DOCX or ODT is to have.", forms=_OFFICE
    )
    pdf_engine: str = _wish(
        "", "Make a PDF by this engine of pandoc's: xelatex, weasyprint, …", forms=("pdf",)
    )
    look: Settings = PLAIN_LOOK
    """Layout, labels, colours and numbers of the turns."""
    book: BookSaid = NOTHING_OF_BOOK
    """What ``book.yaml`` says of the book as a whole."""


DEFAULTS = Wishes()


def idle_wishes(wishes: Wishes, form: str) -> Iterator[Problem]:
    """Yield a problem for each of *wishes* that has no effect on the format *form*.

    A PDF by an engine that takes HTML has style sheets too.
    """
    said = [item for item in fields(Wishes) if getattr(wishes, item.name) != item.default]
    for item in said:
        forms = item.metadata.get("forms", ())
        is_engine_s = item.name == "css" and form == "pdf" and wishes.pdf_engine
        if forms and form not in forms and not is_engine_s:
            yield _idle(item.name, form, ", ".join(forms))
    for name in LOOK_NAMES:
        if form in CORE_FORMATS and getattr(wishes.look, name) != getattr(PLAIN_LOOK, name):
            yield _idle(name, form, "books and all that pandoc writes")


def _idle(name: str, form: str, others: str) -> Problem:
    message = f"{option_of(name)} has no effect on {form}; it is for {others}"
    return Problem(Code.IDLE_OPTION, message)


def option_of(name: str) -> str:
    """Return the option of the command line for the wish *name*; several times means singular."""
    return "--" + _SINGULAR.get(name, name).replace("_", "-")
