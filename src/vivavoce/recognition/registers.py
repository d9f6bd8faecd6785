"""Lists under labels that come back as speakers do: works, hours, clauses, choices, posts.

A page that says it is an interview is believed; elsewhere the form of the labels tells what it is.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Final

from vivavoce.lexicon import words
from vivavoce.model import Cue
from vivavoce.patterns import lazy_pattern
from vivavoce.recognition.document import Document
from vivavoce.recognition.entries import key_of
from vivavoce.recognition.names import role_of_word

_MOSTLY: Final = 0.5
_LEAST: Final = 3
_INVERTED: Final = lazy_pattern(
    r"[^\W\d_][\w'’-]*, ?(?:[^\W\d_]\.? ?-?){1,3}$|\w[\w'’-]*, \w[\w'’-]*$"
)
_SURNAME_FIRST: Final = lazy_pattern(r"[^\W\d_][\w'’-]+,? (?:[^\W\d_]\.[ -]?){1,3}$")
_SURNAME: Final = lazy_pattern(r"(?:[^\W\d_]{2,3} ){0,2}[^\W\d_][\w'’-]{2,}[,.:]\s")
_YEAR: Final = lazy_pattern(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_SAID: Final = (
    "说",
    "說",
    "说道",
    "說道",
    "道",
    "问",
    "問",
    "答",
    "said",
    "says",
    "asked",
    "replied",
)
_OPENING: Final = ("“", "「", "『", "‘", '"', "«", "„")
_FIRST_LETTERS: Final = "abcdefghabcdefgh"
_FIRST_CHOICE: Final = ("a.", "a)", "a:")
_SECOND_CHOICE: Final = ("b.", "b)", "b:")
_QUARTER: Final = 15.0
_LAST_HOUR: Final = 24 * 60.0


def is_register(document: Document, cues: tuple[Cue, ...]) -> bool:
    """True where *cues* are the entries of a list, and no turns."""
    if document.is_announced or document.options.speakers:
        return False
    return any(is_kind(document, cues) for _, is_kind in _KINDS)


def _are_works(document: Document, cues: tuple[Cue, ...]) -> bool:
    """``Hale, J.: Boats``: the family name stands first; ``J. Hale, Boats. 1911.``: with a year."""
    works = [cue for cue in cues if _INVERTED.match(cue.label) or _is_dated(document, cue)]
    return len(works) > _MOSTLY * len(cues)


def _is_dated(document: Document, cue: Cue) -> bool:
    """A year, after a family name behind an initial, or a label of a family name and initials."""
    text = document.blocks[cue.block].text[cue.speech :]
    if len(key_of(cue.label)) > 1 and not _SURNAME_FIRST.match(cue.label):
        return False
    is_author = len(key_of(cue.label)) > 1 or _SURNAME.match(text) is not None
    return is_author and _YEAR.search(text) is not None


def _are_told(document: Document, cues: tuple[Cue, ...]) -> bool:
    """``渔夫说：“…”``, as in a tale: a verb after who speaks, and quotation marks."""
    told = [
        cue
        for cue in cues
        if cue.label.endswith(_SAID)
        and document.blocks[cue.block].text.startswith(_OPENING, cue.speech)
    ]
    return len(told) > _MOSTLY * len(cues)


def _are_hours(document: Document, cues: tuple[Cue, ...]) -> bool:
    """``09:00 Tom Hale: Why boats?``: times of day, by quarters of an hour, ever later."""
    times = [cue.time for cue in cues if cue.time is not None]
    if len(times) < max(_LEAST, len(cues)):
        return False
    return all(one < other for one, other in pairwise(times)) and all(
        time % _QUARTER == 0 and _QUARTER < time < _LAST_HOUR for time in times
    )


def _are_clauses(document: Document, cues: tuple[Cue, ...]) -> bool:
    """``A. The Hirer …`` and ``B. The Owner …``: the letters of the alphabet in their order."""
    keys = [key_of(cue.label) for cue in cues]
    first = sorted(set(keys))
    return (
        len(first) >= _LEAST
        and all(len(key) == 1 and key in _FIRST_LETTERS for key in first)
        and keys[: len(first)] == first
    )


def are_choices(document: Document, cues: tuple[Cue, ...]) -> bool:
    """Below most questions stand ``A. yes`` and ``B. no``."""
    asked = {
        cue.block
        for cue in cues
        if cue.role == "interviewer" or role_of_word(cue.label) == "interviewer"
    }
    if len(asked) < 2:
        return False
    openings = [(line.block, line.text[:2].casefold()) for line in document.lines]
    chosen = sum(
        one[0] in asked and two[1] in _FIRST_CHOICE and three[1] in _SECOND_CHOICE
        for one, two, three in zip(openings, openings[1:], openings[2:], strict=False)
    )
    return chosen > _MOSTLY * len(asked)


def _are_posts(document: Document, cues: tuple[Cue, ...]) -> bool:
    """``rower77 wrote:``, as above what a forum or an answer to a letter quotes."""
    wrote = [cue for cue in cues if cue.label.casefold().endswith(tuple(words("wrote")))]
    return len(wrote) > _MOSTLY * len(cues)


_KINDS: Final[tuple[tuple[str, Callable[[Document, tuple[Cue, ...]], bool]], ...]] = (
    ("works", _are_works),
    ("told", _are_told),
    ("hours", _are_hours),
    ("clauses", _are_clauses),
    ("choices", are_choices),
    ("posts", _are_posts),
)
