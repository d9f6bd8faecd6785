"""Which layout each interview of a document gets, for the writer at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from pandoc_vivavoce.dress.families import PLAIN, Family, Look, family_of
from pandoc_vivavoce.settings import LAYOUTS, Settings
from vivavoce.problems import Code, Problem

_WEB_ONLY: Final = "bubble"
_DEFAULT: Final = "run-in"


class Wardrobe(NamedTuple):
    """The looks of one document."""

    family: Family
    usual: Look
    """The look of interviews that state no layout."""
    looks: Mapping[str, Look]
    """The looks of those that do, by the layout; none where the writer's definitions stand in the
    head and are the same for all."""
    problems: tuple[Problem, ...] = ()

    def look(self, stated: str) -> Look:
        """Return the look of an interview that states the layout *stated*, or none."""
        return self.looks.get(stated, self.usual)


def choose(output: str, settings: Settings, stated: Sequence[str]) -> Wardrobe:
    """Return the looks for the writer *output*; *stated* are the layouts that turns' Divs state."""
    family = family_of(output)
    is_one = bool(family.raw and family.head)
    layout = settings.layout
    if is_one:
        layout = next((name for name in stated if name in LAYOUTS), layout)
        family = family if settings.styles else PLAIN
    asked = {name or settings.layout for name in stated}
    problems = tuple(
        Problem(Code.BAD_OPTION, told) for told in _faults(family, asked, layout, output or "here")
    )
    looks = {} if is_one else {name: _look(family, name) for name in LAYOUTS}
    return Wardrobe(family, _look(family, layout), looks, problems)


def _faults(family: Family, layouts: Iterable[str], chosen: str, output: str) -> Iterator[str]:
    """Yield what is wrong with the *layouts* asked for, where the head has those of *chosen*."""
    names = set(layouts)
    for name in sorted(names - {*LAYOUTS}):
        yield f"layout: {name!r} is none of {', '.join(LAYOUTS)}"
    if family.head != "html" and _WEB_ONLY in {chosen, *names}:
        yield f"the layout {_WEB_ONLY} is for HTML and EPUB; {output} gets {_DEFAULT}"
    if family.raw and family.head and len(names.intersection(LAYOUTS)) > 1:
        yield f"{output} has one layout for a whole document; all interviews get {chosen}"


def _look(family: Family, layout: str) -> Look:
    is_elsewhere = layout == _WEB_ONLY and family.head != "html"
    return Look(family, _DEFAULT if is_elsewhere else layout)
