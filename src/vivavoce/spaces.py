"""White space as HTML has it, and the scripts that are written without any.

White space collapses to one space; a source line break between two Chinese or Japanese characters
leaves none. Two kinds of space stay since they mean something: a wide space (U+3000) inside a line
may part a name from its speech, and a no-break space beside French punctuation or between figures
belongs to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_MEANINGLESS: Final = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u2028\u2029\u2060\ufeff\ufffe\uffff]"
)
_UNWRITABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SEEN: Final = bytes(range(0x20, 0x7F))
"""The characters of ASCII that one sees, and the space."""
_BLANKS: Final = " \t\n\r\f\v"
_OTHER_BLANK: Final = re.compile(r"[\t\r\f\v]")
_NBSP_RUN: Final = re.compile(rf"[{_BLANKS}]*\xa0[{_BLANKS}\xa0]*")
_CJK: Final = (
    ("\u2e80", "\u30ff"),
    ("\u3100", "\u312f"),
    ("\u31a0", "\u31ff"),
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\ufe30", "\ufe4f"),
    ("\uff00", "\uffef"),
    ("\U00020000", "\U0003ffff"),
)
"""First and last characters of what is written without spaces: blocks of Unicode, marks included.

As a set in a regular expression they take longer to compile than an interview takes to read.
"""
_WITH_EITHER: Final = frozenset("‘’“”—…·")
_FIRST_CJK: Final = "\u2e80"


def tidy_space(text: str) -> str:
    """Collapse white space in *text*, and take out characters that mean nothing.

    At either end a line break comes back as ``\\n``, since whether it counts as a space depends on
    what stands beyond.
    """
    if not text.strip(" \n"):
        return _edge(text)
    if not text.replace("\n", " ").isprintable():
        text = _without_odd(text)
    if "\n" in text:
        return _joined_lines(text)
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def is_plain(text: str) -> bool:
    """Is every character of *text* seen, or a space? `str.isprintable` is slower in ASCII."""
    return not text.encode().translate(None, _SEEN) if text.isascii() else text.isprintable()


def writable(text: str) -> str:
    """Take out of *text* what XML cannot hold (XML 1.0, 2.2) and what commands a terminal.

    Escapes in YAML, TOML and JSON can put it there.
    """
    return text if text.isprintable() else _UNWRITABLE.sub("", text)


def on_one_line(text: str) -> str:
    """Return *text* on one line and without characters that would command a terminal."""
    line = " ".join(text.split())
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)


def needs_space(before: str, after: str) -> bool:
    """Is a line break between these two characters a space?

    It is none between two Chinese or Japanese characters; quotation marks count with one of them.
    """
    if is_cjk(before):
        return not is_cjk(after) and after not in _WITH_EITHER
    return not is_cjk(after) or before not in _WITH_EITHER


def is_cjk(char: str) -> bool:
    """Is *char* of those that are written without spaces: Chinese, Japanese, their marks?"""
    return char >= _FIRST_CJK and any(first <= char <= last for first, last in _CJK)


def _without_odd(text: str) -> str:
    """Leave, of all odd characters, only line breaks, wide spaces and meant no-break spaces."""
    text = _OTHER_BLANK.sub(" ", _MEANINGLESS.sub(_meant_character, text))
    return _NBSP_RUN.sub(_one_nbsp, text) if "\xa0" in text else text


def _joined_lines(text: str) -> str:
    if text.isascii():
        inner = " ".join(text.split())
    else:
        inner = "".join(_pieces_of([line.strip(" ") for line in text.split("\n")]))
        while "  " in inner:
            inner = inner.replace("  ", " ")
    if not inner:
        return "\n"
    lead, tail = text[: text.index(inner[0])], text[text.rindex(inner[-1]) + 1 :]
    return _edge(lead) + inner + _edge(tail)


def _pieces_of(lines: list[str]) -> Iterator[str]:
    """Yield the lines that say something, with a space between two where it counts."""
    last = ""
    for line in lines:
        if line:
            if last and ((last < _FIRST_CJK and line < _FIRST_CJK) or needs_space(last, line[0])):
                yield " "
            yield line
            last = line[-1]


def _edge(space: str) -> str:
    return "\n" if "\n" in space else " " if space else ""


def _meant_character(match: re.Match[str]) -> str:
    """Character references 80 to 9F mean windows-1252, line and paragraph separators a line break;
    other control characters, soft hyphens and zero-width spaces mean nothing."""
    char = match.group()
    if char in "\u2028\u2029":
        return "\n"
    return char.encode("latin-1").decode("cp1252", "ignore") if "\x80" <= char <= "\x9f" else ""


def _one_nbsp(match: re.Match[str]) -> str:
    """Keep a single no-break space that belongs to the typography around it."""
    text, space = match.string, match.group()
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if space != "\xa0" or not before or not after:
        return "\n" if "\n" in space else " "
    is_meant = after in ":;?!»%€" or before == "«" or (before.isdigit() and after.isdigit())
    return space if is_meant else " "
