"""Headings ask, paragraphs answer."""

from __future__ import annotations

from collections import Counter

from vivavoce.conventions._alternate import alternate
from vivavoce.conventions._cues import propose
from vivavoce.model import Block, Proposal
from vivavoce.recognition.asking import puts_question
from vivavoce.recognition.document import Document


def heading_question(document: Document) -> Proposal | None:
    """Propose a question for every heading of the levels that mostly ask."""
    levels = _asking_levels(document.blocks)
    if not levels:
        return None
    cues = alternate(
        document,
        lambda line: line.kind == "heading" and document.blocks[line.block].level in levels,
    )
    return propose("heading-question", cues)


def _asking_levels(blocks: tuple[Block, ...]) -> set[int]:
    """Return the heading levels of which at least two thirds ask, or ask for something."""
    every: Counter[int] = Counter()
    asking: Counter[int] = Counter()
    for block in blocks:
        if block.kind == "heading":
            every[block.level] += 1
            asking[block.level] += puts_question(block.text)
    return {
        level for level in asking if asking[level] >= 2 and asking[level] * 3 >= every[level] * 2
    }
