"""Results for people (a table of text), for machines (JSON) and for the documentation (SVG)."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterable
from html import escape
from pathlib import Path

from benchmarks.suites import Table

BAR, ROW, LABEL, WIDTH = 14, 22, 190, 720


def as_text(table: Table) -> str:
    """Return *table* with a line a row: name, median, ratio."""
    lines = [f"\n{table.title}"]
    for result in table.results:
        ratio = table.ratio(result)
        times = "" if ratio is None else f"x {ratio:8.2f}"
        lines.append(f"  {result.name:24} {_figure(table, result.seconds):>12}  {times}".rstrip())
    if table.exponent is not None:
        lines.append(f"  growth exponent {table.exponent:.3f}")
    return "\n".join(lines)


def as_json(tables: Iterable[Table]) -> str:
    """Return all figures, with what they were measured on."""
    figures = [
        {
            "title": table.title,
            "exponent": table.exponent,
            "rows": [
                {
                    "name": result.name,
                    "median": result.seconds,
                    "ratio": table.ratio(result),
                    "rounds": result.times,
                }
                for result in table.results
            ],
        }
        for table in tables
    ]
    system = {"python": platform.python_version(), "machine": platform.machine()}
    return json.dumps({"system": system, "tables": figures}, indent=1) + "\n"


def as_svg(tables: Iterable[Table]) -> str:
    """Return a bar for each row, a group for each table; the longest bar of a group is full."""
    parts: list[str] = []
    y = 10
    for table in tables:
        parts.append(f'<text x="0" y="{y + BAR}" class="t">{escape(table.title)}</text>')
        y += ROW
        longest = max(result.seconds for result in table.results)
        for result in table.results:
            parts.append(_bar(table, result.name, result.seconds, longest, y))
            y += ROW
        y += ROW // 2
    style = (
        "text{font:12px system-ui,sans-serif;fill:#444}.t{font-weight:600}"
        "rect{fill:#b8c4ce}.own{fill:#2f6f8f}"
        "@media(prefers-color-scheme:dark){text{fill:#ccc}rect{fill:#56636e}.own{fill:#6fb3d2}}"
    )
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y}" role="img">'
    return f"{head}<title>Benchmarks</title><style>{style}</style>{''.join(parts)}</svg>\n"


def write(tables: list[Table], folder: Path) -> None:
    """Write ``results.json`` and ``results.svg`` into *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "results.json").write_text(as_json(tables), "utf-8")
    (folder / "results.svg").write_text(as_svg(tables), "utf-8")


def _bar(table: Table, name: str, seconds: float, longest: float, y: int) -> str:
    room = WIDTH - LABEL - 80
    length = max(1, round(room * seconds / longest))
    kind = ' class="own"' if "vivavoce" in name or name == "interview" else ""
    return (
        f'<text x="{LABEL - 8}" y="{y + BAR - 2}" text-anchor="end">{escape(name)}</text>'
        f'<rect x="{LABEL}" y="{y}" width="{length}" height="{BAR}"{kind}/>'
        f'<text x="{LABEL + length + 6}" y="{y + BAR - 2}">{_figure(table, seconds)}</text>'
    )


def _figure(table: Table, value: float) -> str:
    """Return *value* with its unit."""
    return f"{value * 1000:.1f} ms" if table.unit == "ms" else f"{value:.1f} {table.unit}"
