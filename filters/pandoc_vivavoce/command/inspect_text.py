"""An inspection for the eyes: tables at a terminal, plain columns where the output is piped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console, JustifyMethod
from rich.markup import escape
from rich.table import Table

from pandoc_vivavoce.command.cells import cell
from pandoc_vivavoce.command.inspection import Inspection, Share, shares
from vivavoce.model import Verdict
from vivavoce.problems import Problem
from vivavoce.spaces import on_one_line

_BAR = 24
_PIPED_WIDTH = 120
_MOST_RIVALS = 6
_MOST_PLACES = 12
_SHOWN = 90
_LEAST = {"Who": 12, "of what is said": _BAR}


def print_inspections(inspections: Iterable[Inspection]) -> None:
    """Write *inspections* to standard output."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=_PIPED_WIDTH, no_color=True)
    for number, inspection in enumerate(inspections):
        if number:
            console.print()
        _print(console, inspection)


def _print(console: Console, inspection: Inspection) -> None:
    metadata = inspection.interview.metadata
    console.print(f"[bold]{_safe(metadata.title or inspection.name)}[/bold]")
    facts = (inspection.name, metadata.lang, metadata.date, metadata.source.name)
    console.print("[dim]" + " · ".join(_safe(fact) for fact in facts if fact) + "[/dim]\n")
    console.print(_summary(inspection) + "\n")
    people = shares(inspection.interview)
    if people:
        console.print(_people(people, console.is_terminal))
    if inspection.reading.verdicts:
        console.print(_verdicts(inspection.reading.verdicts, console.is_terminal))
    _places(console, "Doubtful places", inspection.doubtful)
    _places(console, "Left out of the page", inspection.dropped)
    _places(console, "Problems", inspection.others)


def _summary(inspection: Inspection) -> str:
    turns = len(inspection.interview.turns)
    if not turns:
        return "No conversation was found: this converts as an ordinary document."
    people = len(inspection.interview.participants)
    how = " + ".join(inspection.reading.conventions)
    sure = max((item.score for item in inspection.reading.verdicts if item.chosen), default=0.0)
    told = f", told by [bold]{_safe(how)}[/bold], {sure:.0%} sure" if how else ""
    return f"{turns} turns of {people} people{told}"


def _table(title: str, is_terminal: bool, columns: Sequence[tuple[str, bool]]) -> Table:
    shape = box.SIMPLE_HEAD if is_terminal else None
    table = Table(title=title, title_justify="left", title_style="bold", box=shape)
    for name, is_number in columns:
        justify: JustifyMethod = "right" if is_number else "left"
        table.add_column(name, justify=justify, overflow="fold", min_width=_LEAST.get(name, 0))
    return table


def _people(people: Sequence[Share], is_terminal: bool) -> Table:
    columns = [("Who", False), ("Role", False), ("Printed as", False), ("Turns", True)]
    columns += [("Share", True), ("of what is said", False)]
    table = _table("Who speaks", is_terminal, columns)
    for share in people:
        labels = [label for label in share.participant.labels if label != share.name]
        table.add_row(
            _safe(share.name),
            share.participant.role or "not known",
            _safe(", ".join(labels[:4])),
            str(share.turns),
            f"{share.share:.0%}",
            "█" * round(share.share * _BAR),
        )
    return table


def _verdicts(verdicts: Sequence[Verdict], is_terminal: bool) -> Table:
    columns = [("", False), ("Convention", False), ("Score", True), ("Turns", True)]
    table = _table("Why", is_terminal, [*columns, ("Evidence", False)])
    for verdict in verdicts[:_MOST_RIVALS]:
        evidence = ", ".join(f"{name} {value:.2f}" for name, value in verdict.evidence.items())
        mark = "→" if verdict.chosen else ""
        score = f"{verdict.score:.2f}"
        table.add_row(mark, verdict.convention, score, str(verdict.cues), _safe(evidence))
    return table


def _places(console: Console, title: str, problems: Sequence[Problem]) -> None:
    if not problems:
        return
    console.print(f"[bold]{title}[/bold] ({len(problems)})")
    for problem in problems[:_MOST_PLACES]:
        block = "" if problem.block is None else f"block {problem.block}: "
        line = _safe(f"{block}{problem.told}")
        shown = line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
        console.print(f"  {shown}", soft_wrap=True)
    if len(problems) > _MOST_PLACES:
        console.print(f"  and {len(problems) - _MOST_PLACES} more")
    console.print()


def _safe(text: str) -> str:
    return escape(cell(on_one_line(text)))
