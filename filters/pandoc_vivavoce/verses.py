"""The lines of pandoc's line blocks and the same as words with breaks between, and back."""

from __future__ import annotations

from collections.abc import Sequence

from pandoc_vivavoce.ast import Inlines, line_break


def joined_lines(lines: Sequence[Inlines]) -> Inlines:
    """Return *lines* as words with a break between each two."""
    inlines: Inlines = []
    for number, line in enumerate(lines):
        inlines += [line_break(), *line] if number else line
    return inlines


def lines_of(inlines: Inlines) -> list[Inlines]:
    """Return *inlines* as lines, parted at the breaks."""
    lines: list[Inlines] = [[]]
    for item in inlines:
        if item["t"] == "LineBreak":
            lines.append([])
        else:
            lines[-1].append(item)
    return lines
