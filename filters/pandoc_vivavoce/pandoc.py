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

from pandoc_vivavoce.errors import WorkError

OLDEST = (3, 0)
"""The oldest pandoc whose document has the form we write (pandoc-types 1.23)."""
_REMEDY = "Install one with: pip install 'vivavoce[pandoc]'"


def run_pandoc(arguments: list[str], data: bytes = b"", subject: str = "pandoc") -> bytes:
    """Run pandoc with *arguments*, *data* on its standard input, and return its standard output.

    *subject* names the document in the message of the WorkError raised where pandoc does not do it.
    """
    program = find_pandoc()
    command = [str(program), "--sandbox", *arguments]
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    if done.returncode:
        raise WorkError(subject, f"pandoc could not do it: {_last_words(done.stderr)}")
    return done.stdout


def _last_words(stderr: bytes) -> str:
    lines = [line.strip() for line in stderr.decode("utf-8", "replace").splitlines()]
    said = [line for line in lines if line and not line.startswith("[INFO]")]
    return " ".join(said[-3:]) or "it said nothing of the reason"


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
