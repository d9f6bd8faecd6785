"""Furniture that is written into the text: calls to follow and subscribe, rules of dashes before
them, links to other articles, rights; at a document's two ends and nowhere else.

Works on blocks, since Markdown and plain text have such lines too. What only might be a call stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from vivavoce.dates import to_iso
from vivavoce.model import Block
from vivavoce.page.chrome_phrases import (
    CALL,
    ORNAMENT,
    POSTED,
    PROMOTION,
    RELATED_LEAD,
    RIGHTS,
    may_be_end_matter,
)
from vivavoce.patterns import lazy_pattern
from vivavoce.problems import Code, Problem

_LONGEST_CALL: Final = 300
_LONG_TEXT: Final = 120
_MOST_SKIPPED: Final = 4
"""So many other lines (credits) may stand between furniture at the end."""
_SHORT_LINK: Final = 40
_MOST_LINKS: Final = 10
_LONG_SECTION: Final = 1000
_SECTION_BLOCKS: Final = 12
_NAMES_A_PLACE: Final = lazy_pattern(
    r"https?://|www\.|@\w|[\"“”„«»「」『』]|wechat|weixin|facebook|twitter|instagram|youtube|telegram"
    r"|微信|公[众眾][号號]|微博|weibo|patreon",
    re.IGNORECASE,
)
_SHOWN: Final = 160


def drop_end_furniture(
    blocks: tuple[Block, ...], address: str = ""
) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """Return *blocks* without the furniture at their two ends, and a problem for each left out.

    *address* is where the document was published, if that is known: links at the end that lead to
    the same site go.
    """
    host = _host_of(address) if address else ""
    problems: list[Problem] = []
    for find in (_leading, lambda left: _trailing(left, host), _called_section):
        out = find(blocks)
        if len(out) < len(blocks):
            problems.extend(_left_out(blocks[number]) for number in sorted(out))
            blocks = tuple(block for number, block in enumerate(blocks) if number not in out)
    return blocks, tuple(problems)


def _left_out(block: Block) -> Problem:
    text = block.text or " ".join(run.image.src for run in block.runs if run.image) or "---"
    text = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return Problem(Code.DROPPED_CHROME, "left out furniture at an end of the text", text=text)


def _leading(blocks: Sequence[Block]) -> set[int]:
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


def _called_section(blocks: Sequence[Block]) -> set[int]:
    """The last sections, from a heading that is a call, if they are short."""
    length = 0
    start = len(blocks)
    for number in range(len(blocks) - 1, max(0, len(blocks) - _SECTION_BLOCKS), -1):
        block = blocks[number]
        length += len(block.text)
        if length > _LONG_SECTION:
            break
        if block.kind == "heading" and may_be_end_matter(block.text) and CALL.match(block.text):
            start = number - 1 if blocks[number - 1].kind == "heading" else number
    return set(range(start, len(blocks)))


def _trailing(blocks: Sequence[Block], host: str) -> set[int]:
    """Walk back from the end as long as there may be furniture."""
    out: set[int] = set()
    pending: list[int] = []
    """Links and pictures whose fate what stands above them decides."""
    skipped = 0
    for number in range(len(blocks) - 1, -1, -1):
        block = blocks[number]
        before = blocks[number - 1] if number else None
        if block.kind in ("figure", "rule"):
            pending.append(number)
        elif _is_call(block, before, bool(out)) or _is_lead(block, pending, blocks):
            out.update((number, *pending))
            pending = []
        elif ORNAMENT.fullmatch(block.text) and not skipped:
            out.add(number)
        elif _is_link(block):
            pending.append(number)
        else:
            if not skipped and _are_on_site([blocks[link] for link in pending], host):
                out.update(pending)
            skipped += 1
            pending = []
            if skipped > _MOST_SKIPPED or len(block.text) > _LONG_TEXT:
                break
    return out


def _is_link(block: Block) -> bool:
    """Is all of the block's text linked?"""
    return all(
        any(mark.kind == "link" for mark in run.marks)
        for run in block.runs
        if run.text.strip(" \u00a0\n·|/>»,、")
    )


def _is_call(block: Block, before: Block | None, others: bool) -> bool:
    """Does *block* ask to follow, share or subscribe, or state rights?

    A call counts where it is all of the line, names an account or an address, links somewhere, or
    does not stand alone: after a rule or beside other furniture.
    """
    text = block.text
    is_text = block.kind in ("paragraph", "heading") and len(text) <= _LONGEST_CALL
    if not is_text or not may_be_end_matter(text):
        return False
    if RIGHTS.match(text) or POSTED.fullmatch(text):
        return len(text) < _LONG_TEXT
    after_rule = before is not None and (
        before.kind == "rule" or ORNAMENT.fullmatch(before.text) is not None
    )
    if (others or after_rule or text.startswith("+++")) and PROMOTION.search(text):
        return True
    if CALL.fullmatch(text):
        return True
    if not CALL.match(text):
        return False
    linked = any(mark.kind == "link" for run in block.runs for mark in run.marks)
    return others or linked or after_rule or bool(_NAMES_A_PLACE.search(text))


def _is_lead(block: Block, pending: list[int], blocks: Sequence[Block]) -> bool:
    """Does *block* head the links that follow it, and say that they are other articles?"""
    if len(block.text) > _LONG_TEXT or not RELATED_LEAD.match(block.text):
        return False
    return any(blocks[number].text for number in pending) or _is_link(block)


def _are_on_site(blocks: list[Block], host: str) -> bool:
    """Do bare links at the very end lead to other pages of the site *host*?"""
    addresses = [
        mark.value
        for block in blocks
        for run in block.runs
        for mark in run.marks
        if mark.kind == "link"
    ]
    if not host or not addresses or len(addresses) > _MOST_LINKS:
        return False
    return all(_host_of(address) in ("", host) for address in addresses)


def _host_of(address: str) -> str:
    from urllib.parse import urlsplit  # noqa: PLC0415 - few documents end with links

    return urlsplit(address).netloc
