"""The index of people as a page for readers, in HTML.

Sphinx sets an index as a table of names of code. What people said is prose: here it is a list below
the title of the interview, and the page has the frame that the theme gives to any page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import groupby
from operator import attrgetter
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.domains import IndexEntry

from sphinx_vivavoce.people_index import PeopleIndex

PAGE = f"vivavoce-{PeopleIndex.name}"
_PERSON = 1
"""The subtype of the entry of a person; those of what the person said follow it."""

Letters = Iterable[tuple[str, list[IndexEntry]]]
PathTo = Callable[[str], str]
"""Returns the address of a page, as seen from the index."""


def write_page(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> str | None:
    """Give the index its body, and return the template for it; None for any other page."""
    if pagename != PAGE:
        return None
    title = str(context["indextitle"])
    context["title"] = title
    context["body"] = index_body(title, context["content"], context["pathto"])
    return "page.html"


def index_body(title: str, letters: Letters, pathto: PathTo) -> str:
    """Return the page called *title* of the entries of an index, by their first *letters*."""
    parts = [f'<section class="interview-index">\n<h1>{escape(title)}</h1>\n']
    jumps = [
        f'<a href="#cap-{escape(letter)}">{escape(letter)}</a>' for letter, _entries in letters
    ]
    parts.append(f'<p class="interview-index-letters">{" ".join(jumps)}</p>\n')
    for letter, entries in letters:
        parts.append(f'<h2 id="cap-{escape(letter)}">{escape(letter)}</h2>\n')
        parts.extend(_people(entries, pathto))
    return "".join([*parts, "</section>\n"])


def _people(entries: list[IndexEntry], pathto: PathTo) -> Iterator[str]:
    """Yield each person, and what the person said in each interview."""
    for is_person, group in groupby(entries, lambda entry: entry.subtype == _PERSON):
        if is_person:
            for person in group:
                yield f"<h3>{escape(person.name)}</h3>\n"
                if person.descr:
                    yield f'<p class="interview-index-about">{escape(person.descr)}</p>\n'
        else:
            for (docname, title), said in groupby(group, attrgetter("docname", "descr")):
                yield from _interview(escape(pathto(docname)), title, said)


def _interview(address: str, title: str, said: Iterable[IndexEntry]) -> Iterator[str]:
    """Yield what one person said in the interview *title* on the page at *address*."""
    items = (f'<li><a href="{address}#{turn.anchor}">{escape(turn.name)}</a></li>' for turn in said)
    yield f'<p class="interview-index-title">{escape(title)}</p>\n'
    yield "<ul>\n{}\n</ul>\n".format("\n".join(items))


def setup(app: Sphinx) -> None:
    """Hand the page to the theme."""
    app.connect("html-page-context", write_page)
