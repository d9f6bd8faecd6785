"""Raw HTML that could not be made elements, with nothing left of it but harmless tags and text.

Every tag is written anew from its name and its attributes, so that no parser can read it otherwise;
elements whose content is no text, in which parsers differ, are not among the harmless.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import Final, NamedTuple

from pandoc_vivavoce.disarm.attributes import is_unsafe

_BLOCKS: Final = """
address article aside blockquote caption center col colgroup dd details dl dt figcaption figure
footer div h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th
thead tr ul
"""
_INLINES: Final = """
a abbr b bdi bdo big br cite code del dfn em font i img ins kbd mark q rp rt ruby s samp small span
strike strong sub sup time tt u var wbr
"""
_HARMLESS: Final = frozenset((_BLOCKS + _INLINES).split())
_EMPTY: Final = frozenset({"br", "col", "hr", "img", "wbr"})
_UNSEEN: Final = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
"""Elements whose content nobody sees."""
_TAG: Final = re.compile(r"""<(/?)([A-Za-z][\w:-]*+)((?:[^"'>]++|"[^"]*+"|'[^']*+')*+)>""")
_COMMENT: Final = re.compile(r"<!--(.*?)-->", re.DOTALL)
_ATTRIBUTE: Final = re.compile(r"""([^\s"'<>/=]++)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'>]++))?""")


class Cleaned(NamedTuple):
    """Raw HTML without what acts."""

    text: str
    left_out: tuple[str, ...]
    """The names of elements and attributes that are not in it any more."""


def clean_raw(text: str) -> Cleaned:
    """Return raw HTML *text* without what acts."""
    unseen = [match[1].lower() for match in _UNSEEN.finditer(text)]
    pieces = list(_pieces(_UNSEEN.sub("", text)))
    left_out = (name for piece in pieces for name in piece.left_out)
    return Cleaned("".join(piece.text for piece in pieces), (*unseen, *left_out))


def _pieces(text: str) -> Iterator[Cleaned]:
    """Yield tags, and the text between them; a tag without end takes all that follows for text."""
    at = 0
    while (begin := text.find("<", at)) >= 0:
        yield Cleaned(text[at:begin], ())
        if comment := _COMMENT.match(text, begin):
            at = comment.end()
            is_plain = not re.search("[<>]|--", comment[1])
            yield Cleaned(comment[0] if is_plain else "", ())
        elif tag := _TAG.match(text, begin):
            at = tag.end()
            yield _written(tag)
        elif text[begin + 1 : begin + 2].isalpha():
            yield Cleaned(escape(text[begin:]), ())
            return
        else:
            at = begin + 1
            yield Cleaned("&lt;", ())
    yield Cleaned(text[at:], ())


def _written(tag: re.Match[str]) -> Cleaned:
    """Return a tag written anew; nothing where its element is not harmless."""
    slash, name, rest = tag[1], tag[2].lower(), tag[3]
    if name not in _HARMLESS:
        return Cleaned("", () if slash else (name,))
    if slash:
        return Cleaned(f"</{name}>", ())
    pairs = [(key, unescape(value.strip("\"'"))) for key, value in _ATTRIBUTE.findall(rest)]
    left_out = tuple(key for key, value in pairs if is_unsafe(key, value))
    kept = "".join(f' {key}="{escape(value)}"' for key, value in pairs if not is_unsafe(key, value))
    return Cleaned(f"<{name}{kept}{' /' if name in _EMPTY else ''}>", left_out)
