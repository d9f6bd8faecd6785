"""Interviews as first-class documentation: ``extensions = ["sphinx_vivavoce"]``.

The files are named after Sphinx's own concepts; `PARTS` is their table of contents.
"""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from sphinx_vivavoce import (
    assets,
    config,
    dialogue,
    directive,
    domain,
    html,
    languages,
    listing,
    parser,
    people_page,
    run_in,
    third_party,
    typeset,
    verbatim,
    words,
)
from vivavoce import __version__

PARTS = (
    config,
    words,
    domain,
    directive,
    dialogue,
    listing,
    parser,
    people_page,
    run_in,
    verbatim,
    languages,
    html,
    typeset,
    third_party,
    assets,
)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything with Sphinx."""
    for part in PARTS:
        part.setup(app)
    return {
        "version": __version__,
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
