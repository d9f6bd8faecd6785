"""Labels join the first paragraph of their turns, after translation.

Sphinx translates paragraph by paragraph and replaces all a paragraph holds. A label that joins
later stays out of the message, and so does the bold face of questions without a label.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform


class RunInLabels(SphinxTransform):
    """Finish the turns of a document that has been translated."""

    default_priority = 30
    """After `sphinx.transforms.i18n.Locale`, which has 20."""

    def apply(self, **kwargs: Any) -> None:
        """Move labels into paragraphs and embolden questions that have none."""
        for turn in self.document.findall(nodes.container):
            if "turn" not in turn["classes"]:
                continue
            first = turn[0] if turn.children else None
            if isinstance(first, nodes.inline) and "speaker" in first["classes"]:
                _run_in(turn, first)
            elif "question" in turn["classes"]:
                _embolden(turn)


def _run_in(turn: nodes.Element, label: nodes.inline) -> None:
    separator = label.attributes.pop("separator", ": ")
    turn.remove(label)
    if not turn.children or not isinstance(turn[0], nodes.paragraph):
        turn.insert(0, nodes.paragraph("", "", label, nodes.Text(separator.rstrip())))
        return
    speech = turn[0]
    if speech.children and isinstance(speech[0], nodes.Text):
        separator += speech.pop(0)
    speech.insert(0, [label, nodes.Text(separator)])


def _embolden(turn: nodes.Element) -> None:
    for paragraph in turn.children:
        if isinstance(paragraph, nodes.paragraph) and not _is_bold(paragraph):
            bold = nodes.strong("", "", *paragraph.children)
            paragraph.children = []
            paragraph.append(bold)


def _is_bold(paragraph: nodes.paragraph) -> bool:
    return all(isinstance(child, nodes.strong) for child in paragraph.children)


def setup(app: Sphinx) -> None:
    """Register the transform."""
    app.add_transform(RunInLabels)
