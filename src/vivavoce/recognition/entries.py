"""Every label of a document with the places where it stands: what `vocabulary` decides on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from itertools import zip_longest
from typing import Final

from vivavoce.model import Cue, Proposal
from vivavoce.recognition.asking import asks, holds_question
from vivavoce.recognition.document import Document, Line
from vivavoce.recognition.label import BARS, COLONS
from vivavoce.recognition.labelparts import core, split_label
from vivavoce.recognition.names import fold, likeness, without_number

_SENTENCE_ENDS: Final = tuple('.!?。！？…؟”"’»」』)）~～')
_MARKS: Final = {
    mark: name
    for marks, name in (
        (COLONS, "colon"),
        (BARS, "bar"),
        ("】]］〕)）〉＞", "bracket"),
        (".．", "stop"),
    )
    for mark in marks
}
_LONG: Final = 40
_SAMPLE: Final = 400
_SCRAP: Final = 20
_NEXT: Final = 2
_NAME: Final = 0.8
_FIRST_THAI, _LAST_THAI, _WITHOUT_MARKS = "\u0e00", "\u0eff", 9
"""Thai and Lao end no sentence with a mark; so many characters may be one."""


class Said:
    """A cue and the beginning of what is said after it."""

    def __init__(self, cue: Cue, text: str, style: str) -> None:
        self.cue: Final = cue
        self.text: Final = text
        """What follows the label: the rest of its line, or the next where it stands alone."""
        self.style: Final = style
        """How the label is set: alone or run in, bold, italic or plain."""

    @property
    def opens_alone(self) -> bool:
        """The label stands in a line of its own, with its colon."""
        return self.style.startswith("alone") and self.style.endswith("colon")


class Entry:
    """One label and all the places where it stands; what is said of it is found out once."""

    def __init__(self, key: str, said: tuple[Said, ...]) -> None:
        """Take the folded label and its places in reading order."""
        self.key = key
        self.said = said

    @cached_property
    def likeness(self) -> float:
        """How much the label looks like a person, 0 to 1; a full name may stand after a post."""
        label = self.said[0].cue.label
        beside = split_label(label)[1]
        return max(likeness(core(label)), likeness(beside) if " " in beside else 0.0)

    @cached_property
    def sentences(self) -> float:
        """The share of places where a sentence or a long text follows."""
        return sum(_is_sentence(said.text) for said in self.said) / len(self.said)

    @cached_property
    def questions(self) -> float:
        """The share of places where a question follows."""
        return sum(holds_question(said.text) for said in self.said) / len(self.said)

    @property
    def says_something(self) -> bool:
        """True where more than a scrap follows somewhere."""
        return self.sentences > 0 or self.length >= _SCRAP

    @cached_property
    def length(self) -> float:
        """How many characters follow on average."""
        return sum(len(said.text) for said in self.said) / len(self.said)


def _is_sentence(text: str) -> bool:
    if len(text) > _LONG or text.rstrip().endswith(_SENTENCE_ENDS) or asks(text):
        return True
    return len(text) > _WITHOUT_MARKS and _FIRST_THAI <= text[0] <= _LAST_THAI


@lru_cache(maxsize=4096)
def key_of(label: str) -> str:
    """Return the key under which *label* is counted.

    It is folded, without what stands in parentheses, and without the number of a question.
    """
    return without_number(fold(split_label(label)[0]))


def merge_cues(proposals: Iterable[Proposal]) -> tuple[Cue, ...]:
    """Join the cues of several conventions, one for each place, in reading order.

    Where two conventions see a label at the same place the first registered is believed.
    """
    places: dict[tuple[int, int], Cue] = {}
    for proposal in proposals:
        for cue in proposal.cues:
            places.setdefault((cue.block, cue.start), cue)
    return tuple(places[place] for place in sorted(places))


def with_lone_labels(document: Document, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Add to *cues* the labels with a colon that stand under a known key in a type of their own.

    A convention proposes two turns at least, so it misses the one label that a page forgot to set
    in bold, or set in bold alone. Before the talk and well after it a name heads something else.
    """
    if not cues:
        return cues
    first, last = cues[0].block, cues[-1].block + _NEXT
    places = {(cue.block, cue.start) for cue in cues}
    keys = {key_of(cue.label) for cue in cues}
    lone = [
        Cue(line.block, line.start, line.start + label.speech, label.printed, None, label.time)
        for line, label in document.labelled
        if first <= line.block <= last
        and label.separator in COLONS
        and (line.block, line.start) not in places
        and key_of(label.printed) in keys
    ]
    if not lone:
        return cues
    return tuple(sorted((*cues, *lone), key=lambda cue: (cue.block, cue.start)))


def entries_of(document: Document, cues: tuple[Cue, ...]) -> Mapping[str, Entry]:
    """Group *cues* by label."""
    places = {(line.block, line.start): index for index, line in enumerate(document.lines)}
    groups: dict[str, list[Said]] = {}
    for cue, following in zip_longest(cues, cues[1:]):
        end = following.start if following and following.block == cue.block else None
        text = _words_after(document.blocks[cue.block].text[cue.speech : end][:_SAMPLE])
        at = places.get((cue.block, cue.start), -1)
        line = document.lines[at] if at >= 0 else None
        style = _style(document, cue, line, alone=not text.strip())
        after = _line_after(document, at, style) if 0 <= at < len(places) - 1 else ""
        groups.setdefault(key_of(cue.label), []).append(Said(cue, text.strip() or after, style))
    return {key: Entry(key, tuple(said)) for key, said in groups.items()}


def _words_after(text: str) -> str:
    """Return the line that goes on after a label, with the next one where it ends no sentence."""
    line, _, more = text.partition("\n")
    if not more or not line.strip() or _is_sentence(line):
        return line
    return f"{line} {more.partition(chr(10))[0]}"


def _line_after(document: Document, at: int, style: str) -> str:
    """Return the beginning of the line after the line *at*, as far as its label may head it.

    What stands alone before a labelled line is a note if it is in brackets (``[Tape 1, Side B]``),
    and the heading of a section if it has no mark and the next label is like a name.
    """
    following = document.lines[at + 1]
    if following.label and style.startswith("alone"):
        is_named = likeness(core(following.label.printed)) >= _NAME
        if style.endswith("bracket") or (style.endswith("none") and is_named):
            return ""
    return following.text[:_SAMPLE]


def _style(document: Document, cue: Cue, line: Line | None, *, alone: bool) -> str:
    """Say how a label is set, as words to compare: ``alone bold colon``, ``run-in plain bar``."""
    after = document.blocks[cue.block].text[cue.start : cue.speech].rstrip()
    mark = _MARKS.get(after[-1:], "none")
    length = len(cue.label)
    weight = "plain"
    if line is not None:
        weight = (
            "bold" if line.strong >= length else "italic" if line.emphasis >= length else weight
        )
    return f"{'alone' if alone else 'run-in'} {weight} {mark}"


def is_short_for(label: str, certain: Entry) -> bool:
    """True where one of two labels is a word, the initials, or the capitals of the other."""
    one, other = fold(core(label)), certain.key
    short, full = sorted((one, other), key=len)
    if not short or short == full:
        return short == full
    words = full.split()
    if (short in words or full.startswith(f"{short} ")) and len(short) > 1:
        return True
    printed = label if full == one else certain.said[0].cue.label
    capitals = "".join(char for char in core(printed) if char.isupper())
    if short.replace(".", "").replace(" ", "") in ("".join(w[0] for w in words), fold(capitals)):
        return len(full) > len(short) + 1
    return full.startswith(short) and not full.isascii() and len(words) == 1
