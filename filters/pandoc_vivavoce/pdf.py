"""A PDF from a book, set by Typst in this process: tagged, PDF/UA-1, and no page of boxes.

PDF/UA-1 (ISO 14289-1, 7.21) forbids a character without a glyph: Typst refuses it, and the
characters are named together with the chapter they stand in.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from pandoc_vivavoce.book import Book
from pandoc_vivavoce.errors import WorkError
from pandoc_vivavoce.pictures import Pictures, media_type, read_picture
from pandoc_vivavoce.typst_source import make_typst
from pandoc_vivavoce.wishes import Wishes
from vivavoce.model import Text

if TYPE_CHECKING:
    import typst

_MISSING = re.compile(r"the text `\"(.*?)\"` could not be displayed", re.DOTALL)
_CODE_POINT = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
_MOST_CHARACTERS = 12
_CONTEXT = 14
"""So many characters are shown on either side of one that cannot be set."""


def make_pdf(book: Book, pictures: Sequence[Pictures], wishes: Wishes) -> bytes:
    """Return *book* as a PDF; WorkError where it cannot be made, with the cause and the remedy."""
    if find_spec("typst") is None:
        raise WorkError("PDF", "Typst is needed for it", "Install it: pip install 'vivavoce[pdf]'")
    import typst  # noqa: PLC0415 - dear, and part of an extra

    fonts = typst.Fonts()
    source = make_typst(book, pictures, wishes, fonts.families())
    with tempfile.TemporaryDirectory(prefix="vivavoce-") as folder:
        source = _with_files(source, pictures, Path(folder))
        return _compile(source, Path(folder), fonts, book)


def installed_families() -> list[str]:
    """Return the font families that Typst finds; none where Typst is not installed."""
    if find_spec("typst") is None:
        return []
    import typst  # noqa: PLC0415 - dear, and part of an extra

    return typst.Fonts().families()


def _with_files(source: str, pictures: Sequence[Pictures], folder: Path) -> str:
    """Write the pictures into *folder* and name their files in *source*."""
    for number, place in enumerate({place for each in pictures for place in each.places.values()}):
        data = read_picture(place, folder)
        name = f"picture-{number}.{media_type(data).removeprefix('image/')}"
        (folder / name).write_bytes(data)
        source = source.replace(f'"{place}"', f'"{name}"')
    return source


def _compile(source: str, folder: Path, fonts: typst.Fonts, book: Book) -> bytes:
    import typst  # noqa: PLC0415 - dear, and part of an extra

    path = folder / "book.typ"
    path.write_text(source, "utf-8")
    try:
        return typst.compile(
            path,
            root=folder,
            font_paths=fonts,
            pdf_standards=["ua-1"],
            timestamp=_timestamp(),
        )
    except typst.TypstError as error:
        found = _MISSING.search(error.message)
        if found:
            raise _without_glyph(found[1], book) from error
        raise WorkError(book.title, f"Typst could not set it: {error.message}") from error


def _timestamp() -> datetime:
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    return (
        datetime.fromtimestamp(int(stated), UTC)
        if stated.isdigit()
        else datetime.now(UTC).replace(microsecond=0)
    )


def _without_glyph(text: str, book: Book) -> WorkError:
    text = _CODE_POINT.sub(lambda match: chr(int(match[1], 16)), text)
    characters = list(dict.fromkeys(text))[:_MOST_CHARACTERS]
    named = ", ".join(f"{item} (U+{ord(item):04X})" for item in characters)
    place = _place_of(text, book)
    remedy = "Install a font that has it, or name one with --font"
    return WorkError(book.title, f"no font has a glyph for {named}{place}", remedy)


def _place_of(text: str, book: Book) -> str:
    """Return where *text* first stands, in words."""
    for chapter in book.chapters:
        leaves = (node.text for node in chapter.interview.walk() if isinstance(node, Text))
        found = next((leaf for leaf in leaves if text in leaf), "")
        if found:
            at = found.index(text)
            around = found[max(at - _CONTEXT, 0) : at + len(text) + _CONTEXT]
            return f", in “{chapter.title}”: …{' '.join(around.split())}…"
    return ""
