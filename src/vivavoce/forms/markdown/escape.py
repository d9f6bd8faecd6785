"""Text that means itself in Markdown: what is escaped, and nothing more.

The rules are those of pandoc's Markdown with its default extensions (Pandoc User's Guide, "Pandoc's
Markdown"), which read more characters as markup than CommonMark does: quotation marks, dashes and
dots become typographic, ``$`` is mathematics, ``@`` a citation, ``^`` and ``~`` scripts.
"""

from __future__ import annotations

import re
from typing import Final

_ANYWHERE: Final = re.compile(
    r"""[\\`*\[\]<^~${'"]"""
    r"|(?<![^\W_])_|_(?![^\W_])"  # between two letters it means itself
    r"|(?<![^\W_])@"
    r"|&(?=#?\w{1,40};)"
    r"|-(?=-)|(?<=-)-"  # two or more make a dash
    r"|\.(?=\.\.)|(?<=\.)\.(?=\.)|(?<=\.\.)\.",  # three or more make an ellipsis
    re.ASCII,
)
_LINE_START: Final = re.compile(
    r"[-+#>=:|%]"
    r"|\(?(?:\d+|\#|[A-Za-z]|[ivxlcdmIVXLCDM]+|@[\w-]*)[.)](?=\s|$)"
    r"|[Tt]able:"
)
"""What begins a list, heading, quotation, table or definition, but only at the start of a line."""
_ODD: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]|(?<= ) ")


_REFERENCE: Final = r"&(?=#?\w{1,40};)"
_IN_QUOTES: Final = re.compile(rf'[\\"<>`$\[\]]|{_REFERENCE}', re.ASCII)
"""Brackets, backticks and dollars too: pandoc looks for their partners around a link first."""
_PLAIN_ADDRESS: Final = re.compile(r"(?:[\w/:.?=%#+,;~@!-]|&(?!#?\w{1,40};))+", re.ASCII)


def escape_text(text: str) -> str:
    """Return *text*, which stands within a line, so that it is read back as it is."""
    return _ODD.sub(_entity, _ANYWHERE.sub(r"\\\g<0>", text))


def escape_line_start(line: str) -> str:
    """Return *line*, escaped before, so that its beginning starts no list, heading, or table."""
    match = _LINE_START.match(line)
    if match is None:
        return line
    last = match.end() - 1
    return f"{line[:last]}\\{line[last:]}"


def escape_edges(text: str, *, start: bool, end: bool) -> str:
    """Return *text* with white space at its *start* or *end* written so that it is not trimmed."""
    if start and text and text[0].isspace() and text[0] != "\n":
        text = entity(text[0]) + text[1:]
    if end and text and text[-1].isspace() and text[-1] != "\n":
        text = text[:-1] + entity(text[-1])
    return text


def escape_attribute(value: str) -> str:
    """Return *value* in quotation marks: a title, or a value in braces."""
    return '"' + _IN_QUOTES.sub(r"\\\g<0>", value).replace("\n", entity("\n")) + '"'


def escape_address(address: str) -> str:
    """Return *address* as the target of a link or a picture."""
    if _PLAIN_ADDRESS.fullmatch(address):
        return address
    return "<" + _IN_QUOTES.sub(r"\\\g<0>", address).replace("\n", entity("\n")) + ">"


def entity(char: str) -> str:
    """Return *char* as a numeric character reference."""
    return f"&#{ord(char)};"


def _entity(match: re.Match[str]) -> str:
    return entity(match.group())
