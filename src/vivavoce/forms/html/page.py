"""An interview as one HTML page that needs nothing else, or as a fragment for a page of yours.

The conversation is a ``section`` of the class ``interview`` with the role ``doc-qna``; each turn is
a division in whose first paragraph the label stands as text. There is no script, and nothing is
loaded from anywhere.
"""

from __future__ import annotations

from html import escape
from importlib.resources import files

from vivavoce.forms.html.blocks import BlockWriter
from vivavoce.forms.html.inlines import attributes
from vivavoce.forms.outline import conversation_bounds, headings_of, title_heading
from vivavoce.forms.targets import link_target
from vivavoce.ids import PREFIX
from vivavoce.interview import Interview, Text
from vivavoce.interview_ids import make_ids
from vivavoce.languagetags import direction
from vivavoce.model import Metadata, Source
from vivavoce.words import words_for


def to_html(interview: Interview, *, page: bool = True, css: str | None = None) -> str:
    """Return *interview* as an HTML page, or as an ``article`` element if not *page*.

    *css* takes the place of the style sheet that comes with vivavoce; an empty one leaves the page
    without. A fragment has no title and no style sheet.
    """
    title = title_heading(interview) if page else None
    first_level = 2 if page and interview.metadata.title else 1
    writer = BlockWriter(interview, first_level, title)
    body = _body(interview, writer)
    language = _language(interview.metadata)
    if not page:
        return f'<article class="vivavoce"{language}>\n{body}</article>\n'
    header = _header(interview.metadata, _title_id(interview, title))
    head = _head(interview.metadata, default_css() if css is None else css)
    return (
        f"<!DOCTYPE html>\n<html{language}>\n{head}<body>\n"
        f'<article class="vivavoce">\n{header}{body}</article>\n</body>\n</html>\n'
    )


def _title_id(interview: Interview, heading: Text | None) -> str:
    """Return the name of the title, the one of *heading* if it is the title printed again."""
    headings = zip(headings_of(interview), make_ids(interview).headings, strict=True)
    return next((name for node, name in headings if node is heading), f"{PREFIX}title")


def default_css() -> str:
    """Return the style sheet that comes with vivavoce."""
    return (files("vivavoce") / "styles" / "interview.css").read_text("utf-8")


def _body(interview: Interview, writer: BlockWriter) -> str:
    blocks = interview.blocks
    start, end = conversation_bounds(blocks)
    before, talk = writer.write(blocks[:start]), writer.write(blocks[start:end])
    after = writer.write(blocks[end:])
    if not talk:
        return before + after
    title = interview.metadata.title or words_for(interview.metadata.lang).interview
    section = attributes(class_="interview", role="doc-qna", aria_label=title)
    return f"{before}<section{section}>\n{talk}</section>\n{after}"


def _language(metadata: Metadata) -> str:
    right_to_left = direction(metadata.lang) == "rtl"
    return attributes(lang=metadata.lang or "", dir="rtl" if right_to_left else "")


def _head(metadata: Metadata, css: str) -> str:
    title = metadata.title or words_for(metadata.lang).interview
    named = {
        "author": ", ".join(metadata.authors),
        "date": metadata.date,
        "description": metadata.description,
    }
    lines = [
        '<meta charset="utf-8">',
        f"<title>{escape(title, quote=False)}</title>",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        *(f'<meta name="{name}" content="{escape(text)}">' for name, text in named.items() if text),
    ]
    if css:
        lines.append("<style>\n" + css.replace("</", "<\\/") + "</style>")
    return "<head>\n" + "".join(f"{line}\n" for line in lines) + "</head>\n"


def _header(metadata: Metadata, name: str) -> str:
    """Return title, subtitle and origin of the interview; nothing where none is known."""
    lines: list[str] = []
    if metadata.title:
        lines.append(f"<h1{attributes(id=name)}>{escape(metadata.title, quote=False)}</h1>")
    if metadata.subtitle:
        lines.append(f'<p class="subtitle">{escape(metadata.subtitle, quote=False)}</p>')
    origin = [
        escape(", ".join(metadata.authors), quote=False),
        f"<time>{escape(metadata.date, quote=False)}</time>" if metadata.date else "",
        _source(metadata.source),
    ]
    if any(origin):
        lines.append(f'<p class="origin">{" · ".join(filter(None, origin))}</p>')
    inside = "".join(f"{line}\n" for line in lines)
    return f"<header>\n{inside}</header>\n" if lines else ""


def _source(source: Source) -> str:
    name = escape(source.name or source.url or "", quote=False)
    address = link_target(source.url or "", {})
    return f'<a href="{escape(address)}">{name}</a>' if address and name else name
