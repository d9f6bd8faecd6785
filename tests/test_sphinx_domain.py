"""The domain: references, the index of people, lists, inventory, search, rebuilds."""

from __future__ import annotations

from pathlib import Path

import pytest
from docutils import nodes
from sphinx_project import Built, Project, project

SHORTENED = "Tell me, if you can, why a good soup takes a whole day and is eaten in five short…"


@pytest.fixture
def mini(tmp_path: Path) -> Project:
    """The project of this file, for those who change it."""
    return project("domain", tmp_path)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The project of this file, built once."""
    return project("domain", tmp_path_factory.mktemp("domain")).build("html")


def links(document: nodes.Element) -> list[tuple[str, str]]:
    """Return the text of every link and the page it leads to."""
    return [
        (node.astext(), node.get("refuri", "").partition("#")[0])
        for node in document.findall(nodes.reference)
        if node.get("internal") and node.astext()
    ]


def test_builds_without_warnings(built: Built) -> None:
    assert built.warnings == ""


def test_roles_find_interviews_turns_and_people(built: Built) -> None:
    assert links(built.resolved())[-5:] == [
        ("Ann on clocks", "ann.html"),
        ("Ann Lee: A promise.", "ann.html"),
        ("the promise", "ann.html"),
        ("Ann Lee", "people.html"),
        (
            f"Ben Marsh: {SHORTENED}",
            "sue.html",
        ),
    ]


def test_people_are_listed_with_where_they_speak(built: Built) -> None:
    assert links(built.resolved("people"))[:5] == [
        ("Ann on clocks", "ann.html"),
        ("Sue on soup", "sue.html"),
        ("Ann on clocks", "ann.html"),
        ("Sue on soup", "sue.html"),
        ("Sue on soup", "sue.html"),
    ]
    page = built.text("people.html")
    assert '<span class="target" id="person-ann-lee"></span><strong>Ann Lee</strong>' in page


def test_questions_are_listed_shortened(built: Built) -> None:
    assert links(built.resolved("people"))[5:] == [
        ("Sue on soup", "sue.html"),
        (
            SHORTENED,
            "sue.html",
        ),
    ]


def test_the_index_of_people_has_what_they_said(built: Built) -> None:
    page = built.text("vivavoce-people.html")
    assert "<h1>People and what they said</h1>" in page
    for words in ("A promise.", "And salt.", "Water and time."):
        assert f">{words}</a></li>" in page


def test_inventory_and_search_have_every_object(built: Built) -> None:
    inventory = built.inventory()
    assert inventory["vivavoce:person", "Ann Lee"] == ("people.html#person-ann-lee", "-")
    assert inventory["vivavoce:interview", "ann"] == ("ann.html#interview-$", "Ann on clocks")
    assert sum(kind == "vivavoce:turn" for kind, _ in inventory) == 5
    assert "vivavoce:person" in built.text("searchindex.js")


@pytest.mark.parametrize("builder", ["html", "latex"])
def test_another_project_refers_to_it(built: Built, tmp_path: Path, builder: str) -> None:
    theirs = "https://example.org/talks/"
    neighbour = project("neighbour", tmp_path).build(
        builder, intersphinx_mapping={"domain": (theirs, str(built.outdir / "objects.inv"))}
    )
    assert neighbour.warnings == ""
    found = [
        (node.astext(), node["refuri"].removeprefix(theirs))
        for node in neighbour.resolved().findall(nodes.reference)
        if not node.get("internal")
    ]
    assert found == [
        ("Ann on clocks", "ann.html#interview-ann"),
        ("Ann Lee", "people.html#person-ann-lee"),
        ("the cook", "people.html#person-7eb8b38804"),
        ("Ann Lee: A promise.", "ann.html#interview-ann-t-fb760c56"),
        ("what Ann says", "ann.html#interview-ann"),
    ]


@pytest.mark.parametrize(
    ("role", "message"),
    [
        (":vivavoce:turn:`ann:9`", "unknown turn: ann:9 [ref.turn]"),
        (":vivavoce:person:`Zoe`", "nobody of this name speaks in any interview: Zoe"),
        (":vivavoce:interview:`zoe`", "unknown interview: zoe"),
    ],
)
def test_a_reference_to_nothing_is_reported_at_its_line(
    mini: Project, role: str, message: str
) -> None:
    with (mini.srcdir / "ann.rst").open("a") as page:
        page.write(f"\n{role}\n")
    warnings = mini.build("html").warnings
    assert "ann.rst:12: WARNING: " in warnings
    assert message in warnings


def test_a_name_chosen_twice_is_reported(mini: Project) -> None:
    with (mini.srcdir / "sue.rst").open("a") as page:
        page.write("\n.. dialogue::\n   :name: ann\n\n   Zoe: Me too.\n")
    warnings = mini.build("html").warnings
    assert "sue.rst:14: WARNING: ann.rst has an interview 'ann' too" in warnings
    assert "[vivavoce.duplicate-name]" in warnings


def test_a_list_of_an_unknown_interview_is_reported(mini: Project) -> None:
    with (mini.srcdir / "people.rst").open("a") as page:
        page.write("\n.. interview-people:: zoe\n")
    warnings = mini.build("html").warnings
    assert "people.rst:11: WARNING: there is no interview 'zoe' [vivavoce.unknown-interview]" in (
        warnings
    )


def test_lists_follow_when_an_interview_changes(mini: Project) -> None:
    mini.build("html")
    page = mini.srcdir / "ann.rst"
    page.write_text(page.read_text("utf-8").replace("Ann Lee", "Zoe Poe"), "utf-8")
    index = mini.srcdir / "index.rst"
    index.write_text(index.read_text("utf-8").replace("ann lee", "zoe poe"), "utf-8")
    built = mini.build("html")
    assert built.warnings == ""
    assert "Zoe Poe" in built.text("people.html")


def test_what_a_removed_page_held_is_forgotten(mini: Project) -> None:
    mini.build("html")
    (mini.srcdir / "sue.rst").unlink()
    (mini.srcdir / "index.rst").write_text(
        "Who\n===\n\n.. toctree::\n\n   ann\n   people\n", "utf-8"
    )
    (mini.srcdir / "people.rst").write_text("People\n======\n\n.. interview-people::\n", "utf-8")
    built = mini.build("html")
    assert built.warnings == ""
    assert "Sue on soup" not in built.text("people.html")
