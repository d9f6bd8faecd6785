"""Documents behind URLs, through fsspec: ``s3://``, ``https://``, ``zip://…::…`` and the others.

Nothing is fetched but what the user's own arguments name; addresses in documents are never used.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from pandoc_vivavoce.command.inputs import Input
from pandoc_vivavoce.corpus.extras import need
from pandoc_vivavoce.corpus.item import Item, archive_suffix, form_of_name, is_readable, nothing_in
from pandoc_vivavoce.errors import WorkError

_WEB = ("http://", "https://")


def find_remote(url: str, form: str) -> Iterator[Item]:
    """Yield what *url* names: one document, all below a folder, or all that match a glob.

    Raises WorkError where there is nothing or the library for the protocol is missing.
    """
    if url.startswith(_WEB):
        yield _item(url, form or _web_form(url))
        return
    names = _names(url)
    if names == [url]:
        yield _item(url, form or form_of_name(url.partition("::")[0]))
        return
    found = sorted(name for name in names if is_readable(_path(name).name))
    if not found:
        raise nothing_in(url)
    for name in found:
        path = _path(name)
        yield _item(name, archive_suffix(path.name) or form or path.suffix.lower())


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


def _item(url: str, form: str) -> Item:
    published = url if url.startswith(_WEB) else ""
    return Item(Input(url, None, form), url, published)


def _web_form(url: str) -> str:
    """Return the form of a page of the web: an address without a known suffix is looked into."""
    name = PurePosixPath(url.partition("?")[0].partition("#")[0]).name
    return form_of_name(name) if is_readable(name) else ""


def _path(name: str) -> PurePosixPath:
    return PurePosixPath(name.partition("::")[0])


def _unreachable(url: str, error: Exception) -> WorkError:
    cause = " ".join(str(error).split()) or type(error).__name__
    return WorkError(url, f"it cannot be read: {cause}")
