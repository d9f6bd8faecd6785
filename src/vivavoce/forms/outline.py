"""The skeleton of an interview: the levels of its headings, and where the conversation stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vivavoce.interview import Interview, Node, Text, Turn


def headings_of(interview: Interview) -> Iterator[Text]:
    """Yield the headings of *interview* in reading order."""
    for node in interview.walk():
        if isinstance(node, Text) and node.kind == "heading":
            yield node


def title_heading(interview: Interview) -> Text | None:
    """Return the heading that only repeats the title, if the document opens with one."""
    title = _folded(interview.metadata.title or "")
    for node in interview.blocks:
        if isinstance(node, Turn):
            return None
        if isinstance(node, Text) and node.kind == "heading":
            return node if title and _folded(node.text) == title else None
    return None


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def heading_levels(headings: Iterable[Text], first: int) -> list[int]:
    """Return a level for each of *headings*, the highest being *first*, none ever skipped.

    A heading goes one level below the nearest one before it that was higher in the source; levels
    end at 6, as HTML's do (WCAG 2.2, technique G141).
    """
    opened: list[int] = []
    levels: list[int] = []
    for heading in headings:
        while opened and opened[-1] >= heading.level:
            opened.pop()
        opened.append(heading.level)
        levels.append(min(first + len(opened) - 1, 6))
    return levels


def conversation_bounds(blocks: tuple[Node, ...]) -> tuple[int, int]:
    """Return where the conversation begins and ends in *blocks*; two equal places where none is.

    It ends with the last turn. It begins with the first turn, or with the heading above it, or
    with a higher one, so that no section begins outside of it and goes on inside.
    """
    turns = [place for place, node in enumerate(blocks) if isinstance(node, Turn)]
    if not turns:
        return len(blocks), len(blocks)
    first, end = turns[0], turns[-1] + 1
    highest = min(_heading_levels(blocks[first:end]), default=7)
    for place in range(first - 1, -1, -1):
        level = _heading_level(blocks[place])
        if level and level <= highest:
            return place, end
    return first, end


def _heading_levels(blocks: Iterable[Node]) -> Iterator[int]:
    return (level for level in map(_heading_level, blocks) if level)


def _heading_level(node: Node) -> int:
    return node.level if isinstance(node, Text) and node.kind == "heading" else 0
