"""What paper and terminals need: labels that stand out without classes, anchors on turns.

Runs for LaTeX, Texinfo and manual pages, whose writers print no classes and no ids of containers.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

_BREAKS = {"latex": "\\\\{}", "manpage": "\n.br\n", "texinfo": "@*\n"}
"""A line break in the raw text of each writer."""


class AddPrintMeaning(SphinxPostTransform):
    """Make labels bold, line breaks real and turns reachable."""

    formats = ("latex", "man", "texinfo")
    default_priority = 400

    def run(self, **kwargs: Any) -> None:
        """Finish every turn and every line break of the document."""
        for turn in self.document.findall(nodes.container):
            if "turn" in turn["classes"]:
                _add_anchor(turn)
        for inline in list(self.document.findall(nodes.inline)):
            if "speaker" in inline["classes"]:
                inline[:] = [nodes.strong("", "", *inline.children)]
            elif "line-break" in inline["classes"]:
                inline.replace_self(
                    [nodes.raw("", text, format=to) for to, text in _BREAKS.items()]
                )


def _add_anchor(turn: nodes.Element) -> None:
    """Move the ids of *turn* to a target in its first paragraph, which these writers keep."""
    paragraph = next((node for node in turn.children if isinstance(node, nodes.paragraph)), None)
    if paragraph is not None:
        paragraph.insert(0, nodes.target("", "", ids=turn["ids"]))
        turn["ids"] = []


def setup(app: Sphinx) -> None:
    """Register the post-transform."""
    app.add_post_transform(AddPrintMeaning)
