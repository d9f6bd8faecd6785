"""A PDF from a book, set by Typst in this process: tagged, PDF/UA-1, and no page of boxes.

PDF/UA-1 (ISO 14289-1, 7.21) forbids a character without a glyph: Typst refuses it, and all such
characters are named together with the chapter they stand in.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pandoc_vivavoce.books.book import Book
from pandoc_vivavoce.books.pdf.glyphs import characters_of, glyph_error, missing_in, probe
from pandoc_vivavoce.books.pdf.marks import quoted
from pandoc_vivavoce.books.pdf.source import make_typst
from pandoc_vivavoce.clock import time_of_making
from pandoc_vivavoce.command.wishes import Wishes
from pandoc_vivavoce.errors import WorkError
from pandoc_vivavoce.writing.pictures import Pictures, data_at, media_type

if TYPE_CHECKING:
    import typst

_STANDARD: Final = "ua-1"
_MOST_PROBES = 64
_LONGEST_SOURCE = 80


def make_pdf(book: Book, pictures: Sequence[Pictures], wishes: Wishes) -> bytes:
    """Return *book* as a PDF; WorkError where it cannot be made, with the cause and the remedy."""
    if find_spec("typst") is None:
        raise WorkError("PDF", "Typst is needed for it", "Install it: pip install 'vivavoce[pdf]'")
    import typst  # noqa: PLC0415 - dear, and part of an extra

    fonts = typst.Fonts()
    with tempfile.TemporaryDirectory(prefix="vivavoce-") as name:
        folder = Path(name)
        files = [
            _in_files(found, folder, f"picture-{number}")
            for number, found in enumerate(pictures, 1)
        ]
        path = folder / "book.typ"
        path.write_text(make_typst(book, files, wishes, fonts.families()), "utf-8")
        return _compile(path, fonts, book, files)


def installed_families() -> list[str]:
    """Return the font families that Typst finds; none where Typst is not installed."""
    if find_spec("typst") is None:
        return []
    import typst  # noqa: PLC0415 - dear, and part of an extra

    return typst.Fonts().families()


def _in_files(pictures: Pictures, folder: Path, stem: str) -> Pictures:
    """Write *pictures* into *folder* and return them with the names of their files."""
    places: dict[str, str] = {}
    for number, (source, place) in enumerate(pictures.places.items(), 1):
        data = data_at(place)
        places[source] = f"{stem}-{number}.{media_type(data).removeprefix('image/')}"
        (folder / places[source]).write_bytes(data)
    return replace(pictures, places=places)


def _compile(path: Path, fonts: typst.Fonts, book: Book, pictures: Sequence[Pictures]) -> bytes:
    import typst  # noqa: PLC0415 - dear, and part of an extra

    try:
        return typst.compile(
            path,
            root=path.parent,
            font_paths=fonts,
            pdf_standards=[_STANDARD],
            timestamp=time_of_making(),
        )
    except typst.TypstError as error:
        first = missing_in(error.message)
        if first:
            raise glyph_error(first, _all_missing(book, fonts), book) from error
        for source in _undrawable(path.parent, pictures):
            raise WorkError(source, "this picture is damaged", "Save it anew") from error
        raise WorkError(book.title, f"Typst could not set it: {error.message}") from error


def _undrawable(folder: Path, pictures: Sequence[Pictures]) -> Iterator[str]:
    """Yield the address of each of *pictures*, files in *folder*, that Typst cannot draw."""
    import typst  # noqa: PLC0415 - dear, and part of an extra

    for source, name in (item for found in pictures for item in found.places.items()):
        probe_path = folder / "probe.typ"
        probe_path.write_text(f"#image({quoted(name)}, width: 1pt)", "utf-8")
        try:
            typst.compile(probe_path, root=folder, format="png")
        except typst.TypstError:
            yield source if len(source) <= _LONGEST_SOURCE else source[:_LONGEST_SOURCE] + "…"


def _all_missing(book: Book, fonts: typst.Fonts) -> str:
    """Return all characters of *book* without a glyph: Typst names one at a time."""
    import typst  # noqa: PLC0415 - dear, and part of an extra

    rest, missing = characters_of(book), ""
    for _ in range(_MOST_PROBES):
        try:
            typst.compile(probe(rest), font_paths=fonts, pdf_standards=[_STANDARD])
        except typst.TypstError as error:
            found = missing_in(error.message)
            if not found:
                break
            missing += found
            rest = "".join(character for character in rest if character not in found)
        else:
            break
    return missing
