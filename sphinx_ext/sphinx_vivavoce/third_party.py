"""What builders of third parties may not know of docutils: captions.

A writer that passes over the captions of figures would lose words of an interview, so that for
builders that do not come with Sphinx they are paragraphs.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform


class DissolveFigures(SphinxPostTransform):
    """Put the picture and a paragraph with its caption in the place of a figure."""

    formats = ("", "html", "latex", "man", "pseudoxml", "texinfo", "text", "xml")
    """Those of the builders that come with Sphinx, for which there is nothing to do."""
    default_priority = 400

    def is_supported(self) -> bool:
        """Run for builders that do not come with Sphinx."""
        return not super().is_supported()

    def run(self, **kwargs: Any) -> None:
        """Dissolve every figure of an interview."""
        for figure in list(self.document.findall(nodes.figure)):
            if "interview-figure" in figure["classes"]:
                figure.replace_self([_as_body(child) for child in figure.children])


def _as_body(child: nodes.Node) -> nodes.Node:
    if not isinstance(child, nodes.caption):
        return child
    return nodes.paragraph("", "", *child.children, classes=["interview-caption"])


def setup(app: Sphinx) -> None:
    """Register the post-transform."""
    app.add_post_transform(DissolveFigures)
