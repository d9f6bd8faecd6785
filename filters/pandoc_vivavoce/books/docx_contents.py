"""What pandoc leaves open in a DOCX: the contents field has entries, and chapters begin a page.

Word fills the field when it is asked to; LibreOffice, previews and readers on telephones show what
is there. The entries are the headings that the field itself would find (ECMA-376, part 1, 17.16).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_HEADING = re.compile(
    r'<w:bookmarkStart[^>]* w:name="(?P<name>[^"]+)" />\s*'
    r'<w:p><w:pPr><w:pStyle w:val="Heading(?P<level>\d)" />.*?</w:pPr>(?P<inside>.*?)</w:p>',
    re.DOTALL,
)
_RUN = re.compile(r"<w:r>.*?</w:r>", re.DOTALL)
_LINK_STYLE = re.compile(r'<w:rStyle w:val="Hyperlink" />')
_NOTE = re.compile(r"<w:footnoteReference|<w:drawing")
_FIELD = re.compile(
    r"<w:p><w:r>(?P<begin><w:fldChar [^>]*/><w:instrText [^>]*>TOC [^<]*</w:instrText>"
    r'<w:fldChar w:fldCharType="separate" />)(?P<end><w:fldChar w:fldCharType="end" />)</w:r></w:p>'
)
_CHAPTER = '(<w:bookmarkStart[^>]* w:name="{name}" />\\s*<w:p><w:pPr><w:pStyle [^>]*/>)'


class _Heading(NamedTuple):
    level: int
    name: str
    """The bookmark that it stands in."""
    runs: str
    """Its words as they are in the document."""


def with_entries(document: str, depth: int) -> str:
    """Return the text of ``word/document.xml`` with *depth* levels of entries in its contents."""
    found = [heading for heading in _headings(document) if heading.level <= depth]
    if not found:
        return document
    return _FIELD.sub(lambda field: _filled(field["begin"], field["end"], found), document, count=1)


def _headings(document: str) -> list[_Heading]:
    return [
        _Heading(int(item["level"]), item["name"], runs)
        for item in _HEADING.finditer(document)
        if (runs := _words(item["inside"]))
    ]


def _words(inside: str) -> str:
    runs = (_LINK_STYLE.sub("", run) for run in _RUN.findall(inside))
    return "".join(run for run in runs if not _NOTE.search(run))


def _filled(begin: str, end: str, headings: Sequence[_Heading]) -> str:
    entries = [
        f'<w:hyperlink w:anchor="{item.name}" w:history="1">{item.runs}</w:hyperlink>'
        for item in headings
    ]
    entries[0] = f"<w:r>{begin}</w:r>{entries[0]}"
    entries[-1] += f"<w:r>{end}</w:r>"
    return "".join(
        f'<w:p><w:pPr><w:pStyle w:val="TOC{item.level}" /></w:pPr>{entry}</w:p>'
        for item, entry in zip(headings, entries, strict=True)
    )


def with_new_pages(document: str, names: Sequence[str]) -> str:
    """Return *document* with the headings of the chapters *names* at the top of a page."""
    for name in names:
        pattern = re.compile(_CHAPTER.format(name=re.escape(name)))
        document = pattern.sub(r"\1<w:pageBreakBefore />", document, count=1)
    return document
