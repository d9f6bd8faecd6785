"""Which layout each interview of a document gets, for the writer at hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from pandoc_vivavoce.dress.families import PLAIN, Family, family_of
from pandoc_vivavoce.dress.looks import Look
from pandoc_vivavoce.settings import LAYOUTS, Settings
from vivavoce.problems import Code, Problem

_WEB_ONLY: Final = "bubble"
_DEFAULT: Final = "run-in"


class Wardrobe(NamedTuple):
    """The looks of one document."""

    family: Family
    layout: str
    """The layout of interviews that state none."""
    is_one: bool
    """The writer's definitions stand in the head and are the same for all interviews."""
    problems: tuple[Problem, ...] = ()

    def look(self, stated: str) -> Look:
        """Return the look of an interview that states the layout *stated*, or none."""
        layout = self.layout if self.is_one or stated not in LAYOUTS else stated
        if layout == _WEB_ONLY and self.family.head != "html":
            layout = _DEFAULT
        return Look(self.family, layout)


def choose(output: str, settings: Settings, stated: Sequence[str]) -> Wardrobe:
    """Return the looks for the writer *output*; *stated* are the layouts that turns' Divs state."""
    family = family_of(output)
    is_one = bool(family.raw and family.head)
    layout = settings.layout
    if is_one:
        layout = next((name for name in stated if name in LAYOUTS), layout)
        family = family if settings.styles else PLAIN
    problems: tuple[Problem, ...] = ()
    if family.head != "html" and _WEB_ONLY in {layout, *stated}:
        told = f"the layout {_WEB_ONLY} is for HTML and EPUB; {output or 'here'} gets {_DEFAULT}"
        problems = (Problem(Code.BAD_OPTION, told),)
    return Wardrobe(family, layout, is_one, problems)
