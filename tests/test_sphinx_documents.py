"""Interviews as source documents: title, metadata, toctree, search, references."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docutils import nodes
from sphinx_project import Built, project, who_says_what


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The project of this file, built once."""
    return project("documents", tmp_path_factory.mktemp("documents")).build("html")


def test_builds_without_warnings(built: Built) -> None:
    assert built.warnings == ""


def test_titles_come_from_the_interviews(built: Built) -> None:
    shown = {name: title.astext() for name, title in built.app.env.titles.items()}
    assert shown == {
        "index": "Documents",
        "talks/ann": "Ann on clocks",
        "talks/su": "钟表与承诺",
        "talks/list": "What is in the box",
    }


def test_who_says_what(built: Built) -> None:
    assert who_says_what(built.doctree("talks/su")) == [
        ("记者", "记者：钟表是什么？"),
        ("苏", "苏：是“承诺”。"),
        ("记者", "记者：坏了的呢？"),
        ("苏", '苏：也是"承诺"。'),
    ]


def test_the_title_is_there_once_and_headings_are_sections(built: Built) -> None:
    titles = [node.astext() for node in built.doctree("talks/ann").findall(nodes.title)]
    assert titles == ["Ann on clocks", "First day", "Second day"]


def test_front_matter_is_metadata_of_the_page(built: Built) -> None:
    metadata = built.app.env.metadata["talks/su"]
    assert metadata["author"] == "马本"
    assert metadata["date"] == "2024-05-01"
    assert metadata["tocdepth"] == 1
    assert '<meta content="Ben Marsh" name="author" />' in built.text("talks/ann.html")


def test_another_language_is_told(built: Built) -> None:
    assert 'lang="zh-Hans" role="doc-qna"' in built.text("talks/su.html")
    assert "lang=" not in built.text("talks/ann.html").split("<body>")[1]


def test_references_find_documents_and_their_turns(built: Built) -> None:
    page = built.text("index.html")
    assert 'href="talks/ann.html#interview-talks-ann"' in page
    assert ">苏: 是“承诺”。</span>" in page


def test_the_search_finds_words_of_the_speech(built: Built) -> None:
    index = built.text("searchindex.js")
    assert '"promis"' in index
    data = json.loads(index.removeprefix("Search.setIndex(").removesuffix(")"))
    assert "talks/ann" in data["docnames"]


def test_a_document_without_dialogue_stays_one(built: Built) -> None:
    page = built.text("talks/list.html")
    assert "Nobody has opened it." in page
    assert "doc-qna" not in page
    assert "interview" not in page.split('<div class="body"')[1].split("sphinxsidebar")[0]


def test_without_the_setting_html_files_are_no_documents(tmp_path: Path) -> None:
    mini = project("documents", tmp_path)
    (mini.srcdir / "index.md").write_text("# Alone\n", "utf-8")
    built = mini.build("html", vivavoce_source_suffix=[], exclude_patterns=["talks/*.md"])
    assert built.warnings == ""
    assert built.app.env.found_docs == {"index"}


def test_what_is_no_text_is_left_out_and_the_build_goes_on(tmp_path: Path) -> None:
    mini = project("documents", tmp_path)
    mini.build("html")
    (mini.srcdir / "talks" / "ann.html").write_bytes("<p>記者：はい。</p>".encode("shift_jis"))
    built = mini.build("html", exclude_patterns=["_build"])
    assert "ann.html: WARNING: this document is not in UTF-8 and is left out" in built.warnings
    assert "[vivavoce.unreadable]" in built.warnings
    assert built.app.env.found_docs == {"index", "talks/list", "talks/su"}
    assert "承诺" in built.text("index.html")
