"""A document of pandoc's written as JSON, without spaces and in UTF-8.

`json.dumps` writes the same, and puts it together from every key, name and bracket for itself:
for a document of a thousand turns that took as long as all that is done to the turns. An element
here begins with one string that is made once for its kind.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import Any, Final

_EMPTY: Final = {"Space": '{"t":"Space"}', "SoftBreak": '{"t":"SoftBreak"}'}
"""Elements without content, which stand between most words."""


def dump(document: dict[str, Any]) -> bytes:
    """Return *document* as JSON; half a surrogate pair, which UTF-8 cannot hold, as an escape.

    Raises RecursionError, as `json.dumps` does, where it is nested too deeply.
    """
    writer = _Writer()
    writer.value(document)
    try:
        return "".join(writer.out).encode()
    except UnicodeEncodeError:
        return json.dumps(document, separators=(",", ":"), check_circular=False).encode()


class _Writer:
    """Gathers the pieces of one document."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self._openings: dict[str, str] = {}

    def value(self, value: Any) -> None:
        """Add any value that JSON has."""
        if isinstance(value, str):
            self.out.append(encode_basestring(value))
        elif isinstance(value, list):
            self._list(value)
        elif isinstance(value, dict):
            self._object(value)
        else:
            self.out.append(json.dumps(value))

    def _list(self, items: list[Any]) -> None:
        if not items:
            self.out.append("[]")
            return
        mark = "["
        for item in items:
            self.out.append(mark)
            self.value(item)
            mark = ","
        self.out.append("]")

    def _object(self, members: dict[str, Any]) -> None:
        kind = members.get("t")
        if not isinstance(kind, str) or len(members) != 1 + ("c" in members):
            self._members(members)
        elif "c" not in members:
            self.out.append(_EMPTY.get(kind) or f'{{"t":{encode_basestring(kind)}}}')
        else:
            self._element(kind, members["c"])

    def _element(self, kind: str, content: Any) -> None:
        opening = self._openings.get(kind)
        if opening is None:
            opening = self._openings[kind] = f'{{"t":{encode_basestring(kind)},"c":'
        if isinstance(content, str):
            self.out.append(f"{opening}{encode_basestring(content)}}}")
            return
        self.out.append(opening)
        self.value(content)
        self.out.append("}")

    def _members(self, members: dict[str, Any]) -> None:
        if not members:
            self.out.append("{}")
            return
        mark = "{"
        for name, value in members.items():
            self.out.append(f"{mark}{encode_basestring(name)}:")
            self.value(value)
            mark = ","
        self.out.append("}")
