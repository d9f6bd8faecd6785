"""Markdown's bold where writers put it and CommonMark does not see it.

CommonMark closes ``**`` only where punctuation and letters around it suit (section 6.2, flanking);
labels such as ``**秦朔：**2021`` and ``**Name: **Yes`` do not. In each paragraph whose ``**`` are
paired but misplaced, the pairs are written as ``<strong>``; a space at their inner edge goes out.
"""

from __future__ import annotations

import re
from typing import Final

_TOKEN: Final = re.compile(r"\\.|`+[^`\n]*`+|\*{2}")
_FENCE: Final = re.compile(r"[ \t]{0,3}(?:```|~~~)")
_BLOCK_TAG: Final = re.compile(
    r"[ \t]*</?(?:p|div|table|tr|td|ul|ol|li|dl|h[1-6]|section|article)\b", re.I
)
_LIST_ITEM: Final = re.compile(r"[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]")
_UNCLOSED_LABEL: Final = re.compile(r"((?:^|\n)[ \t>]*)\*\*([^*\n:：]{1,60}[:：])")
_ITALIC_LABEL: Final = re.compile(r"(?<![*\\\w])\*(?![\s*])([^*\n]{1,200}[^\w\s*])\*(?=\w)")
_UNDERLINED_LABEL: Final = re.compile(
    r"^([ \t>]*)__([^_\n]{1,60}[:：])[ \t]*__(?=\S)", re.MULTILINE
)


def repair_emphasis(text: str) -> str:
    """Return the Markdown *text* with misplaced bold and italics written as HTML tags."""
    if "*" not in text and "__" not in text:
        return text
    chunks: list[str] = []
    lines: list[str] = []
    fence = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if fence or mark:
            chunks.extend((*_repaired(lines), line))
            lines = []
            fence = _next_fence(fence, mark.group().strip() if mark else "")
        elif not line.strip() or _LIST_ITEM.match(line):
            chunks.extend(_repaired(lines))
            lines = [line]
        else:
            lines.append(line)
    return "\n".join((*chunks, *_repaired(lines)))


def _next_fence(open_fence: str, mark: str) -> str:
    if not open_fence:
        return mark
    return "" if mark == open_fence else open_fence


def _repaired(lines: list[str]) -> list[str]:
    """Repair one paragraph, given and returned as lines."""
    if not lines:
        return []
    text = "\n".join(lines)
    if ("*" not in text and "__" not in text) or _BLOCK_TAG.match(text):
        return [text]
    text = _UNDERLINED_LABEL.sub(r"\1<strong>\2</strong> ", text)
    text = _ITALIC_LABEL.sub(r"<em>\1</em>", text)
    return [_repair_bold(text)]


def _repair_bold(text: str) -> str:
    stars = [match for match in _TOKEN.finditer(text) if match.group() == "**"]
    if len(stars) % 2:
        closed = _UNCLOSED_LABEL.sub(r"\1**\2**", text, count=1) if len(stars) == 1 else text
        return _repair_bold(closed) if closed != text else text
    pairs = list(zip(stars[::2], stars[1::2], strict=True))
    if "***" in text.replace("****", "") or not any(_is_refused(text, *pair) for pair in pairs):
        return text
    parts: list[str] = []
    at = 0
    for opener, closer in pairs:
        inner = text[opener.end() : closer.start()]
        parts.append(text[at : opener.start()] + _strong(inner))
        at = closer.end()
    return "".join(parts) + text[at:]


def _strong(inner: str) -> str:
    core = inner.strip()
    if not core:
        return inner
    lead, tail = inner[: inner.index(core[0])], inner[len(inner.rstrip()) :]
    return f"{lead}<strong>{core}</strong>{tail}"


def _is_refused(text: str, opener: re.Match[str], closer: re.Match[str]) -> bool:
    """Would CommonMark not pair these two?"""
    before, first = (
        text[max(0, opener.start() - 1) : opener.start()],
        text[opener.end() : opener.end() + 1],
    )
    last, after = text[closer.start() - 1 : closer.start()], text[closer.end() : closer.end() + 1]
    if first.isspace() or last.isspace() or first == "*" or after == "*":
        return True
    return (_is_mark(first) and _is_letter(before)) or (_is_mark(last) and _is_letter(after))


def _is_letter(char: str) -> bool:
    return bool(char) and not char.isspace() and not _is_mark(char)


def _is_mark(char: str) -> bool:
    return bool(char) and not char.isalnum() and not char.isspace()
