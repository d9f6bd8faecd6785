"""What paper and terminals need: labels that stand out without classes, anchors on turns.

Runs for LaTeX, Texinfo and manual pages, whose writers print no classes and no ids of containers.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_vivavoce.tree import exchange

BREAKS = {"latex": "\\\\{}", "manpage": "\n.br\n", "texinfo": "@*\n"}
"""A line break in the raw text of each writer."""


class AddAnchors(SphinxPostTransform):
    """Make turns reachable and line breaks real."""

    formats = ("latex", "man", "texinfo")
    default_priority = 400

    def run(self, **kwargs: Any) -> None:
        """Finish every turn and every line break of the document."""
        for paragraph in self.document.findall(nodes.paragraph):
            _add_anchor(paragraph)
        for container in self.document.findall(nodes.container):
            if {"interview", "turn"} & set(container["classes"]):
                _add_anchor(container)
        exchange(self.document, _real_break)


def _real_break(node: nodes.Node) -> list[nodes.Node] | None:
    """Return a line break for each writer in the place of one that only says that it is one."""
    if not isinstance(node, nodes.inline) or "line-break" not in node["classes"]:
        return None
    return [nodes.raw("", text, format=to) for to, text in BREAKS.items()]


class EmboldenLabels(SphinxPostTransform):
    """Make labels bold where no style sheet can."""

    formats = ("latex", "man")
    default_priority = 405

    def run(self, **kwargs: Any) -> None:
        """Put the words of every label into the strong element."""
        for inline in list(self.document.findall(nodes.inline)):
            if "speaker" in inline["classes"]:
                inline[:] = [nodes.strong("", "", *inline.children)]


_LOOK_ALIKE = str.maketrans(
    {"\\": "\N{REVERSE SOLIDUS OPERATOR}", '"': "\N{RIGHT DOUBLE QUOTATION MARK}"}
)


_NO_NAME = " \t\n,:()"


class GuardTitles(SphinxPostTransform):
    """Keep headings from being commands of manual pages.

    Sphinx writes titles of the first level in capitals and without escaping anything, so that
    ``\\*(x`` would be looked up, ``\\V[HOME]`` read from the environment, and ``"`` lost. Pages
    without a conversation are guarded too, since a file without one is shown all the same.
    """

    formats = ("man",)
    default_priority = 400

    def run(self, **kwargs: Any) -> None:
        """Put signs that look alike in the place of those that command."""
        for title in self.document.findall(nodes.title):
            if _is_of_first_level(title):
                exchange(title, _look_alike)


def _look_alike(node: nodes.Node) -> list[nodes.Node] | None:
    return [nodes.Text(node.translate(_LOOK_ALIKE))] if isinstance(node, nodes.Text) else None


class NameNodes(SphinxPostTransform):
    """Give every title something that Texinfo can call its node by.

    Sphinx leaves commas, colons and parentheses out of the name, and stops where nothing is left.
    """

    formats = ("texinfo",)
    default_priority = 400

    def run(self, **kwargs: Any) -> None:
        """End titles of nothing but such signs with one that nobody sees."""
        for title in self.document.findall(nodes.title):
            if not title.astext().strip(_NO_NAME):
                title.append(nodes.Text("\N{WORD JOINER}"))


class KeepColons(SphinxPostTransform):
    """Keep colons in what links within a manual of Texinfo say.

    Sphinx writes semicolons for them, since a colon ends the text of such a link.
    """

    formats = ("texinfo",)
    default_priority = 400

    def run(self, **kwargs: Any) -> None:
        """Leave the words where a link to another place of the manual has a colon in them."""
        exchange(self.document, _words_with_colon)


def _words_with_colon(node: nodes.Node) -> list[nodes.Node] | None:
    """Return the words of a link within the manual that has a colon in them."""
    is_link = isinstance(node, nodes.reference) and node.get("refid")
    return list(node.children) if is_link and ":" in node.astext() else None


class DissolveContainers(SphinxPostTransform):
    """Take the containers out of manual pages.

    Their writer puts no space before the first paragraph of a container: two turns would be one
    paragraph.
    """

    formats = ("man",)
    default_priority = 410
    """After `AddAnchors`, which looks for them."""

    def run(self, **kwargs: Any) -> None:
        """Replace every container of an interview by what it holds."""
        exchange(self.document, _dissolved)


def _dissolved(node: nodes.Node) -> list[nodes.Node] | None:
    """Return what a container of an interview holds, in its place."""
    if not isinstance(node, nodes.container) or not {"turn", "interview"} & set(node["classes"]):
        return None
    return list(node.children)


def _is_of_first_level(title: nodes.title) -> bool:
    """True for the title of a section inside the one that is the whole page."""
    section = title.parent
    return isinstance(section, nodes.section) and (
        isinstance(section.parent, nodes.section)
        and not isinstance(section.parent.parent, nodes.section)
    )


def _add_anchor(element: nodes.Element) -> None:
    """Move the ids of *element* to a target in its first paragraph, which these writers keep."""
    paragraph = next(iter(element.findall(nodes.paragraph)), None)
    if paragraph is not None and element["ids"]:
        paragraph.insert(0, nodes.target("", "", ids=element["ids"]))
        element["ids"] = []


def setup(app: Sphinx) -> None:
    """Register the post-transforms."""
    app.add_post_transform(AddAnchors)
    app.add_post_transform(EmboldenLabels)
    app.add_post_transform(GuardTitles)
    app.add_post_transform(NameNodes)
    app.add_post_transform(KeepColons)
    app.add_post_transform(DissolveContainers)
