"""Labels join the first paragraph of their turns, after translation.

Sphinx translates paragraph by paragraph and replaces all a paragraph holds. A label that joins
later stays out of the message, and so does the bold face of questions without a label.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

from sphinx_vivavoce.tree import conversations, hold, turns_below


class RunInLabels(SphinxTransform):
    """Finish the turns of a document that has been translated."""

    default_priority = 30
    """After `sphinx.transforms.i18n.Locale`, which has 20."""

    def apply(self, **kwargs: Any) -> None:
        """Move labels into paragraphs and embolden questions that have none."""
        for top in conversations(self.document):
            finish_turns(top)


def finish_turns(top: nodes.Element) -> None:
    """Finish every turn of the conversation *top*; those that are finished stay as they are."""
    for turn in turns_below(top):
        first = turn.children[0] if turn.children else None
        if isinstance(first, nodes.inline) and "speaker" in first["classes"]:
            _run_in(turn, first)
        elif "question" in turn["classes"]:
            _embolden(turn)


def _run_in(turn: nodes.Element, label: nodes.inline) -> None:
    separator = label.attributes.pop("separator", ": ")
    del turn.children[0]
    speech = turn.children[0] if turn.children else None
    if not isinstance(speech, nodes.paragraph):
        turn.insert(0, nodes.paragraph("", "", label, nodes.Text(separator.rstrip())))
        return
    words = speech.children
    if words and isinstance(words[0], nodes.Text):
        separator += words.pop(0)
    speech.children = []
    hold(speech, (label, nodes.Text(separator), *words))


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
