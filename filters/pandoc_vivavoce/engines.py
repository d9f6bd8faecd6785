"""Where work on many inputs is done: what an engine is, and the one of local processes."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any, Protocol, TypeVar

Result_co = TypeVar("Result_co", covariant=True)
_THREADS = Path("/proc/self/task")
"""Where Linux lists the threads of a process."""


class Pending(Protocol[Result_co]):
    """Work under way, as `concurrent.futures.Future` has it."""

    def result(self) -> Result_co:
        """Wait for the work and return what it returned, or raise what it raised."""

    def done(self) -> bool:
        """Tell whether the work has ended."""

    def exception(self) -> BaseException | None:
        """Return what the work raised; None where it ended well."""


class Engine(Protocol):
    """Something that runs work on chunks of inputs."""

    @property
    def workers(self) -> int:
        """How many chunks can run at the same time."""

    def submit(self, work: Callable[[], Any]) -> Pending[Any]:
        """Begin *work*, a picklable function, and return at once."""

    def renew(self) -> None:
        """Make the engine fit for work again after a chunk was lost."""


class Processes:
    """An engine of local processes, to be used in a ``with`` statement.

    *start_method* is as `multiprocessing.get_context` takes it; a safe one by default.
    """

    def __init__(self, workers: int, start_method: str = "") -> None:
        self.workers = workers
        self._start_method = start_method
        self._pool = self._open()

    def __enter__(self) -> Processes:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def submit(self, work: Callable[[], Any]) -> Future[Any]:
        """Begin *work*; a pool that has lost a process gives a future that says so."""
        try:
            return self._pool.submit(work)
        except BrokenProcessPool as error:
            lost: Future[Any] = Future()
            lost.set_exception(error)
            return lost

    def renew(self) -> None:
        """Replace the pool: one that has lost a process takes no more work."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = self._open()

    def _open(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context(self._start_method or _safe_method())
        return ProcessPoolExecutor(
            self.workers, mp_context=context, initializer=_leave_interrupts_to_the_parent
        )


def available_processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _safe_method() -> str:
    """Return how to start processes.

    A fork is ready at once, but could copy a lock that another thread holds; so one is made where
    there is no other thread, and elsewhere of a server that has none.
    """
    known = multiprocessing.get_all_start_methods()
    if "fork" in known and _is_single_threaded():
        return "fork"
    return "forkserver" if "forkserver" in known else "spawn"


def _is_single_threaded() -> bool:
    """Tell whether this process has but one thread, those of libraries counted; only Linux says."""
    return _THREADS.is_dir() and len(list(_THREADS.iterdir())) == 1


def _leave_interrupts_to_the_parent() -> None:
    """Let Ctrl-C reach the parent alone, which then ends the work in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
