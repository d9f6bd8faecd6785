"""Leaves that Markdown has a sign of its own for: headings, code, pictures, rules."""

from __future__ import annotations

import re

from vivavoce.forms.markdown.inlines import write_inlines
from vivavoce.forms.markdown.lines import attribute_list
from vivavoce.interview import Text
from vivavoce.model import Run


def is_picture(runs: tuple[Run, ...]) -> bool:
    """Are *runs* one picture and nothing else? Alone in a paragraph it is a figure."""
    return len(runs) == 1 and runs[0].image is not None and not runs[0].marks


def heading_line(leaf: Text) -> str:
    """Return a heading as a line; pandoc takes attributes after its words."""
    attributes = attribute_list((), leaf.id, [("lang", leaf.lang)])
    sign = "#" * min(6, max(1, leaf.level))
    words = f"{sign} {write_inlines(leaf.runs, one_line=True)}"
    return words if attributes == "{}" else f"{words} {attributes}"


def native_lines(leaf: Text) -> list[str]:
    """Return code, a figure or a rule in Markdown's own form; no lines where it has none."""
    if leaf.kind == "rule" and not leaf.runs:
        return ["***"]
    if leaf.kind == "figure" and is_picture(leaf.runs):
        return [write_inlines(leaf.runs)]
    if leaf.kind == "code" and leaf.runs == (Run(leaf.text),):
        longest = max((len(ticks) for ticks in re.findall("`+", leaf.text)), default=0)
        fence = "`" * max(3, longest + 1)
        return [fence, *leaf.text.split("\n"), fence]
    return []
