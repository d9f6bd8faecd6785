"""The picture for the documentation: a panel of bars for each chosen table, in SVG.

The card has a ground of its own, light or dark as the reader's system asks, so that it can stand on
any page. Our own bar has the accent; names and figures are text.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from benchmarks.table import Table

PANELS = {
    "convert zh 160 dense": "A page of 160 turns in Chinese, read",
    "convert en 160 dense": "A page of 160 turns in English, read",
    "pandoc -f html zh 16 dense": "pandoc with a filter, 16 turns in Chinese",
    "pandoc -f html en 16 dense": "pandoc with a filter, 16 turns in English",
    "start-up": "A process that starts",
    "corpus of 1,000 files": "A table of turns of 1,000 files",
    "sphinx 200 pages": "A Sphinx build of 200 pages",
    "growth en": "A page at growing numbers of turns, read",
}
"""The tables that are drawn, by title, and what a reader is told they are."""
OWN_TABLES = ("corpus", "growth")
"""How the titles of tables begin in which every row is ours."""
MARGIN, WIDTH, GAP = 24, 400, 40
LABEL, BARS = 150, 180
HEAD, ROW, BAR = 34, 24, 12
STYLE = """
.card{fill:#fcfcfa}.name,.figure{fill:#4a4a48}.title{fill:#1d1d1b;font-weight:600}
.bar{fill:#c3c9cd}.own{fill:#2f6f8f}.mine{fill:#1d1d1b;font-weight:600}
text{font:13px system-ui,-apple-system,"Segoe UI",sans-serif;font-variant-numeric:tabular-nums}
@media (prefers-color-scheme:dark){
.card{fill:#1c1e21}.name,.figure{fill:#b9bdc1}.title,.mine{fill:#f0f0ee}
.bar{fill:#50575e}.own{fill:#6fb3d2}}
"""


def figure(table: Table, value: float) -> str:
    """Return *value* of *table* with its unit, in seconds where milliseconds are many."""
    if table.unit != "ms":
        return f"{value:.2f} {table.unit}"
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.1f} ms"


def as_svg(tables: Iterable[Table]) -> str:
    """Return a picture of those of *tables* that `PANELS` names, two in a row."""
    chosen = [table for table in tables if table.title in PANELS]
    parts: list[str] = []
    y = MARGIN
    for start in range(0, len(chosen), 2):
        pair = chosen[start : start + 2]
        for column, table in enumerate(pair):
            parts.extend(_panel(table, MARGIN + column * (WIDTH + GAP), y))
        y += HEAD + max(len(table.results) for table in pair) * ROW + GAP // 2
    width, height = 2 * MARGIN + 2 * WIDTH + GAP, y + MARGIN - GAP // 2
    box = f'<rect class="card" width="{width}" height="{height}" rx="10"/>'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">'
    about = "<title>Medians of one run, the shorter the bar the quicker</title>"
    return f"{head}{about}<style>{STYLE}</style>{box}{''.join(parts)}</svg>\n"


def _panel(table: Table, x: int, y: int) -> list[str]:
    title = PANELS[table.title]
    if table.exponent is not None:
        title += f", exponent {table.exponent:.2f}"
    parts = [f'<text class="title" x="{x}" y="{y + 14}">{escape(title)}</text>']
    longest = max(result.seconds for result in table.results)
    for place, result in enumerate(table.results):
        length = max(1, round(BARS * result.seconds / longest))
        text = figure(table, result.seconds)
        place_of_bar = (x + LABEL, y + HEAD + place * ROW)
        parts.append(_bar(result.name, text, length, place_of_bar, _is_own(table, result.name)))
    return parts


def _is_own(table: Table, name: str) -> bool:
    return "vivavoce" in name or name == "interview" or table.title.startswith(OWN_TABLES)


def _bar(name: str, text: str, length: int, place: tuple[int, int], is_own: bool) -> str:
    x, top = place
    base = top + BAR - 1
    label, bar = ("mine", "bar own") if is_own else ("name", "bar")
    return (
        f'<text class="{label}" x="{x - 8}" y="{base}" text-anchor="end">{escape(name)}</text>'
        f'<rect class="{bar}" x="{x}" y="{top}" width="{length}" height="{BAR}" rx="2"/>'
        f'<text class="figure" x="{x + length + 6}" y="{base}">{escape(text)}</text>'
    )
