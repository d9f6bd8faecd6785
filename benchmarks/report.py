"""Results for people (tables of text) and for machines (JSON); `picture` draws them."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from benchmarks.picture import as_svg, figure
from benchmarks.table import Table
from benchmarks.targets import Verdict


def as_text(table: Table) -> str:
    """Return *table* with a line a row: name, median, ratio and its standard error."""
    lines = [f"\n{table.title}"]
    for result in table.results:
        ratio = table.ratio(result)
        times = "" if ratio is None else f"x {ratio:8.2f}"
        if error := table.error(result):
            times += f" ± {error:.2f}"
        lines.append(f"  {result.name:24} {figure(table, result.seconds):>12}  {times}".rstrip())
    if table.exponent is not None:
        lines.append(f"  growth exponent {table.exponent:.3f}")
    return "\n".join(lines)


def verdicts_as_text(verdicts: Iterable[Verdict]) -> str:
    """Return a line for each target: how it fared, its figure, its limit, where it was worst."""
    verdicts = tuple(verdicts)
    lines = ["\nWhat must hold (the worst of all tables counts; in brackets the stretch)"]
    lines.extend(_verdict_line(item, item.figure) for item in verdicts if item.figure is not None)
    if absent := sum(item.figure is None for item in verdicts):
        lines.append(f"  {absent} more are not measured by these suites")
    return "\n".join(lines)


def _verdict_line(verdict: Verdict, value: float) -> str:
    target = verdict.target
    stretch = f" [{target.stretch:g}]" if target.stretch else ""
    limit = f"{'>=' if target.least else '<='} {target.limit:g}{stretch}"
    figure = f"{value:.2f}" + (f" ± {verdict.error:.2f}" if verdict.error else "")
    return f"  {verdict.word:8} {figure:13} {limit:14} {target.claim:66} {verdict.table}"


def as_json(tables: Iterable[Table], verdicts: Iterable[Verdict]) -> str:
    """Return all figures and verdicts, with what they were measured on."""
    figures = [
        {
            "title": table.title,
            "unit": table.unit,
            "exponent": table.exponent,
            "rows": [
                {
                    "name": result.name,
                    "median": _short(result.seconds),
                    "ratio": _short(table.ratio(result)),
                    "error": _short(table.error(result)),
                    "rounds": [_short(value) for value in result.times],
                }
                for result in table.results
            ],
        }
        for table in tables
    ]
    held = [
        {
            "claim": verdict.target.claim,
            "limit": verdict.target.limit,
            "stretch": verdict.target.stretch,
            "least": verdict.target.least,
            "figure": _short(verdict.figure),
            "error": _short(verdict.error),
            "table": verdict.table,
            "verdict": verdict.word,
        }
        for verdict in verdicts
    ]
    data = {"system": _system(), "targets": held, "tables": figures}
    return json.dumps(data, indent=1) + "\n"


def _short(value: float | None) -> float | None:
    """Return *value* with as many digits as mean something."""
    return None if value is None else float(f"{value:.4g}")


def _system() -> dict[str, object]:
    return {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "processors": os.cpu_count(),
        "compiled": _is_compiled(),
    }


def _is_compiled() -> bool:
    """True where the core is the compiled one of a wheel."""
    spec = find_spec("vivavoce.recognise")
    return spec is not None and not (spec.origin or "").endswith(".py")


def write(tables: list[Table], verdicts: tuple[Verdict, ...], folder: Path) -> None:
    """Write ``results.json`` and ``results.svg`` into *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "results.json").write_text(as_json(tables, verdicts), "utf-8")
    (folder / "results.svg").write_text(as_svg(tables), "utf-8")
