"""The judge: evidence for and against a conversation, stated in one place.

Every proposal is turned into a handful of figures between 0 and 1 and a weighted sum of them. Below
the threshold the document is left alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from itertools import islice, pairwise

from vivavoce.model import Cue
from vivavoce.recognition.address import (
    asks,
    holds_question,
    puts_question,
    says_i,
    says_you,
    says_you_and_i,
)
from vivavoce.recognition.asides import is_in
from vivavoce.recognition.document import Document
from vivavoce.recognition.entries import key_of
from vivavoce.recognition.labelparts import core
from vivavoce.recognition.names import (
    begins_with_surname,
    is_cased,
    is_field,
    likeness,
    role_of_word,
)

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
_PERSONAL = 0.7
_LEAST = 3
_SELF = 0.3
_OWN = 0.5
_TELLING = 0.15
_SPEECH = 80
_RETURNING = 4
_ASKING = 0.3
_OFTEN = 0.4
_ANONYMOUS = 0.2
_KEEPS_PRONOUNS = frozenset({"en", "de", "fr", "nl", "sv", "da", "no", "nb", "nn"})
_RUN = 4


def weigh_labelled(document: Document, cues: tuple[Cue, ...]) -> Mapping[str, float]:
    """Return the evidence for *cues* with printed labels."""
    keys = [key_of(cue.label) for cue in cues]
    changes = sum(one != other for one, other in pairwise(keys))
    texts = list(spoken_texts(document, cues))
    asking = sum(map(holds_question, texts)) / len(cues)
    return {
        "turns": min(1.0, len(cues) / _MANY),
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
    return {
        "turns": min(1.0, len(asked) / _MANY),
        "questions ask": _share(map(asks, asked), asked),
        "questions say you": min(1.0, 1.5 * _share((you for you, _ in voices), asked)),
        "answers say I": min(1.0, 1.5 * _share(map(says_i, answered), answered)),
        "questions say I": _share((i for _, i in voices), asked),
        "announced": float(document.is_announced),
        "text covered": covered(document, cues),
    }


def sounds_like_talk(document: Document, evidence: Mapping[str, float]) -> bool:
    """Without labels, questions must speak to somebody and answers must speak of oneself.

    A list of riddles, a quiz or a page of frequent questions has the look but not the words: there
    nobody says *I*, or the questions do; whoever asks of himself is an essayist. Where a page says
    that it is an interview, less is enough in languages that may leave these words out.
    """
    if not evidence["announced"] and (
        evidence["turns"] * _MANY < _LEAST or evidence["answers say I"] < _SELF
    ):
        return False
    own = evidence["questions say I"]
    if own > evidence["answers say I"] or own >= max(_OWN, evidence["questions say you"]):
        return False
    least = _PERSONAL if _keeps_pronouns(document) or not evidence["announced"] else _SELF
    return evidence["questions say you"] + evidence["answers say I"] >= least


def is_personal(document: Document, cues: tuple[Cue, ...]) -> bool:
    """True where labelled turns hold something that only people say to each other.

    A changelog, a glossary or a weather report has labels that come back, but nobody asks and
    nobody says *I*; full names, words for roles, or long speech under labels that keep coming back
    are enough.
    """
    texts = list(spoken_texts(document, cues))
    if _are_mere_words(document, cues) and not _put_questions(document, texts):
        return False
    telling = (text for text in texts if puts_question(text) or says_i(text))
    enough = math.ceil(_TELLING * len(texts))
    if sum(1 for _ in islice(telling, enough)) == enough:
        return True
    labels = {key_of(cue.label) for cue in cues}
    at_length = sum(map(len, texts)) >= _SPEECH * len(texts)
    if at_length and len(labels) * _RETURNING <= len(cues):
        return True
    return any(_is_plainly_somebody(cue.label) for cue in cues)


def _are_mere_words(document: Document, cues: tuple[Cue, ...]) -> bool:
    """True where each label is one word that may head anything, and nothing else tells of talk.

    In Chinese a person's label begins with a family name, as a rule.
    """
    if document.is_announced or not (_keeps_pronouns(document) or _is_chinese(document)):
        return False
    return all(
        len(core(label).split()) == 1
        and not role_of_word(label)
        and (is_cased(label) or not (len(label) == 1 or begins_with_surname(core(label))))
        for label in {cue.label for cue in cues}
    )


def _put_questions(document: Document, texts: list[str]) -> bool:
    """True where somebody is asked, or a good part of the turns asks."""
    asking = [text for text in texts if holds_question(text)]
    if _is_chinese(document):
        return len(asking) >= _OFTEN * len(texts)
    return len(asking) >= _ASKING * len(texts) or any(map(says_you, asking))


def _is_chinese(document: Document) -> bool:
    return (document.metadata.lang or "").startswith("zh")


def _keeps_pronouns(document: Document) -> bool:
    return (document.metadata.lang or "")[:2] in _KEEPS_PRONOUNS


def is_anonymous(cues: tuple[Cue, ...]) -> bool:
    """True where all labels are letters, or words for the one who asks or answers."""
    return all(role_of_word(cue.label) or len(key_of(cue.label)) == 1 for cue in cues)


def is_impersonal(document: Document, cues: tuple[Cue, ...]) -> bool:
    """True where letters or words for question and answer part what nobody says to anybody.

    So it is in a quiz, or on a page of help: hardly a question says *you* to somebody, and hardly
    an answer says *I*. Two questions with their answers are too few to tell it, and it tells
    nothing in languages that may leave these words out.
    """
    if document.is_announced or not _keeps_pronouns(document) or not is_anonymous(cues):
        return False
    asking = sum(role_of_word(cue.label) == "interviewer" for cue in cues)
    if asking < _LEAST and asking < len(cues):
        return False
    personal = 0
    for cue, text in zip(cues, spoken_texts(document, cues), strict=True):
        question, _, answer = text.partition("\n")
        if role_of_word(cue.label) == "interviewer":
            personal += says_you(question) or says_i(answer)
        else:
            personal += says_i(text)
    return personal < _ANONYMOUS * len(cues)


def is_quoted_talk(document: Document, cues: tuple[Cue, ...]) -> bool:
    """True where all *cues* stand in quotations and the page says more around them."""
    if document.is_announced or not all(is_in(document.blocks[cue.block], "quote") for cue in cues):
        return False
    said = sum(len(block.text) for block in document.blocks[cues[0].block : cues[-1].block + 1])
    return 2 * said < sum(len(block.text) for block in document.blocks)


def _is_plainly_somebody(label: str) -> bool:
    name = core(label)
    if role_of_word(label):
        return True
    return is_cased(name) and len(name.split()) in (2, 3) and likeness(name) >= 1.0


def score(evidence: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the weighted sum of *evidence*, 0 to 1."""
    return sum(weight * evidence.get(name, 0.0) for name, weight in weights.items())


def spoken_texts(document: Document, cues: tuple[Cue, ...]) -> Iterable[str]:
    """Yield the text from each cue to the next, a few blocks at most."""
    for cue, following in zip(cues, [*cues[1:], None], strict=True):
        text = document.blocks[cue.block].text
        if following and following.block == cue.block:
            yield text[cue.speech : following.start].strip()
            continue
        last = min(following.block if following else cue.block + _RUN, cue.block + _RUN)
        more = [block.text for block in document.blocks[cue.block + 1 : last]]
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
