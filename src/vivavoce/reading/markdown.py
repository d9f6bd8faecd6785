"""Markdown to HTML text, as people write Markdown for interviews.

CommonMark with tables and strikethrough by markdown-it-py, with these differences:

- Indented text is never code; pretty-printed HTML would else be.
- Bold that CommonMark refuses (``**秦朔：**2021``, ``**Name:**Well``, ``**Name: **Yes``, a label's
  bold that is never closed) is bold: the writer meant it.
- A line break inside a paragraph is a space, but stays where a turn seems to begin: the line before
  ends a sentence and the next starts with at most 40 characters and a colon; or the line before is
  wholly bold or italic.
- A body that is HTML, even with empty lines inside, is handed on as it is, and so is a part of it.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from vivavoce.limits import check_lines, check_signs
from vivavoce.options import DEFAULTS, Options
from vivavoce.problems import Code, LimitError
from vivavoce.reading.emphasis import repair_emphasis
from vivavoce.reading.htmlparts import is_html, join_html_parts
from vivavoce.reading.linestarts import begins_with_label, ends_sentence

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_KEPT_BREAK = "<br>\n"
_SIGNS = r"\n\\`~*_\[\]<&"
_SIGN = re.compile(rf"[{_SIGNS}]|!(?=\[)")
"""What begins or ends anything inside a paragraph."""
_BOLD_FIRST = re.compile(rf"\*\*([^\W_](?:[^{_SIGNS}]*[^{_SIGNS}\s])?)\*\*((?: [^{_SIGNS}]*)?)")
"""A line of an interview as it is most often written: a bold label, and plain speech."""
_DEEPEST = 100
"""Blocks nested deeper are refused; the parser works by recursion."""


def markdown_to_html(text: str, options: Options = DEFAULTS) -> str:
    """Return the HTML of the Markdown *text*; HTML comes back as it is.

    Raises LimitError where there are more lines than `Options.max_elements`, and where quotations
    and lists are nested so deeply that the parser would leave out what is in them.
    """
    if is_html(text):
        return text
    check_lines(text, options)
    check_signs(text, options)
    parser, environment = _parser(), cast("dict[str, Any]", {})
    tokens = parser.parse(repair_emphasis(join_html_parts(text)), environment)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        raise LimitError(Code.TOO_DEEP, f"the Markdown is nested deeper than {_DEEPEST} levels")
    return str(parser.renderer.render(tokens, parser.options, environment))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - heavy

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST}).enable(
        ["table", "strikethrough"]
    )
    parser.disable("code")
    parser.core.ruler.at("inline", _read_inline)
    parser.inline.ruler.at("text", _read_text)
    parser.add_render_rule("softbreak", _render_softbreak)
    return parser


def _read_inline(state: StateCore) -> None:
    """Parse what stands in paragraphs and headings; where no sign is, it is text as it stands."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        if not _SIGN.search(token.content):
            token.children = _text_tokens(token.content)
        elif line := _BOLD_FIRST.fullmatch(token.content):
            token.children = _bold_first(*line.groups())
        else:
            token.children = state.md.inline.parse(token.content, state.md, state.env, [])


def _text_tokens(text: str) -> list[Token]:
    from markdown_it.token import Token  # noqa: PLC0415 - heavy

    return [Token("text", "", 0, content=text)]


def _bold_first(bold: str, plain: str) -> list[Token]:
    from markdown_it.token import Token  # noqa: PLC0415 - heavy

    opened, closed = (Token(f"strong_{end}", "strong", n) for end, n in (("open", 1), ("close", -1)))
    return [opened, *_text_tokens(bold), closed, *_text_tokens(plain)]


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
