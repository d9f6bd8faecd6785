"""Answers that carry no label: where they begin, and whose they are.

A page may label its questions only, or lose a label once; the look of the question, or the word it
stands under, tells that what follows is the answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from itertools import pairwise
from typing import Final

from vivavoce.model import Cue
from vivavoce.people.identity import Printed, groups
from vivavoce.recognition.asides import aside_kind, is_emphatic, is_in
from vivavoce.recognition.asking import puts_question
from vivavoce.recognition.document import Document, Line
from vivavoce.recognition.entries import key_of
from vivavoce.recognition.judge import spoken_texts
from vivavoce.recognition.names import role_of_word
from vivavoce.recognition.questions import says

_ALWAYS: Final = 0.8
_OFTEN: Final = 5
_MOSTLY: Final = 0.6


def answer_unlabelled(document: Document, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Open a turn where a labelled question is followed by text of another look or no label.

    Between two questions under the same asking word stands an answer: its first paragraph opens
    the turn of an unnamed interviewee, or of the other speaker where there are just two.
    """
    labels = _labels_of(cues)
    styled = styled_askers(document, cues)
    asking = styled | {key for key, label in labels.items() if role_of_word(label) == "interviewer"}
    if len(labels) == 1 and not asking and _mostly_ask(document, cues):
        asking = frozenset(labels)
    answers = _answers(document, cues, asking)
    if not answers or (len(labels) > 1 and not styled and not _are_habit(answers, cues)):
        return cues
    if styled or (len(labels) == 2 and len(asking) == 1):
        other = next((label for key, label in labels.items() if key not in asking), "")
        answers = [cue._replace(label=other) for cue in answers]
    return tuple(sorted([*cues, *answers], key=lambda cue: (cue.block, cue.start)))


def _labels_of(cues: tuple[Cue, ...]) -> dict[str, str]:
    """Return the labels of *cues* in order, each speaker's as it stands first, by key."""
    labels: dict[str, str] = {}
    for cue in cues:
        if cue.label:
            labels.setdefault(key_of(cue.label), cue.label)
    return labels


def _answers(document: Document, cues: tuple[Cue, ...], asking: Set[str]) -> list[Cue]:
    """Return a cue without label for each answer to those of keys *asking* that no label opens."""
    below = _lines_below(document)
    found: list[Cue] = []
    for cue, following in zip(cues, [*cues[1:], None], strict=True):
        answer = _answer_below(below, cue, following, asking)
        if answer is None:
            answer = _missing_answer(document, cue, following, asking)
        if answer is not None:
            found.append(answer)
    return found


def _mostly_ask(document: Document, cues: tuple[Cue, ...]) -> bool:
    texts = list(spoken_texts(document, cues))
    return sum(map(puts_question, texts)) >= _MOSTLY * len(texts)


def styled_askers(document: Document, cues: tuple[Cue, ...]) -> frozenset[str]:
    """Return the speakers whose every turn is one wholly bold or italic line, if others' are not.

    Where they are two, an unlabelled line in plain type after such a turn is the other's.
    """
    whole = {
        (line.block, line.start) for line in document.lines if line.is_strong or line.is_emphasis
    }
    if not any((cue.block, cue.start) in whole for cue in cues):
        return frozenset()
    printed = {key_of(cue.label): Printed(cue.label) for cue in reversed(cues)}
    person = groups(printed, document.stated)
    looks: dict[str, list[bool]] = {}
    for cue in cues:
        seen = looks.setdefault(person[key_of(cue.label)], [])
        seen.append((cue.block, cue.start) in whole)
    set_apart = {key for key, seen in looks.items() if sum(seen) >= _ALWAYS * len(seen)}
    plain = [key for key, seen in looks.items() if sum(seen) <= (1 - _ALWAYS) * len(seen)]
    if len(looks) != 2 or len(set_apart) != 1 or len(plain) != 1:
        return frozenset()
    return frozenset(
        key for key in person if person[key] in set_apart and len(looks[person[key]]) > 2
    )


def _lines_below(document: Document) -> Mapping[tuple[int, int], Line]:
    """Return, by the place of a line set apart, the plain line below it in the same paragraph."""
    return {
        (line.block, line.start): after
        for line, after in pairwise(document.lines)
        if line.block == after.block
        and (line.is_strong or line.is_emphasis)
        and not (after.is_strong or after.is_emphasis)
    }


def _answer_below(
    below: Mapping[tuple[int, int], Line], cue: Cue, following: Cue | None, asking: Set[str]
) -> Cue | None:
    """Return a cue for the line below a question, both in one paragraph, that no label claims."""
    line = below.get((cue.block, cue.start)) if key_of(cue.label) in asking else None
    if line is None:
        return None
    if following and (following.block, following.start) <= (line.block, line.start):
        return None
    return Cue(line.block, line.start, line.start, "", "interviewee")


def _missing_answer(
    document: Document, cue: Cue, following: Cue | None, asking: Set[str]
) -> Cue | None:
    """Return a cue for the paragraph after a question that no label claims."""
    if says(document, cue):
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


def _are_habit(answers: list[Cue], cues: tuple[Cue, ...]) -> bool:
    """Many questions go unanswered by a label, so that it is the page's habit."""
    return len(answers) * _OFTEN >= len(cues)
