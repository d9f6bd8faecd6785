"""Problems told to people: one line each on standard error, many of one kind as a count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from pandoc_vivavoce.command.cells import cell
from vivavoce.problems import Code, Level, Problem
from vivavoce.spaces import on_one_line

_QUIET = frozenset({Code.DROPPED_CHROME, Code.DOUBTFUL_BLOCK, Code.REPEATED_CREDIT})
"""What is expected on any page from the web: counted unless asked for."""
_MOST = 5
"""So many problems of one kind are told one by one."""


def problem_lines(name: str, problems: Iterable[Problem], verbose: bool = False) -> Iterator[str]:
    """Yield the lines that tell *problems* of the document *name*, as ``file: level: … [code]``."""
    name, problems = cell(on_one_line(name)), tuple(problems)
    counts = Counter(problem.code for problem in problems)
    told: Counter[Code] = Counter()
    for problem in problems:
        code = problem.code
        told[code] += 1
        if verbose or (code not in _QUIET and told[code] <= _MOST):
            yield f"{name}: {problem.level}: {on_one_line(problem.told)} [{code.code}]"
    if not verbose:
        yield from _summaries(name, counts)


def _summaries(name: str, counts: Counter[Code]) -> Iterator[str]:
    for code, count in counts.items():
        if code in _QUIET:
            yield f"{name}: {code.level}: {code.meaning} Places: {count} [{code.code}]"
        elif count > _MOST:
            more = count - _MOST
            yield f"{name}: {code.level}: {code.meaning} And {more} more [{code.code}]"


def is_serious(problems: Iterable[Problem]) -> bool:
    """True where one of *problems* is at least a warning."""
    return any(problem.level is not Level.NOTE for problem in problems)
