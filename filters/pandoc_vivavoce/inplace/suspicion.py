"""A look at a document without conversation: was there one whose marks a reader has dropped?

pandoc's HTML reader keeps no attribute of a paragraph and drops ``cite`` and ``time``; a page that
tells by them who speaks arrives as questions and answers that look alike.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from vivavoce.linestarts import begins_with_label
from vivavoce.model import Block
from vivavoce.problems import Code, Problem

_QUESTION_MARKS: Final = ("?", "？", "؟")
_LONGEST_QUESTION: Final = 600
_FEWEST: Final = 4
_SHARE: Final = 0.3


def suspect_lost_cues(blocks: tuple[Block, ...]) -> tuple[Problem, ...]:
    """Return a problem where questions and answers seem to alternate and nothing marks them."""
    asks = [_is_question(block) for block in blocks if block.kind == "paragraph"]
    answered = sum(first and not second for first, second in pairwise(asks))
    if answered < _FEWEST or answered < _SHARE * len(asks):
        return ()
    told = (
        f"{answered} questions are followed by what looks like an answer, and nothing tells who "
        "speaks; pandoc's HTML reader drops class names of paragraphs, so read the page with: "
        'pandoc -f "$(pandoc-vivavoce --reader)"'
    )
    return (Problem(Code.CUES_DESTROYED, told),)


def _is_question(block: Block) -> bool:
    """Tell whether *block* asks something and does not print who asks."""
    text = block.text.rstrip(' "”’»」』')
    asks = text.endswith(_QUESTION_MARKS) and len(text) <= _LONGEST_QUESTION
    return asks and not begins_with_label(text)
