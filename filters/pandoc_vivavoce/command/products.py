"""From interviews to the bytes of one product: which maker makes which format."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pandoc_vivavoce.books.book import Book, Chapter, make_book
from pandoc_vivavoce.command.outputs import BOOK_FORMATS, CORE_FORMATS
from pandoc_vivavoce.command.reading import Document
from pandoc_vivavoce.command.wishes import Wishes
from pandoc_vivavoce.writing.pictures import (
    NO_PICTURES,
    Fetch,
    Pictures,
    drawn_bytes,
    find_pictures,
    images_of,
    is_on_web,
)
from vivavoce.options import DEFAULTS, Options
from vivavoce.problems import Problem
from vivavoce.size import check_pages

_EMBEDDING = frozenset({*BOOK_FORMATS, "fb2", "rtf", "ipynb"})
"""Formats that hold their pictures, or need their bytes to be made."""


@dataclass(frozen=True, slots=True)
class Order:
    """One product to be made."""

    book: Book
    form: str
    wishes: Wishes
    pictures: tuple[Pictures, ...]
    """Those found for each chapter, in order."""
    options: Options = DEFAULTS
    """How much may be taken on."""


@dataclass(frozen=True, slots=True)
class Product:
    """What was made."""

    data: bytes
    problems: tuple[tuple[Problem, ...], ...] = ()
    """Those that came up in the making, for each document in order."""


Progress = Callable[[Iterable[Any], int, str], Iterable[Any]]
"""Hands on what is done one by one, of a number in all, and shows how far the work is."""


def _silently(items: Iterable[Any], total: int, doing: str) -> Iterable[Any]:
    return items


def make_product(
    documents: Sequence[Document],
    form: str,
    wishes: Wishes,
    progress: Progress = _silently,
    options: Options = DEFAULTS,
) -> Product:
    """Return *documents* as one product in the format *form*, showing *progress* where it waits.

    Raises LimitError where their pictures are larger than *options* allow for it.
    """
    said = replace(wishes.book, title=wishes.title or wishes.book.title)
    book = make_book(documents, said)
    fetch = _fetcher(book, progress) if wishes.fetch_images and form in _EMBEDDING else None
    pictures = tuple(_pictures(chapter, form, fetch) for chapter in book.chapters)
    make = MAKERS.get(form, _by_core if form in CORE_FORMATS else _by_pandoc)
    data = make(Order(book, form, wishes, pictures, options))
    return Product(data, tuple(found.problems for found in pictures))


def _fetcher(book: Book, progress: Progress) -> Fetch:
    """Fetch the pictures of *book* that are on the web, and return what hands them out."""
    from pandoc_vivavoce.writing.fetching import fetch_all  # noqa: PLC0415 - rarely needed

    images = (image for chapter in book.chapters for image in images_of(chapter.interview))
    addresses = list(dict.fromkeys(image.src for image in images if is_on_web(image.src)))
    return fetch_all(progress(addresses, len(addresses), "Fetching pictures"))


def _pictures(chapter: Chapter, form: str, fetch: Fetch | None) -> Pictures:
    """Look for the pictures; the core's own forms leave them where they are."""
    if form in CORE_FORMATS:
        return NO_PICTURES
    folder = chapter.document.source.folder
    return find_pictures(chapter.interview, folder, form in _EMBEDDING, fetch)


def _by_core(order: Order) -> bytes:
    from pandoc_vivavoce.books.merge import merge_interviews  # noqa: PLC0415
    from vivavoce.forms.table import FORMS  # noqa: PLC0415

    form = dict(FORMS)[order.form]
    return form(merge_interviews(order.book)).encode()


def _html(order: Order) -> bytes:
    """Return the core's page with the style sheets of the user after its own."""
    from pandoc_vivavoce.books.themes import users_sheets  # noqa: PLC0415

    style = "\n".join(users_sheets(order.wishes.css)).replace("</", r"<\/")
    page = _by_core(order)
    head = f"<style>\n{style}\n</style>\n</head>\n".encode()
    return page.replace(b"</head>\n", head, 1) if style else page


def _pandoc_json(order: Order) -> bytes:
    from pandoc_vivavoce.books.chapters import book_document  # noqa: PLC0415

    document = book_document(order.book, order.form, order.pictures)
    return (json.dumps(document, ensure_ascii=False) + "\n").encode()


def _by_pandoc(order: Order) -> bytes:
    from pandoc_vivavoce.books.bounds import bounds_of  # noqa: PLC0415
    from pandoc_vivavoce.books.chapters import book_document  # noqa: PLC0415
    from pandoc_vivavoce.dress.dressing import dress  # noqa: PLC0415
    from pandoc_vivavoce.pandoc import run_pandoc  # noqa: PLC0415
    from pandoc_vivavoce.writing.xml_guards import guarded_xml  # noqa: PLC0415

    book = order.book
    document = book_document(book, order.form, order.pictures)
    document, _ = dress(document, order.form, order.wishes.look, book.lang)
    if order.form == "rst":
        from pandoc_vivavoce.writing.rst import guarded  # noqa: PLC0415

        document = guarded(document)
    document = guarded_xml(document, order.form)
    arguments = ["-f", "json", "-t", order.form, "-o", "-", "--standalone"]
    bounds = bounds_of(book, order.pictures)
    return run_pandoc(arguments, json.dumps(document).encode(), book.title, bounds)


def _epub(order: Order) -> bytes:
    from pandoc_vivavoce.books.epub.epub import make_epub  # noqa: PLC0415

    return make_epub(order.book, order.pictures, order.wishes)


def _pdf(order: Order) -> bytes:
    if order.wishes.pdf_engine:
        from pandoc_vivavoce.books.pdf.engines import make_pdf_by_engine  # noqa: PLC0415

        return make_pdf_by_engine(order.book, order.pictures, order.wishes)
    from pandoc_vivavoce.books.pdf.pdf import make_pdf  # noqa: PLC0415

    interviews = [chapter.interview for chapter in order.book.chapters]
    check_pages(interviews, order.options, sum(map(drawn_bytes, order.pictures)))
    return make_pdf(order.book, order.pictures, order.wishes)


def _office(order: Order) -> bytes:
    from pandoc_vivavoce.books.office import make_office  # noqa: PLC0415

    return make_office(order.book, order.form, order.pictures, order.wishes)


def _typst(order: Order) -> bytes:
    from pandoc_vivavoce.books.pdf.pdf import installed_families  # noqa: PLC0415
    from pandoc_vivavoce.books.pdf.source import make_typst  # noqa: PLC0415

    families = installed_families()
    return make_typst(order.book, order.pictures, order.wishes, families).encode()


MAKERS: dict[str, Callable[[Order], bytes]] = {
    "pandoc": _pandoc_json,
    "html": _html,
    "epub": _epub,
    "pdf": _pdf,
    "docx": _office,
    "odt": _office,
    "typst": _typst,
}
"""Formats that have a maker of their own; the core makes its forms and pandoc all the others."""
