"""Finishing the EPUB that pandoc wrote, in steps from the package's files to new ones.

Pages get their own title and language, the contents list sections and questions, the title page
and the landmarks are ours, and the archive has no trace of the time at which it was made.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from pandoc_vivavoce.book import Book
from pandoc_vivavoce.contents import Entry
from pandoc_vivavoce.epub_pages import navigation_page, ncx, title_page

Files = Mapping[str, str | bytes]
_ROOT = "EPUB/"
_PAGE = re.compile(r"EPUB/text/ch\d+\.xhtml")
_ID = re.compile(r'<\w+ id="([^"]+)"')
_TITLE = re.compile(r"<title>[^<]*</title>")
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_EMPTY_STYLE = re.compile(r"\s*<style>\s*</style>")
_LANG = re.compile(r' lang="[^"]*" xml:lang="[^"]*"')
_SECTION_LANG = re.compile(r'<section [^>]*?lang="([^"]+)"(?: dir="(\w+)")?')
_DATE = re.compile(r"\s*<dc:date[^>]*>[^<]*</dc:date>")
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can state; readers show nothing of it."""


@dataclass(frozen=True)
class _Work:
    """What the steps need to know."""

    book: Book
    entries: list[Entry]
    files: Files

    @cached_property
    def places(self) -> dict[str, str]:
        """From every id in the book to the page it is on, relative to the package document."""
        return {
            found: name.removeprefix(_ROOT)
            for name, page in self.files.items()
            if isinstance(page, str) and _PAGE.fullmatch(name)
            for found in _ID.findall(page)
        }


def finish_package(data: bytes, book: Book, entries: list[Entry], sheet: str) -> bytes:
    """Return the EPUB *data* of *book* finished; *entries* are its contents, *sheet* its style."""
    files = {**_unpack(data), "EPUB/styles/stylesheet1.css": sheet}
    work = _Work(book, entries, files)
    for _, step in STEPS:
        files = {**files, **step(files, work)}
    return _pack(files)


def _pages(files: Files, work: _Work) -> Files:
    return {
        name: _page(page)
        for name, page in files.items()
        if isinstance(page, str) and name.endswith(".xhtml") and name.startswith("EPUB/text/")
    }


def _page(page: str) -> str:
    """Give *page* its heading as title and its chapter's language as its own."""
    page = _EMPTY_STYLE.sub("", page, count=1)
    heading = _HEADING.search(page)
    if heading:
        title = f"<title>{_TAG.sub('', heading[1]).strip()}</title>"
        page = _TITLE.sub(lambda _: title, page, count=1)
    section = _SECTION_LANG.search(page)
    if section:
        stated = f' lang="{section[1]}" xml:lang="{section[1]}"'
        stated += f' dir="{section[2]}"' if section[2] else ""
        page = _LANG.sub(lambda _: stated, page, count=1)
    return page


def _title_page(files: Files, work: _Work) -> Files:
    return {"EPUB/text/title_page.xhtml": title_page(work.book)}


def _navigation(files: Files, work: _Work) -> Files:
    has_cover = "EPUB/text/cover.xhtml" in files
    return {"EPUB/nav.xhtml": navigation_page(work.book, work.entries, work.places, has_cover)}


def _ncx(files: Files, work: _Work) -> Files:
    package = str(files["EPUB/content.opf"])
    found = re.search(r"<dc:identifier[^>]*>([^<]*)<", package)
    return {"EPUB/toc.ncx": ncx(work.book, work.entries, work.places, found[1] if found else "")}


def _package_document(files: Files, work: _Work) -> Files:
    package = str(files["EPUB/content.opf"])
    if not work.book.date:
        package = _DATE.sub("", package)
    return {"EPUB/content.opf": package}


STEPS: tuple[tuple[str, Callable[[Files, _Work], Files]], ...] = (
    ("pages", _pages),
    ("title page", _title_page),
    ("navigation", _navigation),
    ("navigation for old readers", _ncx),
    ("package document", _package_document),
)


def _unpack(data: bytes) -> dict[str, str | bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: _text_or_bytes(name, archive.read(name)) for name in archive.namelist()}


def _text_or_bytes(name: str, data: bytes) -> str | bytes:
    return data.decode() if name.endswith((".xhtml", ".opf", ".ncx")) else data


def _pack(files: Files) -> bytes:
    """Return *files* as an archive; ``mimetype`` comes first and uncompressed (EPUB 3.3, OCF)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files, key=lambda name: (name != "mimetype", name)):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            content = files[name]
            archive.writestr(info, content.encode() if isinstance(content, str) else content)
    return buffer.getvalue()
