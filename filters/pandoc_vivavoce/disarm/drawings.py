"""Drawings within an address, as pandoc makes of an ``svg`` in a page: whether they only show.

In a page of its own, or put into one as by pandoc's ``--embed-resources``, a drawing runs scripts.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_to_bytes

if TYPE_CHECKING:
    from lxml import etree

_DRAWING: Final = re.compile(r"data:image/svg\+xml(?:;charset=[\w-]+)?(;base64)?,", re.IGNORECASE)
_LONGEST: Final = 5_000_000
_MOVING: Final = frozenset({"animate", "animatemotion", "animatetransform", "set"})
"""They can change an address after it was looked at."""
_FOREIGN: Final = frozenset({"script", "foreignobject", "iframe", "handler", "listener"}) | _MOVING
_LOADING: Final = re.compile(r"url\s*\(\s*[\"']?(?!#)|@import|expression|\\\\", re.IGNORECASE)
"""In a style: what loads or runs, and escapes that hide it."""


def is_still(address: str) -> bool:
    """Tell whether *address* holds an SVG drawing in which nothing acts and nothing is loaded."""
    begin = _DRAWING.match(address)
    if begin is None or len(address) > _LONGEST:
        return False
    try:
        data = unquote_to_bytes(address[begin.end() :])
        return _is_still(base64.b64decode(data) if begin.group(1) else data)
    except binascii.Error:
        return False


def _is_still(data: bytes) -> bool:
    from lxml import etree  # noqa: PLC0415 - hardly a document has drawings

    if b"<!" in data.replace(b"<!--", b"") or b"<?xml-" in data:
        return False
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return False
    return all(_shows(element) for element in root.iter(etree.Element))


def _shows(element: etree._Element) -> bool:
    """Tell whether *element* and its attributes only show something."""
    name = _local(element.tag)
    if name in _FOREIGN or (
        name == "style" and _LOADING.search("".join(map(str, element.itertext())))
    ):
        return False
    return not any(_acts(_local(key), str(value)) for key, value in element.items())


def _local(name: object) -> str:
    return str(name).rpartition("}")[2].lower()


def _acts(name: str, value: str) -> bool:
    if name in {"href", "src"}:
        return not value.startswith(("#", "data:image/png;", "data:image/jpeg;"))
    return name.startswith("on") or _LOADING.search(value) is not None
