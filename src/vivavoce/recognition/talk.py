"""The turns a page opens, with what they say of its typography: what `flow` reads on from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from vivavoce.model import Cue
from vivavoce.recognition.entries import key_of
from vivavoce.recognition.labelparts import core


class Talk(NamedTuple):
    """The cues of a document and what they say of its typography."""

    cues: tuple[Cue, ...]
    uses_italics: bool
    """Whole italic lines are turns here, so an italic paragraph is no aside."""
    names: Mapping[str, str] = {}
    """The key of the label that stands for the unlabelled turns of a role."""
    labels: frozenset[str] = frozenset()
    """The names in all labels."""
    opened: frozenset[int] = frozenset()
    """The blocks that begin with a turn."""

    @classmethod
    def of(cls, cues: tuple[Cue, ...], names: Mapping[str, str], *, uses_italics: bool) -> Talk:
        """Make the talk that *cues* open; *names* are the keys of roles without labels."""
        return cls(
            cues,
            uses_italics,
            names,
            frozenset(core(cue.label) for cue in cues if cue.label),
            frozenset(cue.block for cue in cues if cue.start == 0),
        )

    def speaker_of(self, cue: Cue) -> str:
        """Return the key of who speaks at *cue*."""
        role = cue.role or "interviewee"
        return key_of(cue.label) if cue.label else self.names.get(role, f"@{role}")
