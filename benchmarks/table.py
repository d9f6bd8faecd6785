"""What a suite gives, and the small things of which suites are made."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from benchmarks.measure import Result, growth, interleave


@dataclass(frozen=True, slots=True)
class Table:
    """The results of one comparison."""

    title: str
    results: tuple[Result, ...]
    sizes: tuple[int, ...] = ()
    """Set where the rows are one thing at growing sizes."""
    floored: bool = False
    """True where the first row is a floor and the second the base of all ratios."""
    unit: str = "ms"
    """ms, of figures in seconds; otherwise the unit of the figures as they are."""

    def row(self, name: str) -> Result:
        """Return the row *name*; KeyError where there is none."""
        return {result.name: result for result in self.results}[name]

    def ratio(self, result: Result) -> float | None:
        """Return what *result* costs in terms of the base; None for a floor."""
        floor, base = self._compared_with
        return None if result is floor else result.ratio(base, floor)

    def error(self, result: Result) -> float:
        """Return the standard error of `ratio`; 0 for the base and a floor, which are exact."""
        floor, base = self._compared_with
        return 0.0 if result is floor else result.error(base, floor)

    @property
    def is_known(self) -> bool:
        """True where every ratio is known to a twentieth, one below 1 to five hundredths."""
        ratios = ((self.error(result), self.ratio(result) or 1) for result in self.results)
        return all(error <= TOLERANCE * max(1, ratio) for error, ratio in ratios)

    @property
    def _compared_with(self) -> tuple[Result | None, Result]:
        """The floor, if there is one, and the base."""
        first, second = (*self.results, *self.results)[:2]
        return (first, second) if self.floored else (None, first)

    @property
    def exponent(self) -> float | None:
        """How cost grows with size: 1 is a straight line; None where sizes do not differ."""
        if not self.sizes:
            return None
        return growth(self.sizes, [result.seconds for result in self.results])


@dataclass(frozen=True, slots=True)
class Effort:
    """How long one is ready to wait."""

    rounds: int
    sizes: tuple[int, ...]
    """Numbers of turns."""
    pages: int
    """Pages of a Sphinx project."""
    files: tuple[int, int]
    """Numbers of files: to time, and to see whether memory stays flat."""
    patience: float = 0.0
    """Seconds after which one is content with any error of a table's ratios."""


QUICK = Effort(rounds=3, sizes=(16, 160), pages=20, files=(200, 400))
FULL = Effort(7, (16, 160, 1_600, 16_000), pages=200, files=(1_000, 10_000), patience=150.0)

TOLERANCE = 0.05
"""The standard error of a ratio with which one is content."""
_ROUNDS_ABOVE_FLOOR = 2


def measured(
    title: str, cases: dict[str, Callable[[], object]], effort: Effort, floored: bool = False
) -> Table:
    """Return the table of *cases*, run in turn until all ratios are known or patience ends.

    What stands on a floor is compared by small differences of long times, and takes more rounds.
    """
    end = monotonic() + effort.patience

    def table(results: dict[str, Result]) -> Table:
        return Table(title, tuple(results.values()), floored=floored)

    def is_enough(results: dict[str, Result]) -> bool:
        return monotonic() > end or table(results).is_known

    rounds = effort.rounds * (_ROUNDS_ABOVE_FLOOR if floored else 1)
    return table(interleave(cases, rounds, is_enough))


def bind(work: Callable[..., object], *arguments: object) -> Callable[[], object]:
    """Return a function without arguments that calls *work* with *arguments*."""
    return lambda: work(*arguments)


def process(command: list[str]) -> Callable[[], object]:
    """Return a function that runs *command*."""
    return lambda: subprocess.run(command, check=True, capture_output=True)


@contextmanager
def scratch() -> Iterator[Path]:
    """Give a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="vivavoce-bench-") as name:
        yield Path(name)
