"""Inputs made to exhaust the other ways in, by name: the way, and what is given to it.

The filter is fed pandoc's JSON; pandoc with the custom reader, the directive of Sphinx, documents
of Sphinx, the other commands and books that pandoc or Typst make are given some of the files in
`bombs`. Ways that do not take office files must say so.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from typing import Any, NamedTuple

from bombs import BOMBS, HARMLESS

_MANY, _MILLION = 100_000, 1_000_000
_WORDS = [{"t": "Str", "c": "word"}, {"t": "Space"}]
_PARAGRAPH = {"t": "Para", "c": _WORDS[:1]}
_HEAD = '{"pandoc-api-version":[1,23,1],"meta":{},"blocks":['


class HostBomb(NamedTuple):
    """What one way in is given."""

    way: str
    suffix: str
    make: Callable[[], bytes]


def _turn(name: str, text: str) -> dict[str, Any]:
    label = {"t": "Strong", "c": [{"t": "Str", "c": f"{name}:"}]}
    return {"t": "Para", "c": [label, {"t": "Space"}, {"t": "Str", "c": text}]}


def _turns(count: int) -> str:
    said = (_turn(("Ada", "Ben")[n % 2], ("One?", "Two.")[n % 2]) for n in range(count))
    return ",".join(json.dumps(turn, separators=(",", ":")) for turn in said)


_TALK = json.dumps([_turn("Ada", "One?"), _turn("Ben", "Two.")] * 3)[1:-1]


def _document(*blocks: str) -> bytes:
    return (_HEAD + ",".join((_TALK, *blocks)) + "]}").encode()


def _repeated(count: int, block: dict[str, Any]) -> Callable[[], bytes]:
    text = json.dumps(block, separators=(",", ":"))
    return lambda: _document(",".join([text] * count))


def _nested(begin: str, end: str) -> Callable[[], bytes]:
    return lambda: _document(begin * _MANY + json.dumps(_PARAGRAPH) + end * _MANY)


def _wide() -> bytes:
    classes = ["x" * 20 * _MILLION]
    return _document(json.dumps({"t": "Div", "c": [["", classes, []], [_PARAGRAPH]]}))


def _odd() -> bytes:
    said = "\ud800 \udfff \0 \x1b[31m \u202e \ufffe"
    return _document(json.dumps({"t": "Para", "c": [{"t": "Str", "c": said}]}))


def _bold() -> bytes:
    begin, end = '{"t":"Strong","c":[' * _MANY, "]}" * _MANY
    return _document('{"t":"Para","c":[' + begin + json.dumps(_WORDS[0]) + end + "]}")


_TO_THE_FILTER: dict[str, Callable[[], bytes]] = {
    "100,000 nested divisions": _nested('{"t":"Div","c":[["",[],[]],[', "]]}"),
    "100,000 nested bold": _bold,
    "1,000,000 paragraphs": _repeated(_MILLION, _PARAGRAPH),
    "245,000 paragraphs, within the limits": _repeated(245_000, _PARAGRAPH),
    "370,000 words in a paragraph": _repeated(1, {"t": "Para", "c": _WORDS * 370_000}),
    "39,000 turns, within the limits": lambda: _document(_turns(39_000)),
    "100,000 turns": lambda: _document(_turns(100_000)),
    "an attribute of 20 MB": _wide,
    "labels of 200,000 characters": lambda: _document(json.dumps(_turn("N" * 200_000, "Three?"))),
    "1,000,000 paragraphs of raw HTML": _repeated(
        1, {"t": "RawBlock", "c": ["html", "<p>w</p>" * _MILLION]}
    ),
    "1,000,000 nested lists": lambda: b'{"blocks":' + b"[" * _MILLION,
    "lone surrogates, NULs and marks of direction": _odd,
}


def _web_archive(headers: bytes, page: bytes = b"") -> bytes:
    """Return an archive of one page, packed; *headers* are some of its record's."""
    response = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + page
    )
    length = b"Content-Length: %d\r\n\r\n" % len(response)
    kind = b"WARC-Type: response\r\nWARC-Target-URI: https://example.org/\r\n"
    return gzip.compress(b"WARC/1.0\r\n" + kind + headers + length + response + b"\r\n\r\n")


_TO_THE_CORPUS: dict[str, Callable[[], bytes]] = {
    "a page of 500 MB in a web archive": lambda: _web_archive(
        b"", gzip.compress(b"<p>word</p>" + b"a " * 250 * _MILLION)
    ),
    "headers of 200 MB in a web archive": lambda: _web_archive(
        b"X: " + b"a" * 200 * _MILLION + b"\r\n"
    ),
}
_ODD = (
    "lone surrogates in references",
    "marks of direction without end",
    "a page that says UTF-8 and is UTF-16",
    "a page that says an encoding there is none of",
)
_OFFICE = tuple(name for name, (suffix, _) in BOMBS.items() if suffix in HARMLESS)
_SOME_OFFICE = (
    "an external entity in DOCX",
    "a DOCX that unpacks to 500 MB",
    "an external entity in ODT",
    "an ODT that unpacks to 500 MB",
    "an external entity in EPUB",
    "an EPUB that unpacks to 500 MB",
)
_FROM_FILES = {
    "the reader": (
        "16,000 turns",
        "100,000 nested divisions",
        "1,000,000 paragraphs",
        "20 MB and one rare character",
        "aliases of aliases in YAML",
        "an attribute of 50 MB",
        "labels of 200,000 characters",
        "an external entity in HTML",
        *_ODD,
        *_SOME_OFFICE,
    ),
    "Sphinx": (
        "16,000 turns",
        "75,000 turns",
        "100,000 nested divisions",
        "1,000,000 paragraphs",
        "20 MB and one rare character",
        "labels of 200,000 characters",
        "aliases of aliases in YAML",
        "an attribute of 50 MB",
        "an external entity in HTML",
        *_ODD,
        *_SOME_OFFICE,
    ),
    "Sphinx as a document": (
        "1,000,000 paragraphs",
        "an attribute of 50 MB",
        "aliases of aliases in YAML",
        "an external entity in HTML",
        *_ODD,
        "a page that says UTF-8 and is Shift JIS",
        *_SOME_OFFICE,
    ),
    "pandoc's reader and the filter": _OFFICE,
    "standard input": _SOME_OFFICE,
    "inspect": _SOME_OFFICE,
    "corpus": _SOME_OFFICE,
    "LaTeX of Sphinx": ("16,000 turns", "12,000 headings", "24,000 line breaks"),
    "DOCX": ("16,000 turns", "75,000 turns"),
    "EPUB": (
        "16,000 turns",
        "20 MB and one rare character",
        "labels of 200,000 characters",
        "12 pictures of 25,000,000 pixels",
        *_ODD,
    ),
    "PDF": (
        "90,000 paragraphs, within the limits",
        "16,000 turns",
        "7,900 turns",
        "12 pictures of 25,000,000 pixels",
        "3 pictures of 25,000,000 pixels",
    ),
}
HOST_BOMBS = (
    {
        f"{name}, to the filter": HostBomb("the filter", ".json", make)
        for name, make in _TO_THE_FILTER.items()
    }
    | {
        f"{name}, to corpus": HostBomb("corpus", ".warc.gz", make)
        for name, make in _TO_THE_CORPUS.items()
    }
    | {
        f"{name}, to {way}": HostBomb(way, *BOMBS[name])
        for way, names in _FROM_FILES.items()
        for name in names
    }
)
