"""Furniture that is written into the text: calls to follow and subscribe, rules of dashes before
them, lists of other articles, rights, at a document's two ends and nowhere else.

Works on blocks, since Markdown and plain text have such lines too. A line that begins with a
label is speech and stays; so does one that only might be a call.
"""

from __future__ import annotations

import re

from vivavoce import chrome_phrases as phrases
from vivavoce.dates import to_iso
from vivavoce.model import Block
from vivavoce.problems import Code, Problem

_LONGEST_LINE = 300
_LONG_TEXT = 120
_SKIPPED = 4
"""So many other lines (credits) may stand between furniture at the end."""
_SHORT_LINK = 40
_NAMES_A_PLACE = re.compile(
    r"https?://|www\.|@\w|[\"“”„«»「」『』]|wechat|weixin|facebook|twitter|instagram|youtube|telegram"
    r"|微信|公众号|公眾號|微博|weibo|patreon",
    re.IGNORECASE,
)
_SHOWN = 160


def drop_end_furniture(
    blocks: tuple[Block, ...],
) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """Return *blocks* without the furniture at their two ends, and a problem for each left out."""
    out = _leading(blocks) | _trailing(blocks)
    if not out or len(out) == len(blocks):
        return blocks, ()
    kept = tuple(block for number, block in enumerate(blocks) if number not in out)
    return kept, tuple(_dropped(blocks[number]) for number in sorted(out) if blocks[number].text)


def _dropped(block: Block) -> Problem:
    text = block.text if len(block.text) <= _SHOWN else block.text[: _SHOWN - 1] + "…"
    return Problem(Code.DROPPED_CHROME, "left out furniture at an end of the text", text=text)


def _leading(blocks: tuple[Block, ...]) -> set[int]:
    """Links alone in their line before anything else: to a column, to the home page."""
    out: set[int] = set()
    for number, block in enumerate(blocks):
        if block.kind in ("figure", "rule"):
            continue
        if block.kind != "paragraph" or not _is_link(block) or len(block.text) > _SHORT_LINK:
            break
        if to_iso(block.text):
            break
        out.add(number)
    return out


def _trailing(blocks: tuple[Block, ...]) -> set[int]:
    """Walk back from the end as long as there may be furniture."""
    out: set[int] = set()
    pending: list[int] = []
    """Links and pictures that go only if a line above them leads to other pages."""
    skipped = 0
    for number in range(len(blocks) - 1, 0, -1):
        block = blocks[number]
        at_end = len(out) + len(pending) == len(blocks) - 1 - number
        if block.kind in ("figure", "rule"):
            pending.append(number)
        elif _is_call(block, blocks[number - 1], bool(out)) or _is_lead(block, pending, blocks):
            out.update((number, *pending))
            pending = []
        elif phrases.ORNAMENT.fullmatch(block.text) and (out or at_end) and not skipped:
            out.add(number)
        elif _is_link(block):
            pending.append(number)
        else:
            skipped += 1
            pending = []
            if skipped > _SKIPPED or len(block.text) > _LONG_TEXT:
                break
    return out


def _is_link(block: Block) -> bool:
    """Is all of the block's text linked?"""
    return all(
        any(mark.kind == "link" for mark in run.marks)
        for run in block.runs
        if run.text.strip(" \n·|/>»,、")
    )


def _is_call(block: Block, before: Block, others: bool) -> bool:
    """Does *block* ask to follow, share or subscribe, or state rights?

    A call counts where it names an account or an address, links somewhere, or does not stand alone:
    after a rule or beside other furniture.
    """
    text = block.text
    if len(text) > _LONGEST_LINE or block.kind not in ("paragraph", "heading"):
        return False
    if phrases.RIGHTS.match(text) or phrases.POSTED.fullmatch(text):
        return len(text) < _LONG_TEXT
    after_rule = before.kind == "rule" or bool(phrases.ORNAMENT.fullmatch(before.text))
    if phrases.PROMOTION.search(text) and (others or after_rule or text.startswith("+++")):
        return True
    if not phrases.CALL.match(text):
        return False
    linked = any(mark.kind == "link" for run in block.runs for mark in run.marks)
    return others or linked or after_rule or bool(_NAMES_A_PLACE.search(text))


def _is_lead(block: Block, pending: list[int], blocks: tuple[Block, ...]) -> bool:
    """Does *block* head the links that follow it, and say that they are other articles?"""
    if len(block.text) > _LONG_TEXT or not phrases.RELATED_LEAD.match(block.text):
        return False
    return any(blocks[number].text for number in pending) or _is_link(block)
