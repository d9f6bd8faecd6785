"""The program ``vivavoce``: which commands it has. Each is loaded when it is called for.

`COMMANDS` is the table. So ``vivavoce --help`` imports nothing that reads or writes interviews.
"""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

import click

from vivavoce import __version__


class Home(NamedTuple):
    """Where a command is defined."""

    module: str
    name: str
    """The name of the command in the module."""
    about: str
    """The first sentence of its help."""


COMMANDS = {
    "convert": Home(
        "pandoc_vivavoce.command.cli", "convert", "Convert interviews into a book or a text format."
    ),
    "inspect": Home(
        "pandoc_vivavoce.command.cli",
        "inspect_command",
        "Show who speaks in interviews, how sure we are, what was left out, and why.",
    ),
    "corpus": Home(
        "pandoc_vivavoce.command.cli_corpus",
        "corpus",
        "Gather many interviews into one table of turns.",
    ),
}
"""Every command, in the order of the help."""


class LazyGroup(click.Group):
    """A group that imports a command when it is called, and none for its own help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command *cmd_name*; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        home = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(home.module), home.name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write a line for each command, from the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, home.about) for name, home in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 99},
)
@click.version_option(__version__, prog_name="vivavoce")
def main() -> None:
    """Recover the conversation from published interviews and carry it whole into books.

    \b
      vivavoce convert talk.html -o talk.epub    make an e-book of a saved interview
      vivavoce inspect talk.html                 see who speaks and how sure we are
      vivavoce corpus talks/ -o turns.parquet    gather thousands into one table
    """
