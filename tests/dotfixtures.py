"""Reader of fixture files in the dot format: cases that a person can read, correct and add to.

A case is a title, lines of settings (``format: md``, ``fails: why``), a line of one full stop, the
input, a full stop, what is expected, a full stop. What stands before the first title and between
cases is for the reader; a title is the line right before the settings or the first full stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parent / "fixtures"
_CASE = re.compile(
    r"^(?P<title>\S.*)\n(?P<settings>(?:[a-z]+: .*\n)*)\.\n"
    r"(?P<given>(?:(?!\.\n).*\n)*)\.\n(?P<expected>(?:(?!\.\n).*\n)*)\.(?:\n|\Z)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a fixture file."""

    file: str
    title: str
    settings: Mapping[str, str]
    given: str
    expected: str

    @property
    def id(self) -> str:
        """How pytest shows the case."""
        return f"{self.file}: {self.title}"


def read_cases(path: Path) -> Iterator[Case]:
    """Yield every case of the file *path*."""
    for match in _CASE.finditer(path.read_text("utf-8")):
        lines = match["settings"].splitlines()
        settings = dict(line.split(": ", 1) for line in lines)
        yield Case(path.stem, match["title"], settings, match["given"], match["expected"])


def params(folder: str) -> list[object]:
    """Return all cases under ``fixtures/folder`` for `pytest.mark.parametrize`.

    A case that is known to fail must fail, so that its mark goes when the fault does.
    """
    cases = [case for path in sorted((FIXTURES / folder).glob("*.md")) for case in read_cases(path)]
    return [pytest.param(case, id=case.id, marks=_marks(case)) for case in cases]


def _marks(case: Case) -> list[pytest.MarkDecorator]:
    reason = case.settings.get("fails")
    return [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
