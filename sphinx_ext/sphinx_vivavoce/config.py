"""The extension's configuration values: one for each option of the core, and a few of its own.

Sphinx reports a value that cannot be used; its default takes its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import ENUM, Config

from sphinx_vivavoce.doctree import LAYOUTS
from sphinx_vivavoce.labels import POLICIES
from vivavoce.conventions.registry import CONVENTIONS
from vivavoce.options import DEFAULTS, Options, options_from

PREFIX = "vivavoce_"
CONVENTION_NAMES = tuple(name for name, _convention in CONVENTIONS)


@dataclass(frozen=True, slots=True)
class OwnValue:
    """A value that only Sphinx has."""

    default: Any
    types: Any
    """As Sphinx takes them."""
    about: str


OWN_VALUES: dict[str, OwnValue] = {
    "layout": OwnValue("run-in", ENUM(*LAYOUTS), "Where labels stand and how turns are set off."),
    "labels": OwnValue(
        "printed",
        ENUM(*POLICIES),
        "Which turns carry a label: those that print one, every turn, or every turn with initials "
        "after the first.",
    ),
    "people": OwnValue(
        "",
        (str,),
        "A file in the source directory that says who stands behind the labels of a series of "
        "interviews, as corrections do.",
    ),
    "source_suffix": OwnValue(
        [], (list, tuple), "Suffixes of files that are documents of their own, such as `.html`."
    ),
}


def own_value(config: Config, name: str) -> Any:
    """Return the value *name* of `OWN_VALUES`; its default if Sphinx has found it wrong."""
    value, own = config[PREFIX + name], OWN_VALUES[name]
    is_wrong = isinstance(own.types, ENUM) and not own.types.match(value)
    return own.default if is_wrong else value


def core_options(config: Config, overrides: Mapping[str, Any]) -> Options:
    """Return the core's options: *overrides* before *config*.

    What has the wrong type has been reported by Sphinx, and is left out.
    """
    settings = {name: config[PREFIX + name] for name in Options._fields}
    if settings["convention"] not in CONVENTION_NAMES:
        settings["convention"] = DEFAULTS.convention
    chosen = {name.replace("-", "_"): value for name, value in overrides.items()}
    return options_from({**settings, **chosen})[0]


def _types_of(name: str) -> Any:
    """Return the types that Sphinx lets the core's option *name* have."""
    if name == "convention":
        return ENUM("", *CONVENTION_NAMES)
    default = getattr(DEFAULTS, name)
    if isinstance(default, tuple):
        return (list, tuple)
    return (float, int) if isinstance(default, float) else (type(default),)


def setup(app: Sphinx) -> None:
    """Register the values; all of them decide what is read, so a change reads all again."""
    for name in Options._fields:
        app.add_config_value(PREFIX + name, getattr(DEFAULTS, name), "env", _types_of(name))
    for name, own in OWN_VALUES.items():
        app.add_config_value(PREFIX + name, own.default, "env", own.types)
