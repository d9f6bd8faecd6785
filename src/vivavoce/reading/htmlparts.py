"""HTML inside Markdown: told apart, and kept together across empty lines.

CommonMark ends an HTML block at an empty line and reads what follows as Markdown; in pages that a
program wrote into Markdown files that is never meant.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from vivavoce.page.html_names import BLOCK_NAMES

_OPTIONAL_END: Final = frozenset(
    {"p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "hr", "html"}
)
_NESTING: Final = BLOCK_NAMES - _OPTIONAL_END
_WHOLE: Final = frozenset({"", "hr"})
"""A comment, which has no name, and the one element of the flow that is a single tag."""
_TAG: Final = re.compile(r"<!--.*?-->|<(/?)([A-Za-z][A-Za-z0-9]*)\b[^<>]*>", re.DOTALL)
_STARTS_HTML: Final = re.compile(r"\s*(?:<!doctype|<html|<\?php|<!--|<[a-z])", re.IGNORECASE)
_OUTSIDE_SHARE: Final = 0.002
_EMPTY_LINES: Final = re.compile(r"\n(?:[ \t]*\n)+")


class _Region(NamedTuple):
    """A stretch of text from the start of an outermost block element to its end."""

    start: int
    """The offset of its first character."""
    end: int
    """The offset behind its last one."""


def is_html(text: str) -> bool:
    """Is *text* HTML throughout, so that nothing in it is Markdown?

    It begins with a tag and all but one in 500 of its characters stand inside block elements.
    """
    if not _STARTS_HTML.match(text):
        return False
    regions = _regions(text)
    inside = sum(len(text[part.start : part.end].strip()) for part in regions)
    total = len(text.strip())
    return bool(regions) and inside >= total * (1 - _OUTSIDE_SHARE)


def join_html_parts(text: str) -> str:
    """Return *text* with the empty lines inside its HTML elements taken out.

    Only elements that hold HTML count: one whose parts between empty lines mostly begin with no
    tag holds Markdown, as CommonMark allows.
    """
    if "<" not in text:
        return text
    parts: list[str] = []
    at = 0
    for region in _regions(text):
        part = text[region.start : region.end]
        parts.append(text[at : region.start])
        parts.append(_EMPTY_LINES.sub("\n", part) if _holds_html(part) else part)
        at = region.end
    return "".join(parts) + text[at:]


def _holds_html(part: str) -> bool:
    chunks = [chunk.strip() for chunk in part.replace("\r", "").split("\n\n") if chunk.strip()]
    tagged = sum(1 for chunk in chunks if chunk.startswith("<"))
    return 2 * tagged > len(chunks) + 1


def _regions(text: str) -> list[_Region]:
    """Find the outermost block elements, paragraphs among them."""
    outermost = _Outermost()
    for match in _TAG.finditer(text):
        outermost.take(match)
    return _ordered(outermost.found)


class _Outermost:
    """Takes tags and comments in their order and keeps where outermost elements stand."""

    def __init__(self) -> None:
        self.found: list[_Region] = []
        self._depth = 0
        """How many elements that nest are open."""
        self._start = 0
        """Where the outermost of them begins."""
        self._paragraph = -1
        """Where a paragraph outside of all of them begins; -1 where none is open."""

    def take(self, match: re.Match[str]) -> None:
        """Take the tag or, without a name, the comment that *match* found."""
        closes, name = bool(match.group(1)), (match.group(2) or "").lower()
        if name in _NESTING:
            self._take_nesting(match, closes)
        elif not self._depth:
            if name == "p":
                self._take_paragraph(match, closes)
            elif name in _WHOLE and self._paragraph < 0:
                self.found.append(_Region(match.start(), match.end()))

    def _take_nesting(self, match: re.Match[str], closes: bool) -> None:
        if not closes:
            if not self._depth:
                self._start = match.start()
            self._depth += 1
        elif self._depth:
            self._depth -= 1
            if not self._depth:
                self.found.append(_Region(self._start, match.end()))
                self._paragraph = -1

    def _take_paragraph(self, match: re.Match[str], closes: bool) -> None:
        if not closes and self._paragraph < 0:
            self._paragraph = match.start()
        elif closes and self._paragraph >= 0:
            self.found.append(_Region(self._paragraph, match.end()))
            self._paragraph = -1


def _ordered(regions: list[_Region]) -> list[_Region]:
    """Leave out regions that lie inside others, which unclosed paragraphs may bring about."""
    kept: list[_Region] = []
    for region in sorted(regions, key=lambda part: (part.start, -part.end)):
        if not kept or region.start >= kept[-1].end:
            kept.append(region)
    return kept
