"""Questions that carry no label: which of them to believe.

Looks alone make many a line a question. Between labelled answers it is one if it stands right
before an answer; where nothing is labelled, the talk begins with the first that asks.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final

from vivavoce.counting import at_least
from vivavoce.model import Cue
from vivavoce.recognition.address import announces_interview, says_i, says_you
from vivavoce.recognition.asides import aside_kind, is_credit, is_quoted
from vivavoce.recognition.asking import asks, puts_question
from vivavoce.recognition.document import Document
from vivavoce.recognition.ending import opens_with_known_name
from vivavoce.recognition.judge import spoken_texts
from vivavoce.recognition.pullquotes import is_pull_quote

_PRECEDES: Final = 0.5
_PARTING: Final = 3
"""Blocks past the last answer among which a parting word of the one who asks may stand."""
_ASKING: Final = 0.4
_RARELY: Final = 0.3
_LONG: Final = 150
_SHORT: Final = 60
_FEW: Final = 4
_GLANCE: Final = 200
_TEXTS: Final = frozenset({"paragraph", "heading"})
_NO_TURN: Final = frozenset({"credit", "note"})


def questions_between(
    document: Document, asked: Iterable[Cue], cues: tuple[Cue, ...]
) -> tuple[Cue, ...]:
    """Return the unlabelled questions among *asked* that stand right before labelled answers.

    They are believed where at least half of them do, and where they are many enough to matter. A
    mark that opens them, such as a dash, is believed beyond the last answer and without a question.
    """
    places = {cue.block for cue in cues}
    alone = {cue.block for cue in cues if not says(document, cue)}
    free = [
        cue
        for cue in asked
        if cue.block not in places and _text_before(document, cue.block) not in alone
    ]
    first, last = cues[0].block, cues[-1].block
    reach = (last, last + _PARTING)
    inside = [cue for cue in free if first - 3 <= cue.block <= reach[is_marked(cue)]]
    before = {cue.block for cue in inside if _next_text(document, cue.block) in places}
    if len(before) < 2 or len(before) < _PRECEDES * len(inside):
        return ()
    asking = sum(puts_question(document.blocks[index].text) for index in before)
    if asking < _ASKING * len(before):
        return ()
    return tuple(
        cue
        for cue in inside
        if cue.block in before or is_marked(cue) or asks(document.blocks[cue.block].text)
    )


def has_free_question(document: Document, cues: tuple[Cue, ...]) -> bool:
    """True where a text right before one of *cues* asks and is none; else nothing is between."""
    places = {cue.block for cue in cues}
    return any(
        index not in places
        and block.kind in _TEXTS
        and _next_text(document, index) in places
        and puts_question(block.text)
        for index, block in enumerate(document.blocks)
    )


def is_marked(cue: Cue) -> bool:
    """True where a printed mark, and not only its look, opens an unlabelled turn."""
    return not cue.label and cue.speech > cue.start


def headings_as_questions(document: Document, cues: tuple[Cue, ...]) -> list[Cue]:
    """Return a cue for every heading, where no labelled speaker in *cues* is one who asks."""
    headings = [
        Cue(index, 0, 0, "", "interviewer")
        for index, block in enumerate(document.blocks)
        if block.kind == "heading"
    ]
    return [] if headings and _asks_often(document, cues) else headings


def _asks_often(document: Document, cues: tuple[Cue, ...]) -> bool:
    return at_least(math.ceil(_RARELY * len(cues)), spoken_texts(document, cues), asks)


def says(document: Document, cue: Cue) -> bool:
    """True where speech follows the label in its own block."""
    return bool(document.blocks[cue.block].text[cue.speech : cue.speech + _GLANCE].strip())


def _text_before(document: Document, index: int) -> int:
    for earlier in range(index - 1, max(-1, index - 4), -1):
        if document.blocks[earlier].kind in _TEXTS:
            return earlier
    return -1


def _next_text(document: Document, index: int) -> int:
    for following in range(index + 1, min(index + 4, len(document.blocks))):
        if document.blocks[following].kind in _TEXTS:
            return following
    return -1


def plausible(document: Document, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Drop what cannot be a turn where looks alone tell.

    Before the first question there may be a headline or a paragraph in the questions' type: it does
    not ask, and it is long or a by-line follows. A short statement that says *you* is part of the
    question after it. A credit or note is no answer.
    """
    texts = list(spoken_texts(document, cues))
    begin = _beginning(document, cues, texts)
    kept: list[Cue] = []
    for cue, text in zip(cues[begin:], texts[begin:], strict=True):
        again = bool(kept) and kept[-1].role == cue.role == "interviewer"
        if again or _is_no_turn(document, cue, text):
            continue
        if cue is cues[-1] and cue.role == "interviewer" and _is_closing(document, cues, text):
            continue
        kept.append(cue)
    return tuple(kept[:-2] if _tells_of_author(document, kept) else kept)


def _tells_of_author(document: Document, kept: list[Cue]) -> bool:
    """A last heading that asks nothing, over what is said neither by *me* nor to *you*."""
    if len(kept) < _FEW or kept[-2].role != "interviewer" or kept[-1].role != "interviewee":
        return False
    heading, answer = (document.blocks[cue.block] for cue in kept[-2:])
    if heading.kind != "heading" or puts_question(heading.text):
        return False
    return not (says_i(answer.text) or says_you(answer.text))


def _is_no_turn(document: Document, cue: Cue, text: str) -> bool:
    if aside_kind(document.blocks[cue.block]) in _NO_TURN:
        return True
    if cue.role != "interviewer" or puts_question(text):
        return False
    block = document.blocks[cue.block]
    return is_pull_quote(document.blocks, cue.block, longer=1 if is_quoted(block) else 3)


def _is_closing(document: Document, cues: tuple[Cue, ...], text: str) -> bool:
    """A last paragraph in the questions' type that asks nothing and is not answered.

    It is long, or it begins with a name that the page has before the talk.
    """
    if puts_question(text):
        return False
    return len(text) > _SHORT or opens_with_known_name(document, cues[0].block + 1, text)


def _beginning(document: Document, cues: tuple[Cue, ...], texts: list[str]) -> int:
    """Return the place of the first of *cues* that may be a turn; 0 where none may."""
    for at in range(len(cues)):
        if _may_begin(document, cues, texts, at):
            return at
    return 0


def _may_begin(document: Document, cues: tuple[Cue, ...], texts: list[str], at: int) -> bool:
    if cues[at].role != "interviewer":
        return False
    if asks(texts[at]):
        return True
    if at + 1 < len(cues) and cues[at + 1].role == "interviewer":
        return len(texts[at]) <= _LONG and says_you(texts[at]) and asks(texts[at + 1])
    answer = document.blocks[cues[at + 1].block] if at + 1 < len(cues) else None
    headline = answer is None or announces_interview(answer.text) or is_credit(answer)
    return len(texts[at]) <= _LONG and not headline
