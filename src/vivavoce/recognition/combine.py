"""From proposals to the turns of the document, or to none.

Labels first: all labelled conventions are merged and their labels judged as one vocabulary. Looks
second: they supply the questions between labelled answers, or the whole talk where no label is
printed. Last, answers to labelled questions that carry no label themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from vivavoce.recognition.address import puts_question
from vivavoce.recognition.asides import aside_kind, is_emphatic, is_in
from vivavoce.conventions import LABELLED, UNLABELLED
from vivavoce.conventions._alternate import asks
from vivavoce.recognition.document import Document
from vivavoce.recognition.flow import Talk
from vivavoce.people.identity import groups
from vivavoce.recognition.judge import (
    LABELLED_WEIGHTS,
    UNLABELLED_WEIGHTS,
    covered,
    score,
    sounds_like_talk,
    spoken_texts,
    weigh_labelled,
    weigh_unlabelled,
)
from vivavoce.model import Cue, Proposal, Verdict
from vivavoce.recognition.names import role_of_word
from vivavoce.recognition.vocabulary import entries_of, key_of, merge_cues, speakers, without_strays

_LABELLED = frozenset(name for name, _ in LABELLED)
_UNLABELLED = frozenset(name for name, _ in UNLABELLED)
_PRECEDES = 0.5
_ASKING = 0.4
_RARELY = 0.3
_ALWAYS = 0.8
_SOME = 10
_LITTLE = 0.08
_NO_TURN = frozenset({"credit", "note"})


@dataclass(frozen=True, slots=True)
class Decision:
    """What the judge made of all proposals."""

    talk: Talk | None
    """The turns; None where the document is left alone."""
    conventions: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    best: float
    """The best score there was."""


def combine(document: Document, proposals: tuple[Proposal, ...]) -> Decision:
    """Weigh *proposals* and join those that belong together."""
    labelled = _labelled_cues(document, proposals)
    verdicts = [_judge(document, proposal, labelled) for proposal in proposals]
    best = max((verdict.score for verdict in verdicts), default=0.0)
    cues, names = _choose(document, proposals, verdicts, labelled)
    if not cues:
        return Decision(None, (), _ranked(verdicts, ()), best)
    talk = Talk(cues, uses_italics="italic-question" in names or "italic-label" in names)
    return Decision(talk, names, _ranked(verdicts, names), best)


def _labelled_cues(document: Document, proposals: tuple[Proposal, ...]) -> tuple[Cue, ...]:
    """Return the cues of all labelled conventions whose label is a speaker's."""
    merged = merge_cues(p for p in proposals if p.convention in _LABELLED)
    entries = entries_of(document, merged)
    names = speakers(document, entries, frozenset(document.stated))
    return without_strays(entries, names, merged)


def _choose(
    document: Document,
    proposals: tuple[Proposal, ...],
    verdicts: list[Verdict],
    labelled: tuple[Cue, ...],
) -> tuple[tuple[Cue, ...], tuple[str, ...]]:
    threshold = document.options.threshold
    styled = sorted((v for v in verdicts if v.convention in _UNLABELLED), key=lambda v: -v.score)
    by_name = {proposal.convention: proposal for proposal in proposals}
    if _stands(document, labelled, threshold):
        names = [
            p.convention for p in proposals if p.convention in _LABELLED and _overlaps(p, labelled)
        ]
        found = [
            (questions_between(document, asked, labelled), name)
            for name, asked in _asking(document, by_name, styled, labelled)
        ]
        added, name = max(found, key=lambda item: len(item[0]), default=((), ""))
        cues = tuple(sorted({*labelled, *added}, key=lambda cue: (cue.block, cue.start)))
        names += [name] if added else []
        return answer_unlabelled(document, cues), tuple(names)
    styled = [verdict for verdict in styled if sounds_like_talk(verdict.evidence)]
    if styled and styled[0].score >= threshold:
        name = styled[0].convention
        cues = plausible(document, by_name[name].cues)
        return (cues, (name,)) if len(cues) > 1 else ((), ())
    return (), ()


def _asking(
    document: Document,
    by_name: Mapping[str, Proposal],
    styled: list[Verdict],
    cues: tuple[Cue, ...],
) -> Iterator[tuple[str, list[Cue]]]:
    """Yield what may be unlabelled questions, the most likely convention first.

    Where no labelled speaker asks, any heading right before an answer may be the question.
    """
    for verdict in styled:
        found = by_name[verdict.convention].cues
        yield verdict.convention, [cue for cue in found if cue.role == "interviewer"]
    texts = list(spoken_texts(document, cues))
    if sum(map(asks, texts)) < _RARELY * len(texts):
        headings = [i for i, block in enumerate(document.blocks) if block.kind == "heading"]
        yield "heading-question", [Cue(i, 0, 0, "", "interviewer") for i in headings]


def _stands(document: Document, cues: tuple[Cue, ...], threshold: float) -> bool:
    """Is there a conversation in the labelled cues alone?"""
    if len(cues) < 2:
        return False
    if len({key_of(cue.label) for cue in cues}) == 1 and not _all_ask(document, cues):
        return len(cues) >= 3 and _weight(document, cues) >= threshold
    if len(cues) < _SOME and covered(document, cues) < _LITTLE:
        return False
    return _weight(document, cues) >= threshold


def _weight(document: Document, cues: tuple[Cue, ...]) -> float:
    return score(weigh_labelled(document, cues), LABELLED_WEIGHTS)


def _all_ask(document: Document, cues: tuple[Cue, ...]) -> bool:
    return all(role_of_word(cue.label) == "interviewer" for cue in cues)


def _overlaps(proposal: Proposal, cues: tuple[Cue, ...]) -> bool:
    places = {(cue.block, cue.start) for cue in cues}
    return sum((cue.block, cue.start) in places for cue in proposal.cues) >= 2


def questions_between(
    document: Document, asked: Iterable[Cue], cues: tuple[Cue, ...]
) -> tuple[Cue, ...]:
    """Return the unlabelled questions among *asked* that stand right before labelled answers.

    They are believed where at least half of them do, and where they are many enough to matter.
    """
    places = {cue.block for cue in cues}
    alone = {cue.block for cue in cues if not _says(document, cue)}
    free = [
        cue
        for cue in asked
        if cue.block not in places and _text_before(document, cue.block) not in alone
    ]
    first, last = cues[0].block, cues[-1].block
    inside = [cue for cue in free if first - 3 <= cue.block <= last]
    before = {cue.block for cue in inside if _next_text(document, cue.block) in places}
    if len(before) < 2 or len(before) < _PRECEDES * len(inside):
        return ()
    asking = sum(puts_question(document.blocks[index].text) for index in before)
    if asking < _ASKING * len(before):
        return ()
    return tuple(
        cue for cue in inside if cue.block in before or asks(document.blocks[cue.block].text)
    )


def _says(document: Document, cue: Cue) -> bool:
    return bool(document.blocks[cue.block].text[cue.speech :].strip())


def _text_before(document: Document, index: int) -> int:
    for earlier in range(index - 1, max(-1, index - 4), -1):
        if document.blocks[earlier].kind in {"paragraph", "heading"}:
            return earlier
    return -1


def _next_text(document: Document, index: int) -> int:
    for following in range(index + 1, min(index + 4, len(document.blocks))):
        if document.blocks[following].kind in {"paragraph", "heading"}:
            return following
    return -1


def plausible(document: Document, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Drop what cannot be a turn where looks alone tell.

    The talk begins with a question; a credit or note is no answer.
    """
    asked = [
        (at, text)
        for at, (cue, text) in enumerate(zip(cues, spoken_texts(document, cues), strict=True))
        if cue.role == "interviewer"
    ]
    by_mark = sum(asks(text) for _, text in asked) * 2 > len(asked)
    is_question = asks if by_mark else puts_question
    begin = next((at for at, text in asked if is_question(text)), 0)
    return tuple(
        cue for cue in cues[begin:] if aside_kind(document.blocks[cue.block]) not in _NO_TURN
    )


def answer_unlabelled(document: Document, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Open a turn where a labelled question is followed by text of another look or no label.

    Between two questions under the same asking word stands an answer: its first paragraph opens
    the turn of an unnamed interviewee, or of the other speaker where there are just two.
    """
    keys = {key_of(cue.label) for cue in cues if cue.label}
    styled = styled_askers(document, cues)
    asking = styled | {key for key in keys if role_of_word(_printed(cues, key)) == "interviewer"}
    added = [
        answer
        for cue, following in zip(cues, [*cues[1:], None], strict=True)
        if (answer := _missing_answer(document, cue, following, asking)) is not None
    ]
    if not added or (len(keys) > 1 and not styled and not _are_sure(document, added, cues)):
        return cues
    label = next(iter(keys - asking), "") if styled or (len(keys) == 2 and len(asking) == 1) else ""
    named = _printed(cues, label)
    answers = [
        Cue(a.block, a.start, a.speech, "", "interviewee")
        if not named
        else Cue(a.block, a.start, a.start, named, "interviewee")
        for a in added
    ]
    return tuple(sorted([*cues, *answers], key=lambda cue: (cue.block, cue.start)))


def _printed(cues: tuple[Cue, ...], key: str) -> str:
    return next((cue.label for cue in cues if key and key_of(cue.label) == key), "")


def styled_askers(document: Document, cues: tuple[Cue, ...]) -> frozenset[str]:
    """Return the speakers whose every turn is one wholly bold or italic line, if others' are not.

    Where they are two, an unlabelled line in plain type after such a turn is the other's.
    """
    lines = {(line.block, line.start): line for line in document.lines}
    person = groups({key_of(cue.label): cue.label for cue in reversed(cues)}, document.stated)
    looks: dict[str, list[bool]] = {}
    for cue in cues:
        line = lines.get((cue.block, cue.start))
        looks.setdefault(person[key_of(cue.label)], []).append(
            line is not None and (line.is_strong or line.is_emphasis)
        )
    set_apart = {key for key, seen in looks.items() if sum(seen) >= _ALWAYS * len(seen)}
    plain = [key for key, seen in looks.items() if sum(seen) <= (1 - _ALWAYS) * len(seen)]
    if len(looks) != 2 or len(set_apart) != 1 or len(plain) != 1:
        return frozenset()
    return frozenset(
        key for key in person if person[key] in set_apart and len(looks[person[key]]) > 2
    )


def _missing_answer(
    document: Document, cue: Cue, following: Cue | None, asking: Set[str]
) -> Cue | None:
    """Return a cue for the paragraph after a question that no label claims."""
    if _says(document, cue):
        after = _next_paragraph(document, cue.block) if key_of(cue.label) in asking else -1
    else:
        after = _after_quotation(document, cue.block) if cue.role == "interviewer" else -1
    if after < 0 or (following is not None and following.block <= after):
        return None
    if is_emphatic(document.blocks[after], "strong") or aside_kind(document.blocks[after]):
        return None
    return Cue(after, 0, 0, "", "interviewee")


def _after_quotation(document: Document, index: int) -> int:
    """Return the first paragraph after the block quotation that follows block *index*."""
    at = index + 1
    while at < len(document.blocks) and is_in(document.blocks[at], "quote"):
        at += 1
    if at == index + 1 or at >= len(document.blocks) or document.blocks[at].kind != "paragraph":
        return -1
    return at


def _next_paragraph(document: Document, index: int) -> int:
    for following in range(index + 1, min(index + 6, len(document.blocks))):
        kind = document.blocks[following].kind
        if kind == "paragraph":
            return following
        if kind == "heading":
            return -1
    return -1


def _are_sure(document: Document, added: list[Cue], cues: tuple[Cue, ...]) -> bool:
    """Many questions go unanswered by a label, so that it is the page's habit."""
    return len(added) * 5 >= len(cues)


def _judge(document: Document, proposal: Proposal, labelled: tuple[Cue, ...]) -> Verdict:
    evidence: Mapping[str, float]
    if proposal.convention in _LABELLED:
        places = {(cue.block, cue.start) for cue in labelled}
        cues = tuple(cue for cue in proposal.cues if (cue.block, cue.start) in places)
        evidence = weigh_labelled(document, cues) if cues else {}
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
