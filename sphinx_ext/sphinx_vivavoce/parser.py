"""Interviews as source documents: files with a suffix of ``vivavoce_source_suffix`` become pages.

The interview's title is the page's, its front matter the page's metadata, its headings the page's
sections.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.parsers import Parser, RSTParser

from sphinx_vivavoce.blocks import Origin
from sphinx_vivavoce.config import core_options, own_value
from sphinx_vivavoce.doctree import Style
from sphinx_vivavoce.excerpt import without_asides, without_heading
from sphinx_vivavoce.messages import warn
from sphinx_vivavoce.pagedata import page_data
from sphinx_vivavoce.paths import PathError
from sphinx_vivavoce.placing import Page, Showing, free_prefix, place_interview
from sphinx_vivavoce.sidecars import note_sidecars
from sphinx_vivavoce.words import foreign, project_words
from vivavoce.collector import resting_collector
from vivavoce.model import Interview
from vivavoce.pipeline import parse
from vivavoce.problems import InputError
from vivavoce.size import check_words

FILETYPE = "vivavoce"
TRANSLATED = ":<translated>"
"""How Sphinx marks the source of a message that it has parsed."""


class InterviewParser(Parser):
    """Reads an interview as a document."""

    supported: ClassVar[tuple[str, ...]] = (FILETYPE,)

    @resting_collector()
    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Fill *document* with the interview in *inputstring*.

        Sphinx parses translated messages with the parser of their page; those are reStructuredText.
        """
        if str(document["source"]).endswith(TRANSLATED):
            reader = RSTParser()
            reader._config, reader._env = self._config, self._env
            reader.parse(inputstring, document)
            return
        self.setup_parse(inputstring, document)
        env = document.settings.env
        page = Page(env, document, env.docname)
        try:
            path, options = Path(env.doc2path(env.docname)), core_options(env.config, {})
            beside = note_sidecars(path, env)
            interview = parse(inputstring, options, name=path.name, beside=beside)
            check_words([interview], "Sphinx", options)
            interview = without_asides(interview, options)
        except (PathError, InputError, OSError) as error:
            warn("unreadable", str(error), page.location)
            interview = Interview()
        document.extend(page_data(interview.metadata))
        document.extend(_page_nodes(interview, page, inputstring))
        self.finish_parse()


def _page_nodes(interview: Interview, page: Page, text: str) -> list[nodes.Node]:
    """Return the section that is the whole of *page*, whose file says *text*."""
    config, docname = page.env.config, page.env.docname
    title = interview.metadata.title or docname.rpartition("/")[2]
    lang = interview.metadata.lang
    style = Style(
        layout=own_value(config, "layout"),
        labels=own_value(config, "labels"),
        words=project_words(lang or config.language),
        prefix=free_prefix(docname, page.document),
        page_title=title,
        lang=foreign(lang, config.language),
    )
    showing = Showing(docname, title, style, Origin(str(page.env.doc2path(docname))), text)
    return place_interview(without_heading(interview, title), showing, page)


def add_suffixes(app: Sphinx, config: Config) -> None:
    """Put the project's suffixes for interviews before all others, since ``.x.md`` is ``.md`` too.

    Runs before Sphinx settles which file types there are.
    """
    suffixes = dict.fromkeys(own_value(config, "source_suffix"), FILETYPE)
    if suffixes:
        config.source_suffix = {**suffixes, **config.source_suffix}


def setup(app: Sphinx) -> None:
    """Register the parser; its suffixes are known when the configuration is."""
    app.add_source_parser(InterviewParser)
    app.connect("config-inited", add_suffixes)
