"""A whole document through the filter: settings, repair, recognition, rewriting, dress.

The document is taken as it is and not changed unless a conversation was found in it. Where the
author has marked interviews with Divs ``.interview`` only those are looked at.
"""

from __future__ import annotations

from dataclasses import dataclass

from pandoc_vivavoce.ast import Blocks, Element
from pandoc_vivavoce.astread import read_blocks
from pandoc_vivavoce.astwrite import rewrite
from pandoc_vivavoce.canonical import CanonicalTurns
from pandoc_vivavoce.docmeta import Meta, plain_values, take_settings
from pandoc_vivavoce.identifiers import turn_ids
from pandoc_vivavoce.scopes import Scope, find_scopes
from pandoc_vivavoce.settings import Settings, settings_from
from vivavoce.metadata import read_metadata
from vivavoce.pagehead import PageHead
from vivavoce.problems import Code, Problem
from vivavoce.recognise import recognise
from vivavoce.words import words_for

_UNFOUND = frozenset({Code.NO_DIALOGUE, Code.UNSURE})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a document."""

    document: Element
    problems: tuple[Problem, ...] = ()
    changed: bool = False
    """False where the document must be handed on in the bytes in which it came."""
    failed: bool = False
    """The user asked to be stopped in such a case."""


def convert_document(document: Element, output: str) -> Outcome:
    """Convert *document*, pandoc's JSON as Python has it, for the writer *output*.

    The lists of *document* are changed in place where a conversation was found.
    """
    meta, stated = take_settings(document["meta"])
    settings, problems = settings_from(stated)
    clean = replace_meta(document, meta) if stated else document
    if not settings.active:
        return Outcome(clean, problems, changed=bool(stated))
    found: list[Problem] = []
    converted = 0
    for scope in find_scopes(document["blocks"]):
        blocks, told = convert_scope(scope, meta, settings)
        found.extend(told)
        if blocks is not None:
            scope.replace(blocks)
            converted += 1
    if not converted:
        failed = settings.fail_if_unsure and any(item.code in _UNFOUND for item in found)
        return Outcome(clean, (*problems, *found), bool(stated), failed)
    return Outcome(replace_meta(document, meta), (*problems, *found), changed=True)


def replace_meta(document: Element, meta: Meta) -> Element:
    """Return *document* with *meta* in place of its own."""
    return {**document, "meta": meta}


def convert_scope(
    scope: Scope, meta: Meta, settings: Settings
) -> tuple[Blocks | None, tuple[Problem, ...]]:
    """Return the blocks that take the place of *scope*, or None where no conversation is in it."""
    source = read_blocks(scope.blocks)
    metadata, _ = read_metadata(plain_values(meta), PageHead(), source.blocks, settings.core.lang)
    reading = recognise(source.blocks, metadata, settings.core)
    if not reading.is_dialogue:
        return None, reading.problems
    people = {person.id: person for person in reading.participants}
    ids = turn_ids(source.blocks, reading) if settings.ids else {}
    writer = CanonicalTurns(people, words_for(metadata.lang), ids)
    return rewrite(source, reading, writer, scope.around), reading.problems
