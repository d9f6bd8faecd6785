"""Corrections beside an interview: the page that shows it depends on them too."""

from __future__ import annotations

from pathlib import Path

from sphinx.environment import BuildEnvironment

from vivavoce.recognition.sidecar import SUFFIX


def note_sidecar(path: Path, env: BuildEnvironment) -> str:
    """Make the page that is being read depend on the corrections beside *path*; return them."""
    beside = path.with_name(path.stem + SUFFIX)
    if not beside.is_file():
        return ""
    env.note_dependency(str(beside))
    return beside.read_text("utf-8")
