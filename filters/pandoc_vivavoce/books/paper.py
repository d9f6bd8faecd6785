"""The sizes of pages, by name or in millimetres."""

from __future__ import annotations

import re

from pandoc_vivavoce.errors import CallError

PAPERS = {
    "a4": (210, 297),
    "a5": (148, 210),
    "a6": (105, 148),
    "b5": (176, 250),
    "letter": (216, 279),
    "us-trade": (152, 229),
    "e-ink": (107, 142),
}
"""Names of page sizes, in millimetres; ``e-ink`` is the screen of a seven-inch reader."""
_SIZE = re.compile(r"(\d{2,4})x(\d{2,4})")


def paper_size(name: str) -> tuple[int, int]:
    """Return width and height in millimetres of the paper *name*; CallError if it is not known."""
    found = _SIZE.fullmatch(name.lower())
    if found:
        return int(found[1]), int(found[2])
    if name.lower() in PAPERS:
        return PAPERS[name.lower()]
    raise CallError(name, "there is no such paper", f"Known are {', '.join(PAPERS)}, and 120x180")
