"""pandoc for the tests: documents in, the filter in between, products out and read back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pandoc_vivavoce.pandoc import find_pandoc
from pandoc_vivavoce.pipe import filter_bytes, lines_of

FILTER = Path(sys.executable).with_name("pandoc-vivavoce")


def pandoc(*arguments: str | Path, data: bytes = b"") -> bytes:
    """Return what pandoc writes for *data* on its standard input; fail where it fails."""
    done = run_pandoc(*arguments, data=data)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def run_pandoc(*arguments: str | Path, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run pandoc, which finds the package's commands, and return how it ended."""
    folders = (FILTER.parent, find_pandoc().parent, os.environ["PATH"])
    path = os.pathsep.join(map(str, folders))
    command = [str(find_pandoc()), *map(str, arguments)]
    environment = {**os.environ, "PATH": path}
    return subprocess.run(command, input=data, capture_output=True, check=False, env=environment)


def to_json(text: str, reader: str = "markdown", *arguments: str) -> bytes:
    """Return *text* as pandoc's JSON."""
    return pandoc("-f", reader, "-t", "json", *arguments, data=text.encode())


def read_all(texts: Sequence[str], reader: str) -> list[bytes]:
    """Return each of *texts* as pandoc's JSON, by one pandoc; NULs are left out of them."""
    return [made.encode() for made in convert_all(texts, reader, "json")]


def convert_all(texts: Sequence[str], reader: str, writer: str) -> list[str]:
    """Return each of *texts* as pandoc's *writer* has it, by one pandoc, without NULs."""
    joined = "".join(text.replace("\0", "") + "\0" for text in texts)
    script = Path(__file__).with_name("convert_all.lua")
    return pandoc("lua", script, reader, writer, data=joined.encode()).decode().split("\0")[:-1]


def filtered(data: bytes, writer: str = "markdown") -> tuple[bytes, list[str]]:
    """Return pandoc's JSON *data* through the filter, in process, and what was told."""
    result, outcome = filter_bytes(data, writer)
    return bytes(result), lines_of(outcome.problems)


def converted(
    text: str, reader: str = "markdown", writer: str = "markdown", *arguments: str
) -> str:
    """Return *text* through reader, filter and writer, unwrapped, without the document's head.

    *arguments* are for the reading: metadata, mostly.
    """
    result, _ = filtered(to_json(text, reader, *arguments), writer)
    return pandoc("-f", "json", "-t", writer, "--wrap=none", data=result).decode()


def document(text: str, reader: str = "markdown", writer: str = "html") -> dict[str, Any]:
    """Return *text* through reader and filter as Python has pandoc's JSON."""
    made: dict[str, Any] = json.loads(filtered(to_json(text, reader), writer)[0])
    return made
