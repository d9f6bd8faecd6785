"""The filter ``pandoc-vivavoce``: pandoc's document in, the same with its conversation marked, out.

It works on pandoc's JSON as it comes. The document classes of panflute are not used on this way:
they fail on 150 to 200 nested divisions, cost more to import than all of our work, and would
write back a document in other bytes than they read. Those who compose filters in Python call
`main` with a panflute document or use `pandoc_vivavoce.compose`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pandoc_vivavoce.inplace.deep import with_deep_stack
from pandoc_vivavoce.inplace.document import Outcome, convert_document
from vivavoce.problems import Code, Problem

if TYPE_CHECKING:
    from panflute import Doc

_FAILED, _WRONG = 1, 2
_RAW = b'"Raw'
"""Begins the names of raw blocks and raw inlines, and stands in no document without them."""
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
        print(Path(__file__).with_name("vivavoce.lua"))
    elif sys.argv[1:2] == ["--reference"]:
        sys.exit(_write_reference(sys.argv[2] if len(sys.argv) > 2 else "docx"))
    elif sys.stdin.isatty() or sys.argv[1:2] in (["--help"], ["-h"]):
        print(_USAGE, end="")
    else:
        sys.exit(run(sys.argv[1] if len(sys.argv) > 1 else ""))
    return None


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


def run(output: str) -> int:
    """Filter standard input to standard output for the writer *output*; return the exit status."""
    data = sys.stdin.buffer.read()
    try:
        result, outcome = with_deep_stack(lambda: filter_bytes(data, output))
    except RecursionError:
        problem = Problem(Code.TOO_DEEP, "the document is nested too deeply; it is left as it is")
        result, outcome = data, Outcome({}, (problem,))
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        problem = Problem(Code.BAD_DOCUMENT, f"this is no document of pandoc's: {error!r}")
        result, outcome = b"", Outcome({}, (problem,), failed=True)
    tell(lines_of(outcome.problems))
    if outcome.failed:
        return _FAILED
    sys.stdout.buffer.write(result)
    sys.stdout.buffer.flush()
    return 0


def filter_bytes(data: bytes, output: str) -> tuple[bytes, Outcome]:
    """Return the document *data* converted for the writer *output*, and what was found out.

    A document in which nothing changes is returned in the bytes in which it came. Raises
    ValueError where *data* is no document of pandoc's.
    """
    document = json.loads(data)
    if not isinstance(document, dict) or not isinstance(document.get("blocks"), list):
        raise ValueError("the key 'blocks' is missing")
    outcome = convert_document(document, output, has_raw=_RAW in data)
    if outcome.is_converted:
        return _dump(outcome.document), outcome
    if outcome.has_settings:
        return _dump({**json.loads(data), "meta": outcome.document["meta"]}), outcome
    return data, outcome


def _dump(document: dict[str, Any]) -> bytes:
    try:
        return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        return json.dumps(document, separators=(",", ":")).encode()


def lines_of(problems: Iterable[Problem]) -> list[str]:
    """Return what is told of *problems*: one line each, with the code in front."""
    return [f"[vivavoce.{item.code.code}] {_on_one_line(item.message)}" for item in problems]


def tell(lines: Iterable[str]) -> None:
    """Print *lines* on standard error, the only place where pandoc lets a filter speak."""
    for line in lines:
        print(line, file=sys.stderr)


def _on_one_line(text: str) -> str:
    line = " ".join(text.split())
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)
