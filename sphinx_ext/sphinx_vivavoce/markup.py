"""Runs of text → the reStructuredText or MyST that a translator sees as the message.

Sphinx parses a translated message in the markup of the page it stands on, so the original has to be
offered in that markup too. reStructuredText cannot nest inline markup: there the mark that
matters most wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Literal, NamedTuple
from urllib.parse import quote

from docutils.utils.punctuation_chars import (
    closers,
    closing_delimiters,
    delimiters,
    match_chars,
    openers,
)

from vivavoce.model import Mark, Run

Syntax = Literal["rst", "myst"]

_RST_SPECIAL = re.compile(r"([\\*`|_])")
_ACTIVE = re.compile(r"\b((?:data|file|javascript|livescript|vbscript)):(?=\S)", re.IGNORECASE)
"""Schemes that docutils takes for addresses wherever they stand, and that act."""
_MAY_PRECEDE = re.compile(f"[\\s{openers}{delimiters}]")
_MAY_FOLLOW = re.compile(f"[\\s{closing_delimiters}{delimiters}{closers}]|$")
_MYST_SPECIAL = re.compile(r"([\\*`_\[\]<{$&])")
_OPENS_A_BLOCK: dict[Syntax, re.Pattern[str]] = {
    "rst": re.compile(
        r"""(?:[-+•‣⁃]|\(?(?:\d+|[a-z]|[ivxlcdm]+|\#)[.)])(?=\s|$)  # items of lists
        |:(?![:\s])(?:[^:\\]|\\.|:(?![\s`]))*:(?=\s|$)|\.\.(?=\s|$)  # fields, directives
        |>>>|--?\w|/[a-z]  # tests, options of a program
        |([!-/:-@[-`{-~])\1{3,}\s*$|=+(?:\s+=+)+\s*$|\+-[-+]+\+\s*$|::$  # rules, tables, code""",
        re.VERBOSE | re.IGNORECASE,
    ),
    "myst": re.compile(
        r"""(?:[-+]|\d{1,9}[.)]|\#{1,6}|:[^:]+:)(?=\s|$)  # items of lists, headings, fields
        |>|~~~|:::|%|\+\+\+|\(.*\)=|-(?:\s*-){2,}\s*$  # quotations, fences, comments, rules""",
        re.VERBOSE,
    ),
}
"""What a paragraph cannot begin with, unless its first sign is escaped."""
_SIGN = re.compile(r"[^\w\s]")
_NO_ADDRESS = re.compile(r"[\s<>\\`]")


def message(runs: Iterable[Run], syntax: Syntax) -> str:
    """Return *runs* in one line of *syntax*; pictures are left out."""
    words = [run for run in runs if run.image is None]
    if syntax == "myst":
        text = "".join(_run_to_myst(run) for run in words)
    elif len(words) == 1 and not words[0].marks:
        text = _escape_rst(words[0].text)
    else:
        text = _to_rst(words)
    text = text.replace("\n", " ").strip()
    if _OPENS_A_BLOCK[syntax].match(text):
        text = _SIGN.sub(r"\\\g<0>", text, count=1)
    if syntax == "rst" and text.endswith("::"):
        text = f"{text[:-1]}\\:"
    return f"{text}\\" if text.endswith("\\") else text  # Sphinx takes the last one off


def _to_rst(runs: list[Run]) -> str:
    """Join *runs*, with an escaped space where markup would touch what docutils does not allow."""
    pieces: list[str] = []
    after_markup = False
    for piece in map(_run_to_rst, runs):
        before = pieces[-1] if pieces else " "
        ends_well = not after_markup or _MAY_FOLLOW.match(piece.text)
        starts_well = not piece.first or _may_precede(before[-1:], piece.first)
        if not (ends_well and starts_well):
            pieces.append("\\ ")
        pieces.append(piece.text)
        after_markup = piece.ends_in_markup
    return "".join(pieces)


def _may_precede(before: str, first: str) -> bool:
    """True if markup of what begins with *first* is known after *before*, which may quote it."""
    return bool(_MAY_PRECEDE.match(before)) and not match_chars(before, first)


class _Piece(NamedTuple):
    """A run in reStructuredText."""

    text: str
    first: str = ""
    """The first sign within its markup, if it begins with markup."""
    ends_in_markup: bool = False


def _run_to_rst(run: Run) -> _Piece:
    mark = _weightiest(run) if run.marks and run.text.strip() else None
    if mark is None:
        return _Piece(_escape_rst(run.text))
    is_code = mark.kind == "code" and "`" not in run.text
    inner = run.text if is_code else _escape_rst(run.text)
    wrap = "``{}``" if is_code else _RST[mark.kind]
    address = _rst_address(mark.value)
    text = _around(inner, lambda text: wrap.format(text, address))
    return _Piece(text, inner[0].strip(), not inner[-1].isspace())


def _rst_address(address: str) -> str:
    """Return *address* as it can stand after the text of a link, where ``_`` would end a name."""
    address = _quoted_address(address)
    return f"{address[:-1]}\\_" if address.endswith("_") else address


def _quoted_address(address: str) -> str:
    """Return *address* without signs that no markup has in one."""
    return _NO_ADDRESS.sub(lambda sign: quote(sign[0]), address)


def _weightiest(run: Run) -> Mark | None:
    return next((mark for kind in _RST for mark in run.marks if mark.kind == kind), None)


def _escape_rst(text: str) -> str:
    text = _RST_SPECIAL.sub(r"\\\1", text) if _RST_SPECIAL.search(text) else text
    return _ACTIVE.sub(r"\1\\:", text) if ":" in text else text


_RST = {
    "link": "`{} <{}>`__",
    "code": ":literal:`{}`",
    "strong": "**{}**",
    "emphasis": "*{}*",
    "superscript": ":sup:`{}`",
    "subscript": ":sub:`{}`",
}
"""The marks a message can show, those that matter most first."""


def _run_to_myst(run: Run) -> str:
    """Return *run* in MyST, where code and roles hold text as it is."""
    if not run.text.strip():
        return run.text
    verbatim = next((mark for mark in run.marks if mark.kind in _MYST_VERBATIM), None)
    if verbatim is None:
        text = _MYST_SPECIAL.sub(r"\\\1", run.text)
    else:
        text = _around(run.text, partial(_fenced, role=_MYST_VERBATIM[verbatim.kind]))
    for mark in reversed(run.marks):
        wrap = _MYST.get(mark.kind, "{}").format
        text = _around(text, partial(wrap, address=_quoted_address(mark.value)))
    return text


def _fenced(text: str, role: str) -> str:
    """Return *text* between more backticks than it has in a row."""
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    space = " " if len(fence) > 1 else ""
    return f"{role}{fence}{space}{text}{space}{fence}"


_MYST_VERBATIM = {"code": "", "superscript": "{sup}", "subscript": "{sub}"}
_MYST = {
    "link": "[{}](<{address}>)",
    "strong": "**{}**",
    "emphasis": "*{}*",
}


def _around(text: str, wrap: Callable[[str], str]) -> str:
    """Apply *wrap* to *text* without the white space at its ends, which markup does not allow."""
    inner = text.strip()
    before = text[: len(text) - len(text.lstrip())]
    after = text[len(text.rstrip()) :]
    return f"{before}{wrap(inner)}{after}"
