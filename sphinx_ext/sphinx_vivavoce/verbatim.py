"""Published words stay as they are while Sphinx looks at a page for what it knows.

Quotes and dashes are kept whatever ``smartquotes`` says. Footnotes, substitutions, languages of
code: each of two dozen transforms goes through the whole page for one of these, and what was read
from a file holds none. So it is out of sight meanwhile, which a long interview would pay for.
Headings stay, for tables of contents, and all is back before Sphinx tells extensions of the page.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms import DoctreeReadEvent, SphinxTransform

from sphinx_vivavoce.run_in import finish_turns
from sphinx_vivavoce.tree import conversations, elements_below, frames


class HideFinished(SphinxTransform):
    """Put what is verbatim aside at once, where nothing is translated and no figure numbered."""

    default_priority = 5
    """Before all of Sphinx's own, which begin at 10."""

    def apply(self, **kwargs: Any) -> None:
        """Finish the turns of every such conversation, and put them aside."""
        tops = _verbatim(self.document)
        if not tops or _may_be_translated(self.env):
            return
        for top in tops:
            if not any(isinstance(node, nodes.figure) for node in elements_below(top)):
                finish_turns(top)
                _hide(top)


class HideVerbatim(SphinxTransform):
    """Put the rest of what is verbatim aside."""

    default_priority = 211
    """After `sphinx.transforms.AutoNumbering`, which has 210 and gives figures their ids."""

    def apply(self, **kwargs: Any) -> None:
        """Put every verbatim conversation aside that still shows its words."""
        for top in _verbatim(self.document):
            if _KEPT not in top:
                _hide(top)


class ShowVerbatim(SphinxTransform):
    """Put what was verbatim back."""

    default_priority = DoctreeReadEvent.default_priority - 20

    def apply(self, **kwargs: Any) -> None:
        """Fill every conversation that was emptied."""
        for top in _verbatim(self.document):
            for frame in frames(top):
                frame.children = frame.attributes.pop(_KEPT, frame.children)


_KEPT = "verbatim"
"""The attribute in which an element keeps the children that are out of sight."""


def _verbatim(document: nodes.document) -> list[nodes.Element]:
    tops = conversations(document)
    return [top for top in tops if top.get("support_smartquotes") is False]


def _hide(top: nodes.Element) -> None:
    """Take all but the headings out of *top*, and keep it with it."""
    for frame in list(frames(top)):
        frame[_KEPT] = frame.children
        frame.children = list(filter(_is_frame, frame.children))


def _is_frame(node: nodes.Node) -> bool:
    return isinstance(node, nodes.section | nodes.title)


def _may_be_translated(env: BuildEnvironment) -> bool:
    """Does the project have a folder of translations?"""
    return any((Path(env.srcdir) / name).is_dir() for name in env.config.locale_dirs)


def setup(app: Sphinx) -> None:
    """Register the transforms."""
    app.add_transform(HideFinished)
    app.add_transform(HideVerbatim)
    app.add_transform(ShowVerbatim)
