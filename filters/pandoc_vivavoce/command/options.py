"""The options of the command line, derived from where each is described: the core's `Options` for
reading, the filter's `Settings` for the look of turns, `Wishes` for the product.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

import click

from pandoc_vivavoce.command.wishes import LOOK_NAMES, Wishes, option_of
from pandoc_vivavoce.settings import Settings, about
from vivavoce.options import ABOUT, DEFAULTS, Options

READING, PRODUCT, LOOK = "Reading", "The product", "The look of turns"
_NAMES = {"speakers": "--speaker", "not_speakers": "--not-speaker"}
"""Options that may be given several times are named in the singular."""
_LEAST = {"toc_depth": click.IntRange(min=1)}
Command = Callable[..., Any]


class GroupedOption(click.Option):
    """An option that stands under a heading of its own in the help."""

    def __init__(self, *arguments: Any, group: str = "", **attributes: Any) -> None:
        super().__init__(*arguments, **attributes)
        self.group = group


class GroupedCommand(click.Command):
    """A command whose help shows its options in groups, in the order of their declaration."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write one section for each group; options without one come first."""
        groups: dict[str, list[tuple[str, str]]] = {"Options": []}
        for item in self.get_params(ctx):
            record = item.get_help_record(ctx) if isinstance(item, click.Option) else None
            if record:
                group = getattr(item, "group", "") or "Options"
                groups.setdefault(group, []).append(record)
        for heading, records in groups.items():
            with formatter.section(heading):
                formatter.write_dl(records)


def reading_options(command: Command) -> Command:
    """Give *command* one option for each field of the core's `Options`."""
    for name in reversed(Options._fields):
        command = _option(name, getattr(DEFAULTS, name), ABOUT[name], READING)(command)
    return command


def people_option(command: Command) -> Command:
    """Give *command* the option that names the people of a series."""
    about = "A YAML file that says who stands behind labels, shared by a series."
    return _option("people", "", about, READING)(command)


def look_options(command: Command) -> Command:
    """Give *command* the options of the filter that are about the look of turns."""
    for name in reversed(LOOK_NAMES):
        described, default, choices = about(name)
        command = _option(name, default, described, LOOK, choices)(command)
    return command


def product_options(command: Command) -> Command:
    """Give *command* an option for each field of `Wishes` that can be said in one word."""
    for item in reversed(fields(Wishes)):
        if "about" in item.metadata:
            about, choices = item.metadata["about"], item.metadata["choices"]
            command = _option(item.name, item.default, about, PRODUCT, choices)(command)
    return command


def _option(
    name: str, default: Any, about: str, group: str, choices: tuple[str, ...] = ()
) -> Callable[[Command], Command]:
    flag = _NAMES.get(name) or option_of(name)
    shared: dict[str, Any] = {"cls": GroupedOption, "group": group, "default": default}
    if isinstance(default, bool):
        switch = f"{flag}/--no-{flag[2:]}" if default else flag
        return click.option(switch, name, is_flag=True, help=about, **shared)
    if isinstance(default, tuple):
        return click.option(flag, name, multiple=True, help=f"{about} Repeatable.", **shared)
    kind = click.Choice(choices) if choices else _LEAST.get(name) or type(default)
    return click.option(flag, name, type=kind, help=about, **shared)


def wishes_from(values: Mapping[str, Any]) -> Wishes:
    """Return the wishes among *values*, everything that the command line said."""
    look = Settings(**{name: values[name] for name in LOOK_NAMES})
    said = {item.name: values[item.name] for item in fields(Wishes) if item.name in values}
    return Wishes(**{**said, "look": look})


def options_from_values(values: Mapping[str, Any]) -> Options:
    """Return the core's options among *values*."""
    return Options(**{name: values[name] for name in Options._fields})
