"""A class name without a meaning that marks the paragraphs which ask, as exports write it."""

from __future__ import annotations

from collections import Counter
from typing import Final

from vivavoce.conventions._alternate import alternate
from vivavoce.conventions._cues import propose
from vivavoce.model import Block, Proposal
from vivavoce.recognition.asking import puts_question
from vivavoce.recognition.document import Document

_FEW: Final = 3
_MOSTLY: Final = 0.6
_LARGEST: Final = 0.6


def asking_class(document: Document) -> Proposal | None:
    """Propose a question for every paragraph of the one class that mostly asks."""
    name = _asking_class(document.blocks)
    if name is None:
        return None
    cues = alternate(document, lambda line: _class_of(document.blocks[line.block]) == name)
    return propose("asking-class", cues)


def _asking_class(blocks: tuple[Block, ...]) -> str | None:
    every: Counter[str] = Counter()
    asking: Counter[str] = Counter()
    for block in blocks:
        if block.kind == "paragraph" and (name := _class_of(block)):
            every[name] += 1
            asking[name] += puts_question(block.text)
    paragraphs = sum(block.kind == "paragraph" for block in blocks)
    fit = [
        name
        for name, count in asking.items()
        if count >= _FEW and count >= _MOSTLY * every[name] and every[name] <= _LARGEST * paragraphs
    ]
    return fit[0] if len(fit) == 1 else None


def _class_of(block: Block) -> str:
    return block.cues.classes[-1] if block.cues.classes else ""
