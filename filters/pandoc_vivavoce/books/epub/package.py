"""Finishing the EPUB that pandoc wrote, in steps from the package's files to new ones.

Pages get their own title and language, the contents list sections and questions, the title page
and the landmarks are ours, and the archive has no trace of the time at which it was made.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from pandoc_vivavoce.books.book import Book
from pandoc_vivavoce.books.contents import Entry
from pandoc_vivavoce.books.epub.pages import (
    cover_page,
    half_title_page,
    navigation_page,
    ncx,
    title_page,
)
from pandoc_vivavoce.books.front_matter import COLOPHON, SOURCES
from pandoc_vivavoce.clock import time_of_making
from pandoc_vivavoce.writing.pictures import media_type

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
_NOTE_ID = re.compile(r'( (?:id="|href="#))(fn(?:ref)?\d+")')
_SPINE = re.compile(r"<spine[^>]*>")
_MODIFIED = re.compile(r'(<meta property="dcterms:modified">)[^<]*<')
_NAV_PLACE = re.compile(r'\s*<itemref idref="nav"[^>]*>')
_HALF_TITLE_ITEM = """
    <item id="half-title" href="text/half_title.xhtml" media-type="application/xhtml+xml" />"""
_HALF_TITLE_PLACE = """
    <itemref idref="half-title" />"""
_COVER_ITEMS = """
    <item id="cover-image" href="media/{name}" media-type="{kind}" properties="cover-image" />
    <item id="cover-page" href="text/cover.xhtml" media-type="application/xhtml+xml" />"""
_COVER_PLACE = """
    <itemref idref="cover-page" />"""
_COVER_META = """  <meta name="cover" content="cover-image" />
  """
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can state; readers show nothing of it."""


@dataclass(frozen=True)
class Work:
    """What the steps need to know."""

    book: Book
    entries: list[Entry]
    """The contents."""
    sheet: str
    """The style sheet."""
    files: Files = field(default_factory=dict)
    """The files as pandoc wrote them."""
    cover: bytes = b""
    """The cover's picture; empty for none."""

    @cached_property
    def cover_name(self) -> str:
        """The name of the cover's file."""
        suffix = cover_type(self.cover).removeprefix("image/").removesuffix("+xml")
        return f"cover.{suffix}"

    @cached_property
    def places(self) -> dict[str, str]:
        """From every id in the book to the page it is on, relative to the package document."""
        return {
            found: name.removeprefix(_ROOT)
            for name, page in self.files.items()
            if isinstance(page, str) and _PAGE.fullmatch(name)
            for found in _ID.findall(page)
        }


def finish_package(data: bytes, work: Work) -> bytes:
    """Return the EPUB *data*, as pandoc wrote it, finished."""
    files: Files = {**_unpack(data), "EPUB/styles/stylesheet1.css": work.sheet}
    work = replace(work, files=files)
    for _, step in STEPS:
        files = {**files, **step(files, work)}
    return _pack(files)


def _pages(files: Files, work: Work) -> Files:
    return {
        name: _page(_with_own_notes(page, name.rpartition("/")[2].partition(".")[0]))
        for name, page in files.items()
        if isinstance(page, str) and name.endswith(".xhtml") and name.startswith("EPUB/text/")
    }


def _with_own_notes(page: str, name: str) -> str:
    """Begin the ids of notes with the page's *name*: pandoc counts them anew on each page."""
    return _NOTE_ID.sub(rf"\g<1>{name}-\g<2>", page)


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


def _title_page(files: Files, work: Work) -> Files:
    return {"EPUB/text/title_page.xhtml": title_page(work.book)}


def _navigation(files: Files, work: Work) -> Files:
    page = navigation_page(work.book, work.entries, work.places, bool(work.cover))
    return {"EPUB/nav.xhtml": page}


def _ncx(files: Files, work: Work) -> Files:
    package = str(files["EPUB/content.opf"])
    found = re.search(r"<dc:identifier[^>]*>([^<]*)<", package)
    return {"EPUB/toc.ncx": ncx(work.book, work.entries, work.places, found[1] if found else "")}


def _package_document(files: Files, work: Work) -> Files:
    """Take out a date that nobody stated, and state when the book was made."""
    package = str(files["EPUB/content.opf"])
    if not work.book.date:
        package = _DATE.sub("", package)
    made = time_of_making().strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"EPUB/content.opf": _MODIFIED.sub(rf"\g<1>{made}<", package)}


def _half_title(files: Files, work: Work) -> Files:
    """Put a page with the title alone before the title page of a book of several."""
    if work.book.is_single:
        return {}
    package = str(files["EPUB/content.opf"])
    package = package.replace("<manifest>", f"<manifest>{_HALF_TITLE_ITEM}", 1)
    package = _SPINE.sub(lambda found: found[0] + _HALF_TITLE_PLACE, package, count=1)
    page = half_title_page(work.book)
    return {"EPUB/content.opf": package, "EPUB/text/half_title.xhtml": page}


def _contents_after_colophon(files: Files, work: Work) -> Files:
    """Put the contents after the colophon, which stands next to the title page."""
    place = next((work.places[name] for name in (COLOPHON, SOURCES) if name in work.places), "")
    if not place:
        return {}
    name = place.removeprefix("text/").replace(".", "_")
    package = str(files["EPUB/content.opf"])
    moved = _NAV_PLACE.sub("", package, count=1)
    colophon = re.compile(rf'(\s*<itemref idref="{name}"[^>]*>)')
    return {"EPUB/content.opf": colophon.sub(r'\1\n    <itemref idref="nav" />', moved, count=1)}


def cover_type(data: bytes) -> str:
    """Return the media type of a cover: a picture's, or that of a drawing of ours."""
    return media_type(data) or "image/svg+xml"


def _cover(files: Files, work: Work) -> Files:
    """Add the cover's picture, its page as the first of the book, and both to the package."""
    if not work.cover:
        return {}
    package = str(files["EPUB/content.opf"])
    items = _COVER_ITEMS.format(name=work.cover_name, kind=cover_type(work.cover))
    package = package.replace("<manifest>", f"<manifest>{items}", 1)
    package = _SPINE.sub(lambda found: found[0] + _COVER_PLACE, package, count=1)
    package = package.replace("</metadata>", f"{_COVER_META}</metadata>", 1)
    return {
        "EPUB/content.opf": package,
        "EPUB/text/cover.xhtml": cover_page(work.book, work.cover_name),
        f"EPUB/media/{work.cover_name}": work.cover,
    }


STEPS: tuple[tuple[str, Callable[[Files, Work], Files]], ...] = (
    ("pages", _pages),
    ("title page", _title_page),
    ("navigation", _navigation),
    ("navigation for old readers", _ncx),
    ("package document", _package_document),
    ("contents after the colophon", _contents_after_colophon),
    ("half title", _half_title),
    ("cover", _cover),
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
