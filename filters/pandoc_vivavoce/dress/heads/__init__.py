"""The definitions that writers need for turns, as files a person can read and change.

``base`` is for all layouts; beside it stands a file for each layout, and for lines that run from
right to left, where a format needs one.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

_HERE = __path__[0]
_SUFFIX = {"html": "css", "latex": "tex", "typst": "typ", "context": "mkiv"}


def definitions_of(form: str, names: Iterable[str]) -> str:
    """Return the definitions in the format *form* of layouts and directions with these *names*."""
    found: list[str] = []
    for name in names:
        with suppress(FileNotFoundError):
            found.append(_read(f"{_HERE}/{name}.{_SUFFIX[form]}"))
    return "".join(found)


def _read(path: str) -> str:
    with open(path, encoding="utf-8") as text:  # noqa: PTH123 - slow to import
        return text.read()
