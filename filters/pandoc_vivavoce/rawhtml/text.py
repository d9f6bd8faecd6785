"""The text of one paragraph being gathered: white space collapsed, wrappers kept beside it."""

from __future__ import annotations

import re
from typing import Final

from pandoc_vivavoce.ast import Element, Inlines, line_break, soft_break, space, string
from pandoc_vivavoce.nested import Wrappers, nest

_WHITE: Final = re.compile(r"([ \t\n\r\f]+)")
_SPACE_KINDS: Final = frozenset({"Space", "SoftBreak", "LineBreak"})


class TextBuilder:
    """Gathers inline elements until the paragraph is at its end."""

    def __init__(self) -> None:
        self._atoms: list[tuple[Wrappers, Element]] = []
        self._has_space = True
        """White space is not wanted here: at the start, and after other white space."""

    def __bool__(self) -> bool:
        return any(element["t"] not in _SPACE_KINDS for _, element in self._atoms)

    @property
    def ends_with_two_breaks(self) -> bool:
        """Two line breaks in a row: people end paragraphs so."""
        last = [element["t"] for _, element in self._atoms[-2:]]
        return last == ["LineBreak", "LineBreak"]

    def add_text(self, text: str, wrappers: Wrappers) -> None:
        """Add characters as they stand in the source."""
        for place, part in enumerate(_WHITE.split(text)):
            is_white = place % 2 == 1
            if part and not is_white:
                self._atoms.append((wrappers, string(part)))
                self._has_space = False
            elif is_white and not self._has_space:
                self._atoms.append((wrappers, soft_break() if "\n" in part else space()))
                self._has_space = True

    def add(self, element: Element, wrappers: Wrappers) -> None:
        """Add an inline element as it is."""
        self._atoms.append((wrappers, element))
        self._has_space = element["t"] in _SPACE_KINDS

    def add_break(self, wrappers: Wrappers) -> None:
        """Add a line break; white space before it is of no use."""
        self._drop_space()
        self.add(line_break(), wrappers)

    def finish(self) -> Inlines:
        """Return what was gathered, without white space at its ends, and begin anew."""
        if not self._atoms:
            return []
        while self._atoms and self._atoms[-1][1]["t"] in _SPACE_KINDS:
            self._atoms.pop()
        inlines = nest(self._atoms)
        self._atoms = []
        self._has_space = True
        return inlines

    def _drop_space(self) -> None:
        while self._atoms and self._atoms[-1][1]["t"] in {"Space", "SoftBreak"}:
            self._atoms.pop()
