"""Files and streams of every odd kind: a product is made whole, or none, and it is said why."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

VIVAVOCE = Path(sys.executable).with_name("vivavoce")
TALK = "<h1>Talk</h1>" + "<p><b>Ada Quill:</b> What?</p><p><b>Ben Roe:</b> Two, I say.</p>" * 3
NAMES = (
    b"-o.html",
    b"new\nline.html",
    b"b\xffad.html",
    b'sp ace\'"q".html',
    b"%2e%2e.html",
    b"$HOME",
)
FORMS = {
    ("convert", "-o"): "talks.epub",
    ("convert", "--to", "json", "-o"): "talks.json",
    ("corpus", "-o"): "turns.parquet",
    ("corpus", "--to", "jsonl", "-o"): "turns.jsonl",
    ("inspect", "--json", "--html"): "report.html",
}
"""Calls, and what each makes of many files."""


def _run(*words: str | bytes | Path, **how: object) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run([VIVAVOCE, *words], stderr=subprocess.PIPE, **how)  # type: ignore[call-overload]
    assert b"Traceback" not in done.stderr
    assert b"fault of vivavoce" not in done.stderr
    assert isinstance(done, subprocess.CompletedProcess)
    return done


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    path = tmp_path / "talk.html"
    path.write_text(TALK, "utf-8")
    return path


@pytest.mark.parametrize("words", FORMS, ids=" ".join)
def test_files_of_any_name_are_read_and_told_of(words: tuple[str, ...], tmp_path: Path) -> None:
    for name in NAMES:
        (tmp_path / os.fsdecode(name)).write_text(TALK, "utf-8")
    made = tmp_path / FORMS[words]
    sources = [os.fsencode(tmp_path) + b"/" + name for name in NAMES]
    done = _run(words[0], *sources, *words[1:], made, stdout=subprocess.PIPE)
    assert done.returncode == 0
    assert (done.stdout or made.read_bytes()).count(b"") > 100
    done.stdout.decode()


@pytest.mark.parametrize("output", ["talk.html", "./talk.html", "link.html", "deep/../talk.html"])
def test_no_input_is_written_over(output: str, talk: Path) -> None:
    (talk.parent / "link.html").symlink_to(talk)
    (talk.parent / "deep").mkdir()
    done = _run("convert", talk, "-o", talk.parent / output)
    assert done.returncode == 2
    assert b"this is one of the inputs" in done.stderr
    assert talk.read_text("utf-8") == TALK


def test_a_link_for_an_output_stays_a_link_and_a_second_name_of_an_input_is_let_go(
    talk: Path,
) -> None:
    link, target, second = (talk.parent / name for name in ("link.json", "made.json", "two.html"))
    link.symlink_to(target)
    second.hardlink_to(talk)
    assert _run("convert", talk, "-o", link).returncode == 0
    assert link.is_symlink()
    assert target.stat().st_size
    assert _run("convert", talk, "-o", second).returncode == 0
    assert talk.read_text("utf-8") == TALK


@pytest.mark.parametrize(
    ("words", "output", "cause"),
    [
        (("--to", "json"), "/dev/full", b"/dev/full: No space left on device"),
        ((), "{folder}/none/talk.json", b"there is no folder"),
        ((), "{folder}/dangling.json", b"nothing can be written"),
        ((), "{folder}/talk", b"the name has no suffix"),
    ],
)
def test_an_output_that_cannot_be(
    words: tuple[str, ...], output: str, cause: bytes, talk: Path
) -> None:
    (talk.parent / "dangling.json").symlink_to(talk.parent / "none" / "made.json")
    done = _run("convert", talk, *words, "-o", output.format(folder=talk.parent))
    assert done.returncode in {1, 2}
    assert cause in done.stderr


def test_a_full_disk_leaves_what_was_there(talk: Path) -> None:
    made = talk.parent / "talk.epub"
    made.write_bytes(b"the book of yesterday")

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    done = _run("convert", talk, "-o", made, preexec_fn=no_room)
    assert done.returncode == 1
    assert b"File too large" in done.stderr
    assert made.read_bytes() == b"the book of yesterday"
    assert {path.name for path in talk.parent.iterdir()} == {"talk.html", "talk.epub"}


@pytest.mark.parametrize("call", ["convert talk.html --to json", "inspect talk.html"])
@pytest.mark.parametrize(
    ("stream", "status", "told"),
    [("| head -c 1", 0, b""), (">/dev/full", 1, b"No space left"), (">&-", 1, b"")],
)
def test_a_standard_output_that_takes_nothing(
    call: str, stream: str, status: int, told: bytes, talk: Path
) -> None:
    shell = f"'{VIVAVOCE}' {call} {stream}"
    done = subprocess.run(shell, shell=True, capture_output=True, cwd=talk.parent)
    assert done.returncode in {status, 0}
    assert b"Traceback" not in done.stderr
    assert told in done.stderr
    assert b"fault of vivavoce" not in done.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_program_that_is_stopped_leaves_no_product(number: signal.Signals, talk: Path) -> None:
    talk.write_text(TALK + "<p>word</p>" * 80_000, "utf-8")
    command = [VIVAVOCE, "convert", talk, "-o", "talk.epub", "--max-blocks", "1000000"]
    # What runs in the background hands on that it ignores an interrupt; no thread is at work here.
    heeding = partial(signal.signal, number, signal.SIG_DFL)
    with subprocess.Popen(command, cwd=talk.parent, preexec_fn=heeding) as program:  # noqa: PLW1509
        time.sleep(0.7)
        program.send_signal(number)
    assert program.returncode in {128 + number, -number}
    assert [path.name for path in talk.parent.iterdir()] == ["talk.html"]


def test_an_empty_name_is_no_folder(talk: Path) -> None:
    done = _run("convert", "", "-o", "talk.epub", cwd=talk.parent)
    assert done.returncode == 2
    assert b"the name is empty" in done.stderr
