"""Lines of Markdown inside lists and quotations, and the attributes of what is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from vivavoce.forms.markdown.escape import escape_attribute

_PLAIN_NAME: Final = re.compile(r"[A-Za-z][\w-]*", re.ASCII)


class Lines:
    """Gathers lines; each begins with what the containers around it want."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._prefixes = [""]
        self._lead: str | None = None
        """Takes the place of the prefix once, where a marker begins the line."""
        self.is_first = True
        """True right after a container began: no empty line is needed."""

    def begin(self) -> None:
        """Begin a block: part it from the one before."""
        if not self.is_first:
            self._lines.append(self._prefixes[-1].rstrip())
        self.is_first = False

    def add(self, line: str) -> None:
        """Add *line*."""
        prefix = self._prefixes[-1] if self._lead is None else self._lead
        self._lead = None
        self._lines.append(prefix + line if line else prefix.rstrip())

    def indent(self, marker: str, prefix: str) -> None:
        """Begin a container whose first line begins with *marker* and every other with *prefix*."""
        around = self._prefixes[-1]
        self._lead = (around if self._lead is None else self._lead) + marker
        self._prefixes.append(around + prefix)
        self.is_first = True

    def dedent(self) -> None:
        """End a container."""
        self._prefixes.pop()
        self.is_first = False

    def text(self) -> str:
        """Return all lines."""
        return "".join(f"{line}\n" for line in self._lines)


def attribute_list(
    classes: Iterable[str] = (), name: str = "", values: Iterable[tuple[str, str]] = ()
) -> str:
    """Return attributes in braces: the id *name*, *classes*, and *values* that are not empty."""
    words = [f".{word}" for word in classes]
    if _PLAIN_NAME.fullmatch(name):
        words.insert(0, f"#{name}")
        name = ""
    words += [f"{key}={escape_attribute(value)}" for key, value in [("id", name), *values] if value]
    return "{" + " ".join(words) + "}"
