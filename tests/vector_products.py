"""Every product of the core, the command and its books that holds attacks, as pages for a browser.

What a browser cannot open is turned into HTML by pandoc, which hands on what it finds: raw HTML in
Markdown, and the links and the metadata of office files.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from browser import Pages
from pandoc_tools import pandoc
from vectors import (
    A_FEW,
    EVERY,
    Vectors,
    below_head,
    documents_of,
    html_of,
    interviews,
    markdown_of,
    merged,
    parts,
    talks,
)

from pandoc_vivavoce.command.inspect_html import report_page
from pandoc_vivavoce.command.inspection import inspect_document
from pandoc_vivavoce.command.products import make_product
from pandoc_vivavoce.command.wishes import Wishes
from vivavoce.forms.html.page import to_html
from vivavoce.interview import Interview
from vivavoce.options import DEFAULTS

Maker = Callable[[Vectors, Path], Pages]
IDS = r": id "
"""pandoc makes ids of headings, and keeps those that its reader finds."""
PICTURES = r" img-src |: img src (?:(?:https?:)?[/\\]{2}|data:image/svg)"
"""Pictures from elsewhere, and drawings that only show, are in pandoc's products as ever."""
_FRAMES = r" (?:object|frame)-src |: <embed>|embed src "
"""Where a Markdown picture has the address of a page, pandoc frames it (`disarm.embedded`)."""


class Product(NamedTuple):
    """What is made of vectors."""

    pages: Maker
    """Makes it of vectors and a folder, which those that share it may share too."""
    pandocs: re.Pattern[str] | None = None
    """What may be found since it is pandoc's own affair."""
    groups: Vectors = EVERY
    """The vectors that it is made of."""
    step: int = A_FEW
    """Of the collections one in so many is tried, if not every one is asked for."""


def pages_of(bodies: Iterable[str], kind: str = "text/html") -> Pages:
    """Return *bodies* as pages under numbers."""
    return {f"/{number}": (kind, body.encode()) for number, body in enumerate(bodies)}


def in_epub(book: bytes) -> Pages:
    """Return the pages and style sheets of an EPUB."""
    kinds = {".xhtml": "application/xhtml+xml", ".css": "text/css"}
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {
            f"/{name}": (kinds[Path(name).suffix], archive.read(name))
            for name in archive.namelist()
            if Path(name).suffix in kinds
        }


def _fragments(vectors: Vectors, folder: Path) -> Pages:
    written = [to_html(talk, page=False) for talk in interviews(html_of, vectors)]
    return pages_of("<!DOCTYPE html>" + "".join(part) for part in parts(written))


def _whole_pages(vectors: Vectors, folder: Path) -> Pages:
    return pages_of(map(to_html, merged(interviews(markdown_of, vectors), folder)))


def _below_heads(vectors: Vectors, folder: Path) -> Pages:
    return pages_of(map(to_html, interviews(below_head, vectors)))


def _reports(vectors: Vectors, folder: Path) -> Pages:
    found = [inspect_document(talk, DEFAULTS) for talk in talks(vectors, folder)]
    return pages_of(map(report_page, parts(found)))


def make(made: Sequence[Interview], form: str, folder: Path) -> bytes:
    """Return a product in *form* with a chapter for each of *made*."""
    return make_product(documents_of(made, folder), form, Wishes()).data


def _epub(vectors: Vectors, folder: Path) -> Pages:
    return in_epub(make(merged(interviews(html_of, vectors), folder), "epub", folder))


def _by_pandoc(form: str, reader: str, size: int = 6) -> Maker:
    """Return what makes products of *size* pages each in *form*, which pandoc turns into HTML."""

    def pages(vectors: Vectors, folder: Path) -> Pages:
        whole = merged(interviews(html_of, vectors), folder)
        made = [make(part, form, folder) for part in parts(whole, size)]
        return pages_of(_turned(data, reader) for data in made)

    return pages


def _turned(data: bytes, reader: str) -> str:
    return pandoc("-f", reader, "-t", "html", "--standalone", "--sandbox", data=data).decode()


_NAMED = re.compile(IDS)
_IN_MARKDOWN = re.compile(f"{IDS}|{PICTURES}|{_FRAMES}")
PRODUCTS: Mapping[str, Product] = {
    "HTML of HTML": Product(_fragments, step=1),
    "HTML of Markdown": Product(_whole_pages, step=1),
    "HTML of front matter": Product(_below_heads, groups=("yaml-test-suite",), step=1),
    "report of inspect": Product(_reports),
    "EPUB": Product(_epub),
    "Markdown, as HTML": Product(_by_pandoc("markdown", "gfm"), _IN_MARKDOWN),
    "pandoc's JSON, as HTML": Product(_by_pandoc("pandoc", "json"), _NAMED),
    "DOCX, as HTML": Product(_by_pandoc("docx", "docx", 4), _NAMED),
    "ODT, as HTML": Product(_by_pandoc("odt", "odt", 1), _NAMED),
    "FB2, as HTML": Product(_by_pandoc("fb2", "fb2"), _NAMED),
}
"""By the name that the manual's table has for them."""
