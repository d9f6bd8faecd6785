"""An inspection as one page that needs nothing else: source beside result, and a drawn timeline.

The page has no script and loads nothing. Whatever a document holds comes out escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path

from pandoc_vivavoce.command.cells import cell
from pandoc_vivavoce.command.inspection import Inspection, Share, shares
from pandoc_vivavoce.command.timeline import COLOURS, timeline
from vivavoce.languagetags import direction
from vivavoce.model import Block, Part, Run
from vivavoce.problems import Problem
from vivavoce.runs import cut_runs

_STYLE = Path(__file__).parents[1] / "styles" / "report.css"
_NUMBERS = frozenset({"Turns", "Share", "Score"})
_MARKS = {"strong": "strong", "emphasis": "em", "underline": "u", "code": "code"}
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}{colours}</style>
</head>
<body>
{body}</body>
</html>
"""


def report_page(inspections: Sequence[Inspection]) -> str:
    """Return *inspections* as an HTML page."""
    body = "".join(
        piece for number, item in enumerate(inspections, 1) for piece in _article(number, item)
    )
    colours = "".join(
        f".who-{number} {{ --who: {light}; --who-dark: {dark}; }}\n"
        for number, (light, dark) in enumerate(COLOURS, 1)
    )
    style = _STYLE.read_text("utf-8")
    title = escape(_title(inspections[0]) if len(inspections) == 1 else "Interviews inspected")
    return _PAGE.format(title=title, style=style, colours=colours, body=body)


def _title(inspection: Inspection) -> str:
    return inspection.interview.metadata.title or inspection.name


def _article(number: int, inspection: Inspection) -> Iterator[str]:
    """Yield the part of the page about the interview of this *number*, which marks its blocks."""
    people = shares(inspection.interview)
    numbers = {share.participant.id: _number(place) for place, share in enumerate(people)}
    yield f"<article>\n<h1>{escape(_title(inspection))}</h1>\n"
    yield f'<p class="facts">{escape(_facts(inspection))}</p>\n<p>{_summary(inspection)}</p>\n'
    if people:
        yield timeline(inspection.interview, people)
        yield _people(people, numbers)
    yield _verdicts(inspection)
    yield _places(number, "Doubtful places", inspection.doubtful)
    yield _places(number, "Left out of the page", inspection.dropped)
    yield _places(number, "Problems", inspection.others, with_codes=True)
    if inspection.blocks:
        yield from _source(number, inspection, people, numbers)
    yield "</article>\n"


def _number(place: int) -> int:
    """Return the number of a colour; with very many people colours come again."""
    return place % len(COLOURS) + 1


def _facts(inspection: Inspection) -> str:
    metadata = inspection.interview.metadata
    facts = (inspection.name, metadata.lang, metadata.date, metadata.source.name)
    return " · ".join(fact for fact in facts if fact)


def _summary(inspection: Inspection) -> str:
    turns = len(inspection.interview.turns)
    if not turns:
        return "No conversation was found: this converts as an ordinary document."
    chosen = [item for item in inspection.reading.verdicts if item.chosen]
    told = ", ".join(f"{escape(item.convention)} ({item.score:.0%} sure)" for item in chosen)
    count = f"<strong>{turns}</strong> turns"
    return f"{count}, told by {told}." if told else f"{count}."


def _people(people: Sequence[Share], numbers: dict[str, int]) -> str:
    rows = "".join(
        f'<tr><td><span class="who who-{numbers[share.participant.id]}">'
        f"{escape(cell(share.name))}</span></td><td>{share.participant.role or 'not known'}</td>"
        f"<td>{escape(cell(', '.join(share.participant.labels)))}</td>"
        f'<td class="number">{share.turns}</td><td class="number">{share.share:.0%}</td></tr>\n'
        + _about(share.participant.about)
        for share in people
    )
    return _table("people", ("Who", "Role", "Printed as", "Turns", "Share"), rows)


def _about(line: str | None) -> str:
    return f'<tr class="about"><td colspan="5">{escape(cell(line))}</td></tr>\n' if line else ""


def _verdicts(inspection: Inspection) -> str:
    rows = "".join(
        f'<tr class="{"chosen" if item.chosen else "rival"}"><td>{escape(item.convention)}</td>'
        f'<td class="number">{item.score:.2f}</td><td class="number">{item.cues}</td><td>'
        + escape(", ".join(f"{name} {value:.2f}" for name, value in item.evidence.items()))
        + "</td></tr>\n"
        for item in inspection.reading.verdicts
    )
    if not rows:
        return ""
    return "<h2>Why</h2>\n" + _table("why", ("Convention", "Score", "Turns", "Evidence"), rows)


def _table(name: str, heads: Iterable[str], rows: str) -> str:
    head = "".join(f'<th scope="col"{_number_class(name)}>{name}</th>' for name in heads)
    body = f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>"
    return f'<table class="{name}">\n{body}\n</table>\n'


def _number_class(name: str) -> str:
    return ' class="number"' if name in _NUMBERS else ""


def _places(
    number: int, title: str, problems: Sequence[Problem], *, with_codes: bool = False
) -> str:
    if not problems:
        return ""
    items = "".join(
        f"<li>{_block_link(number, item)}{escape(item.message)}{_quoted(item.text)}"
        + (f" <code>{item.code.code}</code></li>\n" if with_codes else "</li>\n")
        for item in problems
    )
    heading = f"<summary>{title} ({len(problems)})</summary>"
    return f"<details open>{heading}\n<ul>\n{items}</ul></details>\n"


def _block_link(number: int, problem: Problem) -> str:
    if problem.block is None:
        return ""
    return f'<a class="block" href="#block-{number}-{problem.block}">{problem.block}</a> '


def _quoted(text: str) -> str:
    return f': <q class="source">{escape(text)}</q>' if text else ""


def _source(
    number: int, inspection: Inspection, people: Sequence[Share], numbers: dict[str, int]
) -> Iterator[str]:
    """Yield the source on the left and beside each stretch who says it."""
    names = {share.participant.id: share.name for share in people}
    doubtful = {problem.block for problem in inspection.doubtful}
    lang = inspection.interview.metadata.lang or ""
    stated = f' lang="{escape(lang)}" dir="{direction(lang)}"' if lang else ""
    yield f'<h2>Source and result</h2>\n<div class="pairs"{stated}>\n'
    for part in inspection.reading.parts:
        block = inspection.blocks[part.block]
        doubt = " doubtful" if part.block in doubtful else ""
        yield f'<div class="pair {escape(part.kind)}{doubt}"{_anchor(number, part)}>'
        yield f'<div class="block">{part.block if part.start == 0 else ""}</div>'
        yield f'<div class="from {escape(block.kind)}">{_from(block, part)}</div>'
        yield f'<div class="to">{_to(part, names, numbers)}</div></div>\n'
    yield "</div>\n"


def _anchor(number: int, part: Part) -> str:
    return f' id="block-{number}-{part.block}"' if part.start == 0 else ""


def _from(block: Block, part: Part) -> str:
    words = _html(cut_runs(block.runs, part.speech, part.end))
    if part.speech == part.start:
        return words
    label = _html(cut_runs(block.runs, part.start, part.speech))
    return (f"<mark>{label}</mark>" if label.strip() else label) + words


def _to(part: Part, names: dict[str, str], numbers: dict[str, int]) -> str:
    if part.speaker is None:
        return f'<span class="kind">{escape(part.kind)}</span>'
    number = numbers.get(part.speaker, 1)
    goes_on = "" if part.opens else ' <span class="kind">goes on</span>'
    return f'<span class="who who-{number}">{escape(names.get(part.speaker, ""))}</span>{goes_on}'


def _html(runs: Iterable[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    if run.image is not None:
        return f'<span class="kind">picture {escape(run.image.alt)}</span>'
    text = escape(run.text).replace("\n", "<br>")
    for mark in reversed(run.marks):
        tag = _MARKS.get(mark.kind)
        text = f"<{tag}>{text}</{tag}>" if tag else text
    return text
