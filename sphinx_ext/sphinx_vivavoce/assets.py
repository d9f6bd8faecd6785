"""The style files that come with the extension: a style sheet for HTML, a package for LaTeX."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

from sphinx_vivavoce.people_index import PeopleIndex

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


def name_index(app: Sphinx) -> None:
    """Tell the LaTeX package what Sphinx calls the index of people in the project's language."""
    if app.builder.name == "latex":
        context: dict[str, Any] = app.builder.context  # type: ignore[attr-defined]
        context["preamble"] += f"\n\\newcommand\\vivavoceindexname{{{PeopleIndex.localname}}}"


def setup(app: Sphinx) -> None:
    """Register the files."""
    app.connect("config-inited", add_files)
    app.connect("builder-inited", name_index)
    app.add_css_file(STYLE_SHEET)
    app.add_latex_package(LATEX_PACKAGE)
