"""Canonical turns given the looks of a writer and a layout, and what the document's head needs.

It starts from the canonical form alone, so that an interview that was written to Markdown before,
or marked by hand, is dressed as one recognised just now. What is dressed says so with the attribute
``data-layout`` of its Div and is not dressed again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

from pandoc_vivavoce.ast import Attr, Blocks, Element, div, meta_map
from pandoc_vivavoce.cutting import without_identifier
from pandoc_vivavoce.dress.divisions import without_divisions
from pandoc_vivavoce.dress.families import Family, Look, is_canonical
from pandoc_vivavoce.dress.head import head_for, outside_frames, with_head
from pandoc_vivavoce.dress.headings import as_heading, breaks_in_latex, level_below
from pandoc_vivavoce.dress.looks import dressed, keeps_form
from pandoc_vivavoce.dress.named import dressed_aside, unwrapped_aside
from pandoc_vivavoce.dress.pages import right_to_left, with_sheets
from pandoc_vivavoce.dress.places import (
    DONE,
    Place,
    find_turns,
    interview_lists,
    is_dressed,
    is_interview,
    layout_in,
)
from pandoc_vivavoce.dress.policy import as_asked, numbered
from pandoc_vivavoce.dress.shape import Turn, is_turn, is_whole
from pandoc_vivavoce.dress.wardrobe import Wardrobe, choose
from pandoc_vivavoce.settings import LABELS, Settings
from vivavoce.languagetags import direction
from vivavoce.problems import Problem
from vivavoce.words import words_for

_BLOCK_HEADINGS: Final = {"block-headings": True}
"""For pandoc's LaTeX template: headings of the fourth level and below have a line of their own."""
_WITHOUT_DIVS: Final = frozenset({"jats", "tei"})
"""Their Divs would be boxes around the speech."""


def dress(
    document: Element, output: str, settings: Settings, lang: str
) -> tuple[Element, tuple[Problem, ...]]:
    """Return *document* dressed for the writer *output*; its lists are changed in place."""
    places = list(find_turns(document["blocks"]))
    if not places:
        return document, ()
    wardrobe = choose(output, settings, [place.layout for place in places])
    voices = _dress_turns(places, wardrobe, settings, lang)
    for siblings in list(interview_lists(document["blocks"])):
        siblings[:] = [done for item in siblings for done in _interview(item, wardrobe)]
    if wardrobe.family.runs_on:
        document = {**document, "blocks": without_divisions(document["blocks"])}
    if settings.styles and wardrobe.family.head:
        layouts = dict.fromkeys(wardrobe.look(place.layout).layout for place in places)
        meta = _with_styles(document["meta"], wardrobe.family, tuple(layouts), voices, lang)
        document = {**document, "meta": meta}
    if wardrobe.family.takes_direction and direction(lang) == "rtl":
        document = right_to_left(document, has_pages=wardrobe.family.has_pages)
    return document, wardrobe.problems


def _dress_turns(places: list[Place], wardrobe: Wardrobe, settings: Settings, lang: str) -> int:
    """Dress the turns where they stand; return how many voices have a colour."""
    changed = _changed(places, wardrobe, settings)
    turns, voices = _prepare(changed, settings, lang)
    keeps = _is_panel(turns)
    made = {
        id(place.element): _made(turn, place, wardrobe.look(place.layout), keeps_label=keeps)
        for place, turn in zip(changed, turns, strict=True)
    }
    for siblings in {id(place.siblings): place.siblings for place in changed}.values():
        siblings[:] = [done for item in siblings for done in made.get(id(item), [item])]
    return voices


def _with_styles(
    meta: Mapping[str, Element], family: Family, layouts: tuple[str, ...], voices: int, lang: str
) -> dict[str, Element]:
    """Return *meta* with what the writers of *family* need to show *layouts*."""
    if family.has_pages:
        return with_sheets(meta, layouts)
    head = head_for(family.head, layouts, voices, direction(lang))
    done = with_head(meta, family.head, outside_frames(head) if family.has_frames else head)
    if family.head == "latex" and "question-heading" in layouts:
        return {**meta_map(_BLOCK_HEADINGS), **done}
    return done


def has_turns(blocks: Blocks) -> bool:
    """Tell whether there are turns in *blocks* that have not been dressed."""
    return next(find_turns(blocks), None) is not None


def _prepare(places: Sequence[Place], settings: Settings, lang: str) -> tuple[list[Turn], int]:
    """Return the turn for each place, labelled and numbered, and how many have a colour."""
    turns = list(as_asked([place.turn for place in places], settings.labels, words_for(lang)))
    if settings.number_questions:
        turns = list(numbered(turns))
    if not settings.colours:
        return turns, 0
    voices = {turn.speaker: 0 for turn in turns}
    voices = {name: number for number, name in enumerate(voices, 1)}
    return [turn._replace(voice=voices[turn.speaker]) for turn in turns], len(voices)


def _changed(places: list[Place], wardrobe: Wardrobe, settings: Settings) -> list[Place]:
    """Return the places whose turns change: for the web most are as they should be."""
    if settings.colours or settings.number_questions or settings.labels != LABELS[0]:
        return places
    stated = {place.layout for place in places}
    kept = {layout for layout in stated if _keeps_form(wardrobe.look(layout))}
    return [item for item in places if item.layout not in kept or not is_whole(item.element)]


def _keeps_form(look: Look) -> bool:
    return look.layout != "question-heading" and keeps_form(look)


def _is_panel(turns: Sequence[Turn]) -> bool:
    """Tell whether several people ask, so that a question must say whose it is."""
    return len({turn.speaker for turn in turns if turn.asks}) > 1


def _made(turn: Turn, place: Place, look: Look, *, keeps_label: bool) -> Blocks:
    is_latex = look.family.raw == "latex"
    if look.layout != "question-heading" or (is_latex and breaks_in_latex(turn)):
        return dressed(turn, look)
    level = level_below(place.section)
    parts = as_heading(turn, level, keeps_label=keeps_label)
    return [block for part in parts for block in dressed(part, look)]


def _interview(item: Element, wardrobe: Wardrobe) -> Blocks:
    """Return an interview's Div for its writer; headings in it stand outside of it."""
    family = wardrobe.family
    is_flat = family.is_flat or family.name in _WITHOUT_DIVS
    if not is_interview(item) or is_dressed(item):
        return unwrapped_aside(item) if is_flat else [item]
    attributes, blocks = item["c"]
    if is_flat:
        return [block for inner in blocks for block in unwrapped_aside(inner)]
    result: Blocks = []
    for is_heading, group in groupby(blocks, _is_heading_turn):
        if is_heading:
            result.extend(group)
        else:
            done = attributes if is_canonical(family) else _attributes(attributes, wardrobe)
            inside = [dressed_aside(block, family) for block in group]
            result.append(div(inside, without_identifier(done) if result else done))
    return result


def _is_heading_turn(block: Element) -> bool:
    return block["t"] == "Header" and is_turn(block)


def _attributes(attributes: Attr, wardrobe: Wardrobe) -> Attr:
    identifier, classes, pairs = attributes
    if wardrobe.family.has_section and "section" not in classes:
        classes = [*classes, "section"]
    layout = wardrobe.look(layout_in(attributes)).layout
    kept = [pair for pair in pairs if pair[0] != "layout"]
    return [identifier, classes, [*kept, [DONE, layout]]]
