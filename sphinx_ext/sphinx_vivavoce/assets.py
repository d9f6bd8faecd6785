"""The style files that come with the extension: a style sheet for HTML, a package for LaTeX."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

STATIC = Path(__file__).parent / "static"
LATEX = Path(__file__).parent / "latex"
STYLE_SHEET = "vivavoce.css"
LATEX_PACKAGE = "sphinxvivavoce"


def add_files(app: Sphinx, config: Config) -> None:
    """Let builders copy the files.

    They go first, so that a project's own file of the same name replaces ours.
    """
    package = LATEX / f"{LATEX_PACKAGE}.sty"
    config.html_static_path = [str(STATIC), *config.html_static_path]
    config.latex_additional_files = [str(package), *config.latex_additional_files]


def setup(app: Sphinx) -> None:
    """Register the files."""
    app.connect("config-inited", add_files)
    app.add_css_file(STYLE_SHEET)
    app.add_latex_package(LATEX_PACKAGE)
