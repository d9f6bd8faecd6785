"""Reference documents in which the styles of interviews have good definitions.

They are made from the one that the user's own pandoc would take, so that everything else looks as
it always does: ``pandoc-vivavoce --reference docx > interview.docx``, and then
``pandoc --reference-doc interview.docx``. The styles are ordinary ones, to be changed in Word or
LibreOffice.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from xml.sax.saxutils import quoteattr

from pandoc_vivavoce.books.odt_contents import styles_of_contents

_CM = 567
"""Twentieths of a point in a centimetre."""


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style; lengths in centimetres, space in points."""

    name: str
    before: int = 3
    after: int = 3
    left: float = 0
    right: float = 0
    first: float = 0
    """What the first line is moved by; negative hangs it out."""
    keep: bool = False
    """Keep the paragraph on the page of the next."""
    centred: bool = False
    italic: bool = False
    capitals: bool = False
    quotes: bool = False
    """It is one for quotations, and looks like theirs."""


SPEAKER = "Speaker"
"""The character style of labels: bold."""
STYLES = (
    Style("Interview Question", before=12, keep=True),
    Style("Interview Answer"),
    Style("Interview Turn", before=8),
    Style("Interview Question Hanging", before=12, left=0.8, first=-0.8, keep=True),
    Style("Interview Answer Hanging", left=0.8, first=-0.8),
    Style("Interview Turn Hanging", before=8, left=0.8, first=-0.8),
    Style("Interview Continued Hanging", left=0.8),
    Style("Interview Question Side", before=12, left=4, first=-4, keep=True),
    Style("Interview Answer Side", left=4, first=-4),
    Style("Interview Turn Side", before=8, left=4, first=-4),
    Style("Interview Continued Side", left=4),
    Style("Interview Character", before=12, after=0, centred=True, capitals=True, keep=True),
    Style("Interview Dialogue", left=2, right=2),
    Style("Interview Question Dialogue", left=2, right=2, keep=True),
    Style("Interview Quotation Side", left=4.8, right=0.8, quotes=True),
    Style("Interview Quotation Dialogue", left=2.8, right=2.8, quotes=True),
    Style("Stage Direction", before=6, after=6, left=0.8, italic=True),
    Style("Interview Note", before=6, after=6, left=0.8),
)


def reference_document(form: str, default: bytes) -> bytes:
    """Return the reference document *default* of pandoc's with our styles added.

    *form* is ``docx`` or ``odt``; KeyError for any other.
    """
    name, end, write = _FORMS[form]
    added = "".join(write(style) for style in STYLES) + _SPEAKER_OF[form]
    return edited(default, name, lambda data: data.replace(end, added.encode() + end, 1))


def from_right_to_left(reference: bytes) -> bytes:
    """Return the ODT document *reference* with lines and pages from right to left.

    pandoc's writer of ODT follows no direction, and LibreOffice takes ``start`` for the left.
    """

    def turned(data: bytes) -> bytes:
        return _STANDARD_STYLE.sub(_STANDARD_TURNED, data.replace(b'"lr-tb"', b'"rl-tb"'), count=1)

    return edited(reference, "styles.xml", turned)


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


def edited(document: bytes, name: str, edit: Callable[[bytes], bytes]) -> bytes:
    """Return the archive *document* with its part *name* changed by *edit*."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as given, zipfile.ZipFile(result, "w") as made:
        for item in given.infolist():
            data = given.read(item)
            made.writestr(item, edit(data) if item.filename == name else data)
    return result.getvalue()


def _twips(centimetres: float) -> int:
    return round(abs(centimetres) * _CM)


def _docx(style: Style) -> str:
    """Return the style as OOXML has it (ECMA-376, part 1, 17.7); the tab stop is the indent's."""
    identifier = style.name.replace(" ", "")
    hanging = f' w:hanging="{_twips(style.first)}"' if style.first < 0 else ""
    keep = "<w:keepNext/>" if style.keep else "<w:widowControl/>"
    paragraph = (
        f'{keep}<w:spacing w:before="{style.before * 20}" w:after="{style.after * 20}"/>'
        f'<w:ind w:start="{_twips(style.left)}" w:end="{_twips(style.right)}"{hanging}/>'
        + ('<w:jc w:val="center"/>' if style.centred else "")
    )
    letters = ("<w:i/>" if style.italic else "") + ("<w:caps/>" if style.capitals else "")
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{identifier}">'
        f"<w:name w:val={quoteattr(style.name)}/>"
        f'<w:basedOn w:val="{"BlockText" if style.quotes else "BodyText"}"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _odt(style: Style) -> str:
    """Return the style as OpenDocument has it (1.3, part 3, 16.2).

    Its name has spaces, since pandoc refers to it by the name as it is.
    """
    letters = ('fo:font-style="italic" ' if style.italic else "") + (
        'fo:text-transform="uppercase" ' if style.capitals else ""
    )
    paragraph = (
        f'fo:margin-top="{style.before}pt" fo:margin-bottom="{style.after}pt" '
        f'fo:margin-left="{style.left}cm" fo:margin-right="{style.right}cm" '
        f'fo:text-indent="{style.first}cm" '
        + ('fo:keep-with-next="always" ' if style.keep else "")
        + ('fo:text-align="center" ' if style.centred else "")
    )
    return (
        f'<style:style style:name={quoteattr(style.name)} style:family="paragraph" '
        f'style:parent-style-name="{"Quotations" if style.quotes else "Text_20_body"}">'
        f"<style:paragraph-properties {paragraph}/><style:text-properties {letters}/></style:style>"
    )


_SPEAKER_OF = {
    "docx": (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{SPEAKER}">'
        f'<w:name w:val="{SPEAKER}"/><w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>'
    ),
    "odt": (
        f'<style:style style:name="{SPEAKER}" style:family="text">'
        '<style:text-properties fo:font-weight="bold" style:font-weight-asian="bold" '
        'style:font-weight-complex="bold"/></style:style>'
    ),
}
_STANDARD_STYLE = re.compile(rb'(<style:style style:name="Standard"[^>]*?)\s*/>')
_STANDARD_TURNED = (
    rb'\1><style:paragraph-properties fo:text-align="end" style:writing-mode="rl-tb"/>'
    rb"</style:style>"
)
_FORMS: dict[str, tuple[str, bytes, Callable[[Style], str]]] = {
    "docx": ("word/styles.xml", b"</w:styles>", _docx),
    "odt": ("styles.xml", b"</office:styles>", _odt),
}
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
Change = tuple[str, re.Pattern[bytes], bytes]
_SERIFS = {"Jpan": "游明朝", "Hang": "바탕", "Hans": "宋体", "Hant": "新細明體"}
"""Faces that go with serifs in the scripts that themes of Office know by name."""


def _face_of(script: str, face: str) -> Change:
    pattern = rb'(<a:font script="' + script.encode() + rb'" typeface=")[^"]*'
    return "word/theme/theme1.xml", re.compile(pattern), rb"\g<1>" + face.encode()


_BOOK_LOOK: dict[str, tuple[Change, ...]] = {
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
"""Parts of a reference document, what is changed in each, and to what."""
FORMATS = tuple(_FORMS)
"""The formats for which there is a reference document."""
