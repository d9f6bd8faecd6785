"""What the arguments of a corpus name: files, folders with all below them, globs, and URLs.

Everything is found, in order, before anything is read, so that a wrong name ends the work before
it begins. Only the pages of WARC files are taken out as they are needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path
from typing import NamedTuple

from pandoc_vivavoce.command.inputs import (
    STDIN,
    Input,
    form_of,
    is_known,
    known_suffixes,
    stated_form,
)
from pandoc_vivavoce.errors import CallError, WorkError

ARCHIVES = (".warc", ".warc.gz")
"""Suffixes of web archives, ISO 28500."""


class Item(NamedTuple):
    """One document of a corpus, or one archive of documents."""

    source: Input
    url: str = ""
    """Where fsspec reads it; empty for a local file and for what is at hand."""
    published: str = ""
    """Where it was published, as far as is known without reading it."""
    failure: str = ""
    """Why there is nothing to read; empty where there is."""

    @property
    def is_archive(self) -> bool:
        """True for a WARC file."""
        return self.source.form in ARCHIVES


def find_items(arguments: Iterable[str], form: str = "") -> tuple[Item, ...]:
    """Return what *arguments* name, in order; *form* overrides the suffixes of documents.

    Raises WorkError for what is not there and CallError for what cannot be read by its suffix.
    """
    form = stated_form(form) if form else ""
    return tuple(item for argument in arguments for item in _find(argument, form))


def _find(argument: str, form: str) -> Iterator[Item]:
    path = Path(argument)
    if argument == STDIN:
        raise CallError(argument, "a corpus is made of files", "Save the document to a file first")
    if "://" in argument:
        from pandoc_vivavoce.corpus.remote import find_remote  # noqa: PLC0415 - for URLs only

        yield from find_remote(argument, form)
    elif path.is_dir():
        yield from _local(_below(path), form, argument)
    elif path.exists():
        yield _item(path, form or form_of_name(argument))
    elif has_magic(argument):
        paths = glob(argument, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute one
        yield from _local(map(Path, paths), form, argument)
    else:
        raise WorkError(argument, "there is no such file or folder", "Check the spelling")


def form_of_name(name: str) -> str:
    """Return the form that the suffix of *name* tells; CallError where nothing reads it."""
    return archive_suffix(name) or form_of(Path(name))


def archive_suffix(name: str) -> str:
    """Return the suffix of *name* if it is one of a WARC file's, else nothing."""
    return next((suffix for suffix in ARCHIVES if name.lower().endswith(suffix)), "")


def is_readable(name: str) -> bool:
    """True where the suffix of *name* says that it may hold interviews."""
    return bool(archive_suffix(name)) or is_known(Path(name).suffix.lower())


def nothing_in(argument: str) -> WorkError:
    """Return the error for an argument that names no document at all."""
    remedy = f"Known suffixes are {known_suffixes()} {' '.join(ARCHIVES)}"
    return WorkError(argument, "it names no document that could be read", remedy)


def _below(folder: Path) -> Iterator[Path]:
    """Yield all files below *folder* but hidden ones and those in hidden folders."""
    for path in folder.rglob("*"):
        if not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def _local(paths: Iterable[Path], form: str, argument: str) -> Iterator[Item]:
    found = sorted(path for path in paths if is_readable(path.name) and path.is_file())
    if not found:
        raise nothing_in(argument)
    for path in found:
        yield _item(path, archive_suffix(path.name) or form or path.suffix.lower())


def _item(path: Path, form: str) -> Item:
    """Return the item for *path*: named as people wrote it, found from any folder."""
    return Item(Input(str(path), path.absolute(), form))
