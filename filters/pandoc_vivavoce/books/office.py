"""A book as DOCX or ODT: pandoc writes it by a reference document in which turns have good styles.

A book of several interviews has a contents field, and its title, contents and chapters begin pages
of their own, by the style of the heading and not by breaks in the text.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from pandoc_vivavoce import ast
from pandoc_vivavoce.books.book import Book
from pandoc_vivavoce.books.chapters import book_document
from pandoc_vivavoce.command.wishes import Wishes
from pandoc_vivavoce.dress import dress
from pandoc_vivavoce.errors import WorkError
from pandoc_vivavoce.pandoc import run_pandoc
from pandoc_vivavoce.reference import FORMATS, reference_document, with_chapters_on_new_pages
from pandoc_vivavoce.writing.pictures import Pictures


def make_office(book: Book, form: str, pictures: Sequence[Pictures], wishes: Wishes) -> bytes:
    """Return *book* in the format *form*, ``docx`` or ``odt``; WorkError where it cannot be made.

    Styles are those of the reference document that *wishes* name, else ours.
    """
    document = book_document(book, form, pictures)
    document, _ = dress(document, form, wishes.look, book.lang)
    title = {"t": "MetaInlines", "c": ast.words(book.words["contents"])}
    document = {**document, "meta": {**document["meta"], "toc-title": title}}
    reference = _reference(book, form, wishes)
    with tempfile.TemporaryDirectory(prefix="vivavoce-") as folder:
        path = Path(folder) / f"reference.{form}"
        path.write_bytes(reference)
        arguments = ["-f", "json", "-t", form, "-o", "-", f"--reference-doc={path}"]
        if not book.is_single:
            arguments += ["--toc", f"--toc-depth={max(wishes.toc_depth - 1, 1)}"]
        return run_pandoc(arguments, json.dumps(document).encode(), book.title)


def _reference(book: Book, form: str, wishes: Wishes) -> bytes:
    if wishes.reference_doc:
        path = Path(wishes.reference_doc)
        if path.suffix.lower().removeprefix(".") != form or form not in FORMATS:
            cause = f"a reference document for {form} must be a .{form} file"
            raise WorkError(str(path), cause, f"Make one: pandoc-vivavoce --reference {form}")
        return path.read_bytes()
    default = run_pandoc(["--print-default-data-file", f"reference.{form}"])
    made = reference_document(form, default)
    return made if book.is_single else with_chapters_on_new_pages(form, made)
