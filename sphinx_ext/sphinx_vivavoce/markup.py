"""Runs of text → the reStructuredText or MyST that a translator sees as the message.

Sphinx parses a translated message in the markup of the page it stands on, so the original has to be
offered in that markup too. reStructuredText cannot nest inline markup: there the mark that
matters most wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Literal

from docutils.utils.punctuation_chars import (
    closers,
    closing_delimiters,
    delimiters,
    openers,
)

from vivavoce.model import Mark, Run

Syntax = Literal["rst", "myst"]

_RST_SPECIAL = re.compile(r"([\\*`|_])")
_MAY_PRECEDE = re.compile(f"[\\s{openers}{delimiters}]")
_MAY_FOLLOW = re.compile(f"[\\s{closing_delimiters}{delimiters}{closers}]|$")
_MYST_SPECIAL = re.compile(r"([\\*`_\[\]<{$])")


def message(runs: Iterable[Run], syntax: Syntax) -> str:
    """Return *runs* in one line of *syntax*; pictures are left out."""
    words = [run for run in runs if run.image is None]
    if syntax == "myst":
        text = "".join(_run_to_myst(run) for run in words)
    elif len(words) == 1 and not words[0].marks:
        text = _escape_rst(words[0].text)
    else:
        text = _to_rst(words)
    return text.replace("\n", " ").strip()


def _to_rst(runs: list[Run]) -> str:
    """Join *runs*, with an escaped space where markup would touch what docutils does not allow."""
    pieces: list[str] = []
    after_markup = False
    for text, is_markup in (_run_to_rst(run) for run in runs):
        before = pieces[-1] if pieces else " "
        ends_well = not after_markup or _MAY_FOLLOW.match(text)
        starts_well = not is_markup or _MAY_PRECEDE.match(before[-1:])
        if not (ends_well and starts_well):
            pieces.append("\\ ")
        pieces.append(text)
        after_markup = is_markup
    return "".join(pieces)


def _run_to_rst(run: Run) -> tuple[str, bool]:
    """Return *run* in reStructuredText, and whether markup is at its ends."""
    mark = _weightiest(run) if run.marks and run.text.strip() else None
    if mark is None:
        return _escape_rst(run.text), False
    wrap = _RST[mark.kind]
    inner = run.text if mark.kind == "code" else _escape_rst(run.text)
    return _around(inner, lambda text: wrap.format(text, mark.value)), inner == inner.strip()


def _weightiest(run: Run) -> Mark | None:
    return next((mark for kind in _RST for mark in run.marks if mark.kind == kind), None)


def _escape_rst(text: str) -> str:
    return _RST_SPECIAL.sub(r"\\\1", text) if _RST_SPECIAL.search(text) else text


_RST = {
    "link": "`{} <{}>`__",
    "code": "``{}``",
    "strong": "**{}**",
    "emphasis": "*{}*",
    "superscript": ":sup:`{}`",
    "subscript": ":sub:`{}`",
}
"""The marks a message can show, those that matter most first."""


def _run_to_myst(run: Run) -> str:
    if not run.text.strip():
        return run.text
    is_code = any(mark.kind == "code" for mark in run.marks)
    text = run.text if is_code else _MYST_SPECIAL.sub(r"\\\1", run.text)
    for mark in reversed(run.marks):
        text = _around(text, partial(_MYST.get(mark.kind, "{}").format, mark=mark))
    return text


_MYST = {
    "link": "[{}](<{mark.value}>)",
    "code": "`{}`",
    "strong": "**{}**",
    "emphasis": "*{}*",
    "superscript": "{{sup}}`{}`",
    "subscript": "{{sub}}`{}`",
}


def _around(text: str, wrap: Callable[[str], str]) -> str:
    """Apply *wrap* to *text* without the white space at its ends, which markup does not allow."""
    inner = text.strip()
    before = text[: len(text) - len(text.lstrip())]
    after = text[len(text.rstrip()) :]
    return f"{before}{wrap(inner)}{after}"
