"""Room for documents nested more deeply than Python's usual limits allow.

The standard library reads and writes JSON by recursion in C; a document with 1,000 divisions in
one another is 3,000 levels deep. Such a one is worked on in a thread with a large stack.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final, TypeVar

Result = TypeVar("Result")

_STACK: Final = 512 * 2**20
"""Bytes of address space; only what is used costs memory."""
_LIMIT: Final = 400_000
"""Levels that surely fit into the stack, by measurement (some 600 bytes each in CPython 3.11)."""


def with_deep_stack(work: Callable[[], Result]) -> Result:
    """Return what *work* returns; where it nests too deeply, run it once more with more room.

    Raises RecursionError where even that is not enough.
    """
    try:
        return work()
    except RecursionError:
        return _in_thread(work)


def _in_thread(work: Callable[[], Result]) -> Result:
    import threading  # noqa: PLC0415 - hardly a document is so deep

    results: list[Result] = []
    failures: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as failure:
            failures.append(failure)

    limit, size = sys.getrecursionlimit(), threading.stack_size(_STACK)
    sys.setrecursionlimit(_LIMIT)
    try:
        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
    finally:
        sys.setrecursionlimit(limit)
        threading.stack_size(size)
    if failures:
        raise failures[0]
    return results[0]
