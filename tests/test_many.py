"""Many inputs: the same outcomes in the same order from one process, from two, and after a loss."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from pandoc_vivavoce.engines import Processes
from pandoc_vivavoce.errors import WorkError
from pandoc_vivavoce.many import CHUNK, Failure, Outcome, map_many, map_over

MANY = CHUNK * 2 + 5


def half(number: int) -> int:
    """Return half of an even *number*; seven is a fault, other odd numbers are wrong."""
    if number == 7:
        raise RuntimeError("oil")
    if number % 2:
        raise WorkError(str(number), "it is odd", "Take an even one")
    return number // 2


def half_unless_deadly(number: int, parent: int, deadly: int) -> int:
    """Do as `half`, but end the process at *deadly*, unless it is the *parent* itself."""
    if number == deadly and os.getpid() != parent:
        os._exit(3)
    return half(number)


def die_once(number: int, parent: int, mark: Path) -> int:
    """Return *number*; the first process to work on 40 leaves *mark* and ends."""
    if number == 40 and os.getpid() != parent and not mark.exists():
        mark.touch()
        os._exit(3)
    return number


def whose(number: int) -> int:
    """Return the process at work."""
    return os.getpid()


@pytest.fixture(scope="module", params=["forkserver", "spawn", "fork"])
def engine(request: pytest.FixtureRequest) -> Iterator[Processes]:
    with Processes(2, request.param) as processes:
        yield processes


def test_outcomes_are_those_of_one_process(engine: Processes) -> None:
    alone = list(map_many(half, range(MANY)))
    assert list(map_over(engine, half, range(MANY))) == alone
    assert [outcome.item for outcome in alone] == list(range(MANY))
    assert alone[8] == Outcome(8, 4)
    assert alone[9] == Outcome(9, None, Failure("9: it is odd. Take an even one"))
    assert alone[7].failure is not None
    assert alone[7].failure.is_fault
    assert "a fault of vivavoce itself, RuntimeError: oil" in alone[7].failure.message


def test_two_processes_work_and_neither_is_this_one() -> None:
    workers = {outcome.value for outcome in map_many(whose, range(MANY), 2)}
    assert os.getpid() not in workers
    assert len(workers) <= 2


START = """\
import os, threading
from pandoc_vivavoce.engines import Processes
with Processes(1) as processes:
    print(processes.submit(os.getppid).result() == os.getpid())
"""
BESIDE = "threading.Thread(target=threading.Event().wait, daemon=True).start()\n"


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="only Linux tells of threads")
@pytest.mark.parametrize(("beside", "is_child"), [("", True), (BESIDE, False)])
def test_process_is_forked_where_it_has_no_other_thread(beside: str, is_child: bool) -> None:
    program = START.replace("with", f"{beside}with", 1)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == (f"{is_child}\n", "")


@pytest.mark.parametrize(("jobs", "count"), [(1, MANY), (2, CHUNK), (2, 0)])
def test_one_job_and_few_inputs_stay_in_this_process(jobs: int, count: int) -> None:
    workers = [outcome.value for outcome in map_many(whose, range(count), jobs)]
    assert workers == [os.getpid()] * count


def test_input_that_ends_its_process_costs_itself_alone() -> None:
    work = partial(half_unless_deadly, parent=os.getpid(), deadly=40)
    outcomes = list(map_many(work, range(0, 2 * MANY, 2), 2))
    lost = [outcome for outcome in outcomes if outcome.failure]
    assert [outcome.item for outcome in lost] == [40]
    assert "no process could finish the work on it" in str(lost[0].failure)
    values = [outcome.value for outcome in outcomes if not outcome.failure]
    assert values == [number for number in range(MANY) if number != 20]


def test_process_that_is_lost_loses_nothing(tmp_path: Path) -> None:
    work = partial(die_once, parent=os.getpid(), mark=tmp_path / "died")
    outcomes = list(map_many(work, range(MANY), 2))
    assert [outcome.value for outcome in outcomes] == list(range(MANY))
    assert (tmp_path / "died").exists()


def test_inputs_are_taken_as_they_are_needed() -> None:
    inputs = iter(range(0, 100_000, 2))
    outcomes = map_many(half, inputs, 2)
    assert next(outcomes).value == 0
    assert next(inputs) < 1_000
    outcomes.close()


@pytest.mark.parametrize("jobs", [1, 2])
def test_progress_rises_to_the_number_of_inputs(jobs: int) -> None:
    seen: list[int] = []
    list(map_many(half, range(MANY), jobs, progress=seen.append))
    assert seen == sorted(seen)
    assert seen[-1] == MANY
