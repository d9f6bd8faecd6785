"""The language of an interview and of its parts, as docutils tells it: by a class.

Docutils' quotes transform warns of languages it has no quotes for, so the classes come after it;
until then the tag stands in the attribute ``lang``. What Sphinx has translated is no longer in the
language it was published in.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform


class NameLanguages(SphinxTransform):
    """Turn the attributes into classes, or drop them where a translation stands."""

    default_priority = 870
    """After `sphinx.transforms.SphinxSmartQuotes`, which has 750."""

    def apply(self, **kwargs: Any) -> None:
        """Turn every ``lang`` of the document into a class."""
        for node in self.document.findall(nodes.Element):
            if "lang" in node:
                lang = node.attributes.pop("lang")
                if not _is_translated(node):
                    node["classes"].append(f"language-{lang}")


def language_of(node: nodes.Element) -> str:
    """Return the language that the classes of *node* tell; empty where they tell none."""
    prefix = "language-"
    return next((name[len(prefix) :] for name in node["classes"] if name.startswith(prefix)), "")


def _is_translated(top: nodes.Element) -> bool:
    return any(node.get("translated") for node in top.findall(nodes.Element))


def setup(app: Sphinx) -> None:
    """Register the transform."""
    app.add_transform(NameLanguages)
