"""The work of ``vivavoce corpus``: documents in, rows to a writer, what there is to tell out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from pandoc_vivavoce.command.report import is_serious
from pandoc_vivavoce.corpus.item import Item
from pandoc_vivavoce.corpus.rows import Gathered, Pack, read_rows
from pandoc_vivavoce.corpus.tables import Write
from pandoc_vivavoce.engines import Engine
from pandoc_vivavoce.many import Outcome, map_many, map_over
from vivavoce.options import Options
from vivavoce.problems import Problem


@dataclass(slots=True)
class Tally:
    """What became of the documents; it is filled while they are read."""

    documents: int = 0
    turns: int = 0
    silent: int = 0
    """Documents in which no conversation was found."""
    told: list[tuple[str, tuple[Problem, ...]]] = field(default_factory=list)
    """Documents with problems to tell."""
    failures: list[str] = field(default_factory=list)
    """Documents that could not be read, each with cause and remedy."""

    def summary(self) -> str:
        """Return one sentence that counts everything."""
        parts = [f"{self.documents:,} documents, {self.turns:,} turns"]
        if self.silent:
            parts.append(f"no conversation in {self.silent:,}")
        if self.failures:
            parts.append(f"{len(self.failures):,} could not be read")
        return "; ".join(parts)


def gather(
    items: Iterable[Item],
    options: Options,
    jobs: int = 1,
    engine: Engine | None = None,
    pack: Pack = tuple,
) -> Iterator[Outcome[Item, Gathered]]:
    """Yield what each of *items* gives, in order: on *engine*, or by *jobs* local processes.

    *pack* is the one of the table that is written (`pandoc_vivavoce.corpus.tables`).
    """
    work = partial(read_rows, options=options, pack=pack)
    if engine is None:
        return map_many(work, items, jobs)
    return map_over(engine, work, items)


def write_all(
    outcomes: Iterable[Outcome[Item, Gathered]], write: Write, verbose: bool = False
) -> Tally:
    """Write the rows of *outcomes* and return what there is to tell; notes if *verbose*."""
    tally = Tally()
    for outcome in outcomes:
        tally.documents += 1
        name = outcome.item.source.name
        if outcome.value is None:
            message = outcome.failure.message if outcome.failure else ""
            tally.failures.append(message if message.startswith(name) else f"{name}: {message}")
            continue
        content, turns, problems = outcome.value
        write(content)
        tally.turns += turns
        tally.silent += not turns
        if to_tell := tuple(item for item in problems if verbose or is_serious([item])):
            tally.told.append((name, to_tell))
    return tally
