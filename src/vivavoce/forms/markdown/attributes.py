"""Attributes in braces as pandoc has them, ``{#id .class key="value"}``, and escapes undone."""

from __future__ import annotations

import re
from html.entities import html5
from typing import Final, NamedTuple

_ATTRIBUTE: Final = re.compile(r'([#.])([^\s"#.=}]+)|([\w:-]+)=(?:"((?:[^"\\]|\\.)*)"|(\S+))')
_ESCAPED: Final = re.compile(
    r"\\([^\w\s]|_)|(&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,39});)"
)


class Attributes(NamedTuple):
    """What stands in braces: ``{#id .class key="value"}``."""

    id: str = ""
    classes: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()

    def get(self, key: str, default: str = "") -> str:
        """Return the value of *key*."""
        return dict(self.values).get(key, default)


def parse_attributes(inside: str) -> Attributes:
    """Return the attributes that stand between braces in *inside*."""
    name, classes, values = "", [], []
    for sort, word, key, quoted, bare in _ATTRIBUTE.findall(inside):
        if sort == "#":
            name = word
        elif sort == ".":
            classes.append(word)
        elif key == "id":
            name = unescaped(quoted or bare)
        else:
            values.append((key, unescaped(quoted or bare)))
    return Attributes(name, tuple(classes), tuple(values))


def unescaped(text: str) -> str:
    """Return *text* with escapes and character references replaced by what they mean."""
    return _ESCAPED.sub(lambda match: match[1] or character_of(match[2]), text)


def character_of(reference: str) -> str:
    """Return the character that *reference* names, control characters and all."""
    if reference[1] != "#":
        return html5.get(reference[1:], reference)
    digits = reference[2:-1]
    number = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    return chr(number) if number < 0xD800 or 0xDFFF < number < 0x110000 else "\ufffd"
