"""The table of contents of an ODT with its entries, of which pandoc writes the recipe alone.

An index has a source and a body (OpenDocument 1.3, part 3, 8.2); the body is the headings that the
source would find, until somebody has the index updated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

_HEADING = re.compile(
    r'<text:h [^>]*text:outline-level="(?P<level>\d)"[^>]*>(?P<inside>.*?)</text:h>', re.DOTALL
)
_NAME = re.compile(r'<text:bookmark-start text:name="([^"]+)" />')
_NO_WORDS = re.compile(
    r"<text:note .*?</text:note>|<draw:frame.*?</draw:frame>"
    r"|<text:bookmark[^>]*/>|</?text:a\b[^>]*>",
    re.DOTALL,
)
_END = "</text:table-of-content>"
_TITLE_STYLE = (
    '<style:style style:name="Contents_20_Heading" style:display-name="Contents Heading" '
    'style:family="paragraph" style:parent-style-name="Heading_20_1"/>'
)


def with_entries(content: str, depth: int, title: str) -> str:
    """Return the text of ``content.xml`` with *depth* levels of entries below *title*."""
    if _END not in content:
        return content
    heading = f'<text:p text:style-name="Contents_20_Heading">{escape(title)}</text:p>'
    named = f'<text:index-title text:name="contents-title">{heading}</text:index-title>'
    body = f"<text:index-body>{named}{''.join(_entries(content, depth))}</text:index-body>"
    return content.replace(_END, body + _END, 1)


def _entries(content: str, depth: int) -> Iterator[str]:
    for heading in _HEADING.finditer(content):
        name = _NAME.search(heading["inside"])
        words = _NO_WORDS.sub("", heading["inside"]).strip()
        if name and words and int(heading["level"]) <= depth:
            link = f'<text:a xlink:type="simple" xlink:href="#{name[1]}">{words}</text:a>'
            style = f"Contents_20_{heading['level']}"
            yield f'<text:p text:style-name="{style}">{link}</text:p>'


def styles_of_contents() -> str:
    """Return the paragraph styles of the contents for ``styles.xml``."""
    return _TITLE_STYLE + "".join(
        f'<style:style style:name="Contents_20_{level}" style:display-name="Contents {level}" '
        f'style:family="paragraph" style:parent-style-name="Text_20_body">'
        f'<style:paragraph-properties fo:margin-top="{8 if level == 1 else 0}pt" '
        f'fo:margin-bottom="2pt" fo:margin-left="{(level - 1) * 0.5}cm"/></style:style>'
        for level in range(1, 5)
    )
