"""The header of a file: YAML between ``---``, TOML between ``+++``, or a JSON object.

Headers are found after a byte order mark and empty lines, a ``...`` closes one too, and a broken
one is a problem, not a failure: what can be read of it is read and the text below stays whole.
YAML is loaded by `vivavoce.reading.yamlload`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from vivavoce.problems import Code, Problem
from vivavoce.reading.jsontext import load_json
from vivavoce.reading.plainvalues import TOO_DEEP, PlainError, plain_value
from vivavoce.reading.yamlload import load_yaml

_YAML_HEADER: Final = re.compile(
    r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_TOML_HEADER: Final = re.compile(
    r"\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_JSON_HEADER: Final = re.compile(r'\{\s*"')
_KEY_LINE: Final = re.compile(r"([A-Za-z_][\w .-]{0,60}?)\s*:(?:[ \t]+(.*))?$")
_ITEM_LINE: Final = re.compile(r"[ \t]*-[ \t]+(.*)$")


class FrontMatter(NamedTuple):
    """A header and what follows it."""

    values: Mapping[str, Any] = {}
    """Plain values: text, numbers, lists, mappings; dates as ISO 8601 text."""
    body: str = ""
    """The text below the header."""
    problems: tuple[Problem, ...] = ()
    raw: str = ""
    """The header as it was written, without its fences."""


def split_front_matter(text: str) -> FrontMatter:
    """Return the header of *text* and its body; a text without header is all body."""
    start = text.lstrip("\ufeff \t\r\n")
    for opener, reader in _READERS:
        if start.startswith(opener):
            return reader(start) or _without(text, start)
    return FrontMatter(body=text)


def _without(text: str, start: str) -> FrontMatter:
    """A text that only begins like a header; one that is never closed is a problem."""
    first = start.split("\n", 2)[1:2]
    if start.startswith("---\n") and first and _KEY_LINE.match(first[0]) and "\n---" not in start:
        problem = Problem(Code.BAD_FRONT_MATTER, "the front matter is never closed", text=first[0])
        return FrontMatter(body=text, problems=(problem,))
    return FrontMatter(body=text)


def _read_yaml(text: str) -> FrontMatter | None:
    match = _YAML_HEADER.match(text)
    if match is None:
        return None
    raw, body = match.group(1), text[match.end() :]
    values, fault = _load(_load_yaml, raw)
    if isinstance(values, dict):
        return FrontMatter(values, body, (), raw)
    if values is None and not fault:
        return FrontMatter({}, body, (), raw) if not raw.strip() else None
    if isinstance(values, list):
        fault = "it is a list where keys with values were expected"
    if not fault:
        return None
    salvaged = _salvage(raw)
    if not salvaged and not isinstance(values, list):
        return None
    return FrontMatter(salvaged, body, (_bad(fault, raw),), raw)


def _read_toml(text: str) -> FrontMatter | None:
    match = _TOML_HEADER.match(text)
    if match is None:
        return None
    raw, body = match.group(1), text[match.end() :]
    values, fault = _load(_load_toml, raw)
    return FrontMatter(values or {}, body, (_bad(fault, raw),) if fault else (), raw)


def _read_json(text: str) -> FrontMatter | None:
    if _JSON_HEADER.match(text) is None:
        return None
    try:
        _, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return None
    raw, body = text[:end], text[end:].lstrip("\n")
    if not body.strip():
        return None
    values, fault = _load(_load_json, raw)
    return FrontMatter(values or {}, body, (_bad(fault, raw),) if fault else (), raw)


_READERS: Final[tuple[tuple[str, Callable[[str], FrontMatter | None]], ...]] = (
    ("---", _read_yaml),
    ("+++", _read_toml),
    ("{", _read_json),
)


def _load(loader: Callable[[str], Any], raw: str) -> tuple[Any, str]:
    """Return what *loader* makes of *raw* as plain values, or None and what is wrong with it."""
    try:
        return loader(raw), ""
    except RecursionError:
        return None, TOO_DEEP
    except PlainError as error:
        return None, str(error)
    except (ValueError, OverflowError):
        return None, "it holds a value that there cannot be, such as a 13th month"


def _load_toml(raw: str) -> Any:
    import tomllib  # noqa: PLC0415 - few files need it

    try:
        return plain_value(tomllib.loads(raw))
    except tomllib.TOMLDecodeError as error:
        raise PlainError("it is not valid TOML") from error


def _load_json(raw: str) -> Any:
    return plain_value(load_json(raw))


def _load_yaml(raw: str) -> Any:
    import yaml  # noqa: PLC0415 - most files do not need it

    try:
        return load_yaml(raw.replace("\t", "    "))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f" near line {mark.line + 2}" if mark else ""
        raise PlainError(f"it is not valid YAML{place}") from error


def _bad(fault: str, raw: str) -> Problem:
    return Problem(Code.BAD_FRONT_MATTER, f"the front matter is broken: {fault}", text=raw[:200])


def _salvage(raw: str) -> dict[str, Any]:
    """Read the simple ``key: value`` and ``- item`` lines of a header that is not valid."""
    values: dict[str, Any] = {}
    key = ""
    for line in raw.split("\n"):
        if match := _KEY_LINE.match(line):
            key = match.group(1)
            values[key] = _unquoted(match.group(2) or "")
        elif key and (item := _ITEM_LINE.match(line)):
            if not isinstance(values[key], list):
                values[key] = []
            values[key].append(_unquoted(item.group(1)))
    return values


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
