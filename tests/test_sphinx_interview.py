"""The directive ``interview``: what it reads, how it joins the page, what its options do."""

from __future__ import annotations

from pathlib import Path

import pytest
from docutils import nodes
from sphinx_project import Built, project, who_says_what


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The project of this file, built once."""
    return project("interview", tmp_path_factory.mktemp("interview")).build("html")


def titles(document: nodes.Element) -> list[str]:
    return [node.astext() for node in document.findall(nodes.title)]


def test_builds_without_warnings(built: Built) -> None:
    assert built.warnings == ""


def test_every_turn_has_its_speaker_and_its_words(built: Built) -> None:
    assert who_says_what(built.doctree()) == [
        ("Ben Marsh", "Ben Marsh: How did you come to make clocks?"),
        (
            "Ann Lee",
            'Ann Lee: My grandfather had a bench by the "window". I sat under it. '
            "Later I sat at it, with his tools: a lathe a loupe",
        ),
        ("Ben Marsh", "Ben Marsh: Why did you never leave?"),
        ("Ann Lee", "Ann Lee: I left every evening. I came back every morning."),
        ("Ben Marsh", "Ben Marsh: And now?"),
        ("Ann Lee", "Ann Lee: Now the clocks leave, and I stay."),
    ]


def test_headings_join_those_of_the_page(built: Built) -> None:
    toc = [node.astext() for node in built.app.env.tocs["index"].findall(nodes.reference)]
    assert toc == ["Conversations", "A valley of clocks", "Beginnings", "The valley"]


@pytest.mark.parametrize("page", ["index", "excerpt", "nested"])
def test_translations_elsewhere_change_no_tree(built: Built, tmp_path: Path, page: str) -> None:
    """What is put aside early where nothing is translated comes back as it would have been."""
    translated = project("interview", tmp_path)
    (translated.srcdir / "locales").mkdir()
    late, early = (found.doctree(page).pformat() for found in (translated.build("xml"), built))
    assert late.replace(str(translated.srcdir), "") == early.replace(str(built.app.srcdir), "")


def test_the_list_of_contents_on_the_page_has_the_headings(tmp_path: Path) -> None:
    mini = project("interview", tmp_path)
    page = mini.srcdir / "index.rst"
    page.write_text(page.read_text("utf-8") + "\n.. contents::\n", "utf-8")
    contents = next(mini.build("xml").doctree().findall(nodes.topic))
    links = [node.astext() for node in contents.findall(nodes.reference)]
    assert "Beginnings" in links
    assert "The valley" in links


def test_text_after_the_directive_stays(built: Built) -> None:
    assert "After the interview." in built.text("index.html")


def test_html_tells_the_conversation_its_speakers_and_their_links(built: Built) -> None:
    page = built.text("index.html")
    assert 'aria-label="A valley of clocks" class="interview layout-run-in"' in page
    assert 'role="doc-qna"' in page
    turn = '<div class="turn answer" data-speaker="Ann Lee" id="interview-ann-t-'
    assert page.count(turn) == 3
    assert '<p><span class="speaker">Ann Lee</span>: My <em>grandfather</em> had' in page
    assert page.count('title="Link to this turn"') == 6
    assert "I left every evening.<br />\nI came back" in page


def test_published_quotes_stay_as_published(built: Built) -> None:
    assert 'by the "window"' in who_says_what(built.doctree())[1][1]


def test_pictures_are_copied(built: Built) -> None:
    assert (built.outdir / "_images" / "bench.png").exists()
    assert built.doctree().next_node(nodes.caption).astext() == "The bench by the window"


def test_excerpt_takes_turns_between_two_places(built: Built) -> None:
    assert who_says_what(built.doctree("excerpt")) == [
        ("Ben Marsh", "Ben Marsh: Why did you never leave?"),
        ("Ann Lee", "Ann Lee: I left every evening. I came back every morning."),
    ]


def test_options_set_layout_class_and_roles(built: Built) -> None:
    top = built.doctree("excerpt").next_node(nodes.container)
    assert top["classes"] == ["interview", "layout-hanging", "chosen"]
    assert [turn["classes"] for turn in top.findall(nodes.container)][1:] == [
        ["turn", "question"],
        ["turn"],
    ]


def test_headings_inside_a_note_are_rubrics(built: Built) -> None:
    page = built.doctree("nested")
    assert titles(page) == ["Inside a note"]
    rubrics = [node.astext() for node in page.findall(nodes.rubric)]
    assert rubrics[-2:] == ["Beginnings", "The valley"]


def test_no_introduction_leaves_it_out(built: Built) -> None:
    assert "visited her workshop" not in built.doctree("nested").astext()
    assert "visited her workshop" in built.doctree("index").astext()


def test_a_heading_that_repeats_the_page_title_is_not_shown_twice(tmp_path: Path) -> None:
    mini = project("interview", tmp_path)
    (mini.srcdir / "excerpt.rst").write_text(
        "A valley of clocks\n==================\n\n.. interview:: talks/ann.html\n", "utf-8"
    )
    page = mini.build("pseudoxml").doctree("excerpt")
    assert titles(page) == ["A valley of clocks", "Beginnings", "The valley"]


def test_questions_become_headings_on_request(tmp_path: Path) -> None:
    built = project("interview", tmp_path).build("html", vivavoce_layout="question-heading")
    assert built.warnings == ""
    assert titles(built.doctree()) == [
        "Conversations",
        "A valley of clocks",
        "Beginnings",
        "How did you come to make clocks?",
        "The valley",
        "Why did you never leave?",
        "And now?",
    ]
    assert "And now?" in built.app.env.tocs["index"].astext()


@pytest.mark.parametrize(
    ("option", "message"),
    [
        (":roles: Zoe: interviewer", "nobody called 'Zoe' speaks here"),
        (":roles: Ann Lee: king", "is not NAME: one of interviewer"),
        (":start: 99", "there is no turn '99'"),
        (":layout: circus", '"circus" unknown; choose from "run-in"'),
        (":sections: 7", "there are six levels of headings"),
        (":encoding: klingon", "unknown encoding"),
    ],
)
def test_an_option_that_does_not_fit_is_an_error_at_its_place(
    tmp_path: Path, option: str, message: str
) -> None:
    mini = project("interview", tmp_path)
    (mini.srcdir / "excerpt.rst").write_text(
        f"Page\n====\n\n.. interview:: talks/ann.html\n   {option}\n", "utf-8"
    )
    warnings = mini.build("pseudoxml").warnings
    assert "excerpt.rst:4: ERROR" in warnings
    assert message in warnings


def test_a_file_without_a_conversation_is_shown_and_reported(tmp_path: Path) -> None:
    mini = project("interview", tmp_path)
    (mini.srcdir / "talks" / "ann.html").write_text("<p>Nobody is here.</p>", "utf-8")
    (mini.srcdir / "excerpt.rst").write_text(
        "Page\n====\n\n.. interview:: talks/ann.html\n", "utf-8"
    )
    built = mini.build("html")
    assert "excerpt.rst:4: WARNING: " in built.warnings
    assert "[vivavoce.no-dialogue]" in built.warnings
    assert "<p>Nobody is here.</p>" in built.text("excerpt.html")
    assert "doc-qna" not in built.text("excerpt.html")


def test_a_picture_that_is_not_there_leaves_no_figure(tmp_path: Path) -> None:
    mini = project("interview", tmp_path)
    page = "<p><b>Ann:</b> Who?</p><p><b>Ben:</b> I.</p>" * 2 + "<figure><img src=no.png></figure>"
    (mini.srcdir / "talks" / "ann.html").write_text(page, "utf-8")
    (mini.srcdir / "excerpt.rst").write_text(
        "Page\n====\n\n.. interview:: talks/ann.html\n", "utf-8"
    )
    built = mini.build("html")
    assert "[vivavoce.missing-image]" in built.warnings
    assert "<figure" not in built.text("excerpt.html")
    assert "Who?" in built.text("excerpt.html")
