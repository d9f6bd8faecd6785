"""Pictures from the web, only where the user asks for them, and only from public addresses.

A page that somebody else wrote names the addresses, so none of them may lead into the user's own
network (CWE-918): a name is resolved once, every address it has must be public, and the connection
is made to the very address that was looked at, for the first request and for each redirect alike.
No proxy, no cookie and no password is used.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from urllib.parse import SplitResult, urljoin, urlsplit

from pandoc_vivavoce.writing.pictures import Fetch, PictureError, media_type

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
MOST_BYTES = 16 * 2**20
"""A larger picture is not taken."""
MOST_PICTURES = 500
"""So many are fetched for one product."""
MOST_SECONDS = 20.0
"""So long one picture may take, redirects included."""
_MOST_REDIRECTS = 5
_PIECE = 2**16
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""Addresses of IPv4 within IPv6, for translation (RFC 6052); any network may be behind one."""


def is_public(address: Address) -> bool:
    """Is *address* one that the whole internet reaches, and no other one in disguise?"""
    if isinstance(address, ipaddress.IPv6Address):
        hidden = (address.ipv4_mapped, address.sixtofour, address.teredo)
        if any(hidden) or address in _TRANSLATED:
            return False
    return address.is_global and not address.is_multicast


def fetch_all(addresses: Iterable[str], fetch: Fetch | None = None) -> Fetch:
    """Fetch each of *addresses* once, by *fetch* or a new `Fetcher`; return what hands them out."""
    fetch = fetch or Fetcher().fetch
    found: dict[str, bytes | str] = {}
    for address in addresses:
        try:
            found[address] = fetch(address)
        except PictureError as error:
            found[address] = str(error)

    def handed_out(address: str) -> bytes:
        picture = found[address]
        if isinstance(picture, str):
            raise PictureError(picture)
        return picture

    return handed_out


class Fetcher:
    """Fetches pictures until as many as allowed have been fetched."""

    def __init__(
        self,
        allows: Callable[[Address], bool] = is_public,
        most_pictures: int = MOST_PICTURES,
        most_bytes: int = MOST_BYTES,
        most_seconds: float = MOST_SECONDS,
    ) -> None:
        self._allows = allows
        self._left = most_pictures
        self._most_bytes = most_bytes
        self._most_seconds = most_seconds

    def fetch(self, url: str) -> bytes:
        """Return the picture at *url*; PictureError tells why there is none.

        *url* begins with ``http:``, ``https:`` or ``//``, which stands for ``https:``.
        """
        if self._left <= 0:
            raise PictureError("so many pictures have been fetched that no more are")
        self._left -= 1
        end = time.monotonic() + self._most_seconds
        address = urljoin("https://", url)
        try:
            for _ in range(_MOST_REDIRECTS + 1):
                data, address = self._get(address, end)
                if not address:
                    return _checked(data)
        except (OSError, http.client.HTTPException, ValueError) as error:
            if isinstance(error, PictureError):
                raise
            raise PictureError(f"it could not be fetched: {error}") from error
        raise PictureError("it is moved from one address to the next without end")

    def _get(self, url: str, end: float) -> tuple[bytes, str]:
        """Return what is at *url*, or else where it is moved to."""
        parts = urlsplit(url)
        connection = self._connection(parts, end)
        answer: http.client.HTTPResponse | None = None
        try:
            path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
            headers = {"Accept": "image/*", "Accept-Encoding": "identity", "User-Agent": "vivavoce"}
            connection.request("GET", _ascii(path), headers=headers)
            answer = connection.getresponse()
            moved = answer.getheader("Location", "") if answer.status in _REDIRECTS else ""
            if moved:
                return b"", urljoin(url, moved)
            if answer.status != http.HTTPStatus.OK:
                raise PictureError(f"the server answers {answer.status} {answer.reason}")
            return self._body(answer, end), ""
        finally:
            if answer is not None:
                answer.close()
            connection.close()

    def _connection(self, parts: SplitResult, end: float) -> http.client.HTTPConnection:
        """Return a connection that is open, to an address that was looked at."""
        if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc:
            raise PictureError("only http and https are fetched, and no address with a password")
        port = parts.port or (443 if parts.scheme == "https" else 80)
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
        addresses = [ipaddress.ip_address(item[4][0]) for item in found]
        if not addresses or not all(map(self._allows, addresses)):
            raise PictureError("it lies on a private network")
        channel = socket.create_connection((str(addresses[0]), port), _left(end))
        if parts.scheme == "https":
            context = ssl.create_default_context()
            channel = context.wrap_socket(channel, server_hostname=parts.hostname)
        connection = http.client.HTTPConnection(parts.hostname, port)
        connection.sock = channel
        return connection

    def _body(self, answer: http.client.HTTPResponse, end: float) -> bytes:
        pieces: list[bytes] = []
        size = 0
        while piece := answer.read1(_PIECE):
            _left(end)
            size += len(piece)
            if size > self._most_bytes:
                raise PictureError("it is too large")
            pieces.append(piece)
        return b"".join(pieces)


def _left(end: float) -> float:
    """Return the seconds until *end*; PictureError where there are none."""
    left = end - time.monotonic()
    if left <= 0:
        raise PictureError("it takes too long")
    return left


def _ascii(path: str) -> str:
    """Return *path* with what an address may not hold written in percent."""
    return "".join(
        char if "!" <= char <= "~" else "".join(f"%{byte:02X}" for byte in char.encode())
        for char in path
    )


def _checked(data: bytes) -> bytes:
    if not media_type(data):
        raise PictureError("what is there is no PNG, JPEG, GIF or WebP picture")
    return data
