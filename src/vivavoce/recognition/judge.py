"""The judge: evidence for and against a conversation, stated in one place.

Every proposal is turned into a handful of figures between 0 and 1 and a weighted sum of them. Below
the threshold the document is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

from vivavoce.conventions._alternate import asks
from vivavoce.model import Cue
from vivavoce.recognition.address import announces_interview, says_i, says_you
from vivavoce.recognition.document import Document
from vivavoce.recognition.entries import key_of
from vivavoce.recognition.names import is_field, likeness

LABELLED_WEIGHTS = {
    "turns": 0.20,
    "labels return": 0.20,
    "speakers alternate": 0.15,
    "text covered": 0.15,
    "labels like names": 0.15,
    "talk": 0.15,
}
"""What counts for a conversation whose labels are printed."""

UNLABELLED_WEIGHTS = {
    "turns": 0.10,
    "questions ask": 0.30,
    "questions say you": 0.20,
    "answers say I": 0.15,
    "announced": 0.15,
    "text covered": 0.10,
}
"""What counts where only looks tell question from answer."""

_MANY = 6
_OPENING = 8
_PERSONAL = 0.7


def weigh_labelled(document: Document, cues: tuple[Cue, ...]) -> Mapping[str, float]:
    """Return the evidence for *cues* with printed labels."""
    keys = [key_of(cue.label) for cue in cues]
    changes = sum(one != other for one, other in pairwise(keys))
    texts = list(spoken_texts(document, cues))
    asking = sum("?" in text or "？" in text for text in texts) / len(cues)
    return {
        "turns": min(1.0, len(cues) / _MANY),
        "labels return": min(1.0, 1.4 * (1 - len(set(keys)) / len(cues))),
        "speakers alternate": changes / max(1, len(cues) - 1),
        "text covered": covered(document, cues),
        "labels like names": sum(likeness(cue.label) for cue in cues)
        / len(cues)
        * (not all(is_field(cue.label) for cue in cues)),
        "talk": min(1.0, 3 * asking + 0.5 * is_announced(document)),
    }


def weigh_unlabelled(document: Document, cues: tuple[Cue, ...]) -> Mapping[str, float]:
    """Return the evidence for *cues* that no label supports."""
    asked: list[str] = []
    answered: list[str] = []
    for cue, text in zip(cues, spoken_texts(document, cues), strict=True):
        (asked if cue.role == "interviewer" else answered).append(text)
    return {
        "turns": min(1.0, len(asked) / _MANY),
        "questions ask": _share(asked, asks),
        "questions say you": min(1.0, 1.5 * _share(asked, says_you)),
        "answers say I": min(1.0, 1.5 * _share(answered, says_i)),
        "announced": float(is_announced(document)),
        "text covered": covered(document, cues),
    }


def sounds_like_talk(evidence: Mapping[str, float]) -> bool:
    """Without labels, questions must speak to somebody and answers must speak of oneself.

    A list of riddles, a quiz or a page of frequent questions has the look but not the words.
    """
    return evidence["questions say you"] + evidence["answers say I"] >= _PERSONAL


def score(evidence: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the weighted sum of *evidence*, 0 to 1."""
    return sum(weights[name] * value for name, value in evidence.items())


def is_announced(document: Document) -> bool:
    """True where title or opening says that this is an interview."""
    title = " ".join(filter(None, (document.metadata.title, document.metadata.description)))
    if announces_interview(title):
        return True
    return any(announces_interview(block.text) for block in document.blocks[:_OPENING])


def spoken_texts(document: Document, cues: tuple[Cue, ...]) -> Iterable[str]:
    """Yield the text from each cue to the next, within the cue's own or the following block."""
    for cue, following in zip(cues, [*cues[1:], None], strict=True):
        text = document.blocks[cue.block].text
        stop = following.start if following and following.block == cue.block else len(text)
        said = text[cue.speech : stop].strip()
        if not said and cue.block + 1 < len(document.blocks):
            said = document.blocks[cue.block + 1].text
        yield said


def covered(document: Document, cues: tuple[Cue, ...]) -> float:
    """Return the share of the document's characters between the first and the last cue.

    The block of the last cue counts, and the next one, in which its speech may stand.
    """
    total = sum(len(block.text) for block in document.blocks)
    inside = document.blocks[cues[0].block : cues[-1].block + 2]
    return sum(len(block.text) for block in inside) / total if total else 0.0


def _share(texts: list[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, texts)) / len(texts) if texts else 0.0
