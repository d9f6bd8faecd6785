"""The command ``corpus``: what can be said to it on the command line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pandoc_vivavoce.command.answers import failures, finish, say, tell
from pandoc_vivavoce.command.options import GroupedCommand, options_from_values, reading_options

if TYPE_CHECKING:
    from pandoc_vivavoce.corpus.item import Found
    from pandoc_vivavoce.corpus.tables import Table, Write

_EXAMPLES = """
\b
Examples:
  vivavoce corpus talks/ -o turns.parquet          a folder and all below it
  vivavoce corpus "talks/**/*.html" -o turns.jsonl a pattern, in quotes
  vivavoce corpus crawl.warc.gz -o turns.parquet   the pages of a web archive
  vivavoce corpus s3://bucket/talks -o turns.parquet
                                                   any address that fsspec reads
  vivavoce corpus talks/ -o turns.parquet --scheduler tcp://10.0.0.5:8786
                                                   on the workers of a Dask cluster
  vivavoce corpus talks/ --to jsonl | head         to standard output, as it comes
\b
Columns: document, order, participant, speaker, role, text, section, language,
source, start, end. Parquet, URLs, web archives and clusters need libraries:
pip install 'vivavoce[corpus]'
"""


@click.command(cls=GroupedCommand, epilog=_EXAMPLES)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("-o", "--output", default="", metavar="OUTPUT", help="A file, .parquet or .jsonl.")
@click.option("-t", "--to", default="", metavar="FORMAT", help="What to write, if not by suffix.")
@click.option("-f", "--from", "form", default="", metavar="FORMAT", help="What documents are.")
@click.option(
    "-j",
    "--jobs",
    default=0,
    type=click.IntRange(min=0),
    help="Processes that read; 0, the default, for one a processor.",
)
@click.option("--scheduler", default="", metavar="ADDRESS", help="Work on this Dask cluster.")
@click.option("--strict", is_flag=True, help="End with status 3 when a warning was reported.")
@click.option("-v", "--verbose", is_flag=True, help="Tell every problem, also mere notes.")
@reading_options
def corpus(inputs: tuple[str, ...], output: str, to: str, form: str, **values: Any) -> None:
    """Gather many interviews into one table of turns.

    INPUT is a file, a folder with all below it, a pattern, a URL, or a web archive (.warc,
    .warc.gz). The table has a row for each turn, in the order of the inputs. A document that
    cannot be read is named at the end, and the status is then 1; the others are in the table.
    """
    with failures():
        from pandoc_vivavoce.corpus.archives import expand  # noqa: PLC0415 - not for `--help`
        from pandoc_vivavoce.corpus.collect import gather, write_all  # noqa: PLC0415
        from pandoc_vivavoce.corpus.items import find_items  # noqa: PLC0415
        from pandoc_vivavoce.corpus.progress import report  # noqa: PLC0415
        from pandoc_vivavoce.corpus.tables import TABLES, table_format  # noqa: PLC0415

        table = TABLES[table_format(output, to)]
        names = find_items(inputs, form)
        with _writer(output, table) as write, _engine(values["scheduler"]) as engine:
            options = options_from_values(values)
            items = expand(names, options.max_bytes)
            outcomes = gather(items, options, values["jobs"], engine, table.pack)
            tally = write_all(report(outcomes, _total(names)), write, values["verbose"])
    serious = tell(tally.told, values["verbose"])
    say(tally.summary())
    finish(tally.failures, values["strict"] and serious)


def _total(names: tuple[Found, ...]) -> int | None:
    """Return the number of documents; None where archives hold nobody knows how many."""
    return None if any(name.is_archive for name in names) else len(names)


@contextmanager
def _writer(output: str, table: Table) -> Iterator[Write]:
    from pandoc_vivavoce.command.outputs import check_folder, writing  # noqa: PLC0415

    path = Path(output) if output not in {"", "-"} else None
    if path is not None:
        check_folder(path)
    with writing(path) as file, table.write_to(file) as write:
        yield write


def _engine(address: str) -> Any:
    """Return the context of the cluster at *address*, or of None where none is named."""
    if not address:
        return nullcontext()
    from pandoc_vivavoce.corpus.cluster import Cluster  # noqa: PLC0415

    return Cluster(address)
