"""Values of a book's file: texts, names and paths taken out of it, every mistake with its line."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from pandoc_vivavoce.books.plan.isbn import valid_isbn
from pandoc_vivavoce.books.plan.located import Located
from pandoc_vivavoce.errors import WorkError
from vivavoce.dates import to_iso
from vivavoce.options import options_from
from vivavoce.problems import Code, Problem
from vivavoce.reading.languages import normal_tag

_TIDY = {"date": to_iso, "lang": normal_tag, "isbn": valid_isbn}
"""What becomes of the values of some keys: a date as ISO 8601, a language as BCP 47, an
ISBN with its check digit."""


class Values:
    """Takes values out of one file; gathers the problems it finds on the way."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._folder = path.parent
        self._problems: list[Problem] = []

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was left out, and why."""
        return tuple(self._problems)

    def tell(self, code: Code, node: Located, message: str) -> None:
        """Note a problem with the value *node*."""
        self._problems.append(Problem(code, f"line {node.line}: {message}"))

    def fault(self, node: Located, cause: str, remedy: str) -> WorkError:
        """Return the error that the value *node* is, with file and line."""
        return WorkError(f"{self._path}:{node.line}", cause, remedy)

    def refuse_unknown(self, node: Located, known: Iterable[str]) -> None:
        """Tell every key of the mapping *node* that is none of those *known*."""
        names = list(known)
        for key, value in node.pairs.items():
            if key not in names:
                near = difflib.get_close_matches(key, names, n=1)
                hint = f"; did you mean {near[0]}?" if near else ""
                self.tell(Code.UNKNOWN_OPTION, value, f"there is no key {key!r}{hint}")

    def fields(self, pairs: Mapping[str, Located], table: type[Any]) -> dict[str, Any]:
        """Return the values among *pairs* for the fields of *table* that hold text or names."""
        found: dict[str, Any] = {}
        for item in fields(table):
            node = pairs.get(item.name)
            if node is not None and item.default == ():
                found[item.name] = self.texts(node, item.name)
            elif node is not None and item.default == "":
                found[item.name] = self._tidied(node, item.name)
        return found

    def _tidied(self, node: Located, name: str) -> str:
        text = self.text(node, name)
        if name not in _TIDY or not text:
            return text
        found = _TIDY[name](text)
        if not found:
            self.tell(Code.BAD_OPTION, node, f"{name} cannot be {text!r}")
        return found or ""

    def text(self, node: Located | None, name: str) -> str:
        """Return the text of *node*, the value of the key *name*; empty where it is no text."""
        if node is None:
            return ""
        if isinstance(node.value, str):
            return node.value
        self.tell(Code.BAD_OPTION, node, f"{name} is written as one text")
        return ""

    def texts(self, node: Located, name: str) -> tuple[str, ...]:
        """Return the texts of the list *node*."""
        return tuple(text for item in node.items if (text := self.text(item, name)))

    def options(self, node: Located | None) -> dict[str, Any]:
        """Return the options of reading in *node*, by their names as fields of `Options`."""
        if node is None:
            return {}
        if not isinstance(node.value, Mapping):
            self.tell(Code.BAD_OPTION, node, "options are written as keys and values")
        found: dict[str, Any] = {}
        for name, item in node.pairs.items():
            key = name.replace("-", "_")
            options, problems = options_from({name: item.plain()})
            for problem in problems:
                self.tell(problem.code, item, problem.message)
            if not problems:
                found[key] = getattr(options, key)
        return found

    def file(self, node: Located) -> Path:
        """Return the path of the file that *node* names; WorkError unless it lies in the folder."""
        name = self.text(node, "a file")
        path = self._folder / name
        if not path.resolve().is_relative_to(self._folder.resolve()):
            remedy = "Put the file into the folder of the book's file"
            raise self.fault(node, f"{name} leads out of the folder", remedy)
        if not name or not path.is_file():
            raise self.fault(node, f"there is no file {name}", self._nearest(name))
        return path

    def _nearest(self, name: str) -> str:
        names = [path.name for path in self._folder.iterdir() if path.is_file()]
        near = difflib.get_close_matches(name, names, n=1)
        return f"Did you mean {near[0]}?" if near else "Check the spelling"
