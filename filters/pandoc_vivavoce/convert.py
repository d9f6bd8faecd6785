"""The work of ``vivavoce convert``: inputs become interviews, and these one book or many files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pandoc_vivavoce.errors import WorkError
from pandoc_vivavoce.inputs import Input
from pandoc_vivavoce.outputs import Target, suffix_of, write_output
from pandoc_vivavoce.products import make_product
from pandoc_vivavoce.reading import Document, read_document
from pandoc_vivavoce.wishes import Wishes
from vivavoce.options import Options
from vivavoce.problems import Problem

Progress = Callable[[Sequence[Input]], Iterable[Input]]
"""Hands on the inputs one by one and shows how far the work is."""


@dataclass(frozen=True, slots=True)
class Told:
    """The problems of one document, for the report."""

    name: str
    problems: tuple[Problem, ...]
    failure: str = ""
    """Why the document was left out; empty where it was not."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be made of the inputs."""

    target: Target
    options: Options
    wishes: Wishes


def convert(inputs: Sequence[Input], work: Work, progress: Progress) -> tuple[Told, ...]:
    """Read *inputs*, write what *work* says, and return what there is to tell of each document."""
    documents, told = _read_all(progress(inputs), work.options)
    for share, path in _shares(documents, work.target):
        product = make_product(_titled(share, work.wishes), work.target.form, work.wishes)
        write_output(product.data, path)
        for document, problems in zip(share, product.problems, strict=True):
            told.append(Told(document.source.name, document.interview.problems + problems))
    return tuple(told)


def _read_all(inputs: Iterable[Input], options: Options) -> tuple[list[Document], list[Told]]:
    """Read *inputs*; files of a folder that cannot be read are told, unless none can."""
    documents: list[Document] = []
    failed: list[Told] = []
    error: WorkError | None = None
    for item in inputs:
        try:
            documents.append(read_document(item, options))
        except WorkError as caught:
            if not item.is_from_folder:
                raise
            error = caught
            failed.append(Told(item.name, (), str(caught)))
    if error is not None and not documents:
        raise error
    return documents, failed


def _titled(documents: Sequence[Document], wishes: Wishes) -> Sequence[Document]:
    """Give a document that stands alone the title that the user wishes."""
    if not wishes.title or len(documents) > 1:
        return documents
    interview = documents[0].interview
    metadata = interview.metadata._replace(title=wishes.title)
    return [replace(documents[0], interview=interview._replace(metadata=metadata))]


def _shares(
    documents: Sequence[Document], target: Target
) -> Iterable[tuple[Sequence[Document], Path | None]]:
    """Yield what goes into one file together with the file's path."""
    if not target.is_folder or target.path is None:
        yield documents, target.path
        return
    for document in documents:
        stem = document.source.path.stem if document.source.path else "interview"
        yield [document], target.path / (stem + suffix_of(target.form))
