"""The name that stands before its own initials in parentheses, as in ``Mara Lind (ML)``.

For scripts without capitals, in which only the short form tells where the name begins. Scripts
that part no words are left alone.
"""

from __future__ import annotations

import re
from typing import Final

from vivavoce.lexicon import words
from vivavoce.patterns import lazy_pattern
from vivavoce.people.fullnames import bare
from vivavoce.recognition.names import fold
from vivavoce.scripts import has_cjk, parts_no_words

_LONGEST_NAME: Final = 60
_MOST_WORDS: Final = 4
_SHORT: Final = 4
"""Letters of the longest short form."""
_BEFORE: Final = lazy_pattern(r"[^\d\n,،、;؛:().!?؟।]*$")
_PARTS: Final = lazy_pattern(r"[\W_]+")


def name_beside(label: str, prose: str) -> str | None:
    """Return the shortest run of words before *label* in parentheses that it can stand for.

    It is the initials of the words or one of them; a single initial counts where the words stand
    in *prose* again.
    """
    if not _is_short_form(label):
        return None
    at = prose.find(f" ({label})")
    before = _BEFORE.search(prose, max(0, at - _LONGEST_NAME), at) if at > 0 else None
    found = before.group(0).split()[-_MOST_WORDS:] if before else []
    runs = [found[-count:] for count in range(2, len(found) + 1)]
    for run in runs:
        name = " ".join(run)
        is_whole = fold(run[0]) not in words("particles")
        if is_whole and (_stands_for(label, run) or _is_initial_of(label, name, prose)):
            return name
    return None


def _is_short_form(label: str) -> bool:
    if label.upper() != label.lower() or has_cjk(label) or parts_no_words(label):
        return False
    return 0 < sum(map(str.isalpha, label)) <= _SHORT


def _stands_for(label: str, run: list[str]) -> bool:
    """Is *label* the initials of *run*, the beginnings of its words, or one of them?"""
    cut = [part for part in _PARTS.split(label) if part]
    if len(cut) > 1:
        return len(cut) == len(run) and all(map(str.startswith, run, cut))
    return label in run or bare(label) == "".join(bare(word)[:1] for word in run)


def _is_initial_of(label: str, name: str, prose: str) -> bool:
    first, last = name.split(maxsplit=1)[0], name.rsplit(maxsplit=1)[-1]
    letter = bare(label)
    return (
        len(letter) == 1
        and letter in (bare(first)[:1], bare(last)[:1])
        and len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", prose)) > 1
    )
