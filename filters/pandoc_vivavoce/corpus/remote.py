"""Documents behind URLs, through fsspec: ``s3://``, ``https://``, ``zip://…::…`` and the others.

Nothing is fetched but what the user's own arguments name; addresses in documents are never used.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from pandoc_vivavoce.corpus.extras import need
from pandoc_vivavoce.corpus.item import (
    WEB,
    Found,
    archive_suffix,
    form_of_name,
    is_readable,
    nothing_in,
)
from pandoc_vivavoce.errors import WorkError


def find_remote(url: str, form: str) -> Iterator[Found]:
    """Yield what *url* names: one document, all below a folder, or all that match a glob.

    Raises WorkError where there is nothing or the library for the protocol is missing.
    """
    if url.startswith(WEB):
        yield Found(url, form or _web_form(url), is_url=True)
        return
    names = _names(url)
    if names == [url]:
        yield Found(url, form or form_of_name(url.partition("::")[0]), is_url=True)
        return
    found = sorted(name for name in names if is_readable(_path(name).name))
    if not found:
        raise nothing_in(url)
    for name in found:
        path = _path(name)
        form_of_path = archive_suffix(path.name) or form or path.suffix.lower()
        yield Found(name, form_of_path, is_url=True)


def open_url(url: str) -> BinaryIO:
    """Open *url* for reading; WorkError names it where that cannot be done."""
    fsspec = need("fsspec", url)
    try:
        file: BinaryIO = fsspec.open(url, "rb").open()
    except Exception as error:  # each protocol raises its library's own
        raise _unreachable(url, error) from error
    return file


def read_url(url: str, limit: int) -> bytes:
    """Return at most *limit* bytes of what is at *url*; WorkError where it cannot be read."""
    with open_url(url) as file:
        try:
            return file.read(limit)
        except Exception as error:
            raise _unreachable(url, error) from error


def _names(url: str) -> list[str]:
    """Return the addresses of all files that *url* stands for; itself if it is a file."""
    fsspec = need("fsspec", url)
    first, chain, rest = url.partition("::")
    try:
        system, path = fsspec.core.url_to_fs(url)
        if any(sign in first for sign in "*?["):
            paths = system.glob(path)
        elif system.isdir(path):
            paths = system.find(path)
        else:
            system.info(path)
            return [url]
    except Exception as error:  # each protocol raises its library's own
        raise _unreachable(url, error) from error
    return [system.unstrip_protocol(path) + chain + rest for path in paths]


def _web_form(url: str) -> str:
    """Return the form of a page of the web: an address without a known suffix is looked into."""
    name = PurePosixPath(url.partition("?")[0].partition("#")[0]).name
    return form_of_name(name) if is_readable(name) else ""


def _path(name: str) -> PurePosixPath:
    return PurePosixPath(name.partition("::")[0])


def _unreachable(url: str, error: Exception) -> WorkError:
    cause = " ".join(str(error).split()) or type(error).__name__
    return WorkError(url, f"it cannot be read: {cause}")
