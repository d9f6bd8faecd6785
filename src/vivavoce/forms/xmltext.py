"""Text, attributes and names that are sound XML 1.0 whatever was read."""

from __future__ import annotations

import re
from html import escape
from typing import Final
from urllib.parse import quote

_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no place for (production 2, Char)."""
_NAME: Final = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
_LANG: Final = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_URI_SAFE: Final = "%/:=&?~+!$,;'@()*"


def xml_text(text: str) -> str:
    """Return *text* as character data."""
    return escape(_NO_XML.sub("", text), quote=False)


def xml_attributes(**values: str | None) -> str:
    """Return *values* that are neither None nor empty as attributes.

    ``_`` at the end of a name goes, elsewhere it stands for a colon: ``xml_id`` is ``xml:id``.
    """
    pairs = ((name.rstrip("_").replace("_", ":"), value) for name, value in values.items())
    return "".join(f' {name}="{escape(_NO_XML.sub("", value))}"' for name, value in pairs if value)


def is_xml_name(name: str) -> bool:
    """Is *name* an XML name without a colon, in ASCII?"""
    return _NAME.fullmatch(name) is not None


def xml_lang(lang: str | None) -> str:
    """Return *lang* if it has the form of a language tag, else nothing."""
    lang = (lang or "").replace("_", "-")
    return lang if _LANG.fullmatch(lang) else ""


def xml_uri(address: str) -> str:
    """Return *address* as ``xs:anyURI`` takes it: what RFC 3986 has no place for is escaped."""
    path, mark, fragment = _NO_XML.sub("", address).partition("#")
    return quote(path, safe=_URI_SAFE) + mark + quote(fragment, safe=_URI_SAFE)
