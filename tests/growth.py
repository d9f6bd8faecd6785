"""Whether work grows with its input: four times as much takes about four times the time.

Work is the time of this process alone, the least of several runs of each size, taken in turn. A
quadratic step would take sixteen times as long, so the bound of ten leaves room for a computer
that has other work to do; what exceeds it is measured again, since a processor can change its speed
in the middle, and a step that is quadratic exceeds it each time. Python's collector rests
meanwhile: what it does depends on all that the tests before have left behind.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from vivavoce.collector import resting_collector

FACTOR, BOUND, RUNS, ATTEMPTS = 4, 10, 2, 3
_SHORTEST = 0.005
"""Seconds; work that takes less is not told from nothing."""

Work = Callable[[], object]


def grows_with_its_input(
    work: Callable[[int], Work], size: int, *, bare: int | None = None
) -> bool:
    """Do the work that *work* returns for *size*, and for four times as much, in turn.

    What the work for *bare* takes is what any input costs, and is taken off the time of both.
    """
    small, large = work(size), work(FACTOR * size)
    nothing = None if bare is None else work(bare)
    small()
    return any(_is_within_bound(small, large, nothing) for _ in range(ATTEMPTS))


def _is_within_bound(small: Work, large: Work, nothing: Work | None) -> bool:
    least, most = _time_of(small), _time_of(large)
    for _ in range(RUNS - 1):
        least, most = min(least, _time_of(small)), min(most, _time_of(large))
    base = 0.0 if nothing is None else _time_of(nothing)
    return most - base <= BOUND * max(least - base, _SHORTEST)


def _time_of(work: Work) -> float:
    gc.collect()
    with resting_collector():
        begun = time.process_time()
        work()
        return time.process_time() - begun
