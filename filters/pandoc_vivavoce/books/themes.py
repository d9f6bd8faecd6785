"""The looks that a whole book can have, each with a file for every kind of product.

``themes/NAME.typ`` is for PDF, ``themes/NAME.css`` for EPUB and HTML; a theme without a file for a
product looks there as the product does by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pandoc_vivavoce.errors import WorkError

_FOLDER = Path(__file__).parents[1] / "themes"


@dataclass(frozen=True, slots=True)
class Theme:
    """What is decided about a theme outside of its files."""

    paper: str = "a5"
    """The page of a PDF where the user names none."""
    has_sans_headings: bool = False
    """Headings, and what stands in the margins of a page, are set without serifs."""
    has_sans_text: bool = False
    """The text is set without serifs."""


THEMES = {
    "classic": Theme(),
    "modern": Theme(has_sans_headings=True),
    "compact": Theme(),
    "large-print": Theme("a4", has_sans_headings=True, has_sans_text=True),
}
"""All themes by name, the first of them where the user names none."""
DEFAULT_THEME = next(iter(THEMES))


def users_sheets(paths: Sequence[str]) -> list[str]:
    """Return the texts of the user's style sheets at *paths*.

    Raises OSError for one that cannot be read, and WorkError for one that is no text in UTF-8.
    """
    try:
        return [Path(path).read_text("utf-8-sig") for path in paths]
    except UnicodeDecodeError as error:
        name = next(path for path in paths if Path(path).read_bytes() == error.object)
        raise WorkError(name, "this style sheet is no text in UTF-8", "Save it as UTF-8") from error


def theme_file(name: str, suffix: str) -> str:
    """Return the text of the file of the theme *name* with *suffix*; empty where it has none."""
    path = _FOLDER / f"{name}{suffix}"
    return path.read_text("utf-8") if path.exists() else ""
