"""What the arguments of a corpus name: files, folders with all below them, globs, and URLs.

Everything is found, in order, before anything is read, so that a wrong name ends the work before
it begins. Only the pages of WARC files are taken out as they are needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from pandoc_vivavoce.command.inputs import STDIN, Input, shown_name, stated_form
from pandoc_vivavoce.corpus.item import Item, archive_suffix, form_of_name, is_readable, nothing_in
from pandoc_vivavoce.errors import CallError, WorkError


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
    return Item(Input(shown_name(str(path)), path.absolute(), form))
