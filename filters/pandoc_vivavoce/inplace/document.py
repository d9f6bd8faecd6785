"""A whole document through the filter: settings, repair, recognition, rewriting, dress.

The document is taken as it is and not changed unless a conversation was found in it. Where the
author has marked interviews with Divs ``.interview`` only those are looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from pandoc_vivavoce.ast import Blocks, Element, meta_map
from pandoc_vivavoce.canonical import CanonicalTurns
from pandoc_vivavoce.dress.dressing import dress, has_turns
from pandoc_vivavoce.dress.plays import holds_plays
from pandoc_vivavoce.inplace.active import disarm
from pandoc_vivavoce.inplace.astread import AstBlocks, read_blocks
from pandoc_vivavoce.inplace.astwrite import rewrite
from pandoc_vivavoce.inplace.bounds import check_turns
from pandoc_vivavoce.inplace.breaks import part_paragraphs
from pandoc_vivavoce.inplace.conservation import lost_text
from pandoc_vivavoce.inplace.docmeta import Meta, complete, language_in, plain_values, take_settings
from pandoc_vivavoce.inplace.furniture import end_furniture, find_furniture
from pandoc_vivavoce.inplace.identifiers import TurnIds, identifiers_in, name_headings
from pandoc_vivavoce.inplace.scopes import Scope, find_scopes, interview_divs
from pandoc_vivavoce.inplace.suspicion import suspect_lost_cues
from pandoc_vivavoce.inplace.talks import Talk, chapters_of, find_talks
from pandoc_vivavoce.inplace.yamlhead import for_templates, take_front_matter
from pandoc_vivavoce.settings import ACTIVE_CONTENT, RAW_HTML, Settings, settings_from
from vivavoce.limits import Deadline
from vivavoce.model import Cues
from vivavoce.problems import Code, Problem
from vivavoce.reading.metadata import read_metadata
from vivavoce.reading.pagehead import PageHead
from vivavoce.recognise import recognise
from vivavoce.recognition.corrections import Corrections
from vivavoce.words import Words, words_for

_CONVERT, _KEEP = RAW_HTML
_, _EVERYWHERE, _KEEP_ACTIVE = ACTIVE_CONTENT
_UNFOUND: Final = frozenset({Code.NO_DIALOGUE, Code.UNSURE})


class Outcome(NamedTuple):
    """What became of a document."""

    document: Element
    problems: tuple[Problem, ...] = ()
    is_converted: bool = False
    """False where the blocks must be handed on as they came."""
    has_settings: bool = False
    """The metadata held settings, which are not handed on."""
    failed: bool = False
    """The user asked to be stopped in such a case."""


def convert_document(
    document: Element, output: str, *, has_raw: bool = True, may_act: bool = True
) -> Outcome:
    """Convert *document*, pandoc's JSON as Python has it, for the writer *output*.

    The lists of *document* are changed in place; where it turns out that no conversation is in
    it, they are of no further use. Without raw pieces (*has_raw*) the HTML parser is not loaded,
    and where nothing can be active (*may_act*) it is not looked for.
    """
    meta, stated = take_settings(document["meta"])
    settings, problems = settings_from(stated)
    if not has_raw:
        settings = settings._replace(raw_html=_KEEP)
    clean = {**document, "meta": meta}
    if not settings.active:
        return Outcome(clean, problems, has_settings=True)
    blocks: Blocks = document["blocks"]
    values, faults = take_front_matter(blocks)
    read, meta = {**meta_map(values), **meta}, {**meta_map(for_templates(values)), **meta}
    found: list[Problem] = [*problems, *faults]
    scopes = [] if has_raw and holds_plays(blocks) else find_scopes(blocks)
    is_disarmed = settings.active_content == _EVERYWHERE
    if is_disarmed:
        found.extend(disarm(blocks))
    text, told = _convert_scopes(blocks, scopes, read, settings)
    found.extend(told)
    failed = settings.fail_if_unsure and any(item.code in _UNFOUND for item in found)
    if text:
        meta = complete(meta, "\n".join(text))
    elif not has_turns(blocks):
        return Outcome(clean, tuple(found), is_disarmed, bool(stated), failed)
    if has_raw or may_act:
        found.extend(_disarm_interviews(blocks, scopes, settings))
    whole, faults = dress({**document, "meta": meta}, output, settings, language_in(meta))
    return Outcome(whole, (*found, *faults), True, bool(stated), failed)


def _convert_scopes(
    blocks: Blocks, scopes: list[Scope], meta: Meta, settings: Settings
) -> tuple[list[str], list[Problem]]:
    """Put the conversations of *scopes* into the document *blocks*; return their texts, and faults.

    Their texts are there to tell the language from.
    """
    text: list[str] = []
    found: list[Problem] = []
    turns, ids = 0, TurnIds()
    for scope in scopes:
        done = convert_scope(scope, meta, settings, ids, turns)
        turns += done.turns
        found.extend(done.problems)
        if done.blocks is not None:
            name_headings(done.blocks, identifiers_in(blocks))
            scope.put(done.blocks)
            text.append(done.text)
    return text, found


def _disarm_interviews(blocks: Blocks, scopes: list[Scope], settings: Settings) -> list[Problem]:
    """Take what acts out of the interviews in *blocks*, once elements were made of raw HTML.

    A document that was looked at as a whole, or disarmed before, is disarmed as a whole.
    """
    if settings.active_content == _KEEP_ACTIVE:
        return []
    is_whole = settings.active_content == _EVERYWHERE or any(s.around is None for s in scopes)
    inside = blocks if is_whole else interview_divs(blocks)
    return disarm(inside, keeps_raw=settings.raw_html == _KEEP)


class Converted(NamedTuple):
    """What became of one place of the document."""

    blocks: Blocks | None
    """What takes its place; None where no conversation is in it."""
    problems: tuple[Problem, ...]
    text: str = ""
    """Its characters, to tell the language from."""
    turns: int = 0
    """How many turns are in it."""


def convert_scope(
    scope: Scope, meta: Meta, settings: Settings, ids: TurnIds, before: int = 0
) -> Converted:
    """Find the conversation in one place of a document, *before* which are so many turns; mark it.

    Raises LimitError where it is too much.
    """
    misplaced = scope.faults()
    settings, faults = settings_from(scope.take_settings(), settings)
    deadline = Deadline.from_now(settings.core)
    part_paragraphs(scope.blocks)
    cues, mended = _mend(scope.blocks) if settings.raw_html == _CONVERT else ({}, ())
    source, furniture = _read(scope, cues, settings)
    deadline.check()
    metadata, _ = read_metadata(plain_values(meta), PageHead(), source.blocks, settings.core.lang)
    corrections = settings.corrections._replace(is_marked=scope.around is not None)

    def talk_in(blocks: Blocks, source: AstBlocks) -> Talk:
        reading = recognise(source.blocks, metadata, settings.core, corrections)
        deadline.check()
        return Talk(blocks, source, reading)

    def chapter(blocks: Blocks) -> Talk:
        return talk_in(blocks, read_blocks(blocks, cues, furniture))

    whole = talk_in(scope.blocks, source)
    problems = (*misplaced, *faults, *mended, *whole.reading.problems)
    if not whole.reading.is_dialogue:
        return Converted(None, (*problems, *suspect_lost_cues(source.blocks)))
    talks = _chapters(scope, whole, chapter, corrections) or [whole]
    count = sum(part.opens for talk in talks for part in talk.reading.parts)
    check_turns(before + count, settings.core)
    used, names = words_for(metadata.lang), ids if settings.ids else None
    blocks, lost = _all_marked(talks, used, names, scope)
    text = "\n".join(block.text for block in source.blocks)
    return Converted(blocks, (*problems, *lost), text, count)


def _chapters(
    scope: Scope, whole: Talk, read: Callable[[Blocks], Talk], corrections: Corrections
) -> list[Talk]:
    """Return the talks of *scope* where it has several, each in a chapter; else none.

    An author's Div is one talk, and so is a text of which an editor has counted the blocks.
    """
    if scope.around is not None or corrections.turns:
        return []
    return find_talks(chapters_of(scope.blocks, whole.source), whole.reading, read)


def _all_marked(
    talks: list[Talk], used: Words, ids: TurnIds | None, scope: Scope
) -> tuple[Blocks, list[Problem]]:
    """Return the *talks* of *scope* in order, their turns marked, and what was lost."""
    blocks: Blocks = []
    lost: list[Problem] = []
    for talk in talks:
        marked, told = _marked(talk, used, ids, scope)
        blocks += marked
        lost += told
    return blocks, lost


def _marked(
    talk: Talk, used: Words, ids: TurnIds | None, scope: Scope
) -> tuple[Blocks, tuple[Problem, ...]]:
    """Return *talk* with its turns marked, and what was lost; as it is where nobody speaks."""
    source, reading = talk.source, talk.reading
    if not reading.is_dialogue:
        return talk.blocks, ()
    people = {person.id: person for person in reading.participants}
    names = ids.of(source.blocks, reading) if ids else {}
    blocks = rewrite(source, reading, CanonicalTurns(people, used, names), scope.around)
    return blocks, tuple(lost_text(source.blocks, reading, blocks))


def _read(
    scope: Scope, cues: dict[int, Cues], settings: Settings
) -> tuple[AstBlocks, frozenset[int]]:
    """Return the leaves of *scope*, the furniture of a whole page aside, and that furniture."""
    if settings.core.keep_chrome:
        return read_blocks(scope.blocks, cues), frozenset()
    furniture = find_furniture(scope.blocks)
    source = read_blocks(scope.blocks, cues, furniture)
    ends = end_furniture(source, "") if scope.around is None else frozenset()
    every = furniture | ends
    return (read_blocks(scope.blocks, cues, every) if ends else source), every


def _mend(blocks: Blocks) -> tuple[dict[int, Cues], tuple[Problem, ...]]:
    """Make elements of the raw HTML in *blocks*; return what it says of speakers, and faults."""
    from pandoc_vivavoce.rawhtml.repairing import repair  # noqa: PLC0415 - loads the HTML parser

    done = repair(blocks)
    return done.cues, tuple(done.problems)
