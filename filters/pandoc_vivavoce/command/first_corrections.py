"""A first version of an interview's corrections, written beside it for an editor to change."""

from __future__ import annotations

from pandoc_vivavoce.command.inputs import Input
from pandoc_vivavoce.command.outputs import write_output
from pandoc_vivavoce.errors import CallError, WorkError
from vivavoce.interview import Interview
from vivavoce.recognition.sidecar import SUFFIX, first_corrections


def write_corrections(source: Input, interview: Interview) -> str:
    """Write what is understood of *interview* to the file beside *source*; return its path.

    Raises CallError for standard input, which has no place beside it, and WorkError where a file
    stands there already: an editor's work is never written over.
    """
    if source.path is None:
        raise CallError("--corrections", "standard input has no place beside it", "Name a file")
    path = source.path.with_name(source.path.stem + SUFFIX)
    if path.exists():
        remedy = "Edit it, or move it away to begin anew"
        raise WorkError(str(path), "there are corrections already", remedy)
    write_output(first_corrections(interview).encode(), path)
    return str(path)
