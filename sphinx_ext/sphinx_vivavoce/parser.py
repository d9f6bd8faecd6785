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
from sphinx.environment import BuildEnvironment
from sphinx.parsers import Parser, RSTParser
from sphinx.util import get_filetype

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
from vivavoce.interview import Interview
from vivavoce.limits import check_bytes
from vivavoce.pipeline import parse
from vivavoce.problems import InputError
from vivavoce.size import check_amount

FILETYPE = "vivavoce"
TRANSLATED = ":<translated>"
"""How Sphinx marks the source of a message that it has parsed."""
_NO_TEXT = (
    "this document is not in UTF-8 and is left out; the directive interview shows pages in any "
    "encoding, and the vivavoce command reads .docx, .odt and .epub"
)


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
            check_bytes(path.stat().st_size, options)
            beside = note_sidecars(path, env)
            interview = parse(inputstring, options, name=path.name, beside=beside)
            check_amount([interview], "Sphinx", options)
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


def leave_out_unreadable(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Take interviews that are no text from *docnames*, which Sphinx is about to read.

    Sphinx ends the whole build where a document is not in its ``source_encoding``.
    """
    for name in tuple(docnames):
        path = Path(env.doc2path(name))
        if get_filetype(app.config.source_suffix, str(path)) != FILETYPE or _is_text(app, path):
            continue
        warn("unreadable", _NO_TEXT, name)
        app.emit("env-purge-doc", env, name)
        env.clear_doc(name)
        env.found_docs.discard(name)
        docnames.remove(name)


def _is_text(app: Sphinx, path: Path) -> bool:
    """True where Sphinx can read the file *path*, or will say itself what hinders it."""
    try:
        path.read_text(encoding=app.config.source_encoding)
    except UnicodeDecodeError:
        return False
    except OSError:
        return True
    return True


def setup(app: Sphinx) -> None:
    """Register the parser; its suffixes are known when the configuration is."""
    app.add_source_parser(InterviewParser)
    app.connect("config-inited", add_suffixes)
    app.connect("env-before-read-docs", leave_out_unreadable)
