"""The extension's configuration values: one for each option of the core, and a few of its own.

A value that cannot be used is reported once and its default takes its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

from sphinx_vivavoce.doctree import LAYOUTS
from sphinx_vivavoce.labels import POLICIES
from sphinx_vivavoce.messages import report
from vivavoce.options import DEFAULTS, Options, options_from

PREFIX = "vivavoce_"
OWN_VALUES: dict[str, tuple[Any, tuple[type, ...], str]] = {
    "layout": ("run-in", (str,), f"How turns are set: {', '.join(LAYOUTS)}."),
    "labels": ("printed", (str,), f"Which label a turn shows: {', '.join(POLICIES)}."),
    "source_suffix": ([], (list, tuple), "Suffixes of files that are documents of their own."),
}


def core_options(config: Config, overrides: Mapping[str, Any]) -> Options:
    """Return the core's options: *overrides* before *config*; what is wrong is left out."""
    settings = {item.name: config[PREFIX + item.name] for item in fields(Options)}
    chosen = {name.replace("-", "_"): value for name, value in overrides.items()}
    return options_from({**settings, **chosen})[0]


def check_config(app: Sphinx, config: Config) -> None:
    """Report every value that cannot be used."""
    report(options_from({item.name: config[PREFIX + item.name] for item in fields(Options)})[1])


def _types_of(default: Any) -> tuple[type, ...]:
    if isinstance(default, tuple):
        return (list, tuple, str)
    if isinstance(default, float):
        return (float, int)
    return (type(default),)


def setup(app: Sphinx) -> None:
    """Register the values; all of them decide what is read, so a change reads all again."""
    for item in fields(Options):
        default = getattr(DEFAULTS, item.name)
        app.add_config_value(PREFIX + item.name, default, "env", _types_of(default))
    for name, (default, types, _about) in OWN_VALUES.items():
        app.add_config_value(PREFIX + name, default, "env", types)
    app.connect("config-inited", check_config)
