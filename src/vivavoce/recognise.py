"""Recognition on one screen: propose, decide, let the talk flow, find the people.

Every convention proposes; labels are judged together, because a page prints one speaker's label in
several ways; looks alone are believed where no label is printed, or between labelled answers. An
editor's corrections come before all evidence.
"""

from __future__ import annotations

from typing import Final

from vivavoce.conventions.registry import CONVENTIONS, Convention
from vivavoce.model import Block, Metadata, Part, PartKind, Proposal, Reading
from vivavoce.options import DEFAULTS, Options
from vivavoce.people.participants import identify
from vivavoce.problems import Code, Problem
from vivavoce.recognition.columns import hushed
from vivavoce.recognition.combine import combine
from vivavoce.recognition.corrections import NONE, Corrections, corrected, fits, stale
from vivavoce.recognition.document import Document, read_document
from vivavoce.recognition.doubts import doubts
from vivavoce.recognition.entries import key_of
from vivavoce.recognition.flow import read_flow
from vivavoce.recognition.names import fold
from vivavoce.recognition.voiced import stated_voices

BY_HAND: Final = "corrections"
"""Stands for a convention where only an editor's corrections say who speaks."""
_SIGNS: Final = 0.35


def recognise(
    blocks: tuple[Block, ...],
    metadata: Metadata,
    options: Options = DEFAULTS,
    corrections: Corrections = NONE,
    *,
    explain: bool = False,
) -> Reading:
    """Say whose each stretch of *blocks* is.

    With *explain* every convention that proposed something is weighed for the reader's sake, also
    where the printed labels decide alone.
    Where the evidence is too weak the reading has no conventions, its parts belong to nobody, and a
    problem says so.
    """
    document = _document_of(blocks, metadata, options, corrections)
    decision = combine(document, propose, explain=explain)
    problems = stale(corrections, blocks, _printed_labels(document)) if corrections != NONE else ()
    if options.convention:
        problems = (*_misnamed(options.convention), *problems)
    talk = decision.talk
    flow = silent_parts(blocks) if talk is None else hushed(blocks, read_flow(document, talk))
    parts = assigned(flow, blocks, corrections)
    if not any(part.speaker for part in parts):
        problems = (*problems, _abstention(decision.best, options.threshold))
        return Reading(silent_parts(blocks), verdicts=decision.verdicts, problems=problems)
    people, ids = identify(document, parts)
    return Reading(
        parts=tuple(part.said_by(ids[part.speaker]) if part.speaker else part for part in parts),
        participants=corrected(people, corrections),
        conventions=(BY_HAND,) if talk is None else decision.conventions,
        verdicts=decision.verdicts,
        problems=(*problems, *doubts(document, parts)),
    )


def _misnamed(wanted: str) -> tuple[Problem, ...]:
    """Tell of a convention *wanted* that there is not, by which nothing can be found."""
    names = [name for name, _ in CONVENTIONS]
    if wanted in names:
        return ()
    import difflib  # noqa: PLC0415 - for mistakes only

    near = difflib.get_close_matches(wanted, names, 1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return (Problem(Code.BAD_OPTION, f"there is no convention {wanted!r}{hint}"),)


def _document_of(
    blocks: tuple[Block, ...], metadata: Metadata, options: Options, corrections: Corrections
) -> Document:
    """Return *blocks* as the conventions see them; what an author has marked is an interview."""
    document = read_document(blocks, metadata, _instructed(options, corrections, blocks))
    if corrections.is_marked:
        return document._replace(is_faq=False, is_announced=True)
    return document


def propose(
    document: Document, conventions: tuple[tuple[str, Convention], ...]
) -> tuple[Proposal, ...]:
    """Ask every one of *conventions*, or the one that the options name."""
    wanted = document.options.convention
    found = (function(document) for name, function in conventions if wanted in ("", name))
    return tuple(proposal for proposal in found if proposal is not None)


def assigned(
    parts: tuple[Part, ...], blocks: tuple[Block, ...], corrections: Corrections
) -> tuple[Part, ...]:
    """Give the blocks that *corrections* assign to the speakers they name, or to nobody."""
    owner = {
        block: turn
        for turn in corrections.turns
        if fits(turn, blocks)
        for block in range(turn.first, turn.last + 1)
    }
    if not owner:
        return parts
    kept = [part for part in parts if part.block not in owner]
    for block, turn in owner.items():
        length = len(blocks[block].text)
        speaker = key_of(turn.speaker) if turn.speaker else None
        opens = speaker is not None and block == turn.first
        kind: PartKind = "speech" if speaker else "prose"
        kept.append(Part(block, 0, 0, length, kind, speaker, "", opens))
    return tuple(sorted(kept, key=lambda part: (part.block, part.start)))


def silent_parts(blocks: tuple[Block, ...]) -> tuple[Part, ...]:
    """Return a reading in which nobody speaks."""
    return tuple(
        Part(index, 0, 0, len(block.text), _silent_kind(block))
        for index, block in enumerate(blocks)
    )


def _silent_kind(block: Block) -> PartKind:
    if block.kind == "heading":
        return "heading"
    return "caption" if block.kind == "caption" else "prose"


def _instructed(options: Options, corrections: Corrections, blocks: tuple[Block, ...]) -> Options:
    """Return *options* with the labels that *corrections*, or a transcript, call speakers.

    Those that are no speakers, as the options or an editor say, are none in a transcript either.
    """
    barred = options.not_speakers + corrections.no_speakers
    none = set(map(fold, barred))
    voices = tuple(voice for voice in stated_voices(blocks) if fold(voice) not in none)
    named = tuple(person.label for person in corrections.people)
    if not (voices or named or corrections.no_speakers):
        return options
    return options._replace(speakers=options.speakers + named + voices, not_speakers=barred)


def _printed_labels(document: Document) -> frozenset[str]:
    printed = (line.label.printed if line.label else line.text for line in document.lines)
    return frozenset(form for label in printed for form in (fold(label), key_of(label)))


def _abstention(best: float, threshold: float) -> Problem:
    if best >= threshold:
        return Problem(
            Code.UNSURE,
            f"it looks like a conversation ({best:.2f}), but its words are not said to anybody",
        )
    if best >= _SIGNS:
        return Problem(Code.UNSURE, f"signs of a conversation reach {best:.2f}, which is too weak")
    return Problem(Code.NO_DIALOGUE, "no conversation was found; the text is unchanged")
