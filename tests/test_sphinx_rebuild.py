"""Parallel and incremental builds: the same bytes, and no page read in vain."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sphinx_project import Project, project


@pytest.fixture
def mini(tmp_path: Path) -> Project:
    """A project with enough pages for Sphinx to read in parallel."""
    mini = project("domain", tmp_path)
    names = [f"talk{number}" for number in range(12)]
    for name in names:
        (mini.srcdir / f"{name}.html").write_text(
            f"<p><b>Ann Lee:</b> What is {name}?</p><p><b>Ben Marsh:</b> This.</p>"
            f"<p><b>Ann Lee:</b> And what is it for?</p><p><b>Ben Marsh:</b> That.</p>",
            "utf-8",
        )
        title = name.capitalize()
        (mini.srcdir / f"{name}.rst").write_text(
            f"{title}\n{'=' * len(title)}\n\n.. interview:: {name}.html\n", "utf-8"
        )
    reports = [f"report{number}" for number in range(6)]
    for name in reports:
        (mini.srcdir / f"{name}.interview.md").write_text(
            f"---\ntitle: The {name}\n---\n\n**Ann Lee:** Is this {name}?\n\n**苏:** It is.\n\n"
            "**Ann Lee:** And what is in it?\n\n**苏:** Salt.\n",
            "utf-8",
        )
    with (mini.srcdir / "index.rst").open("a") as index:
        index.write("\n.. toctree::\n\n" + "".join(f"   {name}\n" for name in names + reports))
    with (mini.srcdir / "conf.py").open("a") as conf:
        conf.write('vivavoce_source_suffix = [".interview.md"]\n')
    return mini


def files(directory: Path) -> dict[str, bytes]:
    return {
        path.relative_to(directory).as_posix(): path.read_bytes()
        for path in directory.rglob("*")
        if path.is_file() and ".doctrees" not in path.parts and path.name != ".buildinfo"
    }


def touch(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    later = path.stat().st_mtime + 5
    os.utime(path, (later, later))


def test_parallel_and_serial_builds_are_the_same(mini: Project, tmp_path: Path) -> None:
    serial = mini.build("html")
    other = project("domain", tmp_path / "other")
    for path in mini.srcdir.iterdir():
        if path.is_file():
            (other.srcdir / path.name).write_bytes(path.read_bytes())
    parallel = other.build("html", parallel=2)
    assert serial.warnings == parallel.warnings == ""
    assert files(serial.outdir) == files(parallel.outdir)


def test_nothing_is_read_when_nothing_has_changed(mini: Project) -> None:
    mini.build("html")
    assert "0 added, 0 changed, 0 removed" in mini.build("html").status


def test_a_changed_interview_file_reads_its_page_alone(mini: Project) -> None:
    mini.build("html")
    touch(mini.srcdir / "talk3.html", "This", "Something else")
    built = mini.build("html")
    assert built.warnings == ""
    assert "0 added, 1 changed, 0 removed" in built.status
    assert "Something else." in built.text("talk3.html")


def test_a_changed_interview_that_is_a_page_is_read_alone(mini: Project) -> None:
    mini.build("html")
    touch(mini.srcdir / "report2.interview.md", "Salt", "Something else")
    built = mini.build("html")
    assert built.warnings == ""
    assert "0 added, 1 changed, 0 removed" in built.status
    assert "Something else." in built.text("report2.html")


def test_a_change_that_no_list_shows_rewrites_no_list(mini: Project) -> None:
    mini.build("html")
    touch(mini.srcdir / "talk3.rst", "Talk3", "Talk3")
    assert "writing output... [100%] talk3" in mini.build("html").status.replace("\n", " ")


def test_a_changed_setting_reads_everything(mini: Project) -> None:
    mini.build("html")
    assert "config changed" in mini.build("html", vivavoce_labels="every").status


def test_changed_corrections_read_the_page_again(mini: Project) -> None:
    sidecar = mini.srcdir / "talk3.vivavoce.yaml"
    sidecar.write_text("people:\n  Ann Lee: {name: Anna Lee}\n", "utf-8")
    assert '"Anna Lee"' in mini.build("html").text("talk3.html")
    touch(sidecar, "Anna Lee", "Anne Lee")
    built = mini.build("html")
    assert "0 added, 1 changed, 0 removed" in built.status
    assert '"Anne Lee"' in built.text("talk3.html")


def test_a_changed_people_file_reads_every_interview_again(mini: Project) -> None:
    people = mini.srcdir / "people.yaml"
    people.write_text("people:\n  Ben Marsh: {name: Benno Marsh}\n", "utf-8")
    built = mini.build("html", vivavoce_people="people.yaml")
    assert '"Benno Marsh"' in built.text("talk3.html")
    touch(people, "Benno", "Benedict")
    built = mini.build("html", vivavoce_people="people.yaml")
    assert "0 added, 18 changed, 0 removed" in built.status
    assert '"Benedict Marsh"' in built.text("talk3.html")


def test_a_people_file_that_leads_out_is_refused(mini: Project) -> None:
    built = mini.build("html", vivavoce_people="../people.yaml")
    assert "'../people.yaml' leads out of the source directory [vivavoce.unreadable]" in (
        built.warnings
    )
