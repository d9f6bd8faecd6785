"""Where links and pictures of an interview may lead in a form that vivavoce writes itself.

Links run nothing, places within the text are found again under their new names, and no picture is
loaded from afar. The rules hold for whatever was read, also for JSON that somebody else wrote.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote

from vivavoce.marks import is_safe_address

_IGNORED: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
"""What browsers leave out of an address before they read it (WHATWG URL, 4.4)."""
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_WEB: Final = re.compile(r"https?://", re.IGNORECASE)
_EMBEDDED: Final = re.compile(
    r"data:image/(?:png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/=]+$", re.I
)


def link_target(address: str, anchors: Mapping[str, str]) -> str:
    """Return where a link to *address* leads; empty where it must lead nowhere.

    *anchors* are `vivavoce.interview_ids.Ids.anchors`.
    """
    address = _IGNORED.sub("", address).strip()
    if address.startswith("#"):
        name = anchors.get(address[1:]) or anchors.get(unquote(address[1:]))
        return f"#{name}" if name else ""
    return address if is_safe_address(address) else ""


def picture_source(address: str) -> str:
    """Return the address of a picture that is at hand: relative, or held in the address itself."""
    address = _IGNORED.sub("", address).strip()
    if _EMBEDDED.match(address):
        return address
    is_afar = address.replace("\\", "/").startswith("//") or _SCHEME.match(address)
    return "" if is_afar or address.startswith("#") else address


def remote_picture(address: str) -> str:
    """Return the address of a picture on the web, to link to; empty for every other."""
    address = _IGNORED.sub("", address).strip()
    return address if _WEB.match(address) else ""
