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
from xml.sax.saxutils import quoteattr

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
FORMATS = tuple(_FORMS)
"""The formats for which there is a reference document."""
