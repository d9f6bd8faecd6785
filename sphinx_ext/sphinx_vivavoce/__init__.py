"""Interviews as first-class documentation: ``extensions = ["sphinx_vivavoce"]``.

The files are named after Sphinx's own concepts; `setup` is their table of contents.
"""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from sphinx_vivavoce import config, directive, domain, html, listing, run_in, typeset, words
from vivavoce import __version__


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything with Sphinx."""
    for part in (config, words, domain, directive, listing, run_in, html, typeset):
        part.setup(app)
    return {
        "version": __version__,
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
