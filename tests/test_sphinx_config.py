"""The configuration values: one for each option of the core, with its type and its default."""

from __future__ import annotations

from pathlib import Path

import pytest
from sphinx_project import Project, project, who_says_what

from sphinx_vivavoce.config import OWN_VALUES, PREFIX
from vivavoce.options import DEFAULTS, Options


@pytest.fixture
def mini(tmp_path: Path) -> Project:
    """A project with one interview."""
    return project("i18n", tmp_path)


def test_every_option_of_the_core_is_a_value_with_its_default(mini: Project) -> None:
    config = mini.build("pseudoxml").app.config
    for name in Options._fields:
        assert config[PREFIX + name] == getattr(DEFAULTS, name)
    assert {name.removeprefix(PREFIX) for name in config.values if name.startswith(PREFIX)} == {
        *Options._fields,
        *OWN_VALUES,
    }


def test_a_value_of_the_core_decides_how_interviews_are_read(mini: Project) -> None:
    built = mini.build("pseudoxml", vivavoce_not_speakers=["Ann Lee", "Ben Marsh"])
    assert "Ann Lee" not in {speaker for speaker, _ in who_says_what(built.doctree())}


@pytest.mark.parametrize("name", ["vivavoce_layout", "vivavoce_labels", "vivavoce_convention"])
def test_a_word_that_is_none_of_those_is_reported_and_the_default_taken(
    mini: Project, name: str
) -> None:
    built = mini.build("html", **{name: "circus"})
    assert f"`{name}` has to be a one of" in built.warnings
    assert "`circus` is given" in built.warnings
    assert len(who_says_what(built.doctree())) > 4
    assert "layout-run-in" in built.text("index.html")


def test_a_value_of_the_wrong_type_is_reported_by_sphinx(mini: Project) -> None:
    built = mini.build("html", vivavoce_keep_chrome=["maybe"])
    assert "`vivavoce_keep_chrome' has type `list'; expected `bool'" in built.warnings
    assert len(who_says_what(built.doctree())) > 4
