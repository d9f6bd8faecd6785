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
_TAG: Final = re.compile(r"<!--.*?-->|<(/?)([A-Za-z][A-Za-z0-9]*)\b[^<>]*>", re.DOTALL)
_STARTS_HTML: Final = re.compile(r"\s*(?:<!doctype|<html|<\?php|<!--|<[a-z])", re.IGNORECASE)
_OUTSIDE_SHARE: Final = 0.002
_EMPTY_LINES: Final = re.compile(r"\n(?:[ \t]*\n)+")


class _Region(NamedTuple):
    """A stretch of text from the start of an outermost block element to its end."""

    start: int
    end: int


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
    found: list[_Region] = []
    depth = start = 0
    paragraph = -1
    for match in _TAG.finditer(text):
        closes, name = match.group(1), (match.group(2) or "").lower()
        if not name:
            if depth == 0 and paragraph < 0:
                found.append(_Region(match.start(), match.end()))
            continue
        if name == "p" and depth == 0:
            if not closes and paragraph < 0:
                paragraph = match.start()
            elif closes and paragraph >= 0:
                found.append(_Region(paragraph, match.end()))
                paragraph = -1
        elif name == "hr" and depth == 0 and paragraph < 0:
            found.append(_Region(match.start(), match.end()))
        elif name in _NESTING:
            if not closes:
                start = match.start() if depth == 0 else start
                depth += 1
            elif depth:
                depth -= 1
                if depth == 0:
                    found.append(_Region(start, match.end()))
                    paragraph = -1
    return _ordered(found)


def _ordered(regions: list[_Region]) -> list[_Region]:
    """Leave out regions that lie inside others, which unclosed paragraphs may bring about."""
    kept: list[_Region] = []
    for region in sorted(regions, key=lambda part: (part.start, -part.end)):
        if not kept or region.start >= kept[-1].end:
            kept.append(region)
    return kept
