"""What of an HTML element's attributes a document keeps: identifier, classes, language, direction.

Everything else is either presentation or could act (event handlers, styles).
"""

from __future__ import annotations

import re
from typing import Final

from pandoc_vivavoce.ast import Attr, attr
from vivavoce.page.soup import Element

_XML_NAME: Final = re.compile(r"[^\W\d][\w.-]*")
_LANG: Final = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_LENGTH: Final = re.compile(r"\d{1,5}(?:px|%)?")
_LANGUAGE: Final = ("language-", "lang-")
_DIRECTIONS: Final = frozenset({"ltr", "rtl", "auto"})


def attributes_of(element: Element) -> Attr:
    """Return the attributes to keep of *element*; an identifier must be an XML name."""
    if not element.attributes:
        return attr()
    pairs: dict[str, str] = {}
    lang = element.get("lang") or element.get("xml:lang")
    if _LANG.fullmatch(lang):
        pairs["lang"] = lang
    direction = element.get("dir").lower()
    if direction in _DIRECTIONS:
        pairs["dir"] = direction
    return attr(identifier_of(element), element.classes, pairs)


def code_attributes_of(element: Element) -> Attr:
    """Return the attributes to keep of a ``pre``; the language of its ``code`` is its first class.

    HTML's standard writes it as the class ``language-python``.
    """
    identifier, classes, pairs = attributes_of(element)
    inner = element.find("code")
    named = [*classes, *(inner.classes if inner else [])]
    languages = [name[len(start) :] for start in _LANGUAGE for name in named if _says(name, start)]
    return [identifier, [*languages[:1], *(c for c in classes if not _says(c, *_LANGUAGE))], pairs]


def _says(name: str, *starts: str) -> bool:
    return any(name.startswith(start) and len(name) > len(start) for start in starts)


def identifier_of(element: Element) -> str:
    """Return the element's id, or the name of an anchor, where it is an XML name."""
    name = element.get("id") or (element.get("name") if element.tag == "a" else "")
    return name if _XML_NAME.fullmatch(name) else ""


def size_of(element: Element) -> dict[str, str]:
    """Return the width and height that a picture states."""
    found = {name: element.get(name).strip() for name in ("width", "height")}
    return {name: value for name, value in found.items() if _LENGTH.fullmatch(value)}


def is_empty(attributes: Attr) -> bool:
    """Tell whether *attributes* say nothing."""
    return not any(attributes)
