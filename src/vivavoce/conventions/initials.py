"""``JS: speech``, ``秦：speech``: one to four capitals, or a single character, for a name."""

from __future__ import annotations

from typing import Final

from vivavoce.conventions._cues import labelled, propose
from vivavoce.model import Proposal
from vivavoce.patterns import lazy_pattern
from vivavoce.recognition.document import Document
from vivavoce.scripts import has_cjk

_LETTERS: Final = lazy_pattern(r"[^\W\d_](?:[.\s-]?[^\W\d_]|\d){0,3}\.?")
_SMALL: Final = lazy_pattern("[a-zа-яё]")


def initials(document: Document) -> Proposal | None:
    """Propose a turn for every line that opens with initials and a separator.

    Letters without stops of their own before a full stop are a word first: ``OK.``
    """
    cues = labelled(
        document,
        lambda line, label: (
            _are_initials(label.printed)
            and (label.separator != "." or len(label.printed) == 1 or "." in label.printed)
        ),
    )
    return propose("initials", cues)


def _are_initials(printed: str) -> bool:
    if has_cjk(printed):
        return len(printed) == 1
    return _LETTERS.fullmatch(printed) is not None and _SMALL.search(printed) is None
