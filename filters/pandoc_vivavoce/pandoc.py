"""Finding pandoc and running it, always in its sandbox: it opens no file and no address by itself.

The user's pandoc comes first (the variable ``PYPANDOC_PANDOC``, then the path), then the one that
the wheel of pypandoc_binary carries.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from pandoc_vivavoce.errors import WorkError

OLDEST = (3, 0)
"""The oldest pandoc whose document has the form we write (pandoc-types 1.23)."""
_HEAP_EXHAUSTED = 251
"""The exit status of a program of GHC's whose heap would grow beyond its limit."""
_REMEDY = "Install one with: pip install 'vivavoce[pandoc]'"


class Bounds(NamedTuple):
    """What pandoc may use up on a document that somebody else wrote."""

    seconds: float | None = None
    """How long it may run; None for as long as it takes."""
    megabytes: int = 0
    """How large its heap may grow; 0 for any size."""
    remedy: str = ""
    """What to do where that is not enough."""


_UNBOUNDED = Bounds()
MEGABYTES = 300
"""Enough for pandoc to read or to write a document of 300,000 words."""


def run_pandoc(
    arguments: list[str],
    data: bytes = b"",
    subject: str = "pandoc",
    bounds: Bounds = _UNBOUNDED,
) -> bytes:
    """Run pandoc with *arguments*, *data* on its standard input, and return its standard output.

    *subject* names the document in the message of the WorkError raised where pandoc does not do it,
    or not within *bounds*.
    """
    return run_with_warnings(arguments, data, subject, bounds)[0]


def run_with_warnings(
    arguments: list[str], data: bytes, subject: str, bounds: Bounds = _UNBOUNDED
) -> tuple[bytes, str]:
    """Do as `run_pandoc` does, and return what pandoc said on standard error as well."""
    program = find_pandoc()
    command = [str(program), *_heap(program, bounds.megabytes), "--sandbox", *arguments]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, check=False, timeout=bounds.seconds
        )
    except subprocess.TimeoutExpired as error:
        cause = f"pandoc takes longer than {bounds.seconds:g} seconds"
        raise WorkError(subject, cause, "Raise the limit with --max-seconds") from error
    if done.returncode == _HEAP_EXHAUSTED:
        cause = f"pandoc needs more than {bounds.megabytes} megabytes for it"
        raise WorkError(subject, cause, bounds.remedy)
    if done.returncode:
        raise WorkError(subject, f"pandoc could not do it: {_last_words(done.stderr)}")
    return done.stdout, done.stderr.decode("utf-8", "replace")


@cache
def _takes_heap_limit(program: Path) -> bool:
    """Can this pandoc be told how much memory to use? That was settled when it was built."""
    asked = [str(program), "+RTS", "-M64m", "-RTS", "--version"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def _heap(program: Path, megabytes: int) -> list[str]:
    """Return the arguments that bound the heap, as pandoc's manual advises for untrusted input."""
    if not megabytes or not _takes_heap_limit(program):
        return []
    return ["+RTS", f"-M{megabytes}m", "-RTS"]


def _last_words(stderr: bytes) -> str:
    """Return the reason out of what pandoc said: TeX's first fault, or the last three lines."""
    lines = [line.strip() for line in stderr.decode("utf-8", "replace").splitlines()]
    said = [line for line in lines if line and not line.startswith("[INFO]")]
    faults = [line for line in said if line.startswith("! ")]
    return " ".join(faults[:1] or said[-3:]) or "it said nothing of the reason"


@cache
def find_pandoc() -> Path:
    """Return the pandoc to use; WorkError where there is none that is new enough."""
    program = _stated() or _on_path() or _in_wheel()
    if program is None:
        raise WorkError("pandoc", "it is needed for this and was not found", _REMEDY)
    version = _version_of(program)
    if version < OLDEST:
        found = ".".join(map(str, version))
        raise WorkError(str(program), f"this is pandoc {found} and 3.0 or newer is needed", _REMEDY)
    return program


def _stated() -> Path | None:
    value = os.environ.get("PYPANDOC_PANDOC", "")
    if not value:
        return None
    path = Path(value)
    if path.is_dir():
        path /= "pandoc"
    found = shutil.which(path)
    if found is None:
        remedy = "Correct the variable PYPANDOC_PANDOC or take it away"
        raise WorkError(value, "there is no pandoc that can be run", remedy)
    return Path(found)


def _on_path() -> Path | None:
    found = shutil.which("pandoc")
    return Path(found) if found else None


def _in_wheel() -> Path | None:
    spec = find_spec("pypandoc")
    if spec is None or spec.origin is None:
        return None
    found = shutil.which(Path(spec.origin).parent / "files" / "pandoc")
    return Path(found) if found else None


def _version_of(program: Path) -> tuple[int, ...]:
    try:
        done = subprocess.run([str(program), "--version"], capture_output=True, check=False)
    except OSError as error:
        raise WorkError(str(program), f"it could not be run: {error.strerror}", _REMEDY) from error
    found = re.match(rb"pandoc\S* (\d+)\.(\d+)", done.stdout)
    if found is None:
        raise WorkError(str(program), "this is not pandoc", _REMEDY)
    return int(found[1]), int(found[2])


@cache
def writers() -> frozenset[str]:
    """Return the names of the formats that pandoc writes."""
    listing = run_pandoc(["--list-output-formats"])
    return frozenset(listing.decode("ascii").split())
