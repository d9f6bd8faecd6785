"""Making a book again while somebody edits: what counts as a change, and how it ends."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner

from pandoc_vivavoce.command.cli import convert
from pandoc_vivavoce.command.watching import look, watch

TALK = "**Ann:** Who is there?\n\n**Ben:** I am.\n\n**Ann:** Since when?\n\n**Ben:** Since {}.\n"


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end, "nothing came of it"
        time.sleep(0.05)


def test_work_is_done_once_and_again_after_each_change(tmp_path: Path) -> None:
    path, done = tmp_path / "talk.md", []
    steps = [lambda: None, lambda: path.write_text("longer"), path.unlink]

    def wait(_: float) -> None:
        if not steps:
            raise KeyboardInterrupt
        steps.pop(0)()

    path.write_text("one")
    watch([path], lambda: done.append(path.exists()), wait=wait)
    assert done == [True, True, False]


def test_folders_are_looked_into_and_the_output_is_not(tmp_path: Path) -> None:
    for name in ("talk.md", ".talk.md.swp", "book.epub"):
        (tmp_path / name).write_text("x")
    seen = look([tmp_path], tmp_path / "book.epub")
    assert list(seen) == [str(tmp_path / "talk.md")]


def test_command_makes_it_again_and_ends_with_status_0(tmp_path: Path) -> None:
    path, out = tmp_path / "talk.md", tmp_path / "talk.json"
    path.write_text(TALK.format("today"), "utf-8")
    # A shell that works in the background has programs ignore the signal; this one heeds it.
    heed = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    program = f"{heed}; from pandoc_vivavoce.command.cli import convert; convert()"
    command = [sys.executable, "-c", program, str(path), "-o", str(out), "--watch"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            wait_for(out.exists)
            path.write_text("", "utf-8")
            time.sleep(1)
            path.write_text(TALK.format("yesterday"), "utf-8")
            wait_for(lambda: "yesterday" in out.read_text("utf-8"))
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=30)
        finally:
            process.kill()
    assert process.returncode == 0
    assert "the file is empty" in said
    assert "Ctrl-C ends this" in said


def test_streams_cannot_be_watched(tmp_path: Path) -> None:
    result = CliRunner().invoke(convert, ["-", "--to", "json", "--watch"])
    assert result.exit_code == 2
    assert "must be files" in result.stderr
