"""The definitions that writers need for turns, as files a person can read and change.

``base`` is for all layouts; beside it stands a file for each layout, and for lines that run from
right to left, where a format needs one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

_HERE = __path__[0]
_SUFFIX = {"html": "css", "latex": "tex", "typst": "typ", "context": "mkiv"}


def definitions_of(form: str, names: Iterable[str]) -> str:
    """Return the definitions in the format *form* of layouts and directions with these *names*."""
    return "".join(map(_read, files_of(form, names)))


def files_of(form: str, names: Iterable[str]) -> Iterator[str]:
    """Yield the paths of the files with the definitions of *names*; not every name has one."""
    paths = (f"{_HERE}/{name}.{_SUFFIX[form]}" for name in names)
    return (path for path in paths if os.access(path, os.R_OK))


def _read(path: str) -> str:
    with open(path, encoding="utf-8") as text:  # noqa: PTH123 - slow to import
        return text.read()
