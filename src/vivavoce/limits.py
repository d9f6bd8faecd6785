"""How much of an input is taken on, and for how long; the caps are stated once, in `Options`.

What is counted is counted before the work that it would cause, so that a refusal comes within
seconds. All stages take time in proportion to what is counted here.
"""

from __future__ import annotations

import time
from typing import Final, NamedTuple

from vivavoce.options import Options
from vivavoce.problems import Code, LimitError


def check_bytes(size: int, options: Options) -> None:
    """Raise LimitError where *size*, in bytes, is beyond `Options.max_bytes`."""
    _check(size, options.max_bytes, "bytes", "max-bytes")


def check_unpacked(size: int, options: Options) -> None:
    """Raise LimitError where an archive unpacks to *size* bytes, many times `Options.max_bytes`."""
    _check(size, _UNPACKED * options.max_bytes, "bytes when unpacked", "max-bytes")


def check_elements(count: int, options: Options, what: str = "elements") -> None:
    """Raise LimitError where *count* of *what* is beyond `Options.max_elements`."""
    _check(count, options.max_elements, what, "max-elements")


def check_blocks(count: int, options: Options) -> None:
    """Raise LimitError where *count* is beyond `Options.max_blocks`."""
    _check(count, options.max_blocks, "blocks", "max-blocks")


def check_lines(text: str, options: Options) -> None:
    """Raise LimitError where *text* has more lines than `Options.max_elements`."""
    check_elements(text.count("\n"), options, "lines")


def check_signs(text: str, options: Options) -> None:
    """Raise LimitError where *text* holds far more signs of Markdown than `Options.max_elements`.

    A parser of Markdown weighs each of them, which is most of its work.
    """
    check_elements(sum(map(text.count, "*_[]`<&!|")) // _SIGNS, options, "signs of Markdown")


def check_json(text: str, options: Options) -> None:
    """Raise LimitError where JSON *text* may hold more values than `Options.max_elements` allows.

    Every object, list and member counts, whether it stands in a string or not: nothing is parsed.
    """
    count = text.count("{") + text.count("[") + text.count(",") // _MEMBERS
    check_elements(count, options, "JSON values")


_UNPACKED: Final = 4
"""So many times the size of a file may its content be; text inside packs well, pictures do not."""
_SIGNS: Final = 4
"""Signs of Markdown that cost about as much as one element."""
_MEMBERS: Final = 8
"""Members of a list or an object that cost about as much as one element."""


def _check(count: int, limit: int, what: str, option: str) -> None:
    if count > limit:
        message = f"the input has more than {limit:,} {what}; raise the limit with {option}"
        raise LimitError(Code.TOO_LARGE, message)


class Deadline(NamedTuple):
    """When work that was begun must be done; it is looked at between the stages."""

    seconds: float
    """How long the work may take: `Options.max_seconds`."""
    begun: float
    """By the clock that never goes back."""

    @classmethod
    def from_now(cls, options: Options) -> Deadline:
        """Return the deadline of work that begins now."""
        return cls(options.max_seconds, time.monotonic())

    def check(self) -> None:
        """Raise LimitError where the time is up."""
        if time.monotonic() - self.begun > self.seconds:
            message = f"it takes longer than {self.seconds:g} seconds"
            raise LimitError(Code.TOO_SLOW, f"{message}; raise the limit with max-seconds")
