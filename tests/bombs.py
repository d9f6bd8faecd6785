"""Inputs made to exhaust a program, by name: the suffix of the file, and what is in it."""

from __future__ import annotations

import base64
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import cache

TALK = "".join(f"<p><b>{who}</b> {n}?</p>" for n in range(3) for who in ("Ada Quill:", "Ben Roe:"))
_TURNS = "<p><b>Ada Quill:</b> One?</p><p><b>Ben Roe:</b> Two.</p>"
_SAID = ("Ada: One?", "Ben: Two.", "Ada: Three?")
_MANY, _MILLION = 100_000, 1_000_000
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = (
    f'<Types xmlns="{_OFFICE}/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/'
    'document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
    'document.main+xml"/></Types>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_OFFICE}/relationships"><Relationship Id="r" Type="http://schemas.'
    'openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text")
)
_STYLES = "<office:font-face-decls/><office:styles/><office:automatic-styles/>"
_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
_PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest><item id="a" '
    'href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/>'
    "</spine></package>"
)
_XXE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
_ENTITIES = (
    '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9))
    + "]>"
)


def _page(text: str) -> Callable[[], bytes]:
    return (TALK + text).encode


def _pictures(count: int, colours: int, samples: int) -> Callable[[], bytes]:
    """Return a page with *count* different pictures of 25 million pixels, of a few kilobytes each.

    Each pixel has so many *samples*; *colours* is what PNG calls their kind.
    """

    def page() -> bytes:
        drawn = (_png(5000, colours, samples, shade) for shade in range(count))
        return (TALK + "".join(f'<p><img src="{png}" alt="a">' for png in drawn)).encode()

    return page


@cache
def _png(side: int, colours: int, samples: int, shade: int) -> str:
    head = struct.pack(">IIBBBBB", side, side, 8, colours, 0, 0, 0)
    rows = zlib.compress((b"\0" + bytes([shade]) * samples * side) * side)
    chunks = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    data = b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, chunks))
    return f"data:image/png;base64,{base64.b64encode(data).decode()}"


def _chunk(named: tuple[bytes, bytes]) -> bytes:
    name, data = named
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _archive(files: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def _understated(data: bytes, name: str) -> bytes:
    """Return the archive *data* with its part *name* said to be of a hundred bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo(name).file_size
    return data.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))


def _docx(body: str = "", head: str = "", *, extra: int = 0) -> bytes:
    said = "".join(map(_paragraph, _SAID))
    document = f"<w:document {_WORD}><w:body>{said}{body}</w:body></w:document>"
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": f'<?xml version="1.0"?>{head}{document}',
    }
    return _archive(files | ({"word/media/a.png": b"\0" * extra} if extra else {}))


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _odt(said: str, head: str = "", *, extra: int = 0) -> bytes:
    text = "".join(f"<text:p>{line}</text:p>" for line in (*_SAID, said))
    body = f"<office:body><office:text>{text}</office:text></office:body>"
    document = f"<office:document-content {_ODF}>{body}</office:document-content>"
    files: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f'<?xml version="1.0"?>{head}{document}',
        "styles.xml": f"<office:document-styles {_ODF}>{_STYLES}</office:document-styles>",
    }
    return _archive(files | ({"Pictures/a.png": b"\0" * extra} if extra else {}))


def _epub(said: str, head: str = "", *, extra: int = 0) -> bytes:
    chapter = f'{head}<html xmlns="http://www.w3.org/1999/xhtml"><body>{TALK}<p>{said}</p></body>'
    files: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER,
        "book.opf": _PACKAGE,
        "a.xhtml": f'<?xml version="1.0"?>{chapter}</html>',
    }
    return _archive(files | ({"a.png": b"\0" * extra} if extra else {}))


def _aliases() -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    return "---\n" + "\n".join(lines) + "\n---\n\n**Ada:** One?\n\n**Ben:** Two.\n"


BOMBS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "100,000 nested divisions": (".html", _page("<div>" * _MANY)),
    "100,000 nested bold": (".html", _page("<b>" * _MANY)),
    "100,000 nested table parts": (".html", _page("<table><tr><td>" * (_MANY // 3))),
    "100,000 misnested paragraphs": (".html", _page("<b><p>" * (_MANY // 2))),
    "1,000,000 paragraphs": (".html", _page("<p>word</p>" * _MILLION)),
    "1,000,000 line breaks": (".html", _page("<p>" + "word<br>" * _MILLION)),
    "1,000,000 bold words": (".html", _page("<b>w</b> " * _MILLION)),
    "1,000,000 list items": (".html", _page("<ul>" + "<li>w" * _MILLION)),
    "1,000,000 turns": (".html", _page(TALK * (_MILLION // 6))),
    "75,000 turns": (".html", _page(_TURNS * 37_400)),
    "16,000 turns": (".html", _page(_TURNS * 8_000)),
    "7,900 turns": (".html", _page(_TURNS * 3_950)),
    "12,000 headings": (".html", _page("<h2>w</h2>" * 12_000)),
    "24,000 line breaks": (".html", _page("<p>" + "w<br>" * 24_000)),
    "90,000 paragraphs, within the limits": (".html", _page("<p>w</p>" * 90_000)),
    "an attribute of 50 MB": (".html", _page(f'<p class="{"x" * 50 * _MILLION}">word')),
    "an attribute of 20 MB": (".html", _page(f'<img src=a alt="{"x " * 10 * _MILLION}">')),
    "1,000,000 attributes": (".html", _page(f"<p {'a '.join(map(str, range(_MILLION)))}>word")),
    "labels of 200,000 characters": (
        ".html",
        ("<p><b>" + "N" * 200_000 + ":</b> One?</p><p><b>M:</b> Two.</p>").encode,
    ),
    "20 MB and one rare character": (".html", _page("word " * 4 * _MILLION + "😀")),
    "5,000,000 less-than signs": (".html", _page("<" * 5 * _MILLION)),
    "3,000,000 references": (".html", _page("&amp;" * 3 * _MILLION)),
    "entities of entities in HTML": (".html", (_ENTITIES + TALK + "<p>&j;</p>").encode),
    "an external entity in HTML": (".html", (_XXE + TALK + "<p>&x;</p>").encode),
    "aliases of aliases in YAML": (".md", _aliases().encode),
    "12 pictures of 25,000,000 pixels": (".html", _pictures(12, 2, 3)),
    "3 pictures of 25,000,000 pixels": (".html", _pictures(3, 2, 3)),
    "100,000 nested lists in YAML": (".md", ("---\na: " + "[" * _MANY + "\n---\n\nYes.").encode),
    "100,000 nested quotations in Markdown": (".md", (("> " * _MANY) + "a").encode),
    "1,000,000 brackets in Markdown": (".md", ("[" * _MILLION).encode),
    "1,000,000 lines in Markdown": (".md", ("word\n" * _MILLION).encode),
    "1,000,000 paragraphs in its own Markdown": (
        ".md",
        ("---\nvivavoce: 1\n---\n\n" + "word\n\n" * _MILLION).encode,
    ),
    "30,000 cells in a row of its own Markdown": (
        ".md",
        ("---\nvivavoce: 1\n---\n\n" + "| a " * 30_000 + "|\n|" + "---|" * 30_000).encode,
    ),
    "1,000,000 cues": (".vtt", ("WEBVTT\n\n" + "0:01.000 --> 0:02.000\nw\n\n" * 333_333).encode),
    "1,000,000 nested lists in JSON": (".json", ("[" * _MILLION).encode),
    "entities of entities in DOCX": (".docx", lambda: _docx(_paragraph("&j;"), _ENTITIES)),
    "an external entity in DOCX": (".docx", lambda: _docx(_paragraph("&x;"), _XXE)),
    "a DOCX that unpacks to 500 MB": (".docx", lambda: _docx(extra=500 * _MILLION)),
    "a DOCX that says it unpacks to little": (
        ".docx",
        lambda: _understated(_docx(" " * 200 * _MILLION), "word/document.xml"),
    ),
    "1,000,000 paragraphs in DOCX": (".docx", lambda: _docx(_paragraph("a") * _MILLION)),
    "entities of entities in ODT": (".odt", lambda: _odt("&j;", _ENTITIES)),
    "an external entity in ODT": (".odt", lambda: _odt("&x;", _XXE)),
    "an ODT that unpacks to 500 MB": (".odt", lambda: _odt("a", extra=500 * _MILLION)),
    "entities of entities in EPUB": (".epub", lambda: _epub("&j;", _ENTITIES)),
    "an external entity in EPUB": (".epub", lambda: _epub("&x;", _XXE)),
    "an EPUB that unpacks to 500 MB": (".epub", lambda: _epub("a", extra=500 * _MILLION)),
    "a LaTeX macro that grows ten million times": (
        ".tex",
        (r"\newcommand\a[1]{#1#1#1#1#1#1#1#1#1#1}" + r"\a{" * 9 + "x" + "}" * 9).encode,
    ),
    "NULs in text": (".txt", b"Ada: One?\0\nBen: Two.\n".__bytes__),
    "lone surrogates in references": (".html", _page("<p>&#xD800;&#xDFFF;&#0;&#x110000;</p>")),
    "lone surrogates in bytes": (".html", lambda: _page("<p>word ")() + b"\xed\xa0\x80</p>"),
    "lone surrogates in JSON": (
        ".json",
        lambda: b'{"segments":[{"speaker":"Ada","body":"One\\ud800?"}]}',
    ),
    "marks of direction without end": (".html", _page("<p>" + "\u202e\u2066word" * 100_000)),
    "a page that says UTF-16 and is UTF-8": (".html", _page('<meta charset="utf-16"><p>é')),
    "a page that says UTF-8 and is UTF-16": (
        ".html",
        lambda: ('<meta charset="utf-8">' + TALK).encode("utf-16"),
    ),
    "a page that says UTF-7": (".html", _page('<meta charset="utf-7"><p>+ADw-script+AD4-')),
    "a page that says UTF-8 and is Latin-1": (
        ".html",
        lambda: ('<meta charset="utf-8">' + TALK + "<p>é ü").encode("latin-1"),
    ),
    "a page that says an encoding there is none of": (".html", _page('<meta charset="x-no">é')),
    "a page that says UTF-8 and is Shift JIS": (
        ".html",
        lambda: ('<meta charset="utf-8">' + "<p>記者：はい。</p>" * 9).encode("shift_jis"),
    ),
}
HARMLESS: dict[str, Callable[[], bytes]] = {
    ".docx": _docx,
    ".odt": lambda: _odt("Ben: Four."),
    ".epub": lambda: _epub("Four."),
}
"""Files as those are that bombs are put into, by suffix."""
