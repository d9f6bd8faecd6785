"""The program as its user meets it: bad input at the command line, and the wheel on its own.

Bad input gets a sentence that names the file and the cause, the exit status that the manual
promises, and no half-written output.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

SCRIPT = Path(sys.executable).with_name("vivavoce")
FAILED, WRONG_CALL = 1, 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call of the command line left behind."""

    status: int
    stdout: str
    stderr: str
    left: list[str]
    """The names of all files in the folder of the output, sorted."""


def convert(source: str | Path, folder: Path, *options: str, output: str = "out.json") -> Outcome:
    """Call ``vivavoce convert`` on *source* with *output* in *folder*/out."""
    target = folder / "out"
    target.mkdir()
    done = subprocess.run(
        [SCRIPT, "convert", str(source), "-o", str(target / output), *options],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
    )
    left = sorted(path.name for path in target.rglob("*"))
    outcome = Outcome(done.returncode, done.stdout, done.stderr, left)
    assert "Traceback" not in outcome.stderr + outcome.stdout, outcome.stderr
    return outcome


def text_file(folder: Path, name: str, content: str | bytes) -> Path:
    """Write *content* into *folder* and return the path."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("output", ["out.json", "out.md", "out.html", "out.epub"])
def test_missing_file_fails_with_its_name(tmp_path: Path, output: str) -> None:
    outcome = convert("nowhere.html", tmp_path, output=output)
    assert outcome.status == FAILED
    assert "nowhere.html" in outcome.stderr
    assert outcome.left == []


@pytest.mark.parametrize("output", ["out.json", "out.md", "out.html", "out.epub"])
@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b" \n\t\n"])
def test_empty_file_fails_with_its_name(tmp_path: Path, content: bytes, output: str) -> None:
    outcome = convert(text_file(tmp_path, "empty.html", content), tmp_path, output=output)
    assert outcome.status == FAILED
    assert "empty.html" in outcome.stderr
    assert outcome.left == []


@pytest.mark.parametrize("name", ["page.html", "notes.md", "talk.txt", "talk.vtt"])
def test_binary_file_fails_with_its_name(tmp_path: Path, name: str) -> None:
    content = b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40
    outcome = convert(text_file(tmp_path, name, content), tmp_path)
    assert outcome.status == FAILED
    assert name in outcome.stderr
    assert outcome.left == []


def test_picture_with_a_page_s_name_fails(tmp_path: Path) -> None:
    content = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(2000)
    outcome = convert(text_file(tmp_path, "page.html", content), tmp_path)
    assert (outcome.status, outcome.left) == (FAILED, [])
    assert "page.html" in outcome.stderr


def test_broken_docx_fails_with_its_name(tmp_path: Path) -> None:
    outcome = convert(text_file(tmp_path, "talk.docx", b"PK\x03\x04 not a zip"), tmp_path)
    assert (outcome.status, outcome.left) == (FAILED, [])
    assert "talk.docx" in outcome.stderr


def test_folder_without_interviews_is_said_to_hold_none(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    text_file(folder, "photo.jpg", b"\xff\xd8\xff\xe0")
    outcome = convert(folder, tmp_path, output="out.epub")
    assert outcome.status in {FAILED, WRONG_CALL}
    assert "papers" in outcome.stderr
    assert outcome.left == []


@pytest.mark.parametrize("tag", ["div", "b", "ul", "table", "blockquote"])
def test_ten_megabytes_of_nested_tags_end_well(tmp_path: Path, tag: str) -> None:
    depth = 10_000_000 // (2 * len(tag) + 5)
    content = f"<{tag}>" * depth + "Deep words." + f"</{tag}>" * depth
    outcome = convert(text_file(tmp_path, "deep.html", content), tmp_path)
    if outcome.status == 0:
        assert outcome.left == ["out.json"]
        assert "Deep words." in (tmp_path / "out" / "out.json").read_text("utf-8")
    else:
        assert (outcome.status, outcome.left) == (FAILED, [])
        assert "deep.html" in outcome.stderr


@pytest.mark.parametrize(
    "front_matter",
    [
        "title: 'never closed",
        "title: [a, b",
        "- just\n- a list",
        "a: b: c",
        "a: &a [*b, *a]",
        "a: %",
    ],
)
def test_broken_front_matter_is_a_problem_and_not_the_end(
    tmp_path: Path, front_matter: str
) -> None:
    page = f"---\n{front_matter}\n---\n\n**Ada:** One?\n\n**Ben:** Two.\n\n**Ada:** Three?\n\n"
    page += "**Ben:** Four.\n"
    outcome = convert(text_file(tmp_path, "talk.md", page), tmp_path)
    assert (outcome.status, outcome.left) == (0, ["out.json"])
    assert "front matter" in outcome.stderr.casefold() or "bad-front-matter" in outcome.stderr


def test_strict_turns_a_warning_into_a_status_of_its_own(tmp_path: Path) -> None:
    page = "---\ntitle: [a, b\n---\n\n**Ada:** One?\n\n**Ben:** Two.\n\n**Ada:** Three?\n"
    outcome = convert(text_file(tmp_path, "talk.md", page), tmp_path, "--strict")
    assert outcome.status == 3


@pytest.mark.parametrize(
    "arguments",
    [
        ["convert"],
        ["convert", "--to", "nonsense", "page.html"],
        ["convert", "page.html", "-o", "out.nonsense"],
        ["convert", "--no-such-switch", "page.html"],
        ["nonsense"],
    ],
)
def test_wrong_call_has_its_own_status(tmp_path: Path, arguments: list[str]) -> None:
    text_file(tmp_path, "page.html", "<p><b>Ada:</b> One?</p><p><b>Ben:</b> Two.</p>")
    done = subprocess.run([SCRIPT, *arguments], capture_output=True, encoding="utf-8", cwd=tmp_path)
    assert done.returncode == WRONG_CALL, done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["page.html"]


def test_document_without_dialogue_is_converted_with_a_note(tmp_path: Path) -> None:
    page = text_file(tmp_path, "soup.html", "<h1>Soup</h1><p>Peel the onions, then cry.</p>")
    outcome = convert(page, tmp_path, output="out.html")
    assert (outcome.status, outcome.left) == (0, ["out.html"])
    assert "soup.html" in outcome.stderr
    assert "Peel the onions" in (tmp_path / "out" / "out.html").read_text("utf-8")


def test_existing_output_survives_a_failure(tmp_path: Path) -> None:
    keep = text_file(tmp_path, "kept.json", "{}")
    empty = text_file(tmp_path, "empty.html", "")
    done = subprocess.run([SCRIPT, "convert", empty, "-o", keep], capture_output=True)
    assert done.returncode == FAILED
    assert keep.read_text("utf-8") == "{}"


def test_unwritable_output_is_named(tmp_path: Path) -> None:
    page = text_file(tmp_path, "page.html", "<p><b>Ada:</b> One?</p><p><b>Ben:</b> Two.</p>")
    target = tmp_path / "no" / "such" / "folder" / "out.json"
    done = subprocess.run(
        [SCRIPT, "convert", page, "-o", target], capture_output=True, encoding="utf-8"
    )
    assert done.returncode in {FAILED, WRONG_CALL}
    assert "Traceback" not in done.stderr
    assert str(target.parent) in done.stderr
