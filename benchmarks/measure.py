"""Times cases in turn, A B A B, so that what slows the computer for a while slows all alike.

A ratio is taken within each round and the median of the rounds is reported: two cases of one
round ran moments apart, two medians over a whole run may not have. Above a floor it is the
difference that is taken within each round, and the ratio is that of the median differences: where a
difference is hardly more than what a long time varies by, a single ratio says nothing.

How well a ratio is known is told by the bootstrap (Efron 1979): by how much it differs between
samples that are drawn, with repetition, from the rounds.
"""

from __future__ import annotations

import gc
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from statistics import median, stdev
from time import perf_counter

WORTHWHILE = 0.2
"""Seconds that one measurement takes at least, by repeating what is quicker, as ``timeit`` does.

The first calls after another case find the processor's caches filled by that case; in a much
shorter measurement they weigh more than what is measured.
"""
LONG = 1.0
"""Seconds from which a case needs no second look before it is measured."""
DRAWS = 200
"""Samples of the rounds by which the error of a ratio is estimated."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one case cost."""

    name: str
    times: tuple[float, ...]
    """Seconds a call, one figure a round."""

    @property
    def seconds(self) -> float:
        """The median of all rounds."""
        return median(self.times)

    def ratio(self, base: Result, floor: Result | None = None) -> float:
        """How many times the cost of *base*, both above *floor*, taken round by round."""
        if floor is not None:
            return self._above(floor) / base._above(floor)
        return median(mine / theirs for mine, theirs in zip(self.times, base.times, strict=True))

    def error(self, base: Result, floor: Result | None = None) -> float:
        """Return the standard error of `ratio`; 0 of a single round, which tells none."""
        count = len(self.times)
        if count == 1 or self == base:
            return 0.0
        dice = Random(count)
        samples = (dice.choices(range(count), k=count) for _ in range(DRAWS))
        return stdev(
            self._drawn(sample).ratio(base._drawn(sample), floor and floor._drawn(sample))
            for sample in samples
        )

    def _drawn(self, rounds: Sequence[int]) -> Result:
        """Return the result that has only the times of *rounds*."""
        return Result(self.name, tuple(self.times[place] for place in rounds))

    def _above(self, floor: Result) -> float:
        """Return the seconds that this case takes above *floor*, the median of all rounds."""
        return median(mine - zero for mine, zero in zip(self.times, floor.times, strict=True))


def interleave(
    cases: Mapping[str, Callable[[], object]],
    rounds: int,
    is_known: Callable[[dict[str, Result]], bool] = lambda _: True,
) -> dict[str, Result]:
    """Run every case of *cases* once a round, in order, and return the results by name.

    There are so many *rounds*, and then as many again and again until what they gave *is_known*.
    """
    repeats = {name: _repeats(case) for name, case in cases.items()}
    times: dict[str, list[float]] = {name: [] for name in cases}
    while True:
        for _ in range(rounds):
            for name, case in cases.items():
                times[name].append(_time(case, repeats[name]))
        results = {name: Result(name, tuple(values)) for name, values in times.items()}
        if is_known(results):
            return results


def growth(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """Return the exponent *k* of cost ~ size^k: the slope of a line through the logarithms."""
    xs, ys = [math.log(size) for size in sizes], [math.log(value) for value in seconds]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    covariance = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return covariance / sum((x - mean_x) ** 2 for x in xs)


def _repeats(case: Callable[[], object]) -> int:
    """Call *case* to warm it up, and if need be again to see how often it fits a measurement."""
    if _time(case, 1) > LONG:
        return 1
    return max(1, math.ceil(WORTHWHILE / max(_time(case, 1), 1e-9)))


def _time(case: Callable[[], object], repeats: int) -> float:
    gc.collect()
    start = perf_counter()
    for _ in range(repeats):
        case()
    return (perf_counter() - start) / repeats
