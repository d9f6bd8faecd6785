"""A book as DOCX or ODT: pandoc writes it by a reference document in which turns have good styles.

A book of several interviews has a contents field, and its title, contents and chapters begin pages
of their own, by the style of the heading and not by breaks in the text.
"""

from __future__ import annotations

import json
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from pandoc_vivavoce import ast
from pandoc_vivavoce.ast import Element
from pandoc_vivavoce.books import docx_contents, odt_contents
from pandoc_vivavoce.books.book import Book, by_lines
from pandoc_vivavoce.books.bounds import bounds_of
from pandoc_vivavoce.books.chapters import book_document
from pandoc_vivavoce.books.directions import with_marks
from pandoc_vivavoce.books.office_looks import with_chapters_on_new_pages, with_look_of_a_book
from pandoc_vivavoce.command.wishes import Wishes
from pandoc_vivavoce.dress.dressing import dress
from pandoc_vivavoce.errors import WorkError
from pandoc_vivavoce.pandoc import run_pandoc
from pandoc_vivavoce.reference import FORMATS, edited, reference_document
from pandoc_vivavoce.writing.pictures import Pictures


def make_office(book: Book, form: str, pictures: Sequence[Pictures], wishes: Wishes) -> bytes:
    """Return *book* in the format *form*, ``docx`` or ``odt``; WorkError where it cannot be made.

    Styles are those of the reference document that *wishes* name, else ours.
    """
    document = book_document(book, form, pictures)
    document, _ = dress(document, form, wishes.look, book.lang)
    blocks = with_marks(document["blocks"], book.lang)
    document = {**document, "meta": document["meta"] | _said(book), "blocks": blocks}
    reference = _reference(book, form, wishes)
    with tempfile.TemporaryDirectory(prefix="vivavoce-") as folder:
        path = Path(folder) / f"reference.{form}"
        path.write_bytes(reference)
        arguments = ["-f", "json", "-t", form, "-o", "-", f"--reference-doc={path}"]
        if not book.is_single:
            arguments += ["--toc", f"--toc-depth={_depth(wishes)}"]
        bounds = bounds_of(book, pictures)
        made = run_pandoc(arguments, json.dumps(document).encode(), book.title, bounds)
    return made if book.is_single else _finished(form, made, book, wishes)


def _said(book: Book) -> dict[str, Element]:
    """Return what the title page says of *book*: names, and the date as people write it."""
    names = by_lines(book) or book.authors
    said = {"toc-title": book.words["contents"], "date": book.words.date(book.date) or None}
    return ast.meta_map({**said, "author": list(names) or None})


def _finished(form: str, made: bytes, book: Book, wishes: Wishes) -> bytes:
    """Return the document *made* with entries in its contents, and chapters on new pages."""
    depth, title = _depth(wishes), book.words["contents"]
    if form == "odt":
        return edited(
            made,
            "content.xml",
            lambda data: odt_contents.with_entries(data.decode(), depth, title).encode(),
        )
    later = [chapter.id for part in book.parts for chapter in part.chapters[1:]]

    def finish(data: bytes) -> bytes:
        document = docx_contents.with_entries(data.decode(), depth)
        return docx_contents.with_new_pages(document, later).encode()

    return edited(made, "word/document.xml", finish)


def _depth(wishes: Wishes) -> int:
    return max(wishes.toc_depth - 1, 1)


def _reference(book: Book, form: str, wishes: Wishes) -> bytes:
    if wishes.reference_doc:
        path = Path(wishes.reference_doc)
        if path.suffix.lower().removeprefix(".") != form or form not in FORMATS:
            cause = f"a reference document for {form} must be a .{form} file"
            raise WorkError(str(path), cause, f"Make one: pandoc-vivavoce --reference {form}")
        if not zipfile.is_zipfile(path):
            cause = f"this is no .{form} file" if path.exists() else "there is no such file"
            raise WorkError(str(path), cause, f"Make one: pandoc-vivavoce --reference {form}")
        return path.read_bytes()
    default = run_pandoc(["--print-default-data-file", f"reference.{form}"])
    made = with_look_of_a_book(form, reference_document(form, default))
    return made if book.is_single else with_chapters_on_new_pages(form, made)
