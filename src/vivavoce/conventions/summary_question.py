"""``<details><summary>When did you begin?</summary>…``: the summary asks, the details answer."""

from __future__ import annotations

from typing import Final

from vivavoce.conventions._alternate import alternate
from vivavoce.conventions._cues import propose
from vivavoce.model import Block, Proposal
from vivavoce.recognition.asking import puts_question
from vivavoce.recognition.document import Document

_FEW: Final = 2


def summary_question(document: Document) -> Proposal | None:
    """Propose a question for every summary, where most summaries ask or ask for something."""
    summaries = _summaries(document.blocks)
    asking = sum([puts_question(document.blocks[index].text) for index in summaries])
    if asking < _FEW or asking * 3 < len(summaries) * 2:
        return None
    return propose("summary-question", alternate(document, lambda line: line.block in summaries))


def _summaries(blocks: tuple[Block, ...]) -> set[int]:
    """Return the first block of each element ``details`` that holds another."""
    found: dict[int, list[int]] = {}
    for index, block in enumerate(blocks):
        for container in block.path:
            if container.kind == "details":
                found.setdefault(container.key, []).append(index)
    return {inside[0] for inside in found.values() if len(inside) > 1}
