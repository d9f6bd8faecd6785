"""Where a link leads once its interview is part of a product: inside, to the web, or nowhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urljoin, urlsplit

_WEB = frozenset({"http", "https"})
_PLAIN = frozenset({"mailto", "tel"})
_SAFE = "%/:=&?~#+!$,;'@()*[]"
_HOST = re.compile(r"[\w.-]+(?::\d{1,5})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Links:
    """What the addresses of one interview mean."""

    anchors: Mapping[str, str] = field(default_factory=dict)
    """From an id found in the source to the id in the product."""
    base: str = ""
    """The address at which the interview was published; empty where it is not known."""
    chapters: Mapping[str, str] = field(default_factory=dict)
    """From a file's name to the id of the chapter it became."""

    def resolve(self, address: str) -> str:
        """Return the address to link to; empty where there is none that works."""
        if address.startswith("#"):
            found = self.anchors.get(unquote(address[1:]), "")
            return f"#{found}" if found else ""
        name = unquote(address.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0])
        if name and name in self.chapters:
            return f"#{self.chapters[name]}"
        return web_address(address, self.base)


def web_address(address: str, base: str = "") -> str:
    """Return *address*, joined to *base*, as a valid address of the web; empty where it is none."""
    try:
        joined = urljoin(base, address.strip())
        parts = urlsplit(joined)
        if parts.scheme in _PLAIN and parts.path:
            return quote(joined, safe=_SAFE)
        if parts.scheme not in _WEB or not parts.hostname:
            return ""
        host = parts.netloc.rpartition("@")[2].encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return ""
    if not _HOST.fullmatch(host):
        return ""
    rest = parts._replace(scheme="", netloc="").geturl()
    return f"{parts.scheme}://{host}{quote(rest, safe=_SAFE.replace('[]', ''))}"
