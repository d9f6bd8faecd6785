"""An interview takes its place on a page: nodes, ids, pictures, and the project's memory of it.

The directives and the source parser differ in where an interview comes from; what happens next is
the same and stands here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docutils import nodes
from sphinx.environment import BuildEnvironment
from sphinx.util import get_filetype

from sphinx_vivavoce.blocks import Origin
from sphinx_vivavoce.doctree import Bodies, Style, interview_to_nodes
from sphinx_vivavoce.domain import domain_of
from sphinx_vivavoce.entries import InterviewEntry, turn_entries
from sphinx_vivavoce.images import place_images
from sphinx_vivavoce.lines import set_lines
from sphinx_vivavoce.links import place_links
from sphinx_vivavoce.markup import Syntax
from sphinx_vivavoce.messages import Location, report
from vivavoce.forms.shown import shown_turns
from vivavoce.interview import Interview


@dataclass(frozen=True, slots=True)
class Page:
    """The page that is being read."""

    env: BuildEnvironment
    document: nodes.document
    location: Location
    """The place that warnings name."""


@dataclass(frozen=True, slots=True)
class Showing:
    """How one interview appears on a page."""

    name: str
    """By which references name it."""
    title: str
    """What references and lists call it."""
    style: Style
    origin: Origin
    text: str = ""
    """What the file says, markup included; nothing where the words stand on the page itself."""
    chosen: bool = False
    """True where an author chose the name: then it has to be the only one."""


def free_prefix(name: str, document: nodes.document) -> str:
    """Return what ids of the interview *name* begin with, so that *document* has none of them.

    It is ASCII, which every writer can take as a label.
    """
    base = "-".join(filter(None, ("interview", nodes.make_id(name))))
    number, found = 1, base
    while found in document.ids:
        number += 1
        found = f"{base}-{number}"
    return f"{found}-"


def message_syntax(env: BuildEnvironment) -> Syntax:
    """Return the markup in which Sphinx will read translated messages of the page."""
    filetype = get_filetype(env.config.source_suffix, str(env.doc2path(env.docname)))
    return "myst" if filetype == "markdown" else "rst"


def place_interview(
    interview: Interview, showing: Showing, page: Page, bodies: Bodies | None = None
) -> list[nodes.Node]:
    """Return *interview* as nodes for *page*, report its problems and remember it."""
    report(interview.problems, page.location)
    top = nodes.Element()
    shown = shown_turns(interview, showing.style.prefix)
    top.extend(interview_to_nodes(interview, showing.style, showing.origin, shown, bodies))
    if bodies is None:
        _place_published(top, interview, showing, page)
    for section in top.findall(nodes.section):
        page.document.note_implicit_target(section, section)
    first = next(iter(top.children), None)
    if isinstance(first, nodes.Element) and shown:
        anchor = showing.style.prefix.rstrip("-")
        first["ids"].append(anchor)
        page.document.ids[anchor] = first
        _remember(interview, [turn.id for turn in shown], showing, page)
    return list(top.children)


def _place_published(
    top: nodes.Element, interview: Interview, showing: Showing, page: Page
) -> None:
    """Fit what was read from a file into the project: pictures, links, line numbers."""
    source = Path(showing.origin.source)
    place_images(top, source, page.env, page.location)
    place_links(top, interview, showing.style.prefix)
    set_lines(top, showing.text, showing.origin.source)


def _remember(interview: Interview, anchors: list[str], showing: Showing, page: Page) -> None:
    people, turns = turn_entries(interview, anchors, showing.style.words)
    anchor = showing.style.prefix.rstrip("-")
    entry = InterviewEntry(showing.name, page.env.docname, anchor, showing.title, people, turns)
    domain_of(page.env).note_interview(entry, page.location, chosen=showing.chosen)
