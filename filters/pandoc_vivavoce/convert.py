"""The work of ``vivavoce convert``: inputs become interviews, and these one book or many files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from pandoc_vivavoce.book import make_book
from pandoc_vivavoce.chapters import book_blocks
from pandoc_vivavoce.elements import Setting
from pandoc_vivavoce.epub import EpubWishes, make_epub
from pandoc_vivavoce.errors import CallError
from pandoc_vivavoce.inputs import Document, Input, read_document
from pandoc_vivavoce.outputs import Target, suffix_of, write_output
from pandoc_vivavoce.pictures import find_pictures
from vivavoce.model import Interview
from vivavoce.options import Options
from vivavoce.problems import Problem

Progress = Callable[[tuple[Input, ...]], Iterable[Input]]
"""Hands on the inputs one by one and shows how far the work is."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user wants of the product, besides its format."""

    title: str = ""
    """Overrides the document's title, or names the book of several."""


@dataclass(frozen=True, slots=True)
class Told:
    """The problems of one document, for the report."""

    name: str
    problems: tuple[Problem, ...]


def convert(
    inputs: tuple[Input, ...], target: Target, options: Options, wishes: Wishes, progress: Progress
) -> tuple[Told, ...]:
    """Read *inputs*, write what *target* says, and return the problems of each document."""
    documents = tuple(_titled(read_document(item, options), wishes) for item in progress(inputs))
    for part, path in _shares(documents, target):
        write_output(render(part, target, wishes), path)
    return tuple(Told(item.source.name, item.interview.problems) for item in documents)


def _titled(document: Document, wishes: Wishes) -> Document:
    if not wishes.title:
        return document
    metadata = replace(document.interview.metadata, title=wishes.title)
    return replace(document, interview=replace(document.interview, metadata=metadata))


def _shares(
    documents: tuple[Document, ...], target: Target
) -> Iterable[tuple[tuple[Document, ...], Path | None]]:
    """Yield what goes into one file together with the file's path."""
    if not target.is_folder or target.path is None:
        yield documents, target.path
        return
    for document in documents:
        stem = document.source.path.stem if document.source.path else "interview"
        yield (document,), target.path / (stem + suffix_of(target.form))


def render(documents: tuple[Document, ...], target: Target, wishes: Wishes) -> bytes:
    """Return *documents* in the target's format."""
    if target.is_core:
        return _core_form(tuple(item.interview for item in documents), target.form).encode()
    book = make_book(documents, wishes.title)
    if target.form == "epub":
        pictures = {
            c.id: find_pictures(c.interview, c.document.source.folder, True) for c in book.chapters
        }
        blocks = book_blocks(book, Setting(form="epub"), pictures)
        return make_epub(book, blocks, [pictures[c.id] for c in book.chapters], EpubWishes())
    raise CallError(target.form, "there is no such format")


def _core_form(interviews: tuple[Interview, ...], form: str) -> str:
    from vivavoce.jsonform import to_json  # noqa: PLC0415

    return to_json(interviews[0])
