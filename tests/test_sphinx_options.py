"""What the options of ``interview`` change, each beside what comes out without it."""

from __future__ import annotations

from pathlib import Path

import pytest
from docutils import nodes
from sphinx_project import Built, project, who_says_what

Turns = list[tuple[str, str]]
READING = "I read what I wrote in the dry years:"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The project of this file, built once."""
    return project("options", tmp_path_factory.mktemp("options")).build("html")


def section(built: Built, docname: str, title: str) -> nodes.section:
    """Return the section of the page *docname* that has *title*."""
    titles = built.doctree(docname).findall(nodes.title)
    found = next(node.parent for node in titles if node.astext() == title)
    assert isinstance(found, nodes.section)
    return found


def test_builds_without_warnings(built: Built) -> None:
    assert built.warnings == ""


def test_what_nobody_says_stays_or_goes(built: Built) -> None:
    whole = section(built, "asides", "With them").astext()
    bare = section(built, "asides", "Without them").astext()
    for words in ("Interview by Ben Marsh", "has raked salt for thirty years"):
        assert words in whole
        assert words not in bare
    assert "Clouds, and then no salt." in bare


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Somebody more",
            [
                ("Ann Lee", f"Ann Lee: {READING}"),
                ("Monday", "Monday: a hundred pounds."),
                ("Monday", "Monday: a hundred and ten."),
                ("Ben Marsh", "Ben Marsh: Who taught you that?"),
                ("Ann Lee", "Ann Lee: My mother, who could not read."),
            ],
        ),
        (
            "Somebody less",
            [
                ("Ben Marsh", "Ben Marsh: What do you write down?"),
                ("Ann Lee", "Ann Lee: What each boat brings home: Mary Rose: twelve tons."),
                ("Ben Marsh", "Ben Marsh: And the day after?"),
                ("Ann Lee", "Ann Lee: Less, as a rule: Mary Rose: ten tons."),
                ("Ben Marsh", "Ben Marsh: And then?"),
                ("Ann Lee", "Ann Lee: Then I turn the page."),
            ],
        ),
        (
            "Initials",
            [
                ("Ben Marsh", "Ben Marsh: What does the wind bring?"),
                ("Ann Lee", "Ann Lee: Clouds, and then no salt."),
                ("Ben Marsh", "BM: And what do you do then?"),
                (
                    "Ann Lee",
                    f"AL: {READING} Monday: a hundred pounds. Monday: a hundred and ten.",
                ),
            ],
        ),
    ],
)
def test_options_decide_who_speaks(built: Built, title: str, expected: Turns) -> None:
    assert who_says_what(section(built, "people", title)) == expected


def test_every_turn_can_have_a_label(built: Built) -> None:
    assert who_says_what(section(built, "reading", "Questions in bold"))[-2:] == [
        ("Question", "Question: Do you miss her?"),
        ("Answer", "Answer: I rake with her rake."),
    ]


def test_encoding_and_language_can_be_told(built: Built) -> None:
    found = section(built, "reading", "In another language")
    assert who_says_what(found)[0] == ("Jörg Maß", "Jörg Maß: Was bringt der Föhn?")
    assert '<div aria-label="Interview" class="interview layout-run-in chosen"' in built.text(
        "reading.html"
    )
    assert ' lang="de"' in built.text("reading.html")


def test_both_fences_of_markdown_take_options(built: Built) -> None:
    page = built.doctree("markdown")
    assert [node.astext() for node in page.findall(nodes.title)] == [
        "In Markdown",
        "Salt",
        "Its end",
    ]
    assert who_says_what(page) == [
        ("Ben Marsh", "Ben Marsh: What does the wind bring?"),
        ("Ann Lee", "Ann Lee: Clouds, and then no salt."),
        ("Ben Marsh", "Ben Marsh: Who taught you that?"),
        ("Ann Lee", "Ann Lee: My mother, who could not read."),
    ]


def test_no_other_convention_than_the_one_that_is_told(tmp_path: Path) -> None:
    mini = project("options", tmp_path)
    page = mini.srcdir / "reading.rst"
    page.write_text(page.read_text("utf-8").replace("bold-question", "plain-label"), "utf-8")
    built = mini.build("pseudoxml")
    assert "reading.rst:7: WARNING: bold.html: no conversation found" in built.warnings
    assert who_says_what(section(built, "reading", "Questions in bold")) == []
