"""From blocks and a reading to an `Interview`: the tree of turns and of what stands around them.

The reading says whose each stretch of each block is; here the stretches are cut out, without their
labels, and gathered. What somebody says is inside a turn and what nobody says is outside: a heading
or a caption between two paragraphs of one speaker ends the turn, and a turn of the same speaker
without a label goes on after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from vivavoce.interview import Interview, Node, Text, Turn
from vivavoce.languagetags import is_same_language
from vivavoce.model import Block, Metadata, Part, Reading, Run
from vivavoce.nesting import Leaf, Numbering, is_empty_cell, kept_path, nest
from vivavoce.problems import Problem
from vivavoce.runs import cut_apart

_OWN_KINDS: Final = {"code": "code", "raw": "code", "figure": "figure", "rule": "rule"}
_EMPTY_KINDS: Final = frozenset({"figure", "rule"})
_AROUND_LABELS: Final = " \t\n\u00a0\u3000:：.．。,，、;；|｜/／—–-―=>》＞"
_SECTION_LEVEL: Final = 2
"""The level of a section title that was printed as a paragraph."""


def assemble(
    blocks: tuple[Block, ...],
    reading: Reading,
    metadata: Metadata,
    problems: tuple[Problem, ...] = (),
) -> Interview:
    """Make the interview that *reading* finds in *blocks*.

    *problems* are everything found wrong so far; they become the interview's.
    """
    stretches = _gather(blocks, reading.parts, metadata.lang or "")
    numbering = Numbering()
    nodes: list[Node] = []
    for stretch in stretches:
        nodes.extend(stretch.close(numbering))
    return Interview(metadata, reading.participants, tuple(nodes), problems)


class _Stretch:
    """Leaves that stand together: one turn, or what nobody says between two."""

    __slots__ = ("end", "label", "leaves", "speaker", "start")

    def __init__(self, speaker: str | None, label: str, start: float | None) -> None:
        self.speaker = speaker
        self.label = label
        self.start = start
        self.end: float | None = None
        self.leaves: list[Leaf] = []

    def takes(self, part: Part) -> bool:
        """Does *part* go on with this stretch?"""
        return part.speaker == self.speaker and not _opens_turn(part)

    def close(self, numbering: Numbering) -> tuple[Node, ...]:
        nodes = nest(self.leaves, numbering)
        if self.speaker is None:
            return nodes
        if not nodes and not self.label:
            return ()
        return (Turn(self.speaker, nodes, self.label, self.start, self.end),)


def _opens_turn(part: Part) -> bool:
    return part.opens and part.speaker is not None


def _gather(blocks: tuple[Block, ...], parts: tuple[Part, ...], lang: str) -> list[_Stretch]:
    """Gather *parts* into stretches in reading order; the document is written in *lang*."""
    dissolved, spoken = _layout(blocks, parts)
    stretches: list[_Stretch] = []
    for part, runs in _cut_parts(blocks, parts):
        block = blocks[part.block]
        if not stretches or not stretches[-1].takes(part):
            time = part.time if part.time is not None else block.cues.start
            stretches.append(_Stretch(part.speaker, _printed_label(block.text, part), time))
        stretch = stretches[-1]
        if block.cues.end is not None:
            stretch.end = block.cues.end
        leaf = _leaf(block, part, runs, lang)
        path = kept_path(block.path, spoken if part.speaker is None else dissolved)
        if leaf is not None or is_empty_cell(path):
            stretch.leaves.append((path, leaf))
    return stretches


def _printed_label(text: str, part: Part) -> str:
    """Return the label at the beginning of *part*, with any other words that stand beside it."""
    printed = text[part.start : part.speech]
    beside = printed.replace(part.label, "", 1)
    if not any(map(str.isalpha, beside)):
        return part.label
    return printed.strip(_AROUND_LABELS)


def _layout(blocks: tuple[Block, ...], parts: tuple[Part, ...]) -> tuple[set[int], set[int]]:
    """Return the keys of the containers that do not wrap speech, and that do not wrap the rest.

    Where a turn opens inside a container, the container laid out the conversation. One that holds
    speech of a turn does not wrap what stands between, since that is outside of the turn.
    """
    dissolved: set[int] = set()
    spoken: set[int] = set()
    for part in parts:
        if part.speaker is not None and blocks[part.block].path:
            keys = [container.key for container in blocks[part.block].path]
            spoken.update(keys)
            if part.opens:
                dissolved.update(keys)
    return dissolved, spoken


def _cut_parts(
    blocks: tuple[Block, ...], parts: tuple[Part, ...]
) -> Iterator[tuple[Part, tuple[Run, ...]]]:
    """Yield each part with what it says, its label and the white space at the seams cut off."""
    for index, group in groupby(parts, lambda part: part.block):
        block, here = blocks[index], list(group)
        if len(here) == 1 and here[0].speech == 0 and here[0].end == len(block.text):
            yield here[0], block.runs
        else:
            spans = [_trimmed(block.text, part.speech, part.end) for part in here]
            yield from zip(here, cut_apart(block.runs, spans), strict=True)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span *start* to *end* of *text* without the white space at either end."""
    said = text[start:end]
    start += len(said) - len(said.lstrip())
    return start, max(start, end - len(said) + len(said.rstrip()))


def _leaf(block: Block, part: Part, runs: tuple[Run, ...], lang: str) -> Text | None:
    """Return the leaf that says *runs* in a document in *lang*; None where nothing is left."""
    if block.kind not in _EMPTY_KINDS and not _is_filled(runs):
        return None
    kind = _kind(block, part)
    level = (block.level or _SECTION_LEVEL) if kind == "heading" else 0
    own_lang = "" if not block.lang or is_same_language(block.lang, lang) else block.lang
    return Text(kind, runs, level, block.id if part.start == 0 else "", own_lang)


def _is_filled(runs: tuple[Run, ...]) -> bool:
    return any(run.image is not None or run.text.strip() for run in runs)


def _kind(block: Block, part: Part) -> str:
    """Return the kind of leaf: the block's own where it has one, else what recognition found."""
    if block.kind in _OWN_KINDS:
        return _OWN_KINDS[block.kind]
    if part.kind == "speech":
        return "paragraph"
    if part.kind in {"prose", "introduction"} and block.kind in {"heading", "caption"}:
        return block.kind
    return "paragraph" if part.kind == "prose" else part.kind
