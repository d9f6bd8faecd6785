"""Line breaks in paragraphs, read as the core reads them.

Two in a row end a paragraph (`vivavoce.page.blocks`): pages are written so by hand and by editors
on the web. A line's end in the source is a break where a turn seems to begin after it
(`vivavoce.reading.markdown`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pandoc_vivavoce.ast import Blocks, Element, Inlines, line_break
from pandoc_vivavoce.cutting import InlineText, trim
from pandoc_vivavoce.inlines import but_words, inner_text, text_of
from pandoc_vivavoce.inplace.emphasis import mend_bold
from pandoc_vivavoce.tree import CONTAINER_KINDS, is_not_ours, lists_inside
from vivavoce.linestarts import begins_with_label, ends_sentence
from vivavoce.patterns import lazy_pattern

_PARAGRAPHS: Final = frozenset({"Para", "Plain"})
_PLAIN: Final = frozenset({"Str", "Space", "SoftBreak"})
_SET_APART: Final = frozenset({"Strong", "Emph"})
_BREAKS: Final = frozenset({"SoftBreak", "LineBreak"})
_PARTING: Final = lazy_pattern(r"[ \t]*\n[ \t]*\n\s*")
"""Two breaks or more with nothing but white space between them."""


def part_paragraphs(blocks: Blocks) -> None:
    """Keep and follow the line breaks of the paragraphs in *blocks*, to any depth, in place."""
    lists = [blocks]
    while lists:
        here = lists.pop()
        here[:] = [piece for block in here for piece in _pieces(block)]
        for block in here:
            if block["t"] in CONTAINER_KINDS and not is_not_ours(block):
                lists.extend(lists_inside(block))


def _keep_breaks(inlines: Inlines) -> list[int]:
    """Make a visible break of each line's end after which somebody seems to speak.

    Return the places of all visible breaks.
    """
    ends = [place for place, item in enumerate(inlines) if item["t"] in _BREAKS]
    for number, place in enumerate(ends):
        if inlines[place]["t"] == "SoftBreak":
            before = inlines[ends[number - 1] + 1 if number else 0 : place]
            after = inlines[place + 1 : ends[number + 1] if number + 1 < len(ends) else None]
            if _is_seam(before, after):
                inlines[place] = line_break()
    return [place for place in ends if inlines[place]["t"] == "LineBreak"]


def _is_seam(before: Inlines, after: Inlines) -> bool:
    """Does *before* end a sentence, and is it set apart from *after* by its type or a label?"""
    if not ends_sentence(text_of(before)):
        return False
    shown = [item for item in before if item["t"] != "Space"]
    is_apart = len(shown) == 1 and shown[0]["t"] in _SET_APART
    return is_apart or begins_with_label(text_of(after))


def _mend(inlines: Inlines) -> bool:
    """Mend line breaks and bold in place; tell whether there are breaks that the reader sees."""
    kinds = {item["t"] for item in inlines}
    breaks = [] if kinds.isdisjoint(_BREAKS) else _keep_breaks(inlines)
    mend_bold(inlines, breaks)
    inside = [] if kinds <= _PLAIN else but_words(inlines)
    return bool(breaks) or any("\n" in inner_text(item) for item in inside)


def _pieces(block: Element) -> Iterator[Element]:
    if block["t"] not in _PARAGRAPHS or not _mend(block["c"]):
        yield block
        return
    kept = [inlines for part in _parted(block["c"]) if (inlines := trim(part))]
    for inlines in kept or [[]]:
        yield {"t": block["t"] if len(kept) < 2 else "Para", "c": inlines}


def _parted(inlines: Inlines) -> Iterator[Inlines]:
    """Yield the stretches between two or more breaks with no note or picture between them."""
    characters, text = text_of(inlines), InlineText(inlines)
    at = 0
    for match in _PARTING.finditer(characters):
        if not text.silent(*match.span()):
            yield text.cut(at, match.start())
            at = match.end()
    yield text.cut_from(at)
