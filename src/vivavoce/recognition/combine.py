"""From proposals to the turns of the document, or to none.

Labels first, as `labelled` has them. Looks second: they supply the questions between labelled
answers, or the whole talk where no label is printed. Last, answers to labelled questions that carry
no label themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from vivavoce.conventions.registry import LABELLED, UNLABELLED, Convention
from vivavoce.model import Cue, Proposal, Verdict
from vivavoce.recognition.answers import answer_unlabelled
from vivavoce.recognition.document import Document
from vivavoce.recognition.finish import FINISHES, names_of_roles
from vivavoce.recognition.judge import (
    LABELLED_WEIGHTS,
    UNLABELLED_WEIGHTS,
    score,
    weigh_labelled,
    weigh_unlabelled,
)
from vivavoce.recognition.labelled import PRINTED, Labelled, labelled_turns
from vivavoce.recognition.points import are_outside, are_points
from vivavoce.recognition.questions import (
    has_free_question,
    headings_as_questions,
    plausible,
    questions_between,
)
from vivavoce.recognition.registers import are_choices
from vivavoce.recognition.talk import Talk
from vivavoce.recognition.vetoes import is_one_voice, is_survey, sounds_like_talk

_UNLABELLED: Final = frozenset(name for name, _ in UNLABELLED)
_UNMARKED: Final = frozenset({"item-question", "plain-question"})
_CLEARLY: Final = 4
_PAIR: Final = 2
_MARGIN: Final = 0.1


class Decision(NamedTuple):
    """What the judge made of all proposals."""

    talk: Talk | None
    """The turns; None where the document is left alone."""
    conventions: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    best: float
    """The best score there was."""


Propose = Callable[[Document, tuple[tuple[str, Convention], ...]], tuple[Proposal, ...]]
"""Asks the conventions of a table."""


def combine(document: Document, propose: Propose, *, explain: bool = True) -> Decision:
    """Weigh what conventions *propose* and join what belongs together.

    Those that go by looks are asked where the printed labels leave something open. Without
    *explain* there are no verdicts where the labels decide alone.
    """
    proposals = propose(document, LABELLED)
    labelled = labelled_turns(document, proposals)
    if explain or not labelled.stands or _leaves_open(document, labelled.cues):
        proposals += propose(document, UNLABELLED)
    if labelled.stands and any(item.convention in _UNLABELLED for item in proposals):
        labelled = labelled._replace(are_points=are_points(document, labelled.cues))
    is_clear = not explain and labelled.stands and not _have_rival(proposals, labelled)
    verdicts = [] if is_clear else [_judge(document, item, labelled) for item in proposals]
    best = max((verdict.score for verdict in verdicts), default=0.0)
    cues, names = _choose(document, proposals, verdicts, labelled)
    if not cues:
        return Decision(None, (), _ranked(verdicts, ()), best)
    for _, finish in FINISHES:
        cues = finish(document, cues)
    italics = "italic-question" in names or "italic-label" in names
    talk = Talk.of(cues, names_of_roles(cues), uses_italics=italics)
    return Decision(talk, names, _ranked(verdicts, names), best)


def _leaves_open(document: Document, cues: tuple[Cue, ...]) -> bool:
    """May looks tell of more turns than the labelled *cues*, or of questions between them?

    A line is two turns at most: a question and the beginning of its answer.
    """
    return _tells_more(2 * len(document.lines), len(cues)) or has_free_question(document, cues)


def _choose(
    document: Document,
    proposals: tuple[Proposal, ...],
    verdicts: list[Verdict],
    labelled: Labelled,
) -> tuple[tuple[Cue, ...], tuple[str, ...]]:
    """Return the turns and the names of the conventions they come from."""
    if is_survey(document, labelled.cues):
        return (), ()
    styled = _best_styled(document, verdicts)
    by_name = {proposal.convention: proposal for proposal in proposals}
    if labelled.stands and not _is_outdone(document, labelled, styled, by_name):
        cues, added = _with_questions(document, by_name, labelled.cues)
        names = [p.convention for p in proposals if _overlaps(p, labelled.cues)]
        cues = answer_unlabelled(document, cues)
        return ((), ()) if is_one_voice(document, cues) else (cues, (*names, *added))
    if styled is None:
        return (), ()
    cues = plausible(document, by_name[styled.convention].cues)
    is_talk = len(cues) > 1 and (document.is_announced or not are_choices(document, cues))
    return (cues, (styled.convention,)) if is_talk else ((), ())


def _best_styled(document: Document, verdicts: list[Verdict]) -> Verdict | None:
    """Return the best unlabelled convention that is good enough and sounds like talk.

    One that goes by the words alone is believed only where nothing sets questions apart.
    """
    fit = [
        verdict
        for verdict in verdicts
        if verdict.convention in _UNLABELLED
        and verdict.score >= document.options.threshold
        and sounds_like_talk(document, verdict.evidence)
        and (verdict.convention not in _UNMARKED or verdict.evidence["announced"])
        and not document.is_faq
    ]
    return max(fit, key=lambda one: (one.convention not in _UNMARKED, one.score), default=None)


def _have_rival(proposals: tuple[Proposal, ...], labelled: Labelled) -> bool:
    """May a convention that goes by looks outdo the labels?"""
    rivals = [proposal for proposal in proposals if proposal.convention in _UNLABELLED]
    return labelled.are_points or any(
        _tells_more(len(rival.cues), len(labelled.cues)) for rival in rivals
    )


def _tells_more(turns: int, found: int) -> bool:
    """Are *turns* told by looks clearly more than those *found* by labels, or than a first pair?"""
    return turns >= _CLEARLY * found or (found == _PAIR and turns > found)


def _is_outdone(
    document: Document,
    labelled: Labelled,
    styled: Verdict | None,
    by_name: Mapping[str, Proposal],
) -> bool:
    """A few stray labels, or lists with points, on a page whose looks tell the whole talk."""
    if styled is None:
        return False
    if labelled.are_points and are_outside(document, by_name[styled.convention].cues):
        return True
    if not _tells_more(styled.cues, len(labelled.cues)):
        return False
    return len(labelled.cues) == _PAIR or styled.score > labelled.weight + _MARGIN


def _with_questions(
    document: Document, by_name: Mapping[str, Proposal], labelled: tuple[Cue, ...]
) -> tuple[tuple[Cue, ...], tuple[str, ...]]:
    """Add the unlabelled questions of the convention that supplies the most."""
    asked = {
        name: [cue for cue in by_name[name].cues if cue.role == "interviewer"]
        for name, _ in UNLABELLED
        if name in by_name
    }
    found = {name: questions_between(document, cues, labelled) for name, cues in asked.items()}
    headings = questions_between(document, headings_as_questions(document, labelled), labelled)
    name, added = max(
        [*found.items(), ("heading-question", headings)], key=lambda item: len(item[1])
    )
    cues = tuple(sorted({*labelled, *added}, key=lambda cue: (cue.block, cue.start)))
    return cues, ((name,) if added else ())


def _overlaps(proposal: Proposal, cues: tuple[Cue, ...]) -> bool:
    places = {(cue.block, cue.start) for cue in cues}
    return (
        proposal.convention in PRINTED
        and sum((cue.block, cue.start) in places for cue in proposal.cues) >= 2
    )


def _judge(document: Document, proposal: Proposal, labelled: Labelled) -> Verdict:
    evidence: Mapping[str, float]
    if proposal.convention in PRINTED:
        places = {(cue.block, cue.start) for cue in labelled.cues}
        cues = tuple(cue for cue in proposal.cues if (cue.block, cue.start) in places)
        is_all = cues == labelled.cues
        evidence = labelled.evidence if is_all else weigh_labelled(document, cues) if cues else {}
        total = score(evidence, LABELLED_WEIGHTS)
    else:
        cues = proposal.cues
        evidence = weigh_unlabelled(document, cues)
        total = score(evidence, UNLABELLED_WEIGHTS)
    return Verdict(proposal.convention, round(total, 3), False, len(cues), dict(evidence))


def _ranked(verdicts: list[Verdict], names: tuple[str, ...]) -> tuple[Verdict, ...]:
    marked = [
        Verdict(v.convention, v.score, v.convention in names, v.cues, v.evidence) for v in verdicts
    ]
    return tuple(sorted(marked, key=lambda verdict: -verdict.score))
