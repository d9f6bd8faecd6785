"""What must hold, as data in ``targets.json``, and whether it does.

A target names tables by a pattern, a row, and what the row is compared with: another row, above a
floor where there is one, or nothing where the figure itself is meant. Where several tables match,
the worst counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from benchmarks.table import Table

FILE = Path(__file__).with_name("targets.json")


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that must hold."""

    claim: str
    """What is compared, in words."""
    table: str
    """A pattern for titles of tables."""
    row: str
    limit: float
    """The figure may be so high, or must be so high where `least`."""
    stretch: float | None = None
    """What would be better still."""
    against: str = ""
    """The row it is divided by; empty where the figure itself is meant."""
    floor: str = ""
    """The row that is subtracted from both."""
    least: bool = False

    def meets(self, figure: float, limit: float) -> bool:
        """True where *figure* is on the right side of *limit*."""
        return figure >= limit if self.least else figure <= limit


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a target fared."""

    target: Target
    figure: float | None
    """The worst figure; None where it was not measured."""
    table: str = ""
    """The title of the table it is from."""
    error: float = 0.0
    """The standard error of the figure; 0 where it is no ratio."""

    @property
    def word(self) -> str:
        """pass, stretch where even that is met, short, or not measured."""
        if self.figure is None:
            return "not measured"
        if not self.target.meets(self.figure, self.target.limit):
            return "short"
        stretch = self.target.stretch
        return "stretch" if stretch and self.target.meets(self.figure, stretch) else "pass"


def read_targets(path: Path = FILE) -> tuple[Target, ...]:
    """Return the targets in *path*."""
    return tuple(Target(**item) for item in json.loads(path.read_text("utf-8")))


def judge(targets: Iterable[Target], tables: Iterable[Table]) -> tuple[Verdict, ...]:
    """Return how each of *targets* fares in *tables*."""
    tables = tuple(tables)
    return tuple(_judge(target, tables) for target in targets)


def _judge(target: Target, tables: tuple[Table, ...]) -> Verdict:
    found = [
        (*_figure(target, table), table.title)
        for table in tables
        if fnmatchcase(table.title, target.table) and _has(table, target.row, target.against)
    ]
    if not found:
        return Verdict(target, None)
    figure, error, title = (min if target.least else max)(found)
    return Verdict(target, figure, title, error)


def _has(table: Table, *names: str) -> bool:
    return {name for name in names if name} <= {result.name for result in table.results}


def _figure(target: Target, table: Table) -> tuple[float, float]:
    """Return the figure that *target* means, and its standard error."""
    result = table.row(target.row)
    if not target.against:
        return result.seconds, 0.0
    base = table.row(target.against)
    floor = table.row(target.floor) if target.floor else None
    return result.ratio(base, floor), result.error(base, floor)
