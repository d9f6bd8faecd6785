"""Pull quotes: a block that repeats, in its own place, words of a turn nearby.

The repetition is the sign, whatever the block looks like. Only blocks that stand apart (quotations,
bold, italic, headings, short paragraphs) are compared, and only with their neighbours, so that the
cost stays linear.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import Final

from vivavoce.counting import at_least
from vivavoce.model import Block
from vivavoce.patterns import lazy_pattern
from vivavoce.scripts import has_cjk

_NEAR: Final = 14
_SHORTEST: Final = 12
_LONGEST: Final = 400
_WORDS: Final = lazy_pattern(r"[^\W_]+")
_CALLED: Final = lazy_pattern("pull[-_]?quote", re.IGNORECASE)
_SHARE: Final = 0.7
_GLANCE: Final = 80
"""So many characters tell whether words are parted by spaces."""


def is_pull_quote(blocks: tuple[Block, ...], index: int, *, longer: float = 1.2) -> bool:
    """True where most of the text of block *index* stands again in one block near it.

    That block has at least *longer* times its length. A few words are enough where a class calls
    them a pull quote.
    """
    block = blocks[index]
    if len(block.text) > _LONGEST:
        return False
    pieces = _pieces(block.text)
    if (len(block.text) < _SHORTEST or len(pieces) < 2) and not is_called_pull_quote(block):
        return False
    first, last = max(0, index - _NEAR), min(len(blocks), index + _NEAR + 1)
    return any(
        _holds_most(pieces, blocks[near].text)
        for near in range(first, last)
        if near != index and len(blocks[near].text) > len(block.text) * longer
    )


def is_called_pull_quote(block: Block) -> bool:
    """True where a class of *block*, or of what is around it, says so."""
    return any(_CALLED.search(name) for name in block.cues.classes)


def _pieces(text: str) -> list[str]:
    """Cut *text* into overlapping pieces: five characters of CJK, three words of other scripts."""
    folded = text.casefold()
    if has_cjk(folded):
        plain = "".join(_WORDS.findall(folded))
        return [plain[at : at + 5] for at in range(0, max(1, len(plain) - 4), 2)]
    found = _WORDS.findall(folded)
    return [" ".join(found[at : at + 3]) for at in range(max(1, len(found) - 2))]


def _holds_most(pieces: list[str], text: str) -> bool:
    """Does *text* hold at least `_SHARE` of *pieces*? It is given up as soon as too many miss."""
    plain = _plain(text)
    too_many = len(pieces) - math.ceil(_SHARE * len(pieces)) + 1
    return not at_least(too_many, pieces, lambda piece: piece not in plain)


@lru_cache(maxsize=64)
def _plain(text: str) -> str:
    """Return the words of a neighbour; every one is asked for by all the blocks around it."""
    folded = text.casefold()
    joint = "" if has_cjk(folded[:_GLANCE]) else " "
    return joint.join(_WORDS.findall(folded))
