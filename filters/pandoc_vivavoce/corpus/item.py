"""One document of a corpus, or one archive of documents, and what a name says of it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pandoc_vivavoce.command.inputs import (
    Input,
    form_of,
    is_known,
    known_suffixes,
    shown_name,
)
from pandoc_vivavoce.errors import WorkError

ARCHIVES = (".warc", ".warc.gz")
"""Suffixes of web archives, ISO 28500."""
WEB = ("http://", "https://")
"""How the addresses of pages begin."""


class Item(NamedTuple):
    """One document of a corpus, or one archive of documents."""

    source: Input
    url: str = ""
    """Where fsspec reads it; empty for a local file and for what is at hand."""
    published: str = ""
    """Where it was published, as far as is known without reading it."""
    failure: str = ""
    """Why there is nothing to read; empty where there is."""


class Found(NamedTuple):
    """What stands for an item until its turn comes: a folder may hold very many."""

    address: str
    """The path, as people wrote it, or the URL."""
    form: str
    is_url: bool = False

    @property
    def is_archive(self) -> bool:
        """True for a WARC file."""
        return self.form in ARCHIVES

    def item(self) -> Item:
        """Return the item: a file is named as people wrote it and found from any folder."""
        if self.is_url:
            published = self.address if self.address.startswith(WEB) else ""
            return Item(Input(self.address, None, self.form), self.address, published)
        path = Path(self.address).absolute()
        return Item(Input(shown_name(self.address), path, self.form))


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
