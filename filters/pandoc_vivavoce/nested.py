"""Inline elements put back into the elements around them: neighbours that share one share it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from pandoc_vivavoce.ast import Element, Inlines

Wrappers = tuple[Element, ...]
"""The elements around an inline element, outermost first, told apart by identity."""

_WITH_LIST_ONLY: Final = frozenset(
    {"Strong", "Emph", "Underline", "Strikeout", "Superscript", "Subscript", "SmallCaps"}
)


def with_children(element: Element, inside: Inlines) -> Element:
    """Return a copy of *element* that holds *inside*."""
    if element["t"] in _WITH_LIST_ONLY:
        return {"t": element["t"], "c": inside}
    content = list(element["c"])
    content[1] = inside
    return {"t": element["t"], "c": content}


def nest(
    atoms: Iterable[tuple[Wrappers, Element]],
    copy: Callable[[Element, Inlines], Element] = with_children,
) -> Inlines:
    """Return the elements of *atoms* inside copies of their wrappers, made by *copy*."""
    result: Inlines = []
    around: list[tuple[Element, Inlines]] = []
    last: Wrappers = ()
    here = result
    for wrappers, element in atoms:
        if wrappers is not last:
            _close(around, _common(around, wrappers), result, copy)
            around.extend((wrapper, []) for wrapper in wrappers[len(around) :])
            last, here = wrappers, around[-1][1] if around else result
        here.append(element)
    _close(around, 0, result, copy)
    return result


def _common(around: list[tuple[Element, Inlines]], wrappers: Wrappers) -> int:
    count = 0
    for (opened, _), wanted in zip(around, wrappers, strict=False):
        if opened is not wanted:
            break
        count += 1
    return count


def _close(
    around: list[tuple[Element, Inlines]],
    depth: int,
    result: Inlines,
    copy: Callable[[Element, Inlines], Element],
) -> None:
    while len(around) > depth:
        element, inside = around.pop()
        (around[-1][1] if around else result).append(copy(element, inside))
