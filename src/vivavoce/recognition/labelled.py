"""The turns that printed labels open, of all conventions together, and whether they are a talk.

The labels are judged as one vocabulary, since a page prints one speaker's label in several ways.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from vivavoce.conventions.registry import LABELLED
from vivavoce.model import Cue, Proposal
from vivavoce.recognition.barepoints import without_bare_points
from vivavoce.recognition.document import Document
from vivavoce.recognition.entries import entries_of, key_of, merge_cues, with_lone_labels
from vivavoce.recognition.judge import LABELLED_WEIGHTS, covered, score, weigh_labelled
from vivavoce.recognition.names import fold, role_of_word
from vivavoce.recognition.points import without_points
from vivavoce.recognition.registers import is_register
from vivavoce.recognition.vetoes import is_anonymous, is_impersonal, is_personal, is_quoted_talk
from vivavoce.recognition.vocabulary import speakers, without_strays

PRINTED: Final = frozenset(name for name, _ in LABELLED)
"""The conventions that go by printed labels."""
_FEW: Final = 3
_SOME: Final = 10
_LITTLE: Final = 0.08


class Labelled(NamedTuple):
    """The turns of all labelled conventions together."""

    cues: tuple[Cue, ...]
    """In reading order; none that is not a speaker's."""
    evidence: Mapping[str, float]
    """The terms of their score by name; none without cues."""
    stands: bool = False
    """There is a conversation in these turns alone."""
    are_points: bool = False
    """They may be points of the answers of a talk that looks tell."""

    @property
    def weight(self) -> float:
        """Their score."""
        return score(self.evidence, LABELLED_WEIGHTS)


def labelled_turns(document: Document, proposals: tuple[Proposal, ...]) -> Labelled:
    """Return the cues of all labelled conventions whose label is a speaker's, weighed once."""
    merged = merge_cues(p for p in proposals if p.convention in PRINTED)
    if not document.options.convention:
        merged = with_lone_labels(document, merged)
    merged = without_bare_points(document, without_points(document, merged))
    entries = entries_of(document, merged)
    names = speakers(document, entries, frozenset(document.stated))
    cues = without_strays(entries, names, merged)
    found = Labelled(cues, weigh_labelled(document, cues) if cues else {})
    return found._replace(stands=_stands(document, found))


def _stands(document: Document, labelled: Labelled) -> bool:
    """Is there a conversation in the labelled cues alone?"""
    cues = labelled.cues
    if _is_told(document, cues):
        return True
    if len(cues) < 2 or labelled.weight < document.options.threshold or is_register(document, cues):
        return False
    if len({key_of(cue.label) for cue in cues}) == 1 and not _all_ask(cues):
        return len(cues) >= _FEW
    if len(cues) < _SOME and (covered(document, cues) < _LITTLE or is_quoted_talk(document, cues)):
        return False
    if not is_personal(document, cues) or is_impersonal(document, cues):
        return False
    return not (document.is_faq and is_anonymous(cues))


def _is_told(document: Document, cues: tuple[Cue, ...]) -> bool:
    """Two of the labels are speakers' because the options or an editor say so."""
    if not document.options.speakers:
        return False
    told = {fold(label) for label in document.options.speakers}
    return (
        len({key_of(cue.label) for cue in cues if told & {fold(cue.label), key_of(cue.label)}}) > 1
    )


def _all_ask(cues: tuple[Cue, ...]) -> bool:
    return all(role_of_word(cue.label) == "interviewer" for cue in cues)
