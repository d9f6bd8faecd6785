"""One function over many inputs: in order, by processes, in bounded memory, a failure a value.

`map_many` is the whole of it for one computer. An `Engine` runs chunks of inputs elsewhere, and
`map_over` feeds any engine a bounded number of chunks and hands results on in the order of the
inputs. A chunk whose worker died is run again input by input, so that one input that kills its
worker costs that input alone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import Generic, TypeVar

from pandoc_vivavoce.engines import Engine, Pending, Processes, available_processors
from pandoc_vivavoce.errors import explain, is_fault

CHUNK = 32
"""Inputs sent to a process at once: enough to make the sending cheap, where each takes
milliseconds. Work of half a second an input goes one by one."""
_AHEAD = 3
"""Chunks under way for each worker: one at work, the others ready for it."""

Item = TypeVar("Item")
Value = TypeVar("Value")
Progress = Callable[[int], object]
"""Is told how many inputs are done."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no value for an input."""

    message: str
    """What is wrong, with the remedy where one is known; it names the input where that is known."""
    is_fault: bool = False
    """True where the program is at fault and not the input."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Item, Value]):
    """What became of one input."""

    item: Item
    value: Value | None
    """What the work returned; None where it failed."""
    failure: Failure | None = None


def map_many(
    work: Callable[[Item], Value],
    items: Iterable[Item],
    jobs: int = 1,
    *,
    chunk: int = CHUNK,
    progress: Progress | None = None,
) -> Iterator[Outcome[Item, Value]]:
    """Yield what *work* makes of each of *items*, in their order, by *jobs* processes.

    Args:
        work: a pure function; with its arguments and results it must be picklable.
        items: any number of inputs; they are taken as they are needed.
        jobs: how many processes; 0 for one for each processor that may be used.
        chunk: how many inputs a process is given at once. Where there are fewer than two chunks
            the work is done in this process.
        progress: is called with the number of inputs done.
    """
    jobs = jobs or available_processors()
    if jobs == 1:
        yield from _here(work, items, progress)
        return
    stream = iter(items)
    first = list(islice(stream, jobs * chunk))
    if len(first) <= chunk:
        yield from _here(work, first, progress)
        return
    size = min(chunk, -(-len(first) // jobs))
    with Processes(jobs) as engine:
        yield from map_over(engine, work, chain(first, stream), chunk=size, progress=progress)


def map_over(
    engine: Engine,
    work: Callable[[Item], Value],
    items: Iterable[Item],
    *,
    chunk: int = CHUNK,
    progress: Progress | None = None,
) -> Iterator[Outcome[Item, Value]]:
    """Yield what *work* makes of each of *items* on *engine*; arguments as for `map_many`."""
    done = 0
    line = _Line(engine, work)
    for outcomes in line.pass_through(_chunks(items, chunk)):
        yield from outcomes
        done += len(outcomes)
        if progress:
            progress(done)


class _Line(Generic[Item, Value]):
    """Chunks that stand in line on an engine, the oldest first."""

    def __init__(self, engine: Engine, work: Callable[[Item], Value]) -> None:
        self._engine = engine
        self._work = work
        self._waiting: deque[tuple[Sequence[Item], Pending[list[Value | Failure]]]] = deque()

    def pass_through(
        self, chunks: Iterable[Sequence[Item]]
    ) -> Iterator[list[Outcome[Item, Value]]]:
        """Yield the outcomes of each of *chunks*, never more than a few of them under way."""
        for items in chunks:
            self._waiting.append((items, self._submit(items)))
            if len(self._waiting) >= self._engine.workers * _AHEAD:
                yield self._take()
        while self._waiting:
            yield self._take()

    def _take(self) -> list[Outcome[Item, Value]]:
        items, future = self._waiting.popleft()
        try:
            return _outcomes(items, future.result())
        except Exception:  # whatever an engine raises, the chunk is lost
            self._restart()
            return [self._alone(item) for item in items]

    def _restart(self) -> None:
        """Send what is waiting again, unless it is done."""
        done = [future.done() and not future.exception() for _, future in self._waiting]
        self._engine.renew()
        self._waiting = deque(
            (items, future if is_done else self._submit(items))
            for is_done, (items, future) in zip(done, self._waiting, strict=True)
        )

    def _alone(self, item: Item) -> Outcome[Item, Value]:
        """Run the work on *item* with nothing else; if its worker dies again it is to blame."""
        try:
            return _outcomes([item], self._submit([item]).result())[0]
        except Exception as error:
            self._restart()
            cause = f"no process could finish the work on it: {error}"
            return Outcome(item, None, Failure(cause, is_fault=True))

    def _submit(self, items: Sequence[Item]) -> Pending[list[Value | Failure]]:
        return self._engine.submit(partial(_run, self._work, items))


def _here(
    work: Callable[[Item], Value], items: Iterable[Item], progress: Progress | None
) -> Iterator[Outcome[Item, Value]]:
    for done, item in enumerate(items, 1):
        yield from _outcomes([item], _run(work, [item]))
        if progress:
            progress(done)


def _run(work: Callable[[Item], Value], items: Sequence[Item]) -> list[Value | Failure]:
    """Return what *work* makes of each of *items*; this is what an engine runs."""
    return [_attempt(work, item) for item in items]


def _attempt(work: Callable[[Item], Value], item: Item) -> Value | Failure:
    try:
        return work(item)
    except Exception as error:
        return Failure(explain(error), is_fault(error))


def _outcomes(
    items: Sequence[Item], results: Sequence[Value | Failure]
) -> list[Outcome[Item, Value]]:
    return [
        Outcome(item, None, result) if isinstance(result, Failure) else Outcome(item, result)
        for item, result in zip(items, results, strict=True)
    ]


def _chunks(items: Iterable[Item], size: int) -> Iterator[Sequence[Item]]:
    stream = iter(items)
    while share := tuple(islice(stream, size)):
        yield share
