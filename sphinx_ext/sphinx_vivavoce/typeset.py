"""What paper and terminals need: labels that stand out without classes, anchors on turns.

Runs for LaTeX, Texinfo and manual pages, whose writers print no classes and no ids of containers.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

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
        for inline in list(self.document.findall(nodes.inline)):
            if "line-break" in inline["classes"]:
                breaks = [nodes.raw("", text, format=to) for to, text in BREAKS.items()]
                inline.parent.replace(inline, breaks)


class EmboldenLabels(SphinxPostTransform):
    """Make labels bold where no style sheet can."""

    formats = ("latex", "man")
    default_priority = 405

    def run(self, **kwargs: Any) -> None:
        """Put the words of every label into the strong element."""
        for inline in list(self.document.findall(nodes.inline)):
            if "speaker" in inline["classes"]:
                inline[:] = [nodes.strong("", "", *inline.children)]


class GuardTitles(SphinxPostTransform):
    """Keep the headings of interviews from being commands of manual pages.

    Sphinx writes titles of the first level in capitals and without escaping backslashes, so that
    ``\\*(x`` would be looked up and ``\\V[HOME]`` read from the environment.
    """

    formats = ("man",)
    default_priority = 400
    """Before `DissolveContainers`, which takes the turns away."""

    def run(self, **kwargs: Any) -> None:
        """Put a sign that looks alike in the place of every backslash in the titles."""
        if not any("turn" in node["classes"] for node in self.document.findall(nodes.container)):
            return
        for title in self.document.findall(nodes.title):
            for text in list(title.findall(nodes.Text)):
                if "\\" in text:
                    shown = text.replace("\\", "\N{REVERSE SOLIDUS OPERATOR}")
                    text.parent.replace(text, nodes.Text(shown))


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
        for node in list(self.document.findall(nodes.container)):
            if {"turn", "interview"} & set(node["classes"]):
                node.parent.replace(node, node.children)


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
    app.add_post_transform(DissolveContainers)
