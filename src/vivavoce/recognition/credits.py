"""Credit lines as metadata: where the interview was published, said once.

A feed prints its source above and below the article. The second line is left out, with a problem
that says so, and the source is told in the metadata if nothing else tells it.
"""

from __future__ import annotations

import re
from typing import Final

from vivavoce.lexicon.phrases import opens_with
from vivavoce.model import Block, Metadata, Reading, Source
from vivavoce.problems import Code, Problem

_WORD: Final = re.compile(r"[^\W_]+")
_NAME: Final = re.compile(r"[^:：]{0,12}[:：]\s*([^，,。；;|｜]{2,60})")


def without_repeated_credits(blocks: tuple[Block, ...], reading: Reading) -> Reading:
    """Leave out every credit all of whose words stand in an earlier one."""
    seen: list[set[str]] = []
    repeated: list[int] = []
    for part in reading.parts:
        if part.kind != "credit":
            continue
        words = _words(blocks[part.block].text)
        if words and any(words <= earlier for earlier in seen):
            repeated.append(part.block)
        seen.append(words)
    if not repeated:
        return reading
    return reading._replace(
        parts=tuple(part for part in reading.parts if part.block not in repeated),
        problems=(*reading.problems, *(_repetition(index, blocks[index]) for index in repeated)),
    )


def with_source(metadata: Metadata, blocks: tuple[Block, ...], reading: Reading) -> Metadata:
    """Tell the source that a credit line names, where *metadata* knows none."""
    if metadata.source != Source():
        return metadata
    for part in reading.parts:
        block = blocks[part.block]
        if part.kind == "credit" and opens_with("credit_openings", block.text):
            source = _source(block)
            if source != Source():
                return metadata._replace(source=source)
    return metadata


def _source(block: Block) -> Source:
    """Return the name and address in a credit: its first link, else what follows the colon."""
    for run in block.runs:
        link = next((mark.value for mark in run.marks if mark.kind == "link"), None)
        if link and run.text.strip():
            return Source(run.text.strip(), link)
    named = _NAME.match(block.text)
    return Source(named.group(1).strip()) if named else Source()


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _repetition(index: int, block: Block) -> Problem:
    return Problem(Code.REPEATED_CREDIT, "this credit stands above", index, block.text)
