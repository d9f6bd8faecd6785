"""What must not happen: paths that lead out, content that acts, pictures that are fetched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sphinx_project import project, who_says_what

from sphinx_vivavoce.paths import PathError, resolve


@pytest.fixture
def srcdir(tmp_path: Path) -> Path:
    """A source directory with a file, beside a file that is none of its."""
    inside = tmp_path / "src" / "deep"
    inside.mkdir(parents=True)
    (inside / "talk.html").write_text("<p>inside</p>", "utf-8")
    (inside / "100%25.html").write_text("<p>percent</p>", "utf-8")
    (tmp_path / "secret.html").write_text("<p>outside</p>", "utf-8")
    (inside / "link.html").symlink_to(tmp_path / "secret.html")
    (inside / "near.html").symlink_to(inside / "talk.html")
    (tmp_path / "src" / "out").symlink_to(tmp_path)
    return tmp_path / "src"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("talk.html", "deep/talk.html"),
        ("./talk.html", "deep/talk.html"),
        ("../deep/talk.html", "deep/talk.html"),
        ("/deep/talk.html", "deep/talk.html"),
        ("talk%2Ehtml", "deep/talk.html"),
        ("100%25.html", "deep/100%25.html"),
        ("near.html", "deep/talk.html"),
    ],
)
def test_a_path_inside_is_found(srcdir: Path, name: str, found: str) -> None:
    assert resolve(name, srcdir / "deep", srcdir) == srcdir / found


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../../secret.html", "leads out of the source directory"),
        ("/../secret.html", "leads out of the source directory"),
        ("..%2F..%2Fsecret.html", "leads out of the source directory"),
        ("%2e%2e/%2e%2e/secret.html", "leads out of the source directory"),
        ("link.html", "leads out of the source directory"),
        ("/out/secret.html", "leads out of the source directory"),
        ("//server/share/secret.html", "is not a path with forward slashes"),
        ("..\\..\\secret.html", "is not a path with forward slashes"),
        ("talk.html\0.png", "is not a path with forward slashes"),
        ("%00talk.html", "is not a path with forward slashes"),
        ("../../missing.html", "leads out of the source directory"),
        ("missing.html", "there is no file"),
        ("/deep", "is not a file"),
        (".", "is not a file"),
    ],
)
def test_a_path_that_leads_elsewhere_is_refused(srcdir: Path, name: str, reason: str) -> None:
    with pytest.raises(PathError, match=reason):
        resolve(name, srcdir / "deep", srcdir)


def test_an_absolute_path_is_one_in_the_source_directory(srcdir: Path) -> None:
    with pytest.raises(PathError, match="there is no file"):
        resolve(str(srcdir.parent / "secret.html"), srcdir / "deep", srcdir)


def test_paths_of_the_directive(tmp_path: Path) -> None:
    built = project("paths", tmp_path).build("html")
    assert built.warnings == ""
    assert len(who_says_what(built.doctree("deep/page"))) == 12


def test_a_refused_path_is_a_warning_at_its_line_and_nothing_more(tmp_path: Path) -> None:
    mini = project("paths", tmp_path)
    (tmp_path / "secret.html").write_text("<p>outside</p>", "utf-8")
    (mini.srcdir / "deep" / "page.rst").write_text(
        "Page\n====\n\n.. interview:: ../../secret.html\n\nStill here.\n", "utf-8"
    )
    built = mini.build("html")
    assert "deep/page.rst:4: WARNING: '../../secret.html' leads out" in built.warnings
    assert "[vivavoce.unreadable]" in built.warnings
    page = built.text("deep/page.html")
    assert "Still here." in page
    assert "outside" not in page


def test_a_warning_can_be_suppressed_by_its_code(tmp_path: Path) -> None:
    mini = project("paths", tmp_path)
    (mini.srcdir / "deep" / "page.rst").write_text("Page\n====\n\n.. interview:: no\n", "utf-8")
    assert mini.build("html", suppress_warnings=["vivavoce.unreadable"]).warnings == ""


@pytest.mark.parametrize("builder", ["html", "epub"])
def test_hostile_content_does_nothing(tmp_path: Path, builder: str) -> None:
    built = project("hostile", tmp_path).build(builder)
    name = "index.html" if builder == "html" else "index.xhtml"
    page = built.text(name).split("<body")[1]
    body = page[page.index("<h1>") : page.index("sphinxsidebar") if builder == "html" else None]
    body = re.sub(r'\s(?:title|aria-label|data-speaker)="[^"]*"', "", body)
    assert not re.search(r"<(script|iframe|svg|base|meta|object|embed|form|img)\b", body)
    assert not re.search(r'(?:href|src)="(?!#|https://example\.org/a|https://evil|_static)', body)
    assert not re.search(r"<[^>]*\son\w+=", body)
    assert "link &lt;javascript:alert(1)&gt;" in body


def test_pictures_elsewhere_are_linked_and_files_are_not_pictures(tmp_path: Path) -> None:
    built = project("hostile", tmp_path).build("latex")
    text = built.text("hostile.tex")
    assert "includegraphics" not in text.split("\\begin{document}")[1]
    assert "a pixel" in text
    assert "a file" in text
    assert "\\input{/etc" not in text
    assert "[vivavoce.missing-image]" in built.warnings


def test_no_sign_of_a_document_reaches_the_terminal(tmp_path: Path) -> None:
    mini = project("paths", tmp_path)
    page = (
        "<p><b>Ann:</b> <a href='javascript:\x1b[31m\u202e'>Who</a>?</p><p><b>Ben:</b> I.</p>" * 3
    )
    (mini.srcdir / "deep" / "odd.html").write_text(page, "utf-8")
    text = "Page\n====\n\n.. interview:: odd.html\n\n.. interview:: no\u202e.html\n"
    (mini.srcdir / "deep" / "page.rst").write_text(text, "utf-8")
    warnings = mini.build("html").warnings
    assert re.search(r"is left out: .*\[vivavoce\.unsafe-link\]", warnings)
    assert "there is no file" in warnings
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", warnings)
