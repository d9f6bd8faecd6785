"""What the user wants of the product, besides its format."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Wishes:
    """Everything that can be said about the look and the title of a product."""

    title: str = ""
    """Overrides a document's title, or names the book of several."""
    toc_depth: int = 3
    """How many levels the contents have: chapters, sections, questions."""
    css: tuple[Path, ...] = ()
    """Style sheets that come after ours."""
    cover: Path | None = None
    """A picture for the cover; None for one made of the title and the names."""
    paper: str = "a5"
    """The size of a PDF's page, by the name that Typst gives it."""
    fonts: tuple[str, ...] = ()
    """Font families to set a PDF in, the first that has a character is used for it."""


DEFAULTS = Wishes()
