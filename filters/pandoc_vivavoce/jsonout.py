"""A document of pandoc's written as JSON, without spaces and in UTF-8.

`json.dumps` writes the same, and puts it together from every key, name and bracket for itself:
for a document of a thousand turns that took as long as all that is done to the turns. An element
here begins with one piece that is made once for its kind.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import Any, Final


def dump(document: dict[str, Any]) -> bytearray:
    """Return *document* as JSON.

    Half a surrogate pair, which UTF-8 cannot hold, is written as an escape, and all of a document
    so deep that only `json.dumps` can go down in it; that raises RecursionError where it cannot.
    """
    writer = _Writer()
    try:
        writer.value(document)
    except (UnicodeEncodeError, RecursionError):
        text = json.dumps(document, separators=(",", ":"), check_circular=False)
        return bytearray(text, "ascii")
    return writer.finish()


_MANY: Final = 1_000
"""So many pieces are put together at once: each takes many times the memory of what it says."""
_SHORT: Final = 24
"""Strings of fewer characters, names and words, come back in a document."""
_WORD: Final = b'{"t":"Str","c":'


class _Writer:
    """Writes one document."""

    def __init__(self) -> None:
        self._written = bytearray()
        self._out: list[bytes] = []
        """Pieces that are still to be written."""
        self._openings: dict[str, bytes] = {}
        """What elements with content begin with, by their kind."""
        self._bare: dict[str, bytes] = {}
        """Elements without content."""
        self._words: dict[str, bytes] = {}
        """Elements that are a short word."""
        self._names: dict[str, bytes] = {}
        """Short strings that are no words: classes, identifiers, attributes."""

    def finish(self) -> bytearray:
        """Put what was added together; return all of it so far."""
        self._written += b"".join(self._out)
        self._out.clear()
        return self._written

    def value(self, value: Any) -> None:
        """Add any value that JSON has."""
        if isinstance(value, str):
            self._string(value)
        elif isinstance(value, list):
            self._list(value)
        elif isinstance(value, dict):
            self._object(value)
        else:
            self._out.append(json.dumps(value).encode())

    def _string(self, text: str) -> None:
        is_short = len(text) < _SHORT
        self._out.append(self._kept(self._names, text, b"", b"") if is_short else _quoted(text))

    def _list(self, items: list[Any]) -> None:
        if not items:
            self._out.append(b"[]")
            return
        mark = b"["
        for item in items:
            self._out.append(mark)
            self.value(item)
            mark = b","
            if len(self._out) > _MANY:
                self.finish()
        self._out.append(b"]")

    def _object(self, members: dict[str, Any]) -> None:
        """Add an element, of a kind and perhaps with content, or a map of the metadata."""
        kind = members.get("t")
        has_content = "c" in members
        if not isinstance(kind, str) or len(members) != 1 + has_content:
            self._members(members)
        elif not has_content:
            self._out.append(self._kept(self._bare, kind, b'{"t":', b"}"))
        else:
            self._element(kind, members["c"])

    def _element(self, kind: str, content: Any) -> None:
        """Add an element; a word, which most are, in one piece."""
        if kind == "Str" and isinstance(content, str):
            if len(content) < _SHORT:
                self._out.append(self._kept(self._words, content, _WORD, b"}"))
            else:
                self._out.append(_WORD + _quoted(content) + b"}")
            return
        self._out.append(self._kept(self._openings, kind, b'{"t":', b',"c":'))
        self.value(content)
        self._out.append(b"}")

    def _kept(self, known: dict[str, bytes], text: str, before: bytes, after: bytes) -> bytes:
        """Return *text* in quotation marks between *before* and *after*, made once."""
        piece = known.get(text)
        if piece is None:
            piece = known[text] = before + _quoted(text) + after
        return piece

    def _members(self, members: dict[str, Any]) -> None:
        if not members:
            self._out.append(b"{}")
            return
        mark = b"{"
        for name, value in members.items():
            self._out.append(mark + _quoted(name) + b":")
            self.value(value)
            mark = b","
        self._out.append(b"}")


def _quoted(text: str) -> bytes:
    return encode_basestring(text).encode()
