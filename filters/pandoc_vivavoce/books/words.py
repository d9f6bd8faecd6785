"""The words a book adds to its interviews, in its language; the words are in ``words.json``.

A language without words of its own gets English. What stands for an unknown speaker, and how a
label is parted from the speech, is the core's (`vivavoce.words`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from vivavoce.languagetags import by_script, primary
from vivavoce.model import Role

_FALLBACK = "en"
_PART_PLAYED: dict[Role, str] = {
    "interviewer": "asks",
    "interviewee": "answers",
    "moderator": "moderates",
    "narrator": "narrates",
}
_COMMAS = {"zh": "、", "ja": "、", "ar": "، ", "fa": "، ", "ur": "، "}


@dataclass(frozen=True, slots=True)
class BookWords:
    """The words of one language."""

    table: Mapping[str, Any]
    comma: str
    """What stands between names."""
    lang: str = _FALLBACK
    """The language asked for, as a BCP 47 tag; the words may be English for want of others."""

    def __getitem__(self, name: str) -> str:
        """Return the word registered under *name*."""
        return str(self.table[name])

    def part_played(self, role: Role | None) -> str:
        """Return what a person does in the conversation; empty where it is not known."""
        return self[_PART_PLAYED[role]] if role else ""

    def date(self, iso: str | None) -> str:
        """Return the date *iso* (``2022``, ``2022-01`` or ``2022-01-10``) as people write it."""
        parts = (iso or "").split("-")
        if not all(part.isdigit() for part in parts) or len(parts) > 3:
            return iso or ""
        year, month, day = [*(int(part) for part in parts), 0, 0][:3]
        if not 1 <= month <= 12:
            return str(year)
        names = self.table["months"]
        name = names[month - 1] if names else str(month)
        return self["date" if day else "month"].format(y=year, m=name, n=month, d=day)


def book_words(lang: str | None) -> BookWords:
    """Return the words for the BCP 47 tag *lang*."""
    table = _tables().get(by_script(lang), _tables()[_FALLBACK])
    return BookWords(table, _COMMAS.get(primary(lang), ", "), lang or _FALLBACK)


@cache
def _tables() -> dict[str, dict[str, Any]]:
    path = Path(__file__).with_name("words.json")
    tables: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return tables
