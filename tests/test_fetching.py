"""Pictures from the web: what is fetched, and what is refused whoever asks."""

from __future__ import annotations

import base64
import ipaddress
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from dotfixtures import FIXTURES

from pandoc_vivavoce.writing.fetching import Address, Fetcher, fetch_all, is_public
from pandoc_vivavoce.writing.pictures import PictureError, find_pictures
from vivavoce.pipeline import parse

PICTURE = (FIXTURES / "books" / "boat.png").read_bytes()


class Site(BaseHTTPRequestHandler):
    """Answers as the path says."""

    def do_GET(self) -> None:
        moved = {"/moved": "/boat.png", "/round": "/round", "/inward": "http://10.0.0.1/x.png"}
        if self.path in moved:
            self.send_response(302)
            self.send_header("Location", moved[self.path])
            self.end_headers()
            return
        known = {"/boat.png": PICTURE, "/page": b"<html></html>", "/large": PICTURE * 999}
        body = known.get(self.path)
        self.send_response(200 if body else 404)
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *_: object) -> None:
        """Keep still."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def allows_loopback(address: Address) -> bool:
    return address.is_loopback


def test_each_picture_is_fetched_once(site: str) -> None:
    asked: list[str] = []

    def fetch(url: str) -> bytes:
        asked.append(url)
        return Fetcher(allows_loopback).fetch(url)

    good, bad = site + "/boat.png", site + "/nothing.png"
    hand_out = fetch_all([good, bad], fetch)
    assert [hand_out(good), hand_out(good)] == [PICTURE, PICTURE]
    for _ in range(2):
        with pytest.raises(PictureError, match="the server answers 404"):
            hand_out(bad)
    assert asked == [good, bad]


@pytest.mark.parametrize("path", ["/boat.png", "/moved"])
def test_picture_is_fetched_through_a_redirect_too(site: str, path: str) -> None:
    assert Fetcher(allows_loopback).fetch(site + path) == PICTURE


@pytest.mark.parametrize(
    ("path", "cause"),
    [
        ("/page", "no PNG"),
        ("/nowhere", "404"),
        ("/round", "without end"),
        ("/inward", "private network"),
        ("/large", "too large"),
    ],
)
def test_what_is_refused_says_why(site: str, path: str, cause: str) -> None:
    fetcher = Fetcher(allows_loopback, most_bytes=len(PICTURE) * 10)
    with pytest.raises(PictureError, match=cause):
        fetcher.fetch(site + path)


def test_count_and_time_are_limited(site: str) -> None:
    fetcher = Fetcher(allows_loopback, most_pictures=1)
    fetcher.fetch(site + "/boat.png")
    with pytest.raises(PictureError, match="no more"):
        fetcher.fetch(site + "/boat.png")
    with pytest.raises(PictureError, match="too long"):
        Fetcher(allows_loopback, most_seconds=0).fetch(site + "/boat.png")


@pytest.mark.parametrize(
    "url",
    [
        "{site}/boat.png",
        "http://localhost/x.png",
        "http://[::1]/x.png",
        "http://[::ffff:127.0.0.1]/x.png",
        "http://169.254.169.254/x.png",
        "http://0x7f.1/x.png",
        "http://2130706433/x.png",
        "//10.1.2.3/x.png",
    ],
)
def test_own_network_is_never_asked(site: str, url: str) -> None:
    with pytest.raises(PictureError, match="private network"):
        Fetcher().fetch(url.format(site=site))


@pytest.mark.parametrize("url", ["ftp://example.org/x", "file:///etc/passwd", "http://a:b@c.org/"])
def test_other_schemes_and_passwords_are_refused(url: str) -> None:
    with pytest.raises(PictureError, match="only http and https"):
        Fetcher().fetch(url)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("::", False),
    ],
)
def test_only_public_addresses_are_fetched_from(address: str, expected: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is expected


def test_nothing_is_fetched_unless_asked(site: str, tmp_path: Path) -> None:
    interview = parse(f'<h1>Boat</h1><p><img src="{site}/boat.png" alt="A boat"></p>')
    assert not find_pictures(interview, tmp_path, True).places
    assert not find_pictures(interview, tmp_path, False, Fetcher(allows_loopback).fetch).places
    found = find_pictures(interview, tmp_path, True, Fetcher(allows_loopback).fetch)
    (place,) = found.places.values()
    assert base64.b64decode(place.partition(",")[2]) == PICTURE
