"""What a document's head needs so that turns look as asked: style sheet, environments, functions.

The texts are files in `heads`. They go into the metadata once, after what the author has there, so
that nothing of the author's is lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pandoc_vivavoce.ast import Element, raw_block
from pandoc_vivavoce.dress.colours import colour_of
from pandoc_vivavoce.dress.heads import definitions_of

_STYLES_KEY: Final = "header-includes"
_DEFINITIONS_KEY: Final = "include-before"
"""Definitions may stand where the text begins, where a user's ``--include-in-header``, which takes
the place of all ``header-includes``, does not push them out."""


def head_for(form: str, layouts: tuple[str, ...], voices: int, direction: str) -> str:
    """Return the definitions in the format *form*, with colours for *voices* speakers.

    *direction* is ``rtl`` for a document written from right to left.
    """
    definitions = definitions_of(form, ("base", *layouts, direction))
    numbers = range(1, voices + 1)
    if form == "html":
        return f"<style>\n{definitions}{''.join(map(_css, numbers))}</style>"
    if form == "typst":
        return _typ(numbers) + definitions
    return definitions + "".join(map(_tex, numbers)) if form == "latex" else definitions


def outside_frames(head: str) -> str:
    """Return the definitions in *head* for pandoc's Beamer, which skips what is in no frame."""
    return f"\\mode<all>\n{head.rstrip()}\n\\mode*"


def _css(number: int) -> str:
    """Colours for the scheme the page is in: not every page turns dark where its reader prefers it.

    pandoc's own template, for one, has a white page always.
    """
    light, dark = colour_of(number)
    return f".voice-{number} .speaker {{ color: {light}; color: light-dark({light}, {dark}); }}\n"


def _tex(number: int) -> str:
    colour = colour_of(number).on_light.removeprefix("#").upper()
    return f"\\definecolor{{interviewvoice{number}}}{{HTML}}{{{colour}}}\n"


def _typ(numbers: range) -> str:
    """A dictionary, which must stand before the functions that look into it."""
    pairs = "".join(f'"{number}": rgb("{colour_of(number).on_light}"), ' for number in numbers)
    return f"#let interview-voices = ({pairs or ':'})\n"


def with_head(meta: Mapping[str, Element], form: str, text: str) -> dict[str, Element]:
    """Return *meta* with *text* at the end of what is included for the format *form*."""
    key = _STYLES_KEY if form == "html" else _DEFINITIONS_KEY
    added = {"t": "MetaBlocks", "c": [raw_block(form, text)]}
    given = meta.get(key)
    items: list[Element] = []
    if given is not None:
        items = given["c"] if given["t"] == "MetaList" else [given]
    return {**meta, key: {"t": "MetaList", "c": [*items, added]}}
