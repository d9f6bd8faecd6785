"""How every command answers: failures as one line and an exit status, problems, progress.

Exit status: 0 done; 1 the work failed; 2 the call was wrong; 3 with ``--strict`` when a problem of
at least warning level was reported; 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

from pandoc_vivavoce.errors import DEBUG, CallError, explain, is_fault, sentence
from vivavoce.problems import Problem

FAILED, WRONG, STRICT = 1, 2, 3
STOPPED = 128 + signal.SIGINT
"""What shells report of a program that Ctrl-C has ended."""


def say(message: str) -> None:
    """Write *message* to standard error, as a sentence of this program."""
    from vivavoce.spaces import on_one_line  # noqa: PLC0415 - not needed where all is well

    line = message if os.environ.get(DEBUG) else on_one_line(message)
    click.echo(f"vivavoce: {sentence(line)}", err=True)


def finish(failures: Sequence[str], is_strict: bool) -> None:
    """Tell *failures* and end with the status they have; 3 for *is_strict* where there is none."""
    for failure in failures:
        say(failure)
    if failures:
        sys.exit(FAILED)
    if is_strict:
        sys.exit(STRICT)


def tell(told: Iterable[tuple[str, tuple[Problem, ...]]], verbose: bool) -> bool:
    """Write the problems to standard error; True where one is at least a warning."""
    from pandoc_vivavoce.command.report import is_serious, problem_lines  # noqa: PLC0415

    serious = False
    for name, problems in told:
        for line in problem_lines(name, problems, verbose):
            click.echo(line, err=True)
        serious = serious or is_serious(problems)
    return serious


def show_progress(items: Iterable[Any], total: int, doing: str = "Reading") -> Iterable[Any]:
    """Hand on *items*, with a bar on standard error where *total* is many, and at a terminal.

    *doing* says what is under way.
    """
    if total < 3 or not sys.stderr.isatty():
        return items
    from rich.console import Console  # noqa: PLC0415 - dear, and rarely needed
    from rich.progress import track  # noqa: PLC0415

    return track(items, doing, total, console=Console(stderr=True), transient=True)


@contextmanager
def failures() -> Iterator[None]:
    """Turn every expected failure into one line on standard error and the right exit status."""
    try:
        yield
    except CallError as error:
        _stop(error, WRONG)
    except BrokenPipeError:
        raise
    except KeyboardInterrupt:
        say("stopped; the file under way was not written")
        sys.exit(STOPPED)
    except Exception as error:
        if is_fault(error) and os.environ.get(DEBUG):
            raise
        _stop(error, FAILED)


def _stop(error: Exception, status: int) -> None:
    say(explain(error))
    sys.exit(status)
