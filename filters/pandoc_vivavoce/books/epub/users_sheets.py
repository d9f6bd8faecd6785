"""The user's style sheets in an e-book, which takes them where they load nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pandoc_vivavoce.books.themes import users_sheets
from pandoc_vivavoce.errors import WorkError

_LOADS = re.compile(
    r"/\*.*?\*/|(@import\b[^;]*|url\(\s*(?!\s|[\"']?(?:data:|#))[^)]*)", re.DOTALL | re.IGNORECASE
)
"""A comment, or in the group what loads something."""
_REMEDY = "Put what it loads into the sheet itself, a font or picture as a data: address"


def sheets_of_epub(paths: Sequence[str]) -> list[str]:
    """Return the texts of the style sheets at *paths*.

    Raises WorkError for one that loads a file or an address of the web: neither is in the e-book,
    which is invalid without it (EPUB 3.3, section 3.6); and as `users_sheets` does.
    """
    texts = users_sheets(paths)
    for path, text in zip(paths, texts, strict=True):
        found = next((found for found in _LOADS.finditer(text) if found[1]), None)
        if found:
            place = f"{path}:{text.count(chr(10), 0, found.start()) + 1}"
            raise WorkError(place, f"an e-book cannot load {_address(found[1])}", _REMEDY)
    return texts


def _address(loads: str) -> str:
    """Return the address in *loads*, an ``@import`` or the beginning of a ``url()``."""
    bare = re.sub(r"@import|url\(", "", loads, flags=re.IGNORECASE)
    return bare.strip(" \t\r\n\"')")
