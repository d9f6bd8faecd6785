"""The style sheet that comes with the extension."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

STATIC = Path(__file__).parent / "static"
STYLE_SHEET = "vivavoce.css"


def add_static_path(app: Sphinx, config: Config) -> None:
    """Let HTML builders, EPUB's among them, copy the style sheet.

    It goes first, so that a project's own file of the same name replaces it.
    """
    config.html_static_path = [str(STATIC), *config.html_static_path]


def setup(app: Sphinx) -> None:
    """Register the style sheet."""
    app.connect("config-inited", add_static_path)
    app.add_css_file(STYLE_SHEET)
