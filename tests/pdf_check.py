"""What an independent checker says of a PDF: the rules of PDF/UA-1 as ``page-validation`` has them.

The checker takes the width of a glyph in a CID-keyed CFF font from the wrong Private DICT where the
font has several (Adobe Technical Note 5176, section 19: FDSelect names the DICT of each glyph), as
every Chinese, Japanese and Korean face has. Widths of such fonts are compared here with fontTools.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from fontTools.cffLib import CFFFontSet
from fontTools.pens.basePen import NullPen
from page import ValidationProfile, validate_pdf_bytes

_WIDTHS = "PDFUA1-FONT-GLYPH-WIDTH-001"


def findings(data: bytes) -> list[str]:
    """Return each rule of PDF/UA-1 that the PDF *data* breaks, with the checker's words."""
    report = validate_pdf_bytes(data, profile=ValidationProfile.PDF_UA_1)
    assert report.rules.total > 100
    said = [f"{item.rule_id}: {item.message}" for item in report.failures]
    kept = [line for line in said if not line.startswith(_WIDTHS)]
    return kept + (list(_wrong_widths(data)) if len(kept) < len(said) else [])


def _wrong_widths(data: bytes) -> Iterator[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for font in pdf.objects:
            if isinstance(font, pikepdf.Dictionary) and font.get("/Subtype") == "/CIDFontType0":
                yield from _differing(font)


def _differing(font: pikepdf.Object) -> Iterator[str]:
    """Yield the glyphs of *font* whose width in the PDF is not that in its font program."""
    stated = _stated_widths(font)
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(font.FontDescriptor.FontFile3.read_bytes()), None)
    program = fonts[0]
    for number, name in enumerate(program.charset):
        glyph = program.CharStrings[name]
        glyph.draw(NullPen())
        width = stated.get(number, float(font.get("/DW", 1000)))
        if number and abs(glyph.width * program.FontMatrix[0] * 1000 - width) > 1:
            yield f"{_WIDTHS}: {font.BaseFont} glyph {number}: {glyph.width}, stated {width}"


def _stated_widths(font: pikepdf.Object) -> dict[int, float]:
    """Return the entries of ``/W`` (ISO 32000-1, 9.7.4.3), from glyph to thousandths of an em."""
    widths: dict[int, float] = {}
    items = list(font.get("/W", []))
    while items:
        first, second = int(items.pop(0)), items.pop(0)
        if isinstance(second, pikepdf.Array):
            widths |= {first + place: float(width) for place, width in enumerate(second)}
        else:
            last, width = int(second), float(items.pop(0))
            widths |= dict.fromkeys(range(first, last + 1), width)
    return widths
