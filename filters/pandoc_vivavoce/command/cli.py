"""The commands ``convert`` and ``inspect``: what can be said to them on the command line.

Nothing is decided here about interviews; `answers` says how commands answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import click

from pandoc_vivavoce.command.answers import WRONG, failures, finish, say, show_progress, tell
from pandoc_vivavoce.command.options import (
    GroupedCommand,
    look_options,
    options_from_values,
    people_option,
    product_options,
    reading_options,
    wishes_from,
)

_CONVERT_EXAMPLES = """
\b
Examples:
  vivavoce convert talk.html -o talk.epub          a saved page becomes an e-book
  vivavoce convert talk.md -o talk.pdf             front matter gives title, names, date
  vivavoce convert talks/*.html -o talks.epub --title "Ten talks"
                                                   many become one book
  vivavoce convert book.yaml -o talks.epub         title, order, parts are in a file
  vivavoce convert talks/ -o out/ --to markdown    a folder, each into a file of its own
  vivavoce convert talks/ -o talks.epub --jobs 0   every processor reads
  vivavoce convert talk.md -o talk.pdf --watch     edit talk.md and look at talk.pdf
  vivavoce convert talk.html --to json             to standard output, for programs
  vivavoce convert talk.html --to json --speaker "The Chair" --convention plain-label
                                                   when the guess was wrong: say it outright
\b
Formats: json markdown html tei vtt; epub pdf docx odt; latex typst rst and whatever else
pandoc writes; `pandoc` for its JSON. See first what was understood: vivavoce inspect talk.html
"""
_INSPECT_EXAMPLES = """
\b
Examples:
  vivavoce inspect talk.html                       who speaks, how sure we are, and why
  vivavoce inspect talk.html --html report.html    the same to look at, source beside result
  vivavoce inspect talks/ --json                   for programs
"""


class _Call(NamedTuple):
    """What was said to ``convert``."""

    inputs: tuple[str, ...]
    """The files and folders, as they were written."""
    output: str
    """Where the product goes; empty, or a dash, for standard output."""
    to: str
    """The format to write; empty where the suffix of `output` tells it."""
    form: str
    """The format of the inputs; empty where each tells its own."""
    values: Mapping[str, Any]
    """All other options by name."""


@click.command(cls=GroupedCommand, epilog=_CONVERT_EXAMPLES)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("-o", "--output", default="", metavar="OUTPUT", help="A file, a folder, or -.")
@click.option("-t", "--to", default="", metavar="FORMAT", help="What to write, if not by suffix.")
@click.option("-f", "--from", "form", default="", metavar="FORMAT", help="What the input is.")
@click.option("--strict", is_flag=True, help="End with status 3 when a warning was reported.")
@click.option("-v", "--verbose", is_flag=True, help="Tell every problem, also the expected ones.")
@click.option(
    "--keep-going/--no-keep-going",
    default=None,
    help="Go on past what cannot be read, tell it at the end; so by itself in folders.",
)
@click.option(
    "-j",
    "--jobs",
    default=1,
    type=click.IntRange(min=0),
    help="Processes that read many inputs; 0 for one a processor.",
)
@click.option("--watch", is_flag=True, help="Make it again whenever a file changes; Ctrl-C ends.")
@product_options
@look_options
@people_option
@reading_options
def convert(inputs: tuple[str, ...], output: str, to: str, form: str, **values: Any) -> None:
    """Convert interviews into a book or a text format.

    INPUT is a file, a folder, or - for standard input: web pages (.html), Markdown with or without
    front matter, plain text, transcripts (.vtt, .srt, .json, .csv, .tsv), and through pandoc
    .docx, .odt, .epub, .rst and others. Several inputs make one book, which a book.yaml can
    describe; if OUTPUT is a folder, one file each.
    """
    call = _Call(inputs, output, to, form, values)
    if values["watch"]:
        _watch(call)
    else:
        _convert(call)


def _watch(call: _Call) -> None:
    """Convert now and after every change of a file; a call that is wrong ends it."""
    from pandoc_vivavoce.command.watching import files_to_watch, watch  # noqa: PLC0415 - rarely needed

    def work() -> None:
        try:
            _convert(call)
            say(f"{call.output} is made, and is made again after a change. Ctrl-C ends this")
        except SystemExit as ended:
            if ended.code == WRONG:
                raise

    with failures():
        watched = files_to_watch(call.inputs, call.output, call.values)
        watch(watched, work, ignored=Path(call.output))


def _convert(call: _Call) -> None:
    values = call.values
    with failures():
        from pandoc_vivavoce.books.plan.book_file import find_plan  # noqa: PLC0415 - `--help` needs none of it
        from pandoc_vivavoce.books.plan.book_plan import planned  # noqa: PLC0415
        from pandoc_vivavoce.command.convert import Manner, Told, Work  # noqa: PLC0415
        from pandoc_vivavoce.command.convert import convert as convert_all  # noqa: PLC0415
        from pandoc_vivavoce.command.outputs import choose_target  # noqa: PLC0415
        from pandoc_vivavoce.command.wishes import idle_wishes  # noqa: PLC0415

        target = choose_target(call.output, call.to)
        plan = find_plan(call.inputs, call.form, values["people"])
        said = wishes_from(values)
        wishes = planned(said, plan)
        manner = Manner(values["jobs"], values["keep_going"])
        work = Work(target, options_from_values(values), wishes, manner)
        told = convert_all(plan.inputs, work, show_progress)
        told = (Told("vivavoce", tuple(idle_wishes(said, target.form))), *told)
        if plan.path is not None:
            told = (Told(str(plan.path), plan.problems), *told)
    serious = tell(((item.name, item.problems) for item in told), values["verbose"])
    finish([item.failure for item in told if item.failure], values["strict"] and serious)


@click.command("inspect", cls=GroupedCommand, epilog=_INSPECT_EXAMPLES)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("-f", "--from", "form", default="", metavar="FORMAT", help="What the input is.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON, a list with an item an input.")
@click.option("--html", "report", default="", metavar="REPORT", help="Write a page to look at.")
@click.option("--corrections", is_flag=True, help="Write a first version beside each input.")
@people_option
@reading_options
def inspect_command(
    inputs: tuple[str, ...], form: str, as_json: bool, report: str, **values: Any
) -> None:
    """Show who speaks in interviews, how sure we are, what was left out, and why.

    With --corrections a file to edit, such as talk.vivavoce.yaml beside talk.html, is written; it
    is applied whenever the interview is read.
    """
    with failures():
        from pandoc_vivavoce.books.plan.book_file import find_plan  # noqa: PLC0415 - `--help` needs none of it
        from pandoc_vivavoce.command.first_corrections import write_corrections  # noqa: PLC0415
        from pandoc_vivavoce.command.inspection import inspect_document  # noqa: PLC0415
        from pandoc_vivavoce.command.inspections import show  # noqa: PLC0415

        options = options_from_values(values)
        sources = find_plan(inputs, form, values["people"]).inputs
        found = [
            inspect_document(source, options) for source in show_progress(sources, len(sources))
        ]
        show(found, as_json, report)
        for source, inspection in zip(sources, found, strict=True):
            if values["corrections"]:
                path = write_corrections(source, inspection.interview)
                click.echo(f"vivavoce: corrections to edit are in {path}", err=True)
