"""An EPUB 3 from a book: pandoc writes it, and what pandoc cannot know is put in afterwards.

Metadata is given to pandoc, accessibility claims among it (EPUB 3.3); then
`pandoc_vivavoce.books.epub.package` finishes the file.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

from pandoc_vivavoce import ast
from pandoc_vivavoce.books.book import Book
from pandoc_vivavoce.books.bounds import bounds_of
from pandoc_vivavoce.books.chapters import book_blocks
from pandoc_vivavoce.books.contents import book_entries
from pandoc_vivavoce.books.cover import make_cover
from pandoc_vivavoce.books.epub.accessibility import accessibility
from pandoc_vivavoce.books.epub.package import Work, finish_package
from pandoc_vivavoce.books.epub.users_sheets import sheets_of_epub
from pandoc_vivavoce.books.look import layout_head
from pandoc_vivavoce.books.people import Person
from pandoc_vivavoce.books.themes import theme_file
from pandoc_vivavoce.command.wishes import Wishes
from pandoc_vivavoce.dress.dressing import dress
from pandoc_vivavoce.errors import WorkError
from pandoc_vivavoce.pandoc import run_pandoc
from pandoc_vivavoce.writing.pictures import Pictures
from vivavoce.languagetags import direction, primary

STYLES = Path(__file__).parents[2] / "styles"
_ARGUMENTS = ["-f", "json", "-t", "epub3", "-o", "-", "--toc", "--split-level=1"]
_RELATORS = {"interviewer": "ivr", "interviewee": "ive", "moderator": "mod", "narrator": "nrt"}
"""MARC relator codes for what people do in an interview."""
_VERTICAL_LANGUAGES = frozenset({"ja", "zh", "yue", "lzh"})


def make_epub(book: Book, pictures: Sequence[Pictures], wishes: Wishes) -> bytes:
    """Return *book* as an EPUB with those *pictures* of each chapter."""
    _check_writing(book, wishes)
    document = ast.document(book_blocks(book, "epub", pictures))
    document, _ = dress(document, "epub3", wishes.look._replace(styles=False), book.lang)
    content = json.dumps(document["blocks"], ensure_ascii=False)
    entries = book_entries(book, wishes.toc_depth)
    metadata = ast.meta_map(
        _metadata(book, content)
        | accessibility(book, pictures, entries)
        | {"page-progression-direction": "rtl" if _turns_leftwards(book, wishes) else None}
    )
    whole = json.dumps(ast.document([], metadata), ensure_ascii=False)
    whole = whole.replace('"blocks": []', f'"blocks": {content}')
    data = run_pandoc(_ARGUMENTS, whole.encode(), book.title, bounds_of(book, pictures))
    cover = make_cover(book, wishes.cover)
    return finish_package(data, Work(book, entries, _style_sheet(book, wishes), cover=cover))


def _style_sheet(book: Book, wishes: Wishes) -> str:
    """Return the layout's rules, then ours, the theme's, and last the user's."""
    layout = layout_head("html", book, wishes.look).removeprefix("<style>")
    sheets = [layout.removesuffix("</style>"), _own_sheet("epub.css")]
    sheets.append(theme_file(wishes.theme, ".css"))
    if _is_vertical(wishes):
        sheets.append(_own_sheet("vertical.css"))
    return "\n".join([*sheets, *sheets_of_epub(wishes.css)])


def _own_sheet(name: str) -> str:
    return (STYLES / name).read_text("utf-8")


def _is_vertical(wishes: Wishes) -> bool:
    return wishes.writing == "vertical"


def _check_writing(book: Book, wishes: Wishes) -> None:
    """Refuse vertical lines where the book's own language is not written so."""
    if _is_vertical(wishes) and primary(book.lang) not in _VERTICAL_LANGUAGES:
        cause = f"a book in the language {book.lang!r} has no vertical lines"
        raise WorkError(book.title, cause, "Leave --writing out, or state the language")


def _turns_leftwards(book: Book, wishes: Wishes) -> bool:
    """Does the reader turn pages from right to left?"""
    return _is_vertical(wishes) or direction(book.lang) == "rtl"


def _metadata(book: Book, content: str) -> dict[str, Any]:
    titles = [{"type": "main", "text": book.title}]
    if book.subtitle:
        titles.append({"type": "subtitle", "text": book.subtitle})
    creators, contributors = _agents(book)
    return {
        "title": titles,
        "creator": creators or None,
        "contributor": contributors or None,
        "publisher": book.said.publisher or None,
        "rights": book.said.rights or None,
        "date": book.date or None,
        "lang": book.lang,
        "description": book.description or None,
        "identifier": _identifier(book, content),
    }


def _identifier(book: Book, content: str) -> str:
    """Return the ISBN, else a UUID made from the content: the same book has the same."""
    isbn = "".join(char for char in book.said.isbn if char.isalnum())
    if isbn:
        return f"urn:isbn:{isbn}"
    digest = blake2b((book.title + content).encode(), digest_size=16).digest()
    return f"urn:uuid:{uuid.UUID(bytes=digest, version=4)}"


def _agents(book: Book) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Return creators and contributors: authors or editors first, then all who speak."""
    authors = [{"role": "aut", "text": name} for name in book.authors]
    editors = [{"role": "edt", "text": name} for name in book.said.editors]
    named = {*book.authors, *book.said.editors}
    people = [_agent(person) for person in book.people if person.name not in named]
    groups = [group for group in (authors, editors, people) if group]
    return (groups[0] if groups else []), [agent for group in groups[1:] for agent in group]


def _agent(person: Person) -> dict[str, str]:
    roles = [_RELATORS[role] for role in person.roles]
    return {"role": roles[0] if roles else "ctb", "text": person.name}
