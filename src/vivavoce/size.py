"""How large an interview may be for programs that hold all of what is made of it at once.

pandoc's and docutils' documents have elements for every word or copies of every text, Typst's pages
a dozen elements for every paragraph. The caps follow those of reading (`vivavoce.limits`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vivavoce.interview import Interview, Text
from vivavoce.options import Options
from vivavoce.problems import Code, LimitError

_WORDS: Final = 2
"""So many words are allowed for each element of `Options.max_elements`."""
_PARTS: Final = 0.5
"""So many turns, paragraphs, lines and marked words for each block of `Options.max_blocks`."""
_SET: Final = 0.4
"""So many paragraphs are set on pages for each block of `Options.max_blocks`."""
_DRAWN: Final = 8000
"""Setting a paragraph takes, by measurement, so many bytes of memory."""
_OF_A_TURN: Final = 4
"""What setting a turn takes, besides its paragraphs, in paragraphs."""


def check_amount(interviews: Sequence[Interview], form: str, options: Options) -> None:
    """Raise LimitError where *interviews* say too much for one product in the format *form*.

    Each may be as large as the limits allow; of several, the large ones take from the small.
    """
    texts, count = _texts(interviews), len(interviews)
    words = sum(text.text.count(" ") + 1 for text in texts)
    most = _WORDS * options.max_elements * count
    _check(words, most, f"words are too much for {form}", "max-elements")
    parts = sum(map(_parts, texts))
    what = f"turns, paragraphs, lines and marked words are too much for {form}"
    _check(parts + _turns(interviews), int(_PARTS * options.max_blocks) * count, what, "max-blocks")


def check_pages(interviews: Sequence[Interview], options: Options, drawn: int = 0) -> None:
    """Raise LimitError where *interviews* have too many paragraphs to be set on pages.

    *drawn* are the bytes that their pictures take while they are drawn there; they count too.
    """
    paragraphs = len(_texts(interviews)) + _OF_A_TURN * _turns(interviews)
    most = int(_SET * options.max_blocks) * len(interviews)
    what = f"paragraphs, each turn as {_OF_A_TURN} more, are too many for pages"
    _check(paragraphs, most, what, "max-blocks")
    what = f"paragraphs, each {_DRAWN:,} bytes of drawn pictures as one, are too many for pages"
    _check(paragraphs + drawn // _DRAWN, most, f"{what}; make the pictures smaller", "max-blocks")


def _parts(text: Text) -> int:
    """Return the parts of *text*; a heading is a section and an entry of the contents too."""
    parts = 1 + len(text.runs) + text.text.count("\n")
    return 2 * parts if text.kind == "heading" else parts


def _turns(interviews: Sequence[Interview]) -> int:
    return sum(len(each.turns) for each in interviews)


def _texts(interviews: Sequence[Interview]) -> list[Text]:
    return [node for each in interviews for node in each.walk() if isinstance(node, Text)]


def _check(count: int, most: int, what: str, option: str) -> None:
    if count > most:
        message = f"more than {most:,} {what}; raise the limit with {option}"
        raise LimitError(Code.TOO_LARGE, message)
