"""A document of pandoc's written as JSON, without spaces and in UTF-8.

`json.dumps` writes the same, and puts it together from every key, name and bracket for itself:
for a document of a thousand turns that took as long as all that is done to the turns. An element
here begins with one piece that is made once for its kind.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import Any, Final


def dump(document: dict[str, Any]) -> bytes:
    """Return *document* as JSON.

    Half a surrogate pair, which UTF-8 cannot hold, is written as an escape, and all of a document
    so deep that only `json.dumps` can go down in it; that raises RecursionError where it cannot.
    """
    writer = _Writer()
    try:
        writer.value(document)
    except (UnicodeEncodeError, RecursionError):
        return json.dumps(document, separators=(",", ":"), check_circular=False).encode()
    return b"".join((*writer.settled, *writer.out))


_MANY: Final = 50_000
"""So many pieces are put together at once: each takes many times the memory of what it says."""
_SHORT: Final = 24
"""Strings of fewer characters, names and words, come back in a document."""


class _Writer:
    """Gathers the pieces of one document."""

    def __init__(self) -> None:
        self.settled: list[bytes] = []
        """What was put together already."""
        self.out: list[bytes] = []
        self._openings: dict[str, bytes] = {}
        self._known: dict[str, bytes] = {}

    def value(self, value: Any) -> None:
        """Add any value that JSON has."""
        if isinstance(value, str):
            self.out.append(self._short(value) if len(value) < _SHORT else _quoted(value))
        elif isinstance(value, list):
            self._list(value)
        elif isinstance(value, dict):
            self._object(value)
        else:
            self.out.append(json.dumps(value).encode())

    def _short(self, text: str) -> bytes:
        quoted = self._known.get(text)
        if quoted is None:
            quoted = self._known[text] = _quoted(text)
        return quoted

    def _list(self, items: list[Any]) -> None:
        if not items:
            self.out.append(b"[]")
            return
        mark = b"["
        for item in items:
            self.out.append(mark)
            self.value(item)
            mark = b","
            if len(self.out) > _MANY:
                self.settled.append(b"".join(self.out))
                self.out.clear()
        self.out.append(b"]")

    def _object(self, members: dict[str, Any]) -> None:
        """Add an element, of a kind and perhaps with content, or a map of the metadata."""
        kind = members.get("t")
        if not isinstance(kind, str) or len(members) != 1 + ("c" in members):
            self._members(members)
            return
        opening = self._openings.get(kind)
        if opening is None:
            opening = self._openings[kind] = b'{"t":' + _quoted(kind)
        self.out.append(opening)
        if len(members) > 1:
            self.out.append(b',"c":')
            self.value(members["c"])
        self.out.append(b"}")

    def _members(self, members: dict[str, Any]) -> None:
        if not members:
            self.out.append(b"{}")
            return
        mark = b"{"
        for name, value in members.items():
            self.out += (mark, _quoted(name), b":")
            self.value(value)
            mark = b","
        self.out.append(b"}")


def _quoted(text: str) -> bytes:
    return encode_basestring(text).encode()
