"""Regular expressions that are compiled when they are first used.

One document needs few of the core's patterns, and to compile them all takes longer than the whole
work on an interview: a filter and a command pay that on every start.
"""

from __future__ import annotations

import re
from typing import Any, Final, cast

_METHODS: Final = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub")


def lazy_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return *pattern* to be used as `re.compile` would give it, by its methods and attributes.

    An error in *pattern* (re.error) is raised when it is first used.
    """
    return cast("re.Pattern[str]", _LazyPattern(pattern, flags))


class _LazyPattern:
    """Stands for a pattern; once compiled, its methods are found here without a detour."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        """Compile, since *name* is not here before that."""
        compiled = re.compile(*self._source)
        vars(self).update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)
