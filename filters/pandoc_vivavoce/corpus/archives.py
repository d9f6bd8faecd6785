"""The web pages in a WARC file (ISO 28500), through warcio, one after the other.

A page is a response with status 200, or a resource, whose type is HTML. What is damaged ends the
archive, not the work: an item says so in place of what could not be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from pandoc_vivavoce.command.inputs import Input
from pandoc_vivavoce.corpus.extras import need
from pandoc_vivavoce.corpus.item import Found, Item
from pandoc_vivavoce.corpus.remote import open_url
from pandoc_vivavoce.errors import WorkError

_TYPES = ("text/html", "application/xhtml+xml")
_FINE = "200"
_MOST_OF_HEADERS = 2**20
"""Bytes of lines before a page; warcio itself would gather any number."""


def expand(names: Iterable[Found], limit: int) -> Iterator[Item]:
    """Yield the items of *names*, for an archive the pages in it, of at most *limit* bytes each.

    One byte more is kept of a page that is larger, so that its reader can tell.
    """
    for name in names:
        if name.is_archive:
            yield from _pages(name.item(), limit)
        else:
            yield name.item()


def _pages(archive: Item, limit: int) -> Iterator[Item]:
    name = archive.source.name
    reader = need("warcio.archiveiterator", name)
    count = 0
    try:
        with _open(archive) as stream:
            for record in _records(reader.ArchiveIterator(stream)):
                if _is_page(record):
                    count += 1
                    yield _page(record, f"{name}#{count}", limit)
    except Exception as error:  # warcio and the codecs raise many kinds
        cause = str(error) if isinstance(error, WorkError) else f"{name}: {_damage(error, count)}"
        yield Item(archive.source, failure=cause)


def _records(archive: Any) -> Iterator[Any]:
    """Yield the records of warcio's *archive*; ValueError where lines before one have no end."""
    read, left = archive.reader.readline, _MOST_OF_HEADERS

    def readline(length: int | None = None) -> bytes:
        nonlocal left
        line: bytes = read(min(length or left, left))
        left -= len(line)
        if left <= 0:
            raise ValueError(f"the headers of a page have more than {_MOST_OF_HEADERS:,} bytes")
        return line

    archive.reader.readline = readline
    for record in archive:
        yield record
        left = _MOST_OF_HEADERS


def _open(archive: Item) -> BinaryIO:
    path = archive.source.path
    return open_url(archive.url) if path is None else path.open("rb")


def _is_page(record: Any) -> bool:
    if record.rec_type == "response":
        headers = record.http_headers
        if headers is None or headers.get_statuscode() != _FINE:
            return False
        kind = headers.get_header("Content-Type")
    elif record.rec_type == "resource":
        kind = record.rec_headers.get_header("Content-Type")
    else:
        return False
    return (kind or "").partition(";")[0].strip().lower() in _TYPES


def _page(record: Any, name: str, limit: int) -> Item:
    data = record.content_stream().read(limit + 1)
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    return Item(Input(name, None, ".html", content=data), published=address)


def _damage(error: Exception, count: int) -> str:
    cause = " ".join(str(error).split()) or type(error).__name__
    return f"the archive cannot be read beyond its page {count}: {cause}"
