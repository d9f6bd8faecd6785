"""The last touches on the turns a page's looks have told: dashes, and names printed only once.

Each step takes the cues and returns them; `FINISHES` is their order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from vivavoce.model import Cue
from vivavoce.patterns import lazy_pattern
from vivavoce.recognition.document import Document
from vivavoce.recognition.entries import key_of
from vivavoce.recognition.label import COLONS, parse_label
from vivavoce.recognition.labelparts import core
from vivavoce.recognition.names import is_field, likeness

_DASH: Final = lazy_pattern(r"(?:(?:[—–―─]{1,2}|--?)\s*|[*•▪■□◆◇●○★☆▶►]\s+)(?=\S)")
_MOSTLY: Final = 0.6
_NAME: Final = 0.6
_WORDS: Final = 4
_LABEL: Final = 80
"""So many characters hold any label, its separator and a time."""

Finish = Callable[[Document, tuple[Cue, ...]], tuple[Cue, ...]]


def without_dashes(document: Document, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Leave out the dash, star or bullet that opens the turns of one role, if most have it."""
    habits = {role: _dashed_share(document, cues, role) for role in ("interviewer", "interviewee")}
    return tuple(
        cue._replace(speech=cue.speech + _dash(document, cue))
        if not cue.label and habits.get(cue.role or "", 0.0) >= _MOSTLY
        else cue
        for cue in cues
    )


def _dashed_share(document: Document, cues: tuple[Cue, ...], role: str) -> float:
    mine = [cue for cue in cues if cue.role == role and not cue.label]
    return sum(_dash(document, cue) > 0 for cue in mine) / len(mine) if mine else 0.0


def _dash(document: Document, cue: Cue) -> int:
    match = _DASH.match(document.blocks[cue.block].text, cue.speech)
    return match.end() - cue.speech if match else 0


def with_first_labels(document: Document, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Cut off the labels of the first question and answer, where no other turn has one.

    Weeklies print who asks and who answers once and go on with bold against plain.
    """
    first = {role: _first(cues, role) for role in ("interviewer", "interviewee")}
    found = {at: _labelled(document, cues[at]) for at in first.values() if at is not None}
    return tuple(found.get(at) or cue for at, cue in enumerate(cues))


def _first(cues: tuple[Cue, ...], role: str) -> int | None:
    return next((at for at, cue in enumerate(cues) if cue.role == role), None)


def _labelled(document: Document, cue: Cue) -> Cue | None:
    label = parse_label(document.blocks[cue.block].text[cue.speech :])
    if label is None or label.separator not in COLONS or is_field(label.printed):
        return None
    if cue.label or len(label.printed.split()) > _WORDS:
        return None
    if likeness(core(label.printed)) < _NAME:
        return None
    return cue._replace(speech=cue.speech + label.speech, label=label.printed)


def names_of_roles(cues: tuple[Cue, ...]) -> Mapping[str, str]:
    """Return, for a role some of whose turns are unlabelled, the key of its one label."""
    found: dict[str, set[str]] = {}
    for cue in cues:
        if cue.role and cue.label:
            found.setdefault(cue.role, set()).add(key_of(cue.label))
    return {role: keys.pop() for role, keys in found.items() if len(keys) == 1}


def without_known_labels(document: Document, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Cut off a label that opens a turn already known to be that speaker's.

    Such a turn was told by its place: the label was set unlike the others, or too few sentences
    stand after it, and a renderer that prints the speaker would print it twice.
    """
    names = names_of_roles(cues)
    return tuple(_past_own_label(document, cue, names) for cue in cues)


def _past_own_label(document: Document, cue: Cue, names: Mapping[str, str]) -> Cue:
    if cue.speech > cue.start:
        return cue
    key = key_of(cue.label) if cue.label else names.get(cue.role or "", "")
    text = document.blocks[cue.block].text[cue.start : cue.start + _LABEL] if key else ""
    label = parse_label(text) if text else None
    if label is None or label.separator not in COLONS or not _is_of(label.printed, key):
        return cue
    return cue._replace(speech=cue.start + label.speech, label=label.printed)


def _is_of(label: str, key: str) -> bool:
    """True where one of the two names holds every word of the other."""
    mine, known = set(key_of(label).split()), set(key.split())
    return bool(mine) and (mine <= known or mine >= known)


FINISHES: Final[tuple[tuple[str, Finish], ...]] = (
    ("dashes", without_dashes),
    ("labels of the first pair", with_first_labels),
    ("labels of known speakers", without_known_labels),
)
