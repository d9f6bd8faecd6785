"""Whether work grows with its input: four times as much takes about four times the time.

Work is the time of this process alone, the least of several runs of each size, taken in turn. A
quadratic step would take sixteen times as long, so the bound of ten leaves room for a computer
that has other work to do. Python's collector rests meanwhile: what it does depends on all that the
tests before have left behind.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from vivavoce.collector import resting_collector

FACTOR, BOUND, RUNS = 4, 10, 2
_SHORTEST = 0.005
"""Seconds; work that takes less is not told from nothing."""

Work = Callable[[], object]


def time_of(work: Work) -> float:
    """Do *work*; return the seconds of this process that it took."""
    gc.collect()
    with resting_collector():
        begun = time.process_time()
        work()
        return time.process_time() - begun


def grows_with_its_input(work: Callable[[int], Work], size: int) -> bool:
    """Do the work that *work* returns for *size*, and for four times as much, in turn."""
    small, large = work(size), work(FACTOR * size)
    small()
    runs = [(time_of(small), time_of(large)) for _ in range(RUNS)]
    least, most = (min(each) for each in zip(*runs, strict=True))
    return most <= BOUND * max(least, _SHORTEST)
