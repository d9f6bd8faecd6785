"""Problems → Sphinx's warnings, each with its type, its code and the place it is about.

A code is suppressed by ``suppress_warnings = ["vivavoce.CODE"]``, all of them by ``"vivavoce"``.
"""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes
from sphinx.util import logging

from vivavoce.problems import Level, Problem
from vivavoce.spaces import on_one_line

logger = logging.getLogger(__name__)
Location = str | tuple[str | None, int | None] | nodes.Node | None


def warn(code: str, text: str, location: Location = None) -> None:
    """Tell people about *text* under the code *code*."""
    logger.warning("%s", on_one_line(text), type="vivavoce", subtype=code, location=location)


def report(problems: Iterable[Problem], location: Location = None) -> None:
    """Tell people about *problems*: notes only when Sphinx is verbose, the rest as warnings."""
    for problem in problems:
        if problem.level is Level.NOTE:
            logger.verbose("%s [vivavoce.%s]", on_one_line(problem.told), problem.code.code)
        else:
            warn(problem.code.code, problem.told, location)
