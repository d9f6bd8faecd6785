"""The cover of a book: the picture that is named for it, or one that is drawn.

It is drawn as SVG; where Typst is installed it becomes a PNG, which every reading system shows.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from pandoc_vivavoce.books.book import Book
from pandoc_vivavoce.books.cover_drawing import HEIGHT, WIDTH, cover_svg
from pandoc_vivavoce.errors import CallError
from pandoc_vivavoce.writing.pictures import PictureError, media_type, read_picture


def make_cover(book: Book, wished: str) -> bytes:
    """Return the cover of *book*: the picture at the path *wished*, or one that is drawn.

    Empty where the wish is ``none``. Raises CallError where there is no picture at the path.
    """
    if wished == "none":
        return b""
    if wished:
        return _picture_at(Path(wished))
    return stated_cover(book) or drawn_cover(book)


def stated_cover(book: Book) -> bytes:
    """Return the picture that a single interview names as its own; empty where it is not there."""
    chapter = book.chapters[0]
    stated = chapter.interview.metadata.cover
    if not stated or not book.is_single:
        return b""
    try:
        return read_picture(stated, chapter.document.source.folder)
    except PictureError:
        return b""


def _picture_at(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CallError(str(path), f"the cover cannot be read: {error.strerror}") from error
    if not media_type(data):
        raise CallError(str(path), "the cover is no PNG, JPEG, GIF or WebP picture")
    return data


def drawn_cover(book: Book) -> bytes:
    """Return a cover made of the title, the names and the score, as PNG or else as SVG."""
    svg = cover_svg(book)
    return cover_png(svg) or svg.encode()


def cover_png(svg: str) -> bytes | None:
    """Return the drawing *svg* as a PNG; None where Typst is not installed."""
    if find_spec("typst") is None:
        return None
    import typst  # noqa: PLC0415 - dear, and part of an extra

    size = f"width: {WIDTH}pt, height: {HEIGHT}pt"
    source = f"#set page({size}, margin: 0pt)\n#image(bytes({_typst_string(svg)}), {size})"
    return typst.compile(source.encode(), format="png", ppi=72)


def _typst_string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
