"""YAML read with the line of every value, so that a mistake in it can be shown where it stands.

Every scalar is its text as written, whatever it looks like: an ISBN stays an ISBN, a date a date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from vivavoce.spaces import writable

_LONGEST = 2**19
"""Characters; a book of a thousand chapters has a tenth of it."""
_DEEPEST = 40
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Located:
    """A value and where it stands."""

    value: str | tuple[Located, ...] | Mapping[str, Located]
    line: int
    """Counted from 1."""

    @property
    def is_text(self) -> bool:
        """True for a scalar."""
        return isinstance(self.value, str)

    @property
    def items(self) -> tuple[Located, ...]:
        """The items of a list; a single value counts as a list of one, an empty one as none."""
        if isinstance(self.value, tuple):
            return self.value
        return (self,) if self.value else ()

    @property
    def pairs(self) -> Mapping[str, Located]:
        """The keys of a mapping and their values; none of anything else."""
        return {} if isinstance(self.value, str | tuple) else self.value

    def plain(self) -> Any:
        """Return the value as text, lists and dictionaries without lines."""
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, tuple):
            return [item.plain() for item in self.value]
        return {key: item.plain() for key, item in self.value.items()}


class YamlError(ValueError):
    """Raised where a text is no YAML that can be taken; knows the line."""

    def __init__(self, line: int, cause: str) -> None:
        super().__init__(line, cause)
        self.line = line
        self.cause = cause


def load_located(text: str) -> Located:
    """Return the document in *text*; YamlError where there is none, or one that is too much.

    Aliases are refused because a few lines of them can stand for gigabytes, and deep nesting
    because the time of reading it grows with the square of the depth.
    """
    import yaml  # noqa: PLC0415 - only a book's file needs it

    if len(text) > _LONGEST:
        raise YamlError(1, f"this has more than {_LONGEST:,} characters")
    try:
        _check(yaml.parse(text, Loader=yaml.SafeLoader))
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        cause = error.problem or error.context or "this is no YAML"
        raise YamlError(mark.line + 1 if mark else 1, cause) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise YamlError(1, "this is no YAML that can be read") from error
    return _located(root) if root is not None else Located({}, 1)


def _check(events: Iterable[Any]) -> None:
    """Raise YamlError at the first of *events*, a parser's, that is not taken."""
    import yaml  # noqa: PLC0415 - only a book's file needs it

    depth = 0
    for event in events:
        begins = isinstance(event, yaml.CollectionStartEvent)
        depth += begins - isinstance(event, yaml.CollectionEndEvent)
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            raise YamlError(line, "aliases are not taken here")
        if depth > _DEEPEST:
            raise YamlError(line, f"this is nested deeper than {_DEEPEST} levels")


def _located(node: Any) -> Located:
    line = node.start_mark.line + 1
    if node.id == "scalar":
        is_null = node.style is None and node.value in _NULLS
        return Located("" if is_null else writable(node.value).strip(), line)
    if node.id == "sequence":
        return Located(tuple(_located(item) for item in node.value), line)
    return Located({_key(key): _located(value) for key, value in node.value}, line)


def _key(node: Any) -> str:
    if node.id != "scalar":
        raise YamlError(node.start_mark.line + 1, "a key must be a word, not a list")
    return writable(node.value)
