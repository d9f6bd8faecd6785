"""The garbage collector at rest while a document is made.

A document is tens of thousands of small records none of which is garbage before the end; Python's
collector would look at all of them again and again, a tenth of the whole time. Mercurial does the
same where it builds large tables (``util.nogc``).
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def resting_collector() -> Iterator[None]:
    """Stop cyclic collection inside the block, unless the caller has stopped it already.

    In a program of many threads all of them are without it meanwhile; reference counting goes on,
    and no record of this package is part of a cycle.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
