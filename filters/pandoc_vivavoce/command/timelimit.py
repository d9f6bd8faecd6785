"""A limit of time that interrupts the work inside it, whatever stage it is in.

The core looks at its own limit between stages; a stage that takes longer than it should is stopped
here, by an alarm of the operating system. Where there is none (on Windows, and outside of a
process's main thread) the limit between stages is what remains.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from vivavoce.problems import Code, LimitError

_LONGEST = 10_000_000.0
"""Seconds; more is as good as no limit."""
_AGAIN = 1.0
"""Seconds after which the alarm goes off again, if what it raised was caught."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise LimitError in the work inside once it has taken *seconds*."""
    if not _has_alarm() or not 0 < seconds < _LONGEST:
        yield
        return

    def stop(number: int, frame: object) -> None:
        message = f"it takes longer than {seconds:g} seconds; raise the limit with max-seconds"
        raise LimitError(Code.TOO_SLOW, message)

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _has_alarm() -> bool:
    in_main = threading.current_thread() is threading.main_thread()
    return in_main and hasattr(signal, "setitimer")
