"""The work of ``vivavoce convert``: inputs become interviews, and these one book or many files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from pathlib import Path

from pandoc_vivavoce.command.inputs import Input
from pandoc_vivavoce.command.outputs import CORE_FORMATS, Target, suffix_of, write_output
from pandoc_vivavoce.command.products import Product, Progress, make_product
from pandoc_vivavoce.command.reading import Document, read_document
from pandoc_vivavoce.command.timelimit import within
from pandoc_vivavoce.command.wishes import Wishes
from pandoc_vivavoce.errors import CallError, WorkError
from vivavoce.options import Options
from vivavoce.problems import LimitError, Problem
from vivavoce.size import check_amount, check_pages


@dataclass(frozen=True, slots=True)
class Told:
    """The problems of one document, for the report."""

    name: str
    problems: tuple[Problem, ...]
    failure: str = ""
    """Why the document was left out; empty where it was not."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How the work is done, whatever is made."""

    jobs: int = 1
    """Processes that read; 0 for one a processor."""
    keeps_going: bool | None = None
    """Go on past an input that cannot be read? None: past the files of folders only."""

    def goes_past(self, item: Input) -> bool:
        """Is the work to go on where *item* cannot be read?"""
        return item.is_from_folder if self.keeps_going is None else self.keeps_going


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be made of the inputs."""

    target: Target
    options: Options
    wishes: Wishes
    manner: Manner = Manner()


def convert(inputs: Sequence[Input], work: Work, progress: Progress) -> tuple[Told, ...]:
    """Read *inputs*, write what *work* says, and return what there is to tell of each document."""
    documents, told = _read_all(inputs, work, progress)
    documents = in_order(documents, work.wishes.order)
    shares = list(_shares(documents, work.target))
    _spare_inputs(inputs, (path for _, path in shares))
    for share, path in shares:
        product = _made(_titled(share, work.wishes), work, progress)
        write_output(product.data, path)
        for document, problems in zip(share, product.problems, strict=True):
            told.append(Told(document.source.name, document.interview.problems + problems))
    return tuple(told)


def _made(documents: Sequence[Document], work: Work, progress: Progress) -> Product:
    """Return *documents* as one product; each may take as long as reading it might."""
    try:
        with within(work.options.max_seconds * len(documents)):
            _check_size(documents, work)
            return make_product(documents, work.target.form, work.wishes, progress, work.options)
    except LimitError as error:
        raise WorkError(documents[0].source.name, str(error)) from error


def _check_size(documents: Sequence[Document], work: Work) -> None:
    """Raise LimitError where *documents* are too large for the program that makes the product."""
    form, interviews = work.target.form, [document.interview for document in documents]
    if form not in CORE_FORMATS:
        check_amount(interviews, form, work.options)
    if form == "pdf":
        check_pages(interviews, work.options)


def _spare_inputs(inputs: Sequence[Input], outputs: Iterable[Path | None]) -> None:
    """Raise CallError where one of *outputs* would take the place of one of *inputs*."""
    taken = {item.path.resolve() for item in inputs if item.path is not None}
    for path in outputs:
        if path is not None and path.resolve() in taken:
            raise CallError(str(path), "this is one of the inputs", "Name another output with -o")


def _read_all(
    inputs: Sequence[Input], work: Work, progress: Progress
) -> tuple[list[Document], list[Told]]:
    """Read *inputs*; what cannot be read stops the work or is told, and stops it if nothing can."""
    documents: list[Document] = []
    failed: list[Told] = []
    error: WorkError | None = None
    attempts = progress(_attempts(inputs, work), len(inputs), "Reading")
    for item, attempt in zip(inputs, attempts, strict=True):
        if not isinstance(attempt, WorkError):
            documents.append(attempt)
            continue
        if not work.manner.goes_past(item):
            raise attempt
        error = attempt
        failed.append(Told(item.name, (), str(attempt)))
    if error is not None and not documents:
        raise error
    return documents, failed


def _attempts(inputs: Sequence[Input], work: Work) -> Iterator[Document | WorkError]:
    """Yield what reading each of *inputs* gives, in their order, by as many processes as asked."""
    read = partial(_attempt, work.options)
    if work.manner.jobs == 1:
        yield from map(read, inputs)
        return
    from pandoc_vivavoce.many import map_many  # noqa: PLC0415 - dear, and rarely needed

    for outcome in map_many(read, inputs, work.manner.jobs):
        failure = outcome.failure
        cause = failure.message if failure else "nothing came of it"
        yield outcome.value or WorkError(outcome.item.name, cause)


def _attempt(options: Options, item: Input) -> Document | WorkError:
    try:
        return read_document(item, options)
    except WorkError as error:
        return error
    except OSError as error:
        return WorkError(item.name, error.strerror or str(error))


def in_order(documents: Sequence[Document], order: str) -> list[Document]:
    """Return *documents* as they are given, or by *date* within each part of the book.

    Those without a date come last.
    """
    if order != "date":
        return list(documents)
    parts = groupby(documents, lambda document: document.source.said.part)
    return [document for _, part in parts for document in sorted(part, key=_date_of)]


def _date_of(document: Document) -> tuple[bool, str]:
    date = document.interview.metadata.date
    return not date, date or ""


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
