"""Whether enough of many things pass a test, found out with no more tests than it takes.

A generator expression would do the same, but compiled it is a list, whose members are all tested
before the first is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

Item = TypeVar("Item")


def at_least(number: int, items: Iterable[Item], test: Callable[[Item], bool]) -> bool:
    """Tell whether *test* is true of *number* or more of *items*."""
    if number <= 0:
        return True
    found = 0
    for item in items:
        if test(item):
            found += 1
            if found == number:
                return True
    return False
