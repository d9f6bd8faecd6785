"""Which of pandoc's writers belong together, and what each family of them can show."""

from __future__ import annotations

import re
from typing import Final, NamedTuple


class Family(NamedTuple):
    """Writers that are dressed alike."""

    name: str
    has_section: bool = False
    """A Div may become HTML's ``section``; in slides that would be a slide."""
    has_styles: bool = False
    """Paragraphs and characters have named styles (the attribute ``custom-style``)."""
    takes_direction: bool = False
    """The writer is told by the metadata ``dir`` alone that lines run from right to left."""
    has_pages: bool = False
    """The document is cut into pages, to which little of its metadata is handed on."""
    tab: str = ""
    """Raw markup of a tabulator, where labels can be set with one."""
    indents_by_level: bool = False
    """Lists and tables in a list have the indent of their level, and levels above that hold
    nothing else are not written."""
    raw: str = ""
    """The format of raw pieces, where turns get environments or functions."""
    head: str = ""
    """The format of the definitions in the document's head."""
    has_frames: bool = False
    """Of the text only what stands in slides is read, unless the mode is changed."""
    is_flat: bool = False
    """Divs would come out as foreign markup, so they are taken away at last."""
    guard: tuple[str, str] = ("", "")
    """A raw format, and what keeps a number in it from opening a list where a paragraph begins."""
    runs_on: bool = False
    """No line is left empty after a Div, so that the next paragraph would go on in its last."""


class Look(NamedTuple):
    """How turns are to be dressed."""

    family: Family
    layout: str
    """As in `pandoc_vivavoce.settings.LAYOUTS`."""


_HTML: Final = Family("html", has_section=True, takes_direction=True, head="html")
_SLIDES: Final = Family("slides", takes_direction=True, head="html")
_BOOK: Final = _HTML._replace(has_pages=True)
_OLD_BOOK: Final = _SLIDES._replace(has_pages=True)
_WORD: Final = Family(
    "word",
    has_styles=True,
    takes_direction=True,
    tab="<w:r><w:tab/></w:r>",
    indents_by_level=True,
)
_OPEN: Final = Family("open", has_styles=True, takes_direction=True, tab="<text:tab/>")
_LATEX: Final = Family("latex", raw="latex", head="latex")
_FLAT: Final = Family("flat", is_flat=True)
_CANONICAL: Final = Family("canonical")
PLAIN: Final = Family("plain")
"""Writers of which nothing is known: labels in bold, and nothing else."""

_FAMILY_OF: Final = {
    **dict.fromkeys(("html", "html5", "chunkedhtml"), _HTML),
    **dict.fromkeys(("epub", "epub3"), _BOOK),
    "epub2": _OLD_BOOK,
    "html4": _SLIDES,
    **dict.fromkeys(("revealjs", "slidy", "slideous", "dzslides", "s5"), _SLIDES),
    "docx": _WORD,
    **dict.fromkeys(("odt", "opendocument"), _OPEN),
    "icml": Family("icml", has_styles=True),
    "latex": _LATEX,
    "beamer": _LATEX._replace(has_frames=True),
    "typst": Family("typst", raw="typst", head="typst"),
    "context": Family("context", raw="context", head="context"),
    **dict.fromkeys(
        ("jats", "jats_archiving", "jats_articleauthoring", "jats_publishing"),
        Family("jats", raw="jats"),
    ),
    "tei": Family("tei", raw="tei"),
    **dict.fromkeys(("markdown", "json", "native", "commonmark_x"), _CANONICAL),
    **dict.fromkeys(("gfm", "commonmark", "markdown_github"), _FLAT),
    **dict.fromkeys(("markdown_strict", "markdown_phpextra", "markdown_mmd"), _FLAT),
    **dict.fromkeys(("jira", "haddock", "djot", "markua", "ipynb", "opml"), _FLAT),
    "texinfo": _FLAT._replace(runs_on=True),
    "rst": PLAIN._replace(guard=("rst", "\\")),
    "org": PLAIN._replace(guard=("org", "\u200b")),
}
_TAB_FORMAT: Final = {"word": "openxml", "open": "opendocument"}


def family_of(output: str) -> Family:
    """Return the family of the writer *output*, as pandoc names it to a filter."""
    name = re.split(r"[+-]", output, maxsplit=1)[0].lower()
    return _FAMILY_OF.get(name, PLAIN)


def tab_format(family: Family) -> str:
    """Return the raw format in which the family's `tab` is written."""
    return _TAB_FORMAT.get(family.name, "")


def is_canonical(family: Family) -> bool:
    """Tell whether the family keeps the canonical form, to be read and dressed again."""
    return family is _CANONICAL
