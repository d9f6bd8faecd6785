"""The command ``pandoc-vivavoce``: what it is asked to do by its arguments, or as a filter.

Nothing is imported here that a filter does not need before it begins. Those who compose filters in
Python call `main` with a panflute document or use `pandoc_vivavoce.compose`.
"""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from panflute import Doc

_FAILED, _WRONG = 1, 2
_USAGE = """\
This is a filter for pandoc. Use it so:

    pandoc --filter pandoc-vivavoce INPUT -o OUTPUT

A custom reader for HTML pages comes with it; with --reader it prints where:

    pandoc -f "$(pandoc-vivavoce --reader)" PAGE.html -o OUTPUT

For DOCX and ODT it writes a reference document with the styles of interviews:

    pandoc-vivavoce --reference docx > interview.docx
    pandoc --filter pandoc-vivavoce --reference-doc interview.docx INPUT -o OUTPUT.docx
"""


def main(doc: Doc | None = None) -> Doc | None:
    """Run the filter on standard input, as pandoc calls it; or on the panflute document *doc*.

    Given *doc* it is changed, and returned too. On a failure of its own the process ends with a
    status other than 0, which pandoc reports.
    """
    if doc is not None:
        from pandoc_vivavoce.compose import convert_doc  # noqa: PLC0415 - imports panflute

        return convert_doc(doc)
    if sys.argv[1:2] == ["--reader"]:
        print(_reader())
    elif sys.argv[1:2] == ["--reference"]:
        sys.exit(_write_reference(sys.argv[2] if len(sys.argv) > 2 else "docx"))
    elif sys.stdin.isatty() or sys.argv[1:2] in (["--help"], ["-h"]):
        print(_USAGE, end="")
    else:
        sys.exit(_filter(sys.argv[1] if len(sys.argv) > 1 else ""))
    return None


def _filter(output: str) -> int:
    """Filter for the writer *output*. One document needs no search for garbage, nor a last one."""
    gc.disable()
    from pandoc_vivavoce.pipe import run  # noqa: PLC0415 - garbage is looked for in imports too

    status = run(output)
    gc.freeze()
    return status


def _reader() -> str:
    from pathlib import Path  # noqa: PLC0415 - no filter's work

    return str(Path(__file__).with_name("vivavoce.lua"))


def _write_reference(form: str) -> int:
    from pandoc_vivavoce.errors import WorkError  # noqa: PLC0415 - no filter's work
    from pandoc_vivavoce.pandoc import run_pandoc  # noqa: PLC0415
    from pandoc_vivavoce.reference import FORMATS, reference_document  # noqa: PLC0415

    if form not in FORMATS:
        print(f"{form}: there is a reference document for {' and '.join(FORMATS)}", file=sys.stderr)
        return _WRONG
    try:
        default = run_pandoc(["--print-default-data-file", f"reference.{form}"])
    except WorkError as error:
        print(error, file=sys.stderr)
        return _FAILED
    sys.stdout.buffer.write(reference_document(form, default))
    return 0
