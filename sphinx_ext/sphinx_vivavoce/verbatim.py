"""Published words stay as they are while Sphinx looks at a page for what it knows.

Quotes and dashes are kept whatever ``smartquotes`` says. Footnotes, substitutions, languages of
code: each of two dozen transforms goes through the whole page for one of these, and what was read
from a file holds none. So it is out of sight meanwhile, which a long interview would pay for.
Headings stay, for tables of contents, and all is back before Sphinx tells extensions of the page.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import DoctreeReadEvent, SphinxTransform

from sphinx_vivavoce.tree import conversations, frames


class HideVerbatim(SphinxTransform):
    """Put what is verbatim aside."""

    default_priority = 211
    """After `sphinx.transforms.AutoNumbering`, which has 210 and gives figures their ids."""

    def apply(self, **kwargs: Any) -> None:
        """Take all but the headings out of every verbatim conversation, and keep it with it."""
        for top in conversations(self.document):
            if top.get("support_smartquotes") is False:
                for frame in list(frames(top)):
                    frame["verbatim"] = frame.children
                    frame.children = list(filter(_is_frame, frame.children))


class ShowVerbatim(SphinxTransform):
    """Put what was verbatim back."""

    default_priority = DoctreeReadEvent.default_priority - 20

    def apply(self, **kwargs: Any) -> None:
        """Fill every conversation that was emptied."""
        for top in conversations(self.document):
            for frame in frames(top):
                if "verbatim" in frame:
                    frame.children = frame.attributes.pop("verbatim")


def _is_frame(node: nodes.Node) -> bool:
    return isinstance(node, nodes.section | nodes.title)


def setup(app: Sphinx) -> None:
    """Register the transforms."""
    app.add_transform(HideVerbatim)
    app.add_transform(ShowVerbatim)
