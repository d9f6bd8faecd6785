"""What looks like a conversation and is none: the judge's second thoughts, on the words themselves.

A quiz, a review, a page of help or a survey has labels or questions that come back, and scores well
by its looks. Here it is asked whether people say these things to each other.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from typing import Final

from vivavoce.counting import at_least
from vivavoce.languagetags import primary
from vivavoce.model import Cue
from vivavoce.recognition.address import addresses, says_i, says_you
from vivavoce.recognition.asides import is_in
from vivavoce.recognition.asking import holds_question, puts_question
from vivavoce.recognition.document import Document
from vivavoce.recognition.entries import key_of
from vivavoce.recognition.judge import MANY, spoken_texts
from vivavoce.recognition.labelparts import core
from vivavoce.recognition.names import (
    begins_with_surname,
    is_cased,
    letter_pairs,
    letter_role,
    likeness,
    role_of_word,
)

_PERSONAL: Final = 0.7
_LEAST: Final = 3
_SELF: Final = 0.3
_OWN: Final = 0.5
_PLAIN: Final = 0.4
_TELLING: Final = 0.15
_SPEECH: Final = 80
_RETURNING: Final = 4
_ASKING: Final = 0.3
_OFTEN: Final = 0.4
_ANONYMOUS: Final = 0.2
_KEEPS_PRONOUNS: Final = frozenset({"en", "de", "fr", "nl", "sv", "da", "no", "nb", "nn"})
"""Languages in which *I* and *you* are words that cannot be left out."""


def sounds_like_talk(document: Document, evidence: Mapping[str, float]) -> bool:
    """Without labels, questions must speak to somebody and answers must speak of oneself.

    A list of riddles, a quiz or a page of frequent questions has the look but not the words: there
    nobody says *I*, or the questions do; whoever asks of himself is an essayist. Where a page says
    that it is an interview, less is enough in languages that may leave these words out. Three
    questions are wanted, or two of which most say *you* and are answered with *I*. Three answers in
    quotation marks are somebody's words, whatever they say.
    """
    you, me = evidence["questions say you"], evidence["answers say I"]
    if evidence["answers quoted"] and round(evidence["turns"] * MANY) >= _LEAST:
        return True
    is_plain = min(you, me) >= _PERSONAL and not evidence["questions say I"]
    enough = _LEAST - 1 if is_plain else _LEAST
    if not evidence["announced"] and (
        round(evidence["turns"] * MANY) < enough or me < _SELF or max(you, me) < _PLAIN
    ):
        return False
    own = evidence["questions say I"]
    if own > me or own >= max(_OWN, you):
        return False
    least = _PERSONAL if _keeps_pronouns(document) or not evidence["announced"] else _SELF
    return you + me >= least


def is_personal(document: Document, cues: tuple[Cue, ...]) -> bool:
    """True where labelled turns hold something that only people say to each other.

    A changelog, a glossary or a weather report has labels that come back, but nobody asks and
    nobody says *I*; full names, words for roles, or long speech under labels that keep coming back
    are enough.
    """
    texts = list(spoken_texts(document, cues))
    if _are_mere_words(document, cues) and not _talks(document, texts):
        return False
    if at_least(math.ceil(_TELLING * len(texts)), texts, _tells):
        return True
    labels = {key_of(cue.label) for cue in cues}
    at_length = sum(map(len, texts)) >= _SPEECH * len(texts)
    if at_length and len(labels) * _RETURNING <= len(cues):
        return True
    return any(_is_plainly_somebody(cue.label) for cue in cues)


def _tells(text: str) -> bool:
    return puts_question(text) or says_i(text)


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


def _talks(document: Document, texts: list[str]) -> bool:
    """True where somebody is asked, a good part of the turns asks, or half of them say *I*."""
    asking = [text for text in texts if holds_question(text)]
    least = _OFTEN if _is_chinese(document) else _ASKING
    if len(asking) >= least * len(texts) or 2 * sum(map(says_i, texts)) >= len(texts):
        return True
    return not _is_chinese(document) and sum(map(says_you, asking)) > 1


def _is_chinese(document: Document) -> bool:
    return primary(document.metadata.lang) == "zh"


def _keeps_pronouns(document: Document) -> bool:
    return primary(document.metadata.lang) in _KEEPS_PRONOUNS


def is_anonymous(cues: tuple[Cue, ...]) -> bool:
    """True where all labels are letters, or words for the one who asks or answers."""
    return all(role_of_word(cue.label) or len(key_of(cue.label)) == 1 for cue in cues)


def is_impersonal(document: Document, cues: tuple[Cue, ...]) -> bool:
    """True where letters or words for question and answer part what nobody says to anybody.

    So it is in a quiz, or on a page of help: hardly a question says *you* to somebody, and hardly
    an answer says *I*. Two questions with their answers are too few to tell it. In languages that
    may leave these words out, and in Chinese, one of them stands, at least.
    """
    if document.is_announced or not is_anonymous(cues):
        return False
    pairs = letter_pairs({key_of(cue.label) for cue in cues})
    asks = [_asks(cue.label, pairs) for cue in cues]
    if sum(asks) < min(_LEAST, len(cues)):
        return False
    personal = 0
    for is_question, text in zip(asks, spoken_texts(document, cues), strict=True):
        question, _, answer = text.partition("\n")
        personal += addresses(question) or says_i(answer) if is_question else says_i(text)
    return personal < (_ANONYMOUS * len(cues) if _keeps_pronouns(document) else 1)


def _asks(label: str, pairs: Collection[str]) -> bool:
    letter = letter_role(key_of(label), pairs)
    return role_of_word(label) == "interviewer" or letter == "interviewer"


def is_one_voice(document: Document, cues: tuple[Cue, ...]) -> bool:
    """True where a single label comes back and nobody else speaks, as in a list of one word's uses.

    Markup that names a speaker is believed, and so are a page that says it is an interview and
    whoever names a speaker in the options.
    """
    if document.is_announced or document.options.speakers:
        return False
    if len({(key_of(cue.label), cue.role) for cue in cues}) > 1:
        return False
    return not any(document.blocks[cue.block].cues.speaker for cue in cues)


def is_survey(document: Document, cues: tuple[Cue, ...]) -> bool:
    """True where the same people answer under each heading, once each, and nobody asks.

    So candidates and readers answer what all were asked; they do not talk to each other.
    """
    if document.is_announced or len(cues) < _RETURNING:
        return False
    rounds: dict[int, list[str]] = {}
    heading = -1
    at = 0
    for cue in cues:
        for index in range(at, cue.block):
            if document.blocks[index].kind == "heading":
                heading = index
        at = cue.block
        rounds.setdefault(heading, []).append(key_of(cue.label))
    cast = sorted(rounds[next(iter(rounds))])
    if -1 in rounds or len(rounds) < 2 or len(set(cast)) < 2:
        return False
    if not all(puts_question(document.blocks[index].text) for index in rounds):
        return False
    return all(sorted(keys) == cast == sorted(set(cast)) for keys in rounds.values())


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
