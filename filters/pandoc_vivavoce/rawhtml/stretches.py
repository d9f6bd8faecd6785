"""Which neighbours among pandoc's blocks are pieces of one stretch of raw HTML.

pandoc's Markdown reader hands every tag on as a block of its own, and what stands between two tags
as blocks between them. A stretch begins at a raw piece and goes on while an element is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from pandoc_vivavoce.ast import Blocks, Element
from pandoc_vivavoce.inlines import rare_leaves
from pandoc_vivavoce.rawhtml.placeholders import is_indented_html, parts
from pandoc_vivavoce.tree import is_raw_html
from vivavoce.page.html_names import BLOCK_NAMES, VOID_NAMES

_TAG: Final = re.compile(r"<!--.*?(?:-->|\Z)|<(/?)([A-Za-z][A-Za-z0-9]*)", re.DOTALL)
_LOOSE: Final = frozenset({"p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot"})
"""Elements whose end may be left out; real Markdown after them is not inside them."""
_HOLDING: Final = BLOCK_NAMES - _LOOSE - VOID_NAMES


class _OpenTags:
    """Which elements of HTML are open after the text that was read."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self.is_torn = False
        """Something was closed that had not been opened."""

    def read(self, text: str) -> None:
        for is_closing, name in _tags_in(text):
            if not is_closing:
                self._names.append(name)
            elif name in self._names:
                del self._names[len(self._names) - 1 - self._names[::-1].index(name) :]
            else:
                self.is_torn = True

    @property
    def is_any(self) -> bool:
        return bool(self._names)

    @property
    def is_holding(self) -> bool:
        return any(name in _HOLDING for name in self._names)


@lru_cache
def _tags_in(text: str) -> tuple[tuple[bool, str], ...]:
    """Return the tags in *text* that count, each with whether it closes; most texts come again."""
    found = ((bool(tag[1]), (tag[2] or "").lower()) for tag in _TAG.finditer(text))
    return tuple((closes, name) for closes, name in found if name in _HOLDING or name in _LOOSE)


def find_stretches(blocks: Blocks) -> Iterator[tuple[int, int]]:
    """Yield where the stretches of raw HTML among *blocks* begin and end."""
    at = 0
    while at < len(blocks):
        if is_raw_html(blocks[at]):
            end = _end_of(blocks, at)
            yield at, end
            at = end
        else:
            at += 1


def _end_of(blocks: Blocks, start: int) -> int:
    tags = _OpenTags()
    at = start
    while at < len(blocks):
        for text in raw_texts(blocks[at]):
            tags.read(text)
        at += 1
        if at < len(blocks) and not _goes_on(tags, blocks[at]):
            break
    return at


def _goes_on(tags: _OpenTags, block: Element) -> bool:
    if is_raw_html(block) or tags.is_holding:
        return True
    return tags.is_any and (block["t"] in {"Plain", "CodeBlock"} or is_misread(block))


def is_misread(block: Element) -> bool:
    """Tell whether a list or quotation was seen by Markdown in the middle of an HTML text.

    It then has swallowed the closing tags of what stood before it.
    """
    if block["t"] not in {"BulletList", "OrderedList", "BlockQuote"}:
        return False
    tags = _OpenTags()
    for text in raw_texts(block):
        tags.read(text)
    return tags.is_torn


def raw_texts(block: Element) -> Iterator[str]:
    """Yield the raw HTML in *block*, in reading order."""
    kind = block["t"]
    if is_raw_html(block):
        yield block["c"][1]
    elif kind in {"Plain", "Para"}:
        for element in rare_leaves(block["c"]):
            if is_raw_html(element):
                yield element["c"][1]
    elif kind == "CodeBlock" and is_indented_html(block):
        yield block["c"][1]
    elif kind in {"BulletList", "OrderedList", "BlockQuote"}:
        for part in parts(block):
            for item in part:
                yield from raw_texts(item)
