"""pandoc's document in by standard input, the same with its conversation marked out.

It works on pandoc's JSON as it comes. The document classes of panflute are not used on this way:
they fail on 150 to 200 nested divisions, cost more to import than all of our work, and would
write back a document in other bytes than they read.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterable
from typing import Final

from pandoc_vivavoce.inplace.active import may_act
from pandoc_vivavoce.inplace.bounds import check_size
from pandoc_vivavoce.inplace.deep import with_deep_stack
from pandoc_vivavoce.inplace.document import Outcome, convert_document
from pandoc_vivavoce.jsonout import dump
from vivavoce.problems import Code, LimitError, Problem

_FAILED: Final = 1
_RAW: Final = b'"Raw'
"""Begins the names of raw blocks and raw inlines, and stands in no document without them."""


def run(output: str) -> int:
    """Filter standard input to standard output for the writer *output*; return the exit status."""
    data = sys.stdin.buffer.read()
    try:
        result, outcome = with_deep_stack(lambda: filter_bytes(data, output))
    except RecursionError:
        problem = Problem(Code.TOO_DEEP, "the document is nested too deeply; it is left as it is")
        result, outcome = data, Outcome({}, (problem,))
    except LimitError as error:
        result, outcome = data, Outcome({}, (Problem(error.code, f"left as it is; {error}"),))
    except ValueError as error:
        problem = Problem(Code.BAD_DOCUMENT, f"this is no document of pandoc's in JSON; {error}")
        result, outcome = b"", Outcome({}, (problem,), failed=True)
    except (LookupError, TypeError, AttributeError) as error:
        told = f"not understood, and left as it is; {type(error).__name__}: {error}"
        result, outcome = data, Outcome({}, (Problem(Code.BAD_DOCUMENT, told),))
    tell(lines_of(outcome.problems))
    if outcome.failed:
        return _FAILED
    sys.stdout.buffer.write(result)
    sys.stdout.buffer.flush()
    return 0


def filter_bytes(data: bytes, output: str) -> tuple[bytes | bytearray, Outcome]:
    """Return the document *data* converted for the writer *output*, and what was found out.

    A document in which nothing changes is returned in the bytes in which it came. Raises
    ValueError where *data* is no document of pandoc's, and LimitError where it is beyond a limit.
    """
    check_size(data)
    document = json.loads(data)
    if not isinstance(document, dict) or not isinstance(document.get("blocks"), list):
        raise ValueError("the key 'blocks' is missing")
    outcome = convert_document(document, output, has_raw=_RAW in data, may_act=may_act(data))
    if outcome.is_converted:
        return dump(outcome.document), outcome
    if outcome.has_settings:
        return dump({**json.loads(data), "meta": outcome.document["meta"]}), outcome
    return data, outcome


def lines_of(problems: Collection[Problem]) -> list[str]:
    """Return what is told of *problems*: one line each, with the code in front."""
    if not problems:
        return []
    from vivavoce.spaces import on_one_line  # noqa: PLC0415 - as a rule there is nothing to tell

    return [f"[vivavoce.{item.code.code}] {on_one_line(item.told)}" for item in problems]


def tell(lines: Iterable[str]) -> None:
    """Print *lines* on standard error, the only place where pandoc lets a filter speak."""
    for line in lines:
        print(line, file=sys.stderr)
