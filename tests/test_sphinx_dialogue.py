"""The directive ``dialogue`` in reStructuredText and in MyST, and the grammar of its lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from docutils import nodes
from sphinx_project import Built, project, who_says_what

from sphinx_vivavoce.written import split_turns


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The project of this file, built once."""
    return project("dialogue", tmp_path_factory.mktemp("dialogue")).build("html")


def test_builds_without_warnings(built: Built) -> None:
    assert built.warnings == ""


def test_who_says_what_in_restructuredtext(built: Built) -> None:
    turns = who_says_what(built.doctree())
    assert [speaker for speaker, _ in turns] == [
        *("Ben", "Ann", "Ben", "Ann"),
        *("Q", "A"),
        *("Ann", "Ben"),
    ]
    assert turns[1][1] == (
        "Ann: By its weight. Never by its colour. the lathe the loupe Note: this is no turn."
    )
    assert turns[-1][1] == "Ben: He said, and I quote, Monday: no earlier."


def test_markup_inside_a_turn_is_parsed(built: Built) -> None:
    turns = [node for node in built.doctree().findall(nodes.container) if "turn" in node["classes"]]
    assert turns[0].next_node(nodes.emphasis).astext() == "choose"
    assert turns[1].next_node(nodes.note).astext() == "Never by its colour."
    assert len(list(turns[1].findall(nodes.list_item))) == 2


def test_quotes_written_in_place_follow_the_project(built: Built) -> None:
    assert "Now I “stay”." in built.doctree().astext()


def test_words_before_the_first_turn_are_nobodys(built: Built) -> None:
    page = built.doctree()
    before = page.next_node(nodes.paragraph)
    assert before.astext() == "They meet in the workshop."


def test_roles_are_plain_from_letters_and_from_who_asks(built: Built) -> None:
    classes = [
        node["classes"]
        for node in built.doctree().findall(nodes.container)
        if "turn" in node["classes"]
    ]
    question, answer = ["turn", "question"], ["turn", "answer"]
    assert classes[:2] == [question, answer]
    assert classes[4:6] == [question, answer]
    assert classes[6:8] == [question, answer]


def test_a_reference_into_the_dialogue_names_the_turn(built: Built) -> None:
    assert ">Ann: By its weight.</span></a>" in built.text("index.html")


def test_both_fences_work_in_myst(built: Built) -> None:
    assert who_says_what(built.doctree("myst")) == [
        ("Ben", "Ben: How are you?"),
        ("Ann", "Ann: Fine, thanks. with a list of Ben"),
        ("问", "问：你好吗？"),
        ("答", "答：很好。"),
    ]


@pytest.mark.parametrize(
    ("lines", "speakers", "expected"),
    [
        ("Ann: Yes.", (), ["Ann"]),
        ("Ann: Yes.\nBen: No.", (), ["Ann", "Ben"]),
        ("Ann: Yes.\n  Ben: set in, so Ann's", (), ["Ann"]),
        ("安：是的。\n本：不是。", (), ["安", "本"]),
        ("Dr Ann Lee: Yes.", (), ["Dr Ann Lee"]),
        ("At 10:30 we met.", (), []),
        ("https://example.org", (), []),
        ("Note: a field, no name", (), []),
        ("I told him this: go home", (), []),
        (r"\Paris: a city", (), []),
        ("Ann: Yes.\nParis: a city", ("Ann",), ["Ann"]),
        ("The oldest of them: Yes.", ("The oldest of them",), ["The oldest of them"]),
        ("", (), []),
    ],
)
def test_which_lines_open_a_turn(
    lines: str, speakers: tuple[str, ...], expected: list[str]
) -> None:
    assert [turn.label for turn in split_turns(lines.split("\n"), speakers)] == expected


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("Nobody speaks.", "no line begins with a speaker's name and a colon"),
        (":roles: Zoe: interviewer\n\n   Ann: Yes.", "nobody called 'Zoe' speaks here"),
    ],
)
def test_a_dialogue_that_is_none_is_an_error_at_its_place(
    tmp_path: Path, content: str, message: str
) -> None:
    mini = project("dialogue", tmp_path)
    blank = "" if content.startswith(":") else "\n"
    (mini.srcdir / "index.rst").write_text(
        f"Page\n====\n\n.. toctree::\n\n   myst\n\n.. dialogue::\n{blank}   {content}\n", "utf-8"
    )
    warnings = mini.build("pseudoxml").warnings
    assert "index.rst:8: ERROR" in warnings
    assert message in warnings
