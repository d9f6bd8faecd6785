"""Runs as inline Markdown that gives the same runs when it is read again.

Emphasis, scripts, links and code are pandoc's; what Markdown has no sign for is a span with a class
or an attribute. Where two signs would run together an empty span, ``[]{}``, parts them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from vivavoce.forms.markdown.escape import (
    entity,
    escape_address,
    escape_attribute,
    escape_edges,
    escape_line_start,
    escape_text,
)
from vivavoce.marks import is_safe_address
from vivavoce.model import Image, Mark, MarkKind, Run
from vivavoce.runs import shared_marks

SIGNS: Final[Mapping[MarkKind, str]] = {"strong": "**", "emphasis": "*", "strikeout": "~~"}
SCRIPTS: Final[Mapping[MarkKind, str]] = {"superscript": "^", "subscript": "~"}
CLASSES: Final[Mapping[MarkKind, str]] = {
    "underline": "underline",
    "small-caps": "smallcaps",
    "code": "code",
    "superscript": "superscript",
    "subscript": "subscript",
}
"""Class names of the spans. The first two are pandoc's own; the last three serve where the sign
cannot: around other marks, or line breaks."""
SEPARATOR: Final = "[]{}"
_NO_SCHEME: Final = re.compile(r"[\x00-\x20]*(?:[/\\][\t\n\r]*){2,}")
_SCRIPT: Final = re.compile(r"\[?[^\W_]+(?:[.,+-][^\W_]+)*\]?")


def write_inlines(runs: tuple[Run, ...], *, one_line: bool = False) -> str:
    """Return *runs* as Markdown.

    With *one_line* (a heading, a cell) line breaks are written as character references.
    """
    return _Writer(one_line).write(runs)


class _Sign(NamedTuple):
    """A sign that opens or closes a mark, or holds the whole of one."""

    text: str
    opens: bool

    def touches(self, other: _Sign) -> bool:
        """Can *other* stand right after this one?

        Emphasis opens and closes inside strong. A bracket and ``^`` would begin a footnote.
        """
        if self.text == "[" and other.text[0] == "^":
            return False
        if not self.text or self.text[-1] != other.text[0]:
            return True
        if self.opens and other.opens:
            return (self.text, other.text) == ("**", "*")
        return not self.opens and not other.opens and (self.text, other.text) == ("*", "**")


_NO_SIGN: Final = _Sign("", opens=False)


class _Writer:
    """Gathers the pieces of one leaf."""

    def __init__(self, one_line: bool) -> None:
        self._one_line = one_line
        self._pieces: list[str] = []
        self._open: list[Mark] = []
        self._last = _NO_SIGN
        """The sign right before, if it was the last thing written."""

    def write(self, runs: tuple[Run, ...]) -> str:
        for place, run in enumerate(runs):
            following = runs[place + 1] if place + 1 < len(runs) else None
            self._write_run(run, following)
        self._close_to(0)
        return "".join(self._pieces)

    def _write_run(self, run: Run, following: Run | None) -> None:
        whole = _whole(run)
        marks = run.marks[:-1] if whole else run.marks
        shared = shared_marks(self._open, marks)
        self._close_to(shared)
        for mark in marks[shared:]:
            self._add_sign(_Sign(_opening(mark), opens=True))
            self._open.append(mark)
        if run.image is not None:
            self._add(_picture(run.image))
        elif whole:
            self._add_sign(_Sign(whole, opens=True))
            self._last = _Sign(whole, opens=False)
        else:
            closes = following is None or shared_marks(marks, following.marks) < len(marks)
            self._add_text(run.text, closes=closes)

    def _close_to(self, depth: int) -> None:
        while len(self._open) > depth:
            self._add_sign(_Sign(_closing(self._open.pop()), opens=False))

    def _add_sign(self, sign: _Sign) -> None:
        if not self._last.touches(sign):
            self._add(SEPARATOR)
        self._add(sign.text)
        self._last = sign

    def _add(self, piece: str) -> None:
        """Add *piece*; an exclamation mark before a bracket would make it a picture."""
        if piece.startswith("[") and self._pieces and self._pieces[-1].endswith("!"):
            self._pieces[-1] = self._pieces[-1][:-1] + "\\!"
        self._pieces.append(piece)
        self._last = _NO_SIGN

    def _add_text(self, text: str, *, closes: bool) -> None:
        """Add *text*; white space is kept from being trimmed beside signs and at ends of lines."""
        lines = text.split("\n")
        for place, line in enumerate(lines):
            if place:
                self._add(entity("\n") if self._one_line else "\\\n")
            starts = self._last.opens or self._is_at_line_start()
            ends = place + 1 < len(lines) or closes
            self._add_line(line, starts=starts, ends=ends)

    def _add_line(self, line: str, *, starts: bool, ends: bool) -> None:
        if not line:
            return
        escaped = escape_edges(escape_text(line), start=starts, end=ends)
        if self._one_line:
            escaped = escaped.replace("#", "\\#").replace("&\\#", "&#")
        elif self._is_at_line_start():
            escaped = escape_line_start(escaped)
        self._add(escaped)

    def _is_at_line_start(self) -> bool:
        return not self._pieces or self._pieces[-1].endswith("\n")


def _whole(run: Run) -> str:
    """Return *run* with the sign of its innermost mark, if that sign can take in its text.

    Between backticks spaces at the ends would be lost. What stands between ``^`` or ``~`` pandoc
    reads twice, so that no escape holds; numbers and words alone are safe.
    """
    if run.image is not None or not run.marks:
        return ""
    kind = run.marks[-1].kind
    if kind == "code" and run.text.strip() == run.text != "" and run.text.isprintable():
        return _code(run.text)
    if kind in SCRIPTS and _SCRIPT.fullmatch(run.text):
        return f"{SCRIPTS[kind]}{escape_text(run.text)}{SCRIPTS[kind]}"
    return ""


def _code(text: str) -> str:
    longest = max((len(ticks) for ticks in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _opening(mark: Mark) -> str:
    return SIGNS.get(mark.kind, "[")


def _closing(mark: Mark) -> str:
    if mark.kind in SIGNS:
        return SIGNS[mark.kind]
    if mark.kind == "link":
        return f"]({escape_address(_safe(mark.value))}{_title(mark.title)})"
    if mark.kind == "ruby":
        return f"]{{.ruby rt={escape_attribute(mark.value)}}}"
    if mark.kind == "lang":
        return f"]{{lang={escape_attribute(mark.value)}}}"
    return f"]{{.{CLASSES[mark.kind]}}}"


def _picture(image: Image) -> str:
    described = write_inlines((Run(image.alt),), one_line=True) if image.alt else ""
    source = _on_the_web(image.src)
    return f"![{described}]({escape_address(source)}{_title(image.title)})"


def _on_the_web(address: str) -> str:
    """Return *address* with the scheme that it leaves out, as a browser reads it on the web.

    From a file on a computer it would lead to that server's shared folders (WHATWG URL, 4.4).
    """
    without = _NO_SCHEME.match(address)
    return "https://" + address[without.end() :].replace("\\", "/") if without else address


def _title(title: str) -> str:
    return f" {escape_attribute(title)}" if title else ""


def _safe(address: str) -> str:
    """Return *address*, or nothing where it would run something."""
    return address if is_safe_address(address) else ""
