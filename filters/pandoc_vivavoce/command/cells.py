"""Cells of the tables in reports, from which people copy into spreadsheets."""

from __future__ import annotations

import re

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
"""How a cell begins that a spreadsheet calculates (OWASP, CSV Injection)."""


def cell(text: str) -> str:
    """Return *text* with an apostrophe before it where a spreadsheet would take it for a formula.

    A spreadsheet shows what follows the apostrophe as it is.
    """
    return f"'{text}" if _FORMULA.match(text) else text
