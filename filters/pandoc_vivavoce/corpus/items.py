"""What the arguments of a corpus name: files, folders with all below them, globs, and URLs.

Everything is found, in order, before anything is read, so that a wrong name ends the work before
it begins. Only the pages of WARC files are taken out as they are needed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from pandoc_vivavoce.command.inputs import STDIN, stated_form
from pandoc_vivavoce.corpus.item import (
    Found,
    archive_suffix,
    form_of_name,
    is_readable,
    nothing_in,
)
from pandoc_vivavoce.errors import CallError, WorkError


def find_items(arguments: Iterable[str], form: str = "") -> tuple[Found, ...]:
    """Return what *arguments* name, in order; *form* overrides the suffixes of documents.

    Raises WorkError for what is not there, CallError for what cannot be read by its suffix, and
    OSError for a folder that cannot be looked into.
    """
    form = stated_form(form) if form else ""
    return tuple(found for argument in arguments for found in _find(argument, form))


def _find(argument: str, form: str) -> Iterator[Found]:
    path = Path(argument)
    if argument == STDIN:
        raise CallError(argument, "a corpus is made of files", "Save the document to a file first")
    if "://" in argument:
        from pandoc_vivavoce.corpus.remote import find_remote  # noqa: PLC0415 - for URLs only

        yield from find_remote(argument, form)
    elif path.is_dir():
        yield from _local(_below(argument), form, argument)
    elif path.exists():
        yield Found(str(path), form or form_of_name(argument))
    elif has_magic(argument):
        names = glob(argument, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute one
        files = (name for name in sorted(names, key=_parts) if os.path.isfile(name))  # noqa: PTH113
        yield from _local(files, form, argument)
    else:
        raise WorkError(argument, "there is no such file or folder", "Check the spelling")


def _below(folder: str) -> Iterator[str]:
    """Yield all files below *folder*, by name, but hidden ones and those in hidden folders."""
    with os.scandir(folder) as entries:
        seen = sorted((entry for entry in entries if entry.name[0] != "."), key=_name)
    for entry in seen:
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
        elif Path(entry.path).is_file():  # a link in a circle is none, and no error
            yield entry.path


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _parts(name: str) -> tuple[str, ...]:
    return Path(name).parts


def _local(names: Iterable[str], form: str, argument: str) -> Iterator[Found]:
    """Yield what is readable of *names*; the few forms there are stand in memory once."""
    none = True
    for path in map(Path, names):
        if is_readable(path.name):
            none = False
            stated = archive_suffix(path.name) or form or path.suffix.lower()
            yield Found(str(path), sys.intern(stated))
    if none:
        raise nothing_in(argument)
