"""The directive ``interview``: the conversation in a file becomes part of the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from sphinx_vivavoce.blocks import Origin
from sphinx_vivavoce.config import core_options
from sphinx_vivavoce.doctree import LAYOUTS, Style, interview_to_nodes
from sphinx_vivavoce.labels import POLICIES
from sphinx_vivavoce.messages import report, warn
from sphinx_vivavoce.paths import PathError, resolve
from sphinx_vivavoce.words import role_words
from vivavoce.options import Options
from vivavoce.pipeline import read
from vivavoce.problems import InputError


def _one_of(values: tuple[str, ...]) -> Any:
    return lambda argument: directives.choice(argument, values)


class InterviewDirective(SphinxDirective):
    """Show the interview in the file that the argument names."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {
        "layout": _one_of(LAYOUTS),
        "labels": _one_of(POLICIES),
        "class": directives.class_option,
        "encoding": directives.encoding,
        "lang": directives.unchanged,
    }

    def run(self) -> list[nodes.Node]:
        """Read the file and return the conversation, or nothing and a warning."""
        try:
            path = resolve(self.arguments[0], self._here(), Path(self.env.srcdir))
            self.env.note_dependency(str(path))
            interview = read(path, self._options())
        except (PathError, InputError, OSError) as error:
            warn("unreadable", str(error), self.get_location())
            return []
        report(interview.problems, self.get_location())
        origin = Origin(str(path))
        found = interview_to_nodes(interview, self._style(path), origin)
        for section in (part for top in found for part in top.findall(nodes.section)):
            self.state.document.note_implicit_target(section, section)
        return list(found)

    def _here(self) -> Path:
        return Path(self.env.doc2path(self.env.docname)).parent

    def _options(self) -> Options:
        names = ("encoding", "lang")
        return core_options(
            self.config, {name: self.options[name] for name in names if name in self.options}
        )

    def _style(self, path: Path) -> Style:
        joins = isinstance(self.state.parent, (nodes.document, nodes.section))
        return Style(
            layout=self.options.get("layout", self.config.vivavoce_layout),
            labels=self.options.get("labels", self.config.vivavoce_labels),
            depth=6 if joins else 0,
            words=role_words(),
            prefix=nodes.make_id(path.stem) or "interview",
            classes=tuple(self.options.get("class", ())),
        )


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("interview", InterviewDirective)
