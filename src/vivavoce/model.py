"""The contract between readers and recognition, up to who says what.

Readers (HTML soup, a transcript, pandoc's AST) fill a flat list of `Block`s and a `Metadata`.
Recognition says in a `Reading` whose each stretch of each block is, without touching the blocks.
What assembly makes of both is in `vivavoce.interview`. Every record here is frozen: a stage makes
new ones and never changes what it was given. Where one is made for each leaf, `tuple.__new__` makes
it from all its fields: a named tuple's own constructor is a function in Python and takes twice as
long. Annotations are evaluated in this module, as in the other modules of records that stay
interpreted: each that is a string would be compiled while its class is made.
"""

from collections.abc import Mapping
from typing import Any, Final, Literal, NamedTuple

from vivavoce.problems import Problem

MarkKind = Literal[
    "strong",
    "emphasis",
    "underline",
    "strikeout",
    "superscript",
    "subscript",
    "small-caps",
    "code",
    "link",
    "ruby",
    "lang",
]
Role = Literal["interviewer", "interviewee", "moderator", "narrator"]
PartKind = Literal[
    "speech",
    "prose",
    "introduction",
    "heading",
    "caption",
    "credit",
    "note",
    "stage-direction",
    "footnote",
    "pull-quote",
]


class Mark(NamedTuple):
    """One way in which a stretch of text is set apart."""

    kind: MarkKind
    value: str = ""
    """A link's address, a ruby's annotation, a language tag; empty for the others."""
    title: str = ""
    """A link's title."""


class Image(NamedTuple):
    """A picture named by the document; nothing has been read from where it points."""

    src: str
    alt: str = ""
    title: str = ""


class Run(NamedTuple):
    """A stretch of inline text whose marks are the same throughout."""

    text: str
    """Characters with white space collapsed; a line break is the character ``\\n``."""
    marks: tuple[Mark, ...] = ()
    """Outermost first."""
    image: Image | None = None
    """Set where the run is a picture; its `text` is then empty."""


class Container(NamedTuple):
    """Something that encloses blocks: a list, a quotation, a table's cell."""

    kind: str
    """list, item, quote, table, row, cell, header-cell, definition-list, term, definition, figure,
    details, or division."""
    key: int
    """Tells this container from every other one of the same document."""
    ordered: bool = False
    """A numbered list."""
    start: int = 1
    """The first number of a numbered list."""
    classes: tuple[str, ...] = ()
    """Class names found on the element."""


class Cues(NamedTuple):
    """What the markup of a block says of its speaker besides the words."""

    classes: tuple[str, ...] = ()
    """Class names of the block and of the divisions around it, outermost first."""
    speaker: str = ""
    """The value of ``data-speaker``, a WebVTT voice, or a JSON transcript's speaker."""
    cite: str = ""
    """The text of a ``<cite>`` that opens the block."""
    start: float | None = None
    """When the speech begins, in seconds."""
    end: float | None = None
    """When it ends, in seconds."""


NO_CUES: Final = Cues()


class Block(NamedTuple):
    """One leaf of the document in reading order: the meeting point of all readers."""

    kind: str
    """paragraph, heading, caption, code, figure, rule, or raw."""
    runs: tuple[Run, ...] = ()
    """The inline content."""
    text: str = ""
    """The characters of all runs, joined; offsets in a `Reading` count in it."""
    level: int = 0
    """A heading's level, 1 to 6; 0 for every other kind."""
    path: tuple[Container, ...] = ()
    """The containers around the block, outermost first."""
    cues: Cues = NO_CUES
    """What the markup says of the speaker."""
    lang: str = ""
    """The language stated on the block or around it, as a BCP 47 tag."""
    id: str = ""
    """The id found on the element."""


class Cue(NamedTuple):
    """A place where a convention sees somebody begin to speak."""

    block: int
    """The block's place in the list."""
    start: int
    """The offset in the block's text at which the label begins."""
    speech: int
    """The offset at which speech begins, past label, colon, dash and time."""
    label: str
    """The label as printed, without its separator; empty where the document prints none."""
    role: Role | None = None
    """Set where the convention itself tells who asks (an italic question, ``Q.``)."""
    time: float | None = None
    """The time printed with the label, in seconds."""
    end: int = -1
    """The offset at which the turn ends within its first block, if something else follows; -1 if
    the turn runs on."""
    others: tuple[str, ...] = ()
    """Further labels where several people speak at once."""


class Proposal(NamedTuple):
    """What one convention makes of the document."""

    convention: str
    """The name under which the convention is registered."""
    cues: tuple[Cue, ...]
    """In reading order, at least two."""


class Part(NamedTuple):
    """A stretch of one block and whose it is."""

    block: int
    """The block's place in the list."""
    start: int
    """Where the stretch begins in the block's text, its label included."""
    speech: int
    """Where the words begin, past the label; equal to `start` where no label is printed."""
    end: int
    """Where the stretch ends."""
    kind: PartKind = "prose"
    """What the stretch is."""
    speaker: str | None = None
    """The participant's id; None for what nobody says."""
    label: str = ""
    """The label as printed at this place, without its separator; empty where the turn goes on."""
    opens: bool = False
    """True where a turn begins."""
    time: float | None = None
    """When the turn begins, in seconds."""

    def said_by(self, speaker: str) -> "Part":
        """Return this stretch as one that *speaker* says."""
        block, start, speech, end, kind, _, label, opens, time = self
        made = (block, start, speech, end, kind, speaker, label, opens, time)
        return tuple.__new__(Part, made)


class Verdict(NamedTuple):
    """How one convention fared, for those who want to know why."""

    convention: str
    score: float
    """0 to 1; below the threshold the judge abstains."""
    chosen: bool
    cues: int
    """How many turns it would open."""
    evidence: Mapping[str, float] = {}
    """The terms of the score by name."""


class Participant(NamedTuple):
    """One person, or one group that speaks with one voice."""

    id: str
    """``s1``, ``s2``, … in order of first speech."""
    label: str
    """The label most often printed for this person; ``@interviewer`` or ``@interviewee`` where
    none is."""
    name: str | None = None
    """The name the document states; None where it is not known."""
    role: Role | None = None
    """The part in the talk; None where the document does not tell it."""
    about: str | None = None
    """A line about the person, in the document's own words."""
    labels: tuple[str, ...] = ()
    """Every label printed for this person."""


class Reading(NamedTuple):
    """Whose each stretch of each block is: everything recognition found out."""

    parts: tuple[Part, ...]
    """In reading order; together they cover every block from its first character to its last."""
    participants: tuple[Participant, ...] = ()
    conventions: tuple[str, ...] = ()
    """The conventions at work; empty where the document was left alone."""
    verdicts: tuple[Verdict, ...] = ()
    """The conventions that were weighed, the best first; none where printed labels decide alone
    and nobody asked for an explanation."""
    problems: tuple[Problem, ...] = ()

    @property
    def is_dialogue(self) -> bool:
        """True where at least one turn was found."""
        return bool(self.conventions)


class Source(NamedTuple):
    """Where the interview was published."""

    name: str | None = None
    url: str | None = None


class Metadata(NamedTuple):
    """What is known about the document as a whole."""

    title: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    """As ISO 8601: ``2022``, ``2022-01`` or ``2022-01-10``."""
    lang: str | None = None
    """As a BCP 47 tag; Chinese as ``zh-Hans`` or ``zh-Hant``."""
    description: str | None = None
    cover: str | None = None
    """Where the document says its picture is; not read."""
    source: Source = Source()
    extra: Mapping[str, Any] = {}
    """All other front matter, as it was written."""
