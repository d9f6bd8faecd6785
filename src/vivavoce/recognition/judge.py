"""The judge: evidence for and against a conversation, stated in one place.

Every proposal is turned into a handful of figures between 0 and 1 and a weighted sum of them. Below
the threshold the document is left alone; above it `vetoes` may still say that nobody talks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Final

from vivavoce.model import Cue
from vivavoce.recognition.address import says_i, says_you_and_i
from vivavoce.recognition.asking import asks, holds_question
from vivavoce.recognition.document import Document
from vivavoce.recognition.entries import key_of
from vivavoce.recognition.names import (
    is_field,
    likeness,
)

LABELLED_WEIGHTS: Final = {
    "turns": 0.20,
    "labels return": 0.20,
    "speakers alternate": 0.15,
    "text covered": 0.15,
    "labels like names": 0.15,
    "talk": 0.15,
}
"""What counts for a conversation whose labels are printed."""

UNLABELLED_WEIGHTS: Final = {
    "turns": 0.10,
    "questions ask": 0.30,
    "questions say you": 0.20,
    "answers say I": 0.15,
    "announced": 0.15,
    "answers quoted": 0.15,
    "text covered": 0.10,
}
"""What counts where only looks tell question from answer."""

MANY: Final = 6
"""So many turns are as good as more."""
_RUN: Final = 4
_NEARLY_ALL: Final = 0.8
_OPENING: Final = ("«", "“", "„", "「", '"')
_CLOSING: Final = ("»", "”", "“", "」", '"')


def weigh_labelled(document: Document, cues: tuple[Cue, ...]) -> Mapping[str, float]:
    """Return the evidence for *cues* with printed labels."""
    keys = [key_of(cue.label) for cue in cues]
    changes = sum(one != other for one, other in pairwise(keys))
    texts = list(spoken_texts(document, cues))
    asking = sum(map(holds_question, texts)) / len(cues)
    return {
        "turns": min(1.0, len(cues) / MANY),
        "labels return": min(1.0, 1.4 * (1 - len(set(keys)) / len(cues))),
        "speakers alternate": changes / max(1, len(cues) - 1),
        "text covered": covered(document, cues),
        "labels like names": sum(likeness(cue.label) for cue in cues)
        / len(cues)
        * (not all(is_field(cue.label) for cue in cues)),
        "talk": min(1.0, 3 * asking + 0.5 * document.is_announced),
    }


def weigh_unlabelled(document: Document, cues: tuple[Cue, ...]) -> Mapping[str, float]:
    """Return the evidence for *cues* that no label supports."""
    asked: list[str] = []
    answered: list[str] = []
    for cue, text in zip(cues, spoken_texts(document, cues), strict=True):
        (asked if cue.role == "interviewer" else answered).append(text)
    voices = [says_you_and_i(text) for text in asked]
    quoted = _share(map(_is_quoted, answered), answered)
    return {
        "turns": min(1.0, len(asked) / MANY),
        "questions ask": _share(map(asks, asked), asked),
        "questions say you": min(1.0, 1.5 * _share((you for you, _ in voices), asked)),
        "answers say I": min(1.0, 1.5 * _share(map(says_i, answered), answered)),
        "questions say I": _share((i for _, i in voices), asked),
        "announced": float(document.is_announced),
        "answers quoted": float(quoted >= _NEARLY_ALL and not document.is_announced),
        "text covered": covered(document, cues),
    }


def _is_quoted(text: str) -> bool:
    """Papers in Italian and Korean print answers as quotations."""
    return text.startswith(_OPENING) and text.rstrip(" .。").endswith(_CLOSING)


def score(evidence: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the weighted sum of *evidence*, 0 to 1."""
    return sum(weight * evidence.get(name, 0.0) for name, weight in weights.items())


def spoken_texts(document: Document, cues: tuple[Cue, ...]) -> Iterable[str]:
    """Yield the text from each cue to the next, a few blocks at most; captions are nobody's."""
    for cue, following in zip(cues, [*cues[1:], None], strict=True):
        text = document.blocks[cue.block].text
        if following and following.block == cue.block:
            yield text[cue.speech : following.start].strip()
            continue
        last = min(following.block if following else cue.block + _RUN, cue.block + _RUN)
        between = document.blocks[cue.block + 1 : last]
        more = [block.text for block in between if block.kind != "caption"]
        yield "\n".join([text[cue.speech :], *more]).strip()


def covered(document: Document, cues: tuple[Cue, ...]) -> float:
    """Return the share of the document's characters between the first and the last cue.

    The block of the last cue counts, and the next one, in which its speech may stand.
    """
    total = sum([len(block.text) for block in document.blocks])
    inside = document.blocks[cues[0].block : cues[-1].block + 2]
    return sum([len(block.text) for block in inside]) / total if total else 0.0


def _share(passed: Iterable[bool], texts: list[str]) -> float:
    return sum(passed) / len(texts) if texts else 0.0
