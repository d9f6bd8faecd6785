"""Canonical turns given the looks of a writer and a layout, and what the document's head needs.

It starts from the canonical form alone, so that an interview that was written to Markdown before,
or marked by hand, is dressed as one recognised just now. What is dressed says so with the attribute
``data-layout`` of its Div and is not dressed again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from pandoc_vivavoce.ast import Attr, Blocks, Element, div
from pandoc_vivavoce.dress.families import PLAIN, family_of, is_canonical
from pandoc_vivavoce.dress.head import head_for, with_head
from pandoc_vivavoce.dress.headings import as_heading, level_below
from pandoc_vivavoce.dress.looks import Look, dressed
from pandoc_vivavoce.dress.places import (
    DONE,
    Place,
    find_turns,
    interview_lists,
    is_dressed,
    is_interview,
)
from pandoc_vivavoce.dress.policy import as_asked, numbered
from pandoc_vivavoce.dress.shape import Turn, is_turn
from pandoc_vivavoce.inlines import without_identifier
from pandoc_vivavoce.settings import Settings
from vivavoce.problems import Code, Problem
from vivavoce.words import direction, words_for

_WEB_ONLY = "bubble"
_WITHOUT_DIVS = frozenset({"jats", "tei"})
"""Their Divs would be boxes around the speech."""


def dress(
    document: Element, output: str, settings: Settings, lang: str
) -> tuple[Element, tuple[Problem, ...]]:
    """Return *document* dressed for the writer *output*; its lists are changed in place."""
    places = list(find_turns(document["blocks"]))
    if not places:
        return document, ()
    look, problems = _look(output, settings)
    turns, voices = _prepare(places, settings, lang)
    _put_back(places, turns, look)
    for siblings in list(interview_lists(document["blocks"])):
        siblings[:] = [done for item in siblings for done in _interview(item, look)]
    if settings.styles and look.family.head:
        head = head_for(look.family.head, look.layout, voices, direction(lang))
        document = {**document, "meta": with_head(document["meta"], look.family.head, head)}
    return document, problems


def has_turns(blocks: Blocks) -> bool:
    """Tell whether there are turns in *blocks* that have not been dressed."""
    return next(find_turns(blocks), None) is not None


def _look(output: str, settings: Settings) -> tuple[Look, tuple[Problem, ...]]:
    family = family_of(output)
    if settings.layout == _WEB_ONLY and family.head != "html":
        told = f"the layout {_WEB_ONLY} is for HTML and EPUB; {output or 'here'} gets run-in"
        return Look(family, "run-in"), (Problem(Code.BAD_OPTION, told),)
    needs_head = bool(family.raw and family.head)
    return Look(PLAIN if needs_head and not settings.styles else family, settings.layout), ()


def _prepare(
    places: Sequence[Place], settings: Settings, lang: str
) -> tuple[list[list[Turn]], int]:
    """Return what becomes of the turn at each place, and how many voices have a colour."""
    turns = list(as_asked((place.turn for place in places), settings.labels, words_for(lang)))
    if settings.number_questions:
        turns = list(numbered(turns))
    names = list(dict.fromkeys(turn.speaker for turn in turns)) if settings.colours else []
    if names:
        turns = [replace(turn, voice=names.index(turn.speaker) + 1) for turn in turns]
    if settings.layout != "question-heading":
        return [[turn] for turn in turns], len(names)
    keeps = len({turn.speaker for turn in turns if turn.asks}) > 1
    headed = [
        as_heading(turn, level_below(place.section), keeps_label=keeps)
        for turn, place in zip(turns, places, strict=True)
    ]
    return headed, len(names)


def _put_back(places: Sequence[Place], turns: Sequence[Sequence[Turn]], look: Look) -> None:
    made = {
        id(place.element): [block for turn in group for block in dressed(turn, look)]
        for place, group in zip(places, turns, strict=True)
    }
    for siblings in {id(place.siblings): place.siblings for place in places}.values():
        siblings[:] = [done for item in siblings for done in made.get(id(item), [item])]


def _interview(item: Element, look: Look) -> Blocks:
    """Return an interview's Div for the look's family; headings in it stand outside of it."""
    if not is_interview(item) or is_dressed(item):
        return [item]
    attributes, blocks = item["c"]
    if look.family.is_flat or look.family.name in _WITHOUT_DIVS:
        return list(blocks)
    result: Blocks = []
    for is_heading, group in groupby(
        blocks, lambda block: is_turn(block) and block["t"] == "Header"
    ):
        if is_heading:
            result.extend(group)
        else:
            result.append(div(list(group), _attributes(attributes, look, is_first=not result)))
    return result


def _is_heading_turn(block: Element) -> bool:
    return block["t"] == "Header" and is_turn(block)


def _attributes(attributes: Attr, look: Look, *, is_first: bool) -> Attr:
    identifier, classes, pairs = attributes if is_first else without_identifier(attributes)
    if is_canonical(look.family):
        return [identifier, classes, pairs]
    if look.family.has_section and "section" not in classes:
        classes = [*classes, "section"]
    return [identifier, classes, [*pairs, [DONE, look.layout]]]
