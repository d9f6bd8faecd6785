"""YAML that somebody else wrote, loaded in time that grows with its length.

Two types of YAML 1.1 do not keep to that: numbers to the base of 60, each part of which multiplies
a number of any length, and merge keys, which can double what they merge with each level.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from vivavoce.reading.plainvalues import MOST_NODES, TOO_DEEP, PlainError, plain_value

_LONGEST: Final = 2**19
"""Characters; the header of an average page has a thousandth of it."""
_BASE_60: Final = re.compile(r"(?::[0-5]?[0-9]){20}")


def load_yaml(text: str) -> Any:
    """Return what YAML *text* holds, as plain values.

    Raises PlainError where it is too much, ValueError and OverflowError where it has a value that
    there cannot be, RecursionError where it is nested too deeply, YAMLError where it is no YAML.
    """
    if len(text) > _LONGEST or text.count("[") + text.count("{") > MOST_NODES:
        raise PlainError(TOO_DEEP)
    if _BASE_60.search(text):
        raise PlainError("it holds a number that is too long")
    handler, loader = _handler()
    return plain_value(handler.load(text, Loader=loader))


@cache
def _handler() -> tuple[Any, type]:
    """Return python-frontmatter's reader of YAML, and its safe loader with bounded merge keys."""
    from frontmatter.default_handlers import (  # noqa: PLC0415 - most files need no YAML
        SafeLoader,
        YAMLHandler,
    )

    class Loader(SafeLoader):  # type: ignore[misc, valid-type]
        """Counts what merge keys bring in."""

        merged = 0

        def flatten_mapping(self, node: Any) -> None:
            super().flatten_mapping(node)
            self.merged += len(node.value)
            if self.merged > MOST_NODES:
                raise PlainError(TOO_DEEP)

    return YAMLHandler(), Loader
