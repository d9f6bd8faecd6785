"""What assembly makes of blocks and reading: an `Interview`, a tree of leaves, groups and turns.

Every form is written from it. Its records are frozen like those of `vivavoce.model`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from vivavoce.model import Metadata, Participant, Run
from vivavoce.problems import Problem


class Text(NamedTuple):
    """A leaf of an interview."""

    kind: str
    """paragraph, heading, caption, credit, note, stage-direction, footnote, pull-quote,
    introduction, code, figure, or rule."""
    runs: tuple[Run, ...] = ()
    """The inline content, without the label that opens a turn."""
    level: int = 0
    """A heading's level."""
    id: str = ""
    """The id found in the source."""
    lang: str = ""
    """A BCP 47 tag where it is in another language than the interview; else empty."""

    @property
    def text(self) -> str:
        """The plain characters of the leaf."""
        runs = self.runs
        return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])


class Group(NamedTuple):
    """A container of an interview other than a turn."""

    kind: str
    """As `Container.kind`."""
    blocks: tuple[Node, ...] = ()
    """What it encloses, in reading order."""
    ordered: bool = False
    """A numbered list."""
    start: int = 1
    """The first number of a numbered list."""


class Turn(NamedTuple):
    """What one person says until the next one speaks."""

    speaker: str
    """A participant's id."""
    blocks: tuple[Node, ...] = ()
    """What is said, and what stands within it that nobody says."""
    label: str = ""
    """The label as printed where the turn begins; empty where none is."""
    start: float | None = None
    """When it begins, in seconds."""
    end: float | None = None
    """When it ends, in seconds."""

    @property
    def kind(self) -> str:
        """Always ``turn``."""
        return "turn"


Node = Text | Group | Turn


class Interview(NamedTuple):
    """A conversation with everything that was published around it."""

    metadata: Metadata = Metadata()
    """What is known of the document as a whole."""
    participants: tuple[Participant, ...] = ()
    """Everybody who speaks, in order of first speech."""
    blocks: tuple[Node, ...] = ()
    """Everything in reading order: turns, and what nobody says."""
    problems: tuple[Problem, ...] = ()
    """What went wrong or is in doubt."""

    @property
    def turns(self) -> tuple[Turn, ...]:
        """All turns in reading order."""
        return tuple(node for node in self.walk() if isinstance(node, Turn))

    def walk(self) -> Iterator[Node]:
        """Yield every node, parents before children, in reading order."""
        stack: list[Node] = list(reversed(self.blocks))
        while stack:
            node = stack.pop()
            yield node
            if not isinstance(node, Text):
                stack.extend(reversed(node.blocks))

    def participant(self, speaker: str) -> Participant:
        """Return the participant with the id *speaker*; KeyError if there is none."""
        for person in self.participants:
            if person.id == speaker:
                return person
        raise KeyError(speaker)

    def to_dict(self) -> dict[str, Any]:
        """Return the published JSON form as plain dictionaries and lists."""
        from vivavoce.forms.json.document import to_dict  # noqa: PLC0415 - the form imports the model

        return to_dict(self)
