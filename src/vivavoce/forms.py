"""The forms that vivavoce writes by itself: a table of names and functions."""

from __future__ import annotations

from collections.abc import Callable

from vivavoce.htmlform import to_html
from vivavoce.jsonform import to_json
from vivavoce.markdownform import to_markdown
from vivavoce.model import Interview
from vivavoce.teiform import to_tei
from vivavoce.vttform import to_vtt

FORMS: tuple[tuple[str, Callable[[Interview], str]], ...] = (
    ("json", to_json),
    ("markdown", to_markdown),
    ("html", to_html),
    ("tei", to_tei),
    ("vtt", to_vtt),
)
"""Every form by the name that ``--to`` takes; each function returns the whole text."""
