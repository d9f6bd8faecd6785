"""Attributes of HTML that run, load, frame or submit something (HTML Standard, section 3.2.6).

So do those with marks in their names, such as ``@click`` and ``x-on:load``, by scripts of a site;
and an e-book with a name that XML does not know cannot be opened.
"""

from __future__ import annotations

import re
from typing import Final

from vivavoce.marks import is_safe_address

_EVENT: Final = re.compile(r"on[a-z]+", re.IGNORECASE)
_ADDRESSES: Final = frozenset(
    {"action", "formaction", "data", "poster", "background", "ping", "manifest", "cite", "srcset"}
)
_NEVER: Final = frozenset({"srcdoc", "http-equiv", "background-iframe", "preview-link"})
"""Some for presentations: pandoc writes them with ``data-`` before, and reveal.js acts on them."""
_ACTIVE_STYLE: Final = re.compile(
    r"url\s*\(|expression|@import|behavior|-moz-binding|\\", re.IGNORECASE
)
"""In a style: what loads or runs, and escapes that hide it (CSS Syntax, section 4.3.7)."""

_NAME: Final = re.compile(r"(?:(?:epub|xml):)?[A-Za-z_][\w.-]*", re.ASCII)
"""Names with the prefixes that pandoc declares in XHTML (Namespaces in XML, section 4)."""


def is_unsafe(key: str, value: str) -> bool:
    """Tell whether the attribute *key* with *value* may not be on an element of untrusted text."""
    if _NAME.fullmatch(key) is None:
        return True
    name = key.lower().removeprefix("data-")
    if name == "style":
        return _ACTIVE_STYLE.search(value) is not None
    if name in _ADDRESSES or name.endswith(("href", "src")):
        return not is_safe_address(value)
    return name in _NEVER or _EVENT.fullmatch(name) is not None
