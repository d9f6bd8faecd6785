"""The looks that a whole book can have, each with a file for every kind of product.

``themes/NAME.typ`` is for PDF, ``themes/NAME.css`` for EPUB and HTML; a theme without a file for a
product looks there as the product does by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

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


def theme_file(name: str, suffix: str) -> str:
    """Return the text of the file of the theme *name* with *suffix*; empty where it has none."""
    path = _FOLDER / f"{name}{suffix}"
    return path.read_text("utf-8") if path.exists() else ""
