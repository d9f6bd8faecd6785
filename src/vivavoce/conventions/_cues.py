"""The few moves every convention is written in: look at lines, make cues, propose."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from vivavoce.model import Cue, Proposal, Role
from vivavoce.patterns import lazy_pattern
from vivavoce.recognition.document import Document, Line
from vivavoce.recognition.label import Label
from vivavoce.recognition.names import likeness

_LONGEST: Final = 40
_STOPS: Final = ".．"
_MARKS: Final = "/／»›>~·•→―‒=-"
"""What may part a name in a type of its own from speech besides what parts any label."""
_SEPARATOR: Final = lazy_pattern(rf"[\s{_STOPS}]*(?:[{_MARKS}]{{1,2}}\s+)?")
_ENDS_SENTENCE: Final = frozenset(",;:!?，；：！？。")
_STOPPED: Final = lazy_pattern(r"\.\s")


def propose(convention: str, cues: Iterable[Cue]) -> Proposal | None:
    """Return a proposal of *cues*, or None where they are fewer than two."""
    found = tuple(cues)
    return Proposal(convention, found) if len(found) > 1 else None


def labelled(document: Document, accept: Callable[[Line, Label], bool]) -> list[Cue]:
    """Return a cue for every line whose label *accept* takes."""
    return [cue_of(line, label) for line, label in document.labelled if accept(line, label)]


def cue_of(line: Line, label: Label, role: Role | None = None) -> Cue:
    """Return the cue for *label* at the start of *line*."""
    speech = line.start + label.speech
    made = (line.block, line.start, speech, label.printed, role, label.time, -1, ())
    return tuple.__new__(Cue, made)


def bare_cue(line: Line, role: Role | None = None, *, skip: int = 0) -> Cue:
    """Return a cue for *line* where no label is printed; *skip* characters are a mark to drop."""
    return Cue(line.block, line.start, line.start + skip, "", role)


def whole_cue(line: Line, name: str, *, role: Role | None = None, time: float | None = None) -> Cue:
    """Return a cue for a *line* that is nothing but the label *name*."""
    return Cue(line.block, line.start, line.start + len(line.text), name, role, time)


def name_cue(line: Line, reach: int, like: float) -> Cue | None:
    """Return a cue for a *line* whose first *reach* characters, set apart, are a name.

    *like* is how much it must look like one. A full stop may part it from the speech, or a mark
    such as a slash.
    """
    if not 0 < reach < len(line.text) or reach > _LONGEST or line.label:
        return None
    name = line.text[:reach].rstrip(f" {_STOPS}{_MARKS}").lstrip()
    if not name or not _ENDS_SENTENCE.isdisjoint(name) or likeness(name) < like:
        return None
    if "." in name and _STOPPED.search(name):
        return None
    if line.text[reach:].lstrip(f" {_STOPS}{_MARKS}")[:1].islower():
        return None
    gap = _SEPARATOR.match(line.text, len(name))
    speech = gap.end() if gap else reach
    return Cue(line.block, line.start, line.start + speech, name)


def label_is_strong(line: Line, label: Label) -> bool:
    """True where the label, its separator aside, is bold."""
    return line.strong >= label.start + len(label.printed)


def label_is_emphasis(line: Line, label: Label) -> bool:
    """True where the label, its separator aside, is italic."""
    return line.emphasis >= label.start + len(label.printed)
