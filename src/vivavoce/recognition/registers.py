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
    inverted = _under(cues, lambda label: "," in label and _INVERTED.match(label) is not None)
    initials = _under(cues, lambda label: len(key_of(label)) == 1)
    authors = _under(cues, lambda label: "." in label and _SURNAME_FIRST.match(label) is not None)
    behind = [cue for cue in initials if _SURNAME.match(_said(document, cue))]
    dated = {
        (cue.block, cue.start)
        for cue in (*behind, *authors)
        if _YEAR.search(_said(document, cue)) is not None
    }
    works = dated.union([(cue.block, cue.start) for cue in inverted])
    return len(works) > _MOSTLY * len(cues)


def _under(cues: tuple[Cue, ...], test: Callable[[str], bool]) -> list[Cue]:
    """Return those of *cues* whose label passes *test*, of which each is asked once."""
    passed = {label for label in {cue.label for cue in cues} if test(label)}
    return [cue for cue in cues if cue.label in passed] if passed else []


def _said(document: Document, cue: Cue) -> str:
    return document.blocks[cue.block].text[cue.speech :]


def _are_told(document: Document, cues: tuple[Cue, ...]) -> bool:
    """``渔夫说：“…”``, as in a tale: a verb after who speaks, and quotation marks."""
    told = [
        cue
        for cue in _under(cues, lambda label: label.endswith(_SAID))
        if document.blocks[cue.block].text.startswith(_OPENING, cue.speech)
    ]
    return len(told) > _MOSTLY * len(cues)


def _are_hours(document: Document, cues: tuple[Cue, ...]) -> bool:
    """``09:00 Tom Hale: Why boats?``: times of day, by quarters of an hour, ever later."""
    if len(cues) < _LEAST or cues[0].time is None:
        return False
    times = [cue.time for cue in cues if cue.time is not None]
    if len(times) < len(cues):
        return False
    return all(one < other for one, other in pairwise(times)) and all(
        time % _QUARTER == 0 and _QUARTER < time < _LAST_HOUR for time in times
    )


def _are_clauses(document: Document, cues: tuple[Cue, ...]) -> bool:
    """``A. The Hirer …`` and ``B. The Owner …``: the letters of the alphabet in their order."""
    first = sorted({key_of(label) for label in {cue.label for cue in cues}})
    return (
        len(first) >= _LEAST
        and all(len(key) == 1 and key in _FIRST_LETTERS for key in first)
        and [key_of(cue.label) for cue in cues[: len(first)]] == first
    )


def are_choices(document: Document, cues: tuple[Cue, ...]) -> bool:
    """Below most questions stand ``A. yes`` and ``B. no``."""
    asked = {cue.block for cue in cues if cue.role == "interviewer"}
    asked.update(
        cue.block for cue in _under(cues, lambda label: role_of_word(label) == "interviewer")
    )
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
    verbs = tuple(words("wrote"))
    wrote = _under(cues, lambda label: label.casefold().endswith(verbs))
    return len(wrote) > _MOSTLY * len(cues)


_KINDS: Final[tuple[tuple[str, Callable[[Document, tuple[Cue, ...]], bool]], ...]] = (
    ("works", _are_works),
    ("told", _are_told),
    ("hours", _are_hours),
    ("clauses", _are_clauses),
    ("choices", are_choices),
    ("posts", _are_posts),
)
