"""The directive ``interview``: the conversation in a file becomes part of the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from sphinx_vivavoce.blocks import Origin
from sphinx_vivavoce.config import CONVENTION_NAMES, core_options, own_value
from sphinx_vivavoce.doctree import LAYOUTS, Style
from sphinx_vivavoce.excerpt import cast, cut, parse_roles, without_asides, without_heading
from sphinx_vivavoce.labels import POLICIES
from sphinx_vivavoce.messages import warn
from sphinx_vivavoce.paths import PathError, resolve
from sphinx_vivavoce.placing import Page, Showing, free_prefix, message_syntax, place_interview
from sphinx_vivavoce.sidecars import read_with_sidecars
from sphinx_vivavoce.words import foreign, project_words
from vivavoce.collector import resting_collector
from vivavoce.interview import Interview
from vivavoce.options import Options
from vivavoce.problems import Code, InputError
from vivavoce.words import Words


def _layout(argument: str) -> str:
    return directives.choice(argument, LAYOUTS)


def _labels(argument: str) -> str:
    return directives.choice(argument, POLICIES)


def _convention(argument: str) -> str:
    return directives.choice(argument, CONVENTION_NAMES)


def _depth(argument: str) -> int:
    depth = directives.nonnegative_int(argument)
    if depth > 6:
        raise ValueError("there are six levels of headings")
    return depth


def split_names(argument: str) -> tuple[str, ...]:
    """Read a list of names separated by commas."""
    return tuple(name.strip() for name in argument.split(",") if name.strip())


SHOWING_OPTIONS: dict[str, Any] = {
    "layout": _layout,
    "labels": _labels,
    "sections": _depth,
    "roles": parse_roles,
    "class": directives.class_option,
    "name": directives.unchanged_required,
    "lang": directives.unchanged_required,
}
"""The options of every directive that shows a conversation."""

READING_OPTIONS: dict[str, Any] = {
    "speakers": split_names,
    "not-speakers": split_names,
    "convention": _convention,
    "encoding": directives.encoding,
    "start": directives.unchanged_required,
    "end": directives.unchanged_required,
    "no-introduction": directives.flag,
    "no-credits": directives.flag,
}
"""The options of a directive that reads a file."""


class ConversationDirective(SphinxDirective):
    """What the directives that show a conversation have in common."""

    is_verbatim: ClassVar[bool] = True
    """The words are as published."""

    def show(self, interview: Interview, name: str, source: str, text: str = "") -> Showing:
        """Return how *interview*, by default called *name*, is to appear here.

        It comes from the file *source*, which says *text*.
        """
        chosen = self.options.get("name", "")
        name = chosen or name
        title = interview.metadata.title or self.title_around() or name
        origin = Origin(source, self.lineno, message_syntax(self.env))
        style = self._style(interview, free_prefix(name, self.state.document))
        return Showing(name, title, style, origin, text, chosen=bool(chosen))

    def title_around(self) -> str:
        """Return the title of the section in which this stands; empty if it stands in none."""
        around = self.state_machine.node
        if not isinstance(around, nodes.section) or not around.children:
            return ""
        return around[0].astext()

    def page(self) -> Page:
        """Return the page on which this stands."""
        return Page(self.env, self.state.document, self.get_location())

    def words(self, lang: str) -> Words:
        """Return the words for people whose names are not known, and the colon of *lang*."""
        return project_words(lang)

    def _style(self, interview: Interview, prefix: str) -> Style:
        can_join = isinstance(self.state_machine.node, nodes.document | nodes.section)
        lang = self.options.get("lang") or interview.metadata.lang
        return Style(
            layout=self.options.get("layout", own_value(self.config, "layout")),
            labels=self.options.get("labels", own_value(self.config, "labels")),
            depth=self.options.get("sections", 6) if can_join else 0,
            words=self.words(lang or self.config.language),
            prefix=prefix,
            classes=tuple(self.options.get("class", ())),
            lang=foreign(lang, self.config.language),
            verbatim=self.is_verbatim,
        )


class InterviewDirective(ConversationDirective):
    """Show the interview in the file that the argument names."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {**SHOWING_OPTIONS, **READING_OPTIONS}

    @resting_collector()
    def run(self) -> list[nodes.Node]:
        """Read the file and return the conversation, or nothing and a warning."""
        try:
            srcdir = Path(self.env.srcdir)
            path = resolve(self.arguments[0], (srcdir / self.env.docname).parent, srcdir)
            self.env.note_dependency(str(path))
            options = self._options()
            interview, text = read_with_sidecars(path, options, self.env)
            interview = self._chosen(without_asides(interview, options))
        except (PathError, InputError, OSError) as error:
            warn("unreadable", str(error), self.get_location())
            return []
        except ValueError as error:
            raise self.error(str(error)) from error
        if any(problem.code is Code.NO_DIALOGUE for problem in interview.problems):
            warn(Code.NO_DIALOGUE.code, f"{path.name}: no conversation found", self.get_location())
        showing = self.show(interview, path.stem, str(path), text)
        return place_interview(interview, showing, self.page())

    def _options(self) -> Options:
        names = ("speakers", "not-speakers", "convention", "encoding", "lang")
        chosen = {name: self.options[name] for name in names if name in self.options}
        for name in ("introduction", "credits"):
            if f"no-{name}" in self.options:
                chosen[name] = False
        return core_options(self.config, chosen)

    def _chosen(self, interview: Interview) -> Interview:
        """Apply what the author says of the interview; ValueError if it does not fit."""
        start, end = self.options.get("start", ""), self.options.get("end", "")
        chosen = cut(without_heading(interview, self.title_around()), start, end)
        return cast(chosen, self.options.get("roles", {}))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("interview", InterviewDirective)
