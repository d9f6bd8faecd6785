"""What a book changes of a reference document: where chapters begin, and what is quiet."""

from __future__ import annotations

import re
from functools import partial

from pandoc_vivavoce.books.odt_contents import styles_of_contents
from pandoc_vivavoce.reference import edited

_NEW_PAGE = {
    "docx": (
        "word/styles.xml",
        re.compile(rb'(w:styleId="Heading1">.*?<w:keepLines />)', re.DOTALL),
        rb"\1<w:pageBreakBefore/>",
    ),
    "odt": (
        "styles.xml",
        re.compile(rb'(<style:style style:name="Heading_20_1".*?>)', re.DOTALL),
        rb'\1<style:paragraph-properties fo:break-before="page"/>',
    ),
}
"""The part that has the styles, where the heading's begins, and the same with a new page."""
_TOC_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="TOC{level}"><w:name w:val="toc {level}"/>'
    f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="39"/>'
    f'<w:pPr><w:tabs><w:tab w:val="right" w:pos="9020"/></w:tabs>'
    f'<w:spacing w:before="{160 if level == 1 else 0}" w:after="40"/>'
    f'<w:ind w:start="{(level - 1) * 280}"/></w:pPr></w:style>'
    for level in range(1, 5)
)
_ACCENT = b"8A3D1A"
_COLOUR = rb'<w:color [^>]*w:themeColor="accent1"[^>]*/>'
_Change = tuple[str, re.Pattern[bytes], bytes]
"""A part of the document, what is changed in it, and to what."""
_SERIFS = {"Jpan": "游明朝", "Hang": "바탕", "Hans": "宋体", "Hant": "新細明體"}
"""Faces that go with serifs in the scripts that themes of Office know by name."""


def _face_of(script: str, face: str) -> _Change:
    pattern = rb'(<a:font script="' + script.encode() + rb'" typeface=")[^"]*'
    return "word/theme/theme1.xml", re.compile(pattern), rb"\g<1>" + face.encode()


_BOOK_LOOK: dict[str, tuple[_Change, ...]] = {
    "docx": (
        (
            "word/styles.xml",
            re.compile(rb'(w:styleId="Hyperlink".*?)' + _COLOUR, re.DOTALL),
            rb'\1<w:color w:val="' + _ACCENT + b'" />',
        ),
        ("word/styles.xml", re.compile(rb"<w:b />(?!\s*<w:bCs)"), b"<w:b /><w:bCs />"),
        ("word/styles.xml", re.compile(_COLOUR), b'<w:color w:val="auto" />'),
        ("word/styles.xml", re.compile(rb"(?=</w:styles>)"), _TOC_STYLES.encode()),
        (
            "word/theme/theme1.xml",
            re.compile(rb'<a:latin typeface="(?!\+)[^"]*"[^>]*/>'),
            b'<a:latin typeface="Georgia"/>',
        ),
        *(_face_of(script, face) for script, face in _SERIFS.items()),
    ),
    "odt": (("styles.xml", re.compile(rb"(?=</office:styles>)"), styles_of_contents().encode()),),
}


def with_chapters_on_new_pages(form: str, reference: bytes) -> bytes:
    """Return the document *reference* with headings of the first level at the top of a page.

    The heading of the contents is one of them (``TOC Heading`` is based on ``heading 1``).
    """
    name, begin, marked = _NEW_PAGE[form]
    return edited(reference, name, lambda data: begin.sub(marked, data, count=1))


def with_look_of_a_book(form: str, reference: bytes) -> bytes:
    """Return the document *reference* with quiet headings, links and contents, and serifs.

    Word and LibreOffice take the faces of other scripts from what they know of each language.
    """
    for name, pattern, changed in _BOOK_LOOK[form]:
        reference = edited(reference, name, partial(pattern.sub, changed))
    return reference
