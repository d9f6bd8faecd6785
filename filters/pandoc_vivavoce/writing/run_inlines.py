"""Runs of the model as pandoc's inline elements: neighbours that share a mark share an element."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable

from pandoc_vivavoce import ast
from pandoc_vivavoce.ast import Element, Inlines
from pandoc_vivavoce.inlines import text_of
from pandoc_vivavoce.writing.host import Host
from pandoc_vivavoce.writing.stress import STRESSED, takes_dots
from vivavoce.languagetags import direction
from vivavoce.model import Mark, Run
from vivavoce.runs import shared_marks

_SIMPLE: dict[str, Callable[[Inlines], Element]] = {
    "strong": ast.strong,
    "emphasis": ast.emphasis,
    "underline": ast.underline,
    "strikeout": ast.strikeout,
    "superscript": ast.superscript,
    "subscript": ast.subscript,
    "small-caps": ast.small_caps,
}


def inlines_of(runs: Iterable[Run], host: Host) -> Inlines:
    """Return *runs* as inline elements."""
    top: Inlines = []
    stack: list[tuple[Mark, Inlines]] = []
    for run in runs:
        marks = _without_repeats(run.marks)
        shared = shared_marks((mark for mark, _ in stack), marks)
        _close(stack, shared, top, host)
        stack.extend((mark, []) for mark in marks[shared:])
        inside = stack[-1][1] if stack else top
        inside.extend(host.picture(run.image) if run.image else _words(run.text, marks))
    _close(stack, 0, top, host)
    return top


def _without_repeats(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Drop a mark that is already in force, and a link inside a link."""
    kept: list[Mark] = []
    for mark in marks:
        is_nested_link = mark.kind == "link" and any(other.kind == "link" for other in kept)
        if mark not in kept and not is_nested_link:
            kept.append(mark)
    return tuple(kept)


def _close(stack: list[tuple[Mark, Inlines]], depth: int, top: Inlines, host: Host) -> None:
    while len(stack) > depth:
        mark, inside = stack.pop()
        (stack[-1][1] if stack else top).extend(_wrapped(mark, inside, host))


def _words(text: str, marks: tuple[Mark, ...]) -> Inlines:
    if any(mark.kind == "code" for mark in marks):
        return [ast.code(text)]
    return ast.words(text)


def _wrapped(mark: Mark, inside: Inlines, host: Host) -> Inlines:
    if mark.kind == "superscript" and len(inside) == 1 and inside[0]["t"] == "Note":
        return inside
    if mark.kind in _SIMPLE:
        return _stressed(_SIMPLE[mark.kind](inside), host)
    if mark.kind == "link":
        return host.link(mark, inside)
    if mark.kind == "lang":
        return [ast.span(inside, ast.attr(attributes=language_attributes(mark.value)))]
    if mark.kind == "ruby":
        return _ruby(inside, mark.value, host.has_html)
    return inside


def _stressed(element: Element, host: Host) -> Inlines:
    """Return *element* in a span of its own where it is emphasis that takes dots."""
    if host.has_html and element["t"] == "Emph" and takes_dots(text_of(element["c"])):
        return [ast.span([element], ast.attr(classes=[STRESSED]))]
    return [element]


def language_attributes(lang: str) -> dict[str, str]:
    """Return the attributes of a passage in *lang*, with a direction that is not the usual."""
    return {"lang": lang, "dir": "rtl"} if direction(lang) == "rtl" else {"lang": lang}


def _ruby(base: Inlines, annotation: str, has_html: bool) -> Inlines:
    """Set *annotation* over *base*, or beside it in parentheses where there is no ruby."""
    if not has_html:
        return [*base, ast.string(f"（{annotation}）")]
    gloss = f"<rp>（</rp><rt>{html.escape(annotation)}</rt><rp>）</rp></ruby>"
    return [ast.raw_inline("html", "<ruby>"), *base, ast.raw_inline("html", gloss)]
