"""Problems as values: what went wrong or is in doubt, with a stable code.

The core collects them and never prints; adapters (command line, pandoc filter, Sphinx extension)
decide how to tell people. Codes are a promise: they may be matched by scripts and suppressed by
name, so one is added but never renamed.
"""

from enum import Enum, StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """How much a problem matters."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


class Code(Enum):
    """Every problem there is: its code, its level and what it means."""

    NO_DIALOGUE = ("no-dialogue", Level.NOTE, "No conversation was found; the text is unchanged.")
    UNSURE = ("unsure", Level.WARNING, "Signs of a conversation were too weak to act on.")
    DOUBTFUL_BLOCK = ("doubtful-block", Level.NOTE, "It is not certain who says this.")
    LOST_TEXT = ("lost-text", Level.ERROR, "Some text of the input is not in the result.")
    DROPPED_CHROME = ("dropped-chrome", Level.NOTE, "Page furniture was left out.")
    REPEATED_CREDIT = ("repeated-credit", Level.NOTE, "A credit printed twice is kept once.")
    EMPTY_INPUT = ("empty-input", Level.WARNING, "The input holds no text.")
    BAD_ENCODING = ("bad-encoding", Level.WARNING, "Some bytes did not fit the encoding.")
    BAD_FRONT_MATTER = ("bad-front-matter", Level.WARNING, "The front matter cannot be read.")
    BAD_DATE = ("bad-date", Level.WARNING, "The date could not be understood.")
    UNKNOWN_OPTION = ("unknown-option", Level.WARNING, "An option is not known.")
    BAD_OPTION = ("bad-option", Level.WARNING, "An option has a value it cannot take.")
    IDLE_OPTION = ("idle-option", Level.WARNING, "An option has no effect on this format.")
    STALE_CORRECTION = ("stale-correction", Level.WARNING, "A correction no longer fits the text.")
    UNSAFE_LINK = ("unsafe-link", Level.WARNING, "A link to an active address was taken out.")
    ACTIVE_CONTENT = ("active-content", Level.WARNING, "Scripts, frames or forms were left out.")
    BAD_DOCUMENT = ("bad-document", Level.ERROR, "The input is no document of the stated form.")
    MISSING_IMAGE = ("missing-image", Level.WARNING, "A picture could not be found.")
    RAW_KEPT = ("raw-kept", Level.NOTE, "Raw markup could not be turned into elements.")
    CUES_DESTROYED = ("cues-destroyed", Level.NOTE, "The reader dropped what told the speakers.")
    TOO_LARGE = ("too-large", Level.ERROR, "The input is larger than the stated limit.")
    TOO_SLOW = ("too-slow", Level.ERROR, "The work takes longer than the stated limit.")
    TOO_DEEP = ("too-deep", Level.ERROR, "The input is nested deeper than the stated limit.")

    def __init__(self, code: str, level: Level, meaning: str) -> None:
        self.code = code
        self.level = level
        self.meaning = meaning


class Problem(NamedTuple):
    """One thing that went wrong or is in doubt."""

    code: Code
    message: str
    """A sentence for people, with the value it is about."""
    block: int | None = None
    """The place in the list of blocks it is about."""
    text: str = ""
    """The text it is about, shortened."""

    @property
    def level(self) -> Level:
        """How much it matters."""
        return self.code.level

    @property
    def told(self) -> str:
        """The message, and the text it is about where there is one."""
        return f"{self.message}: {self.text}" if self.text else self.message


class InputError(ValueError):
    """Input that cannot be worked on at all; the message names the cause and the remedy."""


class LimitError(InputError):
    """Input beyond a stated limit; the message names the limit and how to raise it."""

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(message)
        self.code = code
        """Which kind of limit it is."""
