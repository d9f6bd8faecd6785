"""Directives that show a run of the benchmarks: ``verdicts`` and ``measurements``."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from docutils import nodes
from manual import GeneratedDirective, list_table
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective


class VerdictsDirective(GeneratedDirective):
    """Show how the targets of the benchmarks fared, from the file that the argument names."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return a table with a row for each target that was measured."""
        listed = [["what is compared", "limit", "measured", ""]]
        for item in read_json(self, self.arguments[0])["targets"]:
            if item["figure"] is not None:
                limit = f"{'at least' if item['least'] else 'at most'} {item['limit']:g}"
                wish = f", better {item['stretch']:g}" if item["stretch"] else ""
                word = VERDICTS[item["verdict"]]
                measured = _with_error(item["figure"], item["error"])
                listed.append([_with_code(item["claim"]), limit + wish, measured, word])
        return self.parse(list_table(listed))


VERDICTS = {"stretch": "holds, and better", "pass": "holds", "short": "**falls short**"}


class MeasurementsDirective(GeneratedDirective):
    """Show every table of the benchmarks in the file that the argument names."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the tables, a title above each."""
        found: list[nodes.Node] = []
        for table in read_json(self, self.arguments[0])["tables"]:
            listed = [[table["title"], "median", "ratio"]]
            for row in table["rows"]:
                median = _measured(row["median"], table["unit"])
                listed.append([_with_code(row["name"]), median, _ratio(row)])
            found.extend(self.parse(list_table(listed)))
        return found


def _with_code(text: str) -> str:
    """Return *text* with commands and imports as code, so that nothing becomes of their hyphens."""
    return re.sub(r"vivavoce --help|import (json, re|\w+)", r"``\g<0>``", text)


def _ratio(row: dict[str, Any]) -> str:
    """Return the ratio of *row*; nothing for a floor."""
    return "" if row["ratio"] is None else _with_error(row["ratio"], row["error"])


def _with_error(value: float, error: float) -> str:
    """Return *value* with its standard error, if it has one."""
    return f"{value:.2f}" + (f" ± {error:.2f}" if error else "")


def _measured(value: float, unit: str) -> str:
    if unit != "ms":
        return f"{value:.2f} {unit}"
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.1f} ms"


def read_json(directive: SphinxDirective, name: str) -> Any:
    """Return what the file *name*, seen from the document, holds."""
    relative, path = directive.env.relfn2path(name)
    directive.env.note_dependency(relative)
    return json.loads(Path(path).read_text("utf-8"))


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directives."""
    app.add_directive("verdicts", VerdictsDirective)
    app.add_directive("measurements", MeasurementsDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
