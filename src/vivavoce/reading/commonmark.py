"""markdown-it-py with rules of our own: line breaks where turns begin, and quick ways for what most
lines of an interview are.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping, Sequence
from functools import cache
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, heading, paragraph
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from vivavoce.linestarts import begins_with_label, ends_sentence

DEEPEST: Final = 100
"""Blocks nested deeper are refused; the parser works by recursion."""
_KEPT_BREAK: Final = "<br>\n"
_SIGNS: Final = r"\n\\`~*_\[\]<&"
_SIGN: Final = re.compile(rf"[{_SIGNS}]|!(?=\[)")
"""What begins or ends anything inside a paragraph."""
_BOLD_FIRST: Final = re.compile(
    rf"\*\*([^\W_](?:[^{_SIGNS}]*[^{_SIGNS}\s])?)\*\*((?: [^{_SIGNS}]*)?)"
)
"""A line of an interview as it is most often written: a bold label, and plain speech."""
_RULES_OF_TABLES: Final = frozenset("|-:")
"""What the second line of a table begins with."""


@cache
def parser() -> MarkdownIt:
    """Return the parser; it is the same one each time, and keeps nothing of what it has read."""
    made = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST}).enable(
        ["table", "strikethrough"]
    )
    made.disable("code")
    made.block.ruler.before("table", "one line", _read_one_line)
    made.core.ruler.at("inline", _read_inline)
    made.inline.ruler.at("text", _read_text)
    made.add_render_rule("softbreak", _render_softbreak)
    return made


def _read_one_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a heading, or a paragraph of one line, where its first letters leave no other choice.

    The parser would try all other rules first, of which a table has a second line of these signs.
    """
    at, following = state.bMarks[start] + state.tShift[start], _sign_of(state, start + 1)
    if state.src.startswith("#", at):
        return following not in _RULES_OF_TABLES and heading(state, start, end, silent)
    at += 2 if state.src.startswith("**", at) else 0
    opens_text = not following and state.src[at : at + 1].isalpha()
    return opens_text and paragraph(state, start, end, silent)


def _sign_of(state: StateBlock, line: int) -> str:
    """Return the first sign of *line*; an empty text where it is blank, or past the end."""
    if line >= state.lineMax or state.isEmpty(line):
        return ""
    return state.src[state.bMarks[line] + state.tShift[line]]


def _read_inline(state: StateCore) -> None:
    """Parse what stands in paragraphs and headings; where no sign is, it is text as it stands."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        if not _SIGN.search(token.content):
            token.children = [_text(token.content)]
        elif line := _BOLD_FIRST.fullmatch(token.content):
            token.children = _bold_first(*line.groups())
        else:
            token.children = state.md.inline.parse(token.content, state.md, state.env, [])


def _text(text: str) -> Token:
    return Token("text", "", 0, content=text)


def _bold_first(bold: str, plain: str) -> list[Token]:
    opened, closed = Token("strong_open", "strong", 1), Token("strong_close", "strong", -1)
    return [opened, _text(bold), closed, _text(plain)]


def _read_text(state: StateInline, silent: bool) -> bool:
    """Take text up to the next sign that begins or ends something in these documents.

    The parser's own rule stops at every sign that a plug-in could want.
    """
    sign = _SIGN.search(state.src, state.pos)
    end = sign.start() if sign else state.posMax
    if end == state.pos:
        return False
    if not silent:
        state.pending += state.src[state.pos : end]
    state.pos = end
    return True


def _render_softbreak(
    renderer: Any,
    tokens: Sequence[Token],
    index: int,
    options: Any,
    environment: MutableMapping[str, Any],
) -> str:
    before, after = _line_before(tokens, index), _line_after(tokens, index)
    if _is_set_apart(before):
        return _KEPT_BREAK
    text_after = "".join(token.content for token in after)
    if begins_with_label(text_after) and ends_sentence("".join(token.content for token in before)):
        return _KEPT_BREAK
    return "\n"


def _line_before(tokens: Sequence[Token], index: int) -> Sequence[Token]:
    start = index
    while start > 0 and tokens[start - 1].type not in ("softbreak", "hardbreak"):
        start -= 1
    return tokens[start:index]


def _line_after(tokens: Sequence[Token], index: int) -> Sequence[Token]:
    end = index + 1
    while end < len(tokens) and tokens[end].type not in ("softbreak", "hardbreak"):
        end += 1
    return tokens[index + 1 : end]


def _is_set_apart(line: Sequence[Token]) -> bool:
    """Is the whole line one piece of bold or italics?"""
    shown = [token for token in line if token.type != "text" or token.content.strip()]
    if len(shown) < 3:
        return False
    first, last = shown[0], shown[-1]
    if first.type == "html_inline":
        opens = first.content.lower() in ("<strong>", "<b>", "<em>", "<i>")
        return opens and last.content == first.content.replace("<", "</")
    inner_closes = [token.type for token in shown[:-1] if token.level <= first.level]
    return (
        first.type in ("strong_open", "em_open")
        and last.type == first.type.replace("open", "close")
        and last.type not in inner_closes
    )
