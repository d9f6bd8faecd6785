"""Which format comes out and where it goes; a file appears whole or not at all."""

from __future__ import annotations

import difflib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pandoc_vivavoce.errors import CallError, WorkError

CORE_FORMATS = {
    "json": ".json",
    "markdown": ".md",
    "html": ".html",
    "tei": ".xml",
    "vtt": ".vtt",
}
"""What the core writes by itself: format and suffix."""
BOOK_FORMATS = {
    "epub": ".epub",
    "pdf": ".pdf",
    "docx": ".docx",
    "odt": ".odt",
    "pptx": ".pptx",
}
"""What is no text and so needs a file."""
TEXT_FORMATS = {
    "pandoc": ".json",
    "latex": ".tex",
    "typst": ".typ",
    "rst": ".rst",
    "org": ".org",
    "asciidoc": ".adoc",
    "mediawiki": ".wiki",
    "docbook": ".dbk",
    "jats": ".jats",
    "icml": ".icml",
    "fb2": ".fb2",
    "rtf": ".rtf",
    "plain": ".txt",
    "ipynb": ".ipynb",
    "man": ".1",
}
"""What pandoc writes as text."""
KNOWN_FORMATS = CORE_FORMATS | BOOK_FORMATS | TEXT_FORMATS
_ALIASES = {"md": "markdown", "htm": "html", "xhtml": "html", "tex": "latex", "txt": "plain"}
_FORMAT_OF = {
    ".htm": "html",
    ".xhtml": "html",
    ".markdown": "markdown",
    ".tei": "tei",
    ".text": "plain",
    **{suffix: name for name, suffix in KNOWN_FORMATS.items() if name != "pandoc"},
}


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be written and where."""

    form: str
    """The name of the format."""
    path: Path | None
    """None for standard output."""
    is_folder: bool = False
    """True where each document gets a file of its own in the folder `path`."""


def choose_target(output: str, form: str) -> Target:
    """Return the target that *output* (a path, ``-``, or empty) and *form* (or empty) name.

    Raises CallError for a format that nobody knows, for none at all, and for binary data on a
    terminal; WorkError where the folder to write into is not there.
    """
    path = Path(output) if output not in {"", "-"} else None
    is_folder = path is not None and (path.is_dir() or output.endswith(("/", os.sep)))
    name = _known(form) if form else _form_of(path, is_folder)
    if path is None and name in BOOK_FORMATS and (not output or sys.stdout.isatty()):
        raise CallError(name, "this format needs a file", f"Add: -o NAME{BOOK_FORMATS[name]}")
    if path is not None:
        check_folder(path, path if is_folder else None)
    return Target(name, path, is_folder)


def check_folder(path: Path, folder: Path | None = None) -> None:
    """Raise WorkError where the *folder* to write into is not there: by itself that of *path*."""
    folder = folder or path.parent
    if not folder.is_dir():
        cause = f"there is no folder {folder} to write into"
        raise WorkError(str(path), cause, "Make the folder first")


def _form_of(path: Path | None, is_folder: bool) -> str:
    if path is None:
        raise CallError("--to", "the format is missing", "Add: --to FORMAT, or: -o NAME.epub")
    if is_folder:
        raise CallError(str(path), "for a folder the format is missing", "Add: --to FORMAT")
    suffix = path.suffix.lower()
    if suffix in _FORMAT_OF:
        return _FORMAT_OF[suffix]
    cause = f"the suffix {suffix} tells no format" if suffix else "the name has no suffix"
    raise CallError(str(path), cause, "Add: --to FORMAT")


def _known(form: str) -> str:
    name = _ALIASES.get(form.lower(), form.lower())
    base = name.replace("-", "+").split("+")[0]
    if name in KNOWN_FORMATS or base in _pandoc_formats():
        return name
    names = sorted({*KNOWN_FORMATS, *_ALIASES, *_pandoc_formats()})
    near = difflib.get_close_matches(name, names, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"Known are {', '.join(sorted(KNOWN_FORMATS))}"
    raise CallError(form, "there is no such format", hint)


def _pandoc_formats() -> frozenset[str]:
    from pandoc_vivavoce.pandoc import writers  # noqa: PLC0415 - core formats need no pandoc

    try:
        return writers()
    except WorkError:
        return frozenset()


def suffix_of(form: str) -> str:
    """Return the suffix, with its dot, of files in the format *form*."""
    return KNOWN_FORMATS.get(form, f".{form}")


def write_output(data: bytes, path: Path | None) -> None:
    """Write *data* to *path*, or to standard output where it is None; see `writing`."""
    with writing(path) as file:
        file.write(data)


@contextmanager
def writing(path: Path | None) -> Iterator[BinaryIO]:
    """Give a file that stands for *path*, or for standard output where it is None.

    The file is written beside its place under a name of its own and moved at the end, unless
    something failed, so that nobody ever sees half of it. An existing file keeps its permissions;
    a device is written to as it is.
    """
    try:
        with _opened(path) as file:
            yield file
    except OSError as error:
        error.filename = error.filename or str(path or "standard output")
        raise


@contextmanager
def _opened(path: Path | None) -> Iterator[BinaryIO]:
    if path is None:
        if sys.stdout is None:
            raise WorkError("standard output", "it is closed", "Name a file with -o")
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    elif path.exists() and not path.is_file():
        with path.open("wb") as device:
            yield device
    else:
        with _replacing(path.resolve()) as file:
            yield file


@contextmanager
def _replacing(target: Path) -> Iterator[BinaryIO]:
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    except OSError as error:
        cause = f"nothing can be written in {target.parent}: {error.strerror}"
        raise WorkError(str(target), cause, "Name another place with -o") from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
        Path(name).chmod(_permissions(target))
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _permissions(target: Path) -> int:
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
