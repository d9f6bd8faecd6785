"""Published words keep their quotes and dashes, whatever ``smartquotes`` says.

Sphinx's transform makes each text anew, even where a node tells it to change nothing. A long
interview would pay for that, so what is verbatim is out of sight while the transform runs.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxSmartQuotes, SphinxTransform


class HideVerbatim(SphinxTransform):
    """Put what is verbatim aside."""

    default_priority = SphinxSmartQuotes.default_priority - 1

    def apply(self, **kwargs: Any) -> None:
        """Empty every verbatim interview of the document and keep its children with it."""
        for top in self.document.findall(nodes.Element):
            if top.get("support_smartquotes") is False and "interview" in top["classes"]:
                top["verbatim"], top.children = top.children, []


class ShowVerbatim(SphinxTransform):
    """Put what was verbatim back."""

    default_priority = SphinxSmartQuotes.default_priority + 1

    def apply(self, **kwargs: Any) -> None:
        """Fill every interview that was emptied."""
        for top in self.document.findall(nodes.Element):
            if "verbatim" in top:
                top.children = top.attributes.pop("verbatim")


def setup(app: Sphinx) -> None:
    """Register the transforms."""
    app.add_transform(HideVerbatim)
    app.add_transform(ShowVerbatim)
