"""Pandoc's fenced divisions as tokens of markdown-it, and the parser that knows them.

A fence that opens and one that closes are each a token of their own. Nothing looks for the partner,
so that deep and unbalanced divisions cost no more than others.
"""

from __future__ import annotations

import re
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from vivavoce.nesting import DEEPEST
from vivavoce.problems import InputError

_FENCE: Final = re.compile(r":{3,}[ \t]*(?:\{(.*)\}|([\w-]+))?[ \t]*:*[ \t]*")
_DEEPEST: Final = 3 * DEEPEST
"""Each of our containers is at most two of the parser's."""


def block_tokens(text: str) -> list[Token]:
    """Return the blocks of *text* as tokens; what is inline stays as it is written.

    Besides markdown-it's tokens there are ``division_open``, with the attributes in `info`, and
    ``division_close``. Raises InputError where blocks are nested too deeply.
    """
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    parser.core.ruler.disable(["inline", "text_join"])
    parser.disable("reference")
    terminates = ["paragraph", "blockquote", "list", "table"]
    parser.block.ruler.before("fence", "division", _division, {"alt": terminates})
    tokens = parser.parse(text)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        raise InputError(f"blocks are nested deeper than {DEEPEST}")
    return tokens


def _division(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a line that is a fence; a rule of markdown-it's block parser."""
    if state.is_code_block(start):
        return False
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    match = _FENCE.fullmatch(line) if line.startswith(":::") else None
    if match is None:
        return False
    if not silent:
        attributes, word = match.groups()
        opens = attributes is not None or word is not None
        token = state.push("division_open" if opens else "division_close", "div", 0)
        token.info = f".{word}" if word else attributes or ""
        token.map = [start, start + 1]
        state.line = start + 1
    return True
