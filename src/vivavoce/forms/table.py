"""The forms that vivavoce writes by itself: a table of names and functions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from vivavoce.forms.html.page import to_html
from vivavoce.forms.json.document import to_json
from vivavoce.forms.markdown.document import to_markdown
from vivavoce.forms.tei.document import to_tei
from vivavoce.forms.vtt import to_vtt
from vivavoce.interview import Interview

FORMS: Final[tuple[tuple[str, Callable[[Interview], str]], ...]] = (
    ("json", to_json),
    ("markdown", to_markdown),
    ("html", to_html),
    ("tei", to_tei),
    ("vtt", to_vtt),
)
"""Every form by the name that ``--to`` takes; each function returns the whole text."""
