"""The command ``pandoc-vivavoce``: what it is asked to do by its arguments, or as a filter.

Nothing is imported here that a filter does not need before it begins. Those who compose filters in
Python call `main` with a panflute document or use `pandoc_vivavoce.compose`.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from panflute import Doc

_FAILED, _WRONG = 1, 2
_AHEAD = 2**20
"""Bytes that may wait in a pipe; the most that Linux allows a user as a rule."""
_USAGE = """\
This is a filter for pandoc. Use it so:

    pandoc --filter pandoc-vivavoce INPUT -o OUTPUT
    pandoc --filter pandoc-vivavoce -M interview.layout=hanging INPUT -o OUTPUT

Layouts: run-in, hanging, side, question-heading, script, bubble.

A custom reader for HTML pages comes with it; --reader prints where:

    pandoc -f "$(pandoc-vivavoce --reader)" PAGE.html -o OUTPUT

For DOCX and ODT, --reference writes a reference document with the styles of interviews:

    pandoc-vivavoce --reference docx > interview.docx
    pandoc --filter pandoc-vivavoce --reference-doc interview.docx INPUT -o OUTPUT.docx

For ODT in Arabic, Hebrew or Persian there is odt-rtl.

--pandoc prints where the pandoc is that vivavoce itself uses, if you have no other; --version
prints the version.
"""


def main(doc: Doc | None = None) -> Doc | None:
    """Run the filter on standard input, as pandoc calls it; or on the panflute document *doc*.

    Given *doc* it is changed, and returned too. On a failure of its own the process ends with a
    status other than 0, which pandoc reports.
    """
    if doc is not None:
        from pandoc_vivavoce.compose import convert_doc  # noqa: PLC0415 - imports panflute

        return convert_doc(doc)
    writer, *rest = [*sys.argv[1:], ""]
    if writer.startswith("-"):
        sys.exit(_answer(writer, rest[0]))
    if sys.stdin.isatty():
        print(_USAGE, end="")
        return None
    return _filter(writer)


def _filter(output: str) -> NoReturn:
    """Filter for the writer *output* and end the process, for whose end pandoc waits.

    One document needs no search for garbage, and to take it apart again would take as long as to
    read it: the process ends without.
    """
    gc.disable()
    _widen(sys.stdin.fileno(), sys.stdout.fileno())
    from pandoc_vivavoce.pipe import run  # noqa: PLC0415 - garbage is looked for in imports too

    status = run(output)
    sys.stderr.flush()
    os._exit(status)


def _widen(*pipes: int) -> None:
    """Let pandoc write its document while we still begin, and read the answer while we end."""
    if sys.platform == "linux":
        from fcntl import F_SETPIPE_SZ, fcntl  # noqa: PLC0415 - elsewhere it cannot be

        for pipe in pipes:
            with suppress(OSError):  # no pipe, or a smaller one is all there may be
                fcntl(pipe, F_SETPIPE_SZ, _AHEAD)


def _answer(option: str, value: str) -> int:
    """Do what a person asks for with *option*; return the exit status."""
    answer = _ANSWERS.get(option)
    if answer is None:
        print(f"There is no option {option}.\n\n{_USAGE}", end="", file=sys.stderr)
        return _WRONG
    from pandoc_vivavoce.errors import WorkError  # noqa: PLC0415 - no filter's work

    try:
        return answer(value)
    except WorkError as error:
        print(error, file=sys.stderr)
        return _FAILED


def _help(_: str) -> int:
    print(_USAGE, end="")
    return 0


def _version(_: str) -> int:
    from importlib.metadata import version  # noqa: PLC0415 - no filter's work

    print(f"pandoc-vivavoce {version('vivavoce')}")
    return 0


def _reader(_: str) -> int:
    from pathlib import Path  # noqa: PLC0415 - no filter's work

    print(Path(__file__).with_name("vivavoce.lua"))
    return 0


def _pandoc(_: str) -> int:
    from pandoc_vivavoce.pandoc import find_pandoc  # noqa: PLC0415 - no filter's work

    print(find_pandoc())
    return 0


def _reference(form: str) -> int:
    from pandoc_vivavoce.pandoc import run_pandoc  # noqa: PLC0415 - no filter's work
    from pandoc_vivavoce.reference import (  # noqa: PLC0415
        FORMATS,
        from_right_to_left,
        reference_document,
    )

    form, is_turned = (form or "docx").removesuffix("-rtl"), form == "odt-rtl"
    if form not in FORMATS:
        print(f"{form}: there is a reference document for {' and '.join(FORMATS)}", file=sys.stderr)
        return _WRONG
    default = run_pandoc(["--print-default-data-file", f"reference.{form}"])
    made = reference_document(form, default)
    sys.stdout.buffer.write(from_right_to_left(made) if is_turned else made)
    return 0


_ANSWERS = {
    "--help": _help,
    "-h": _help,
    "--pandoc": _pandoc,
    "--reader": _reader,
    "--reference": _reference,
    "--version": _version,
}
"""What a person may ask for, and who answers."""
