"""The guest of whom the text around a talk tells, where nothing else names the one who answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vivavoce.lexicon import words
from vivavoce.patterns import lazy_pattern
from vivavoce.people.evidence import Evidence
from vivavoce.people.hannames import CALLING
from vivavoce.recognition.document import Document
from vivavoce.recognition.names import fold
from vivavoce.scripts import HAN, has_cjk

_HONOURED: Final = lazy_pattern(
    rf"(?<!{HAN})({HAN}{{2,4}}(?!{CALLING}){HAN})(?:さん|氏)|"
    r"(?<![가-힣])([가-힣]{3}(?=씨)|[가-힣]{2,4}(?=\s(?:씨|님)))"
)
"""A full name and how one speaks of somebody with respect, in scripts without capitals.

So one speaks of callings too: ``職人さん``, ``대표님``.
"""
_FULL: Final = 3
_OFTEN: Final = 4
_JOINTS: Final = (
    " and ",
    " und ",
    " et ",
    " y ",
    " e ",
    " en ",
    " och ",
    " og ",
    " i ",
    " и ",
    " & ",
)


def spoken_of(document: Document, evidence: Evidence) -> Iterator[str]:
    """Yield the one full name that opens a paragraph outside the talk, or comes back there.

    Two such names leave a choice, and are no answer.
    """
    asking = {fold(item.name) for item in evidence.told if item.role == "interviewer"}
    people = [
        name
        for name in evidence.outside
        if 1 < len(name.split()) <= _FULL
        and fold(name) not in asking
        and words("institutions").isdisjoint(fold(name).split())
        and is_person(name, document, evidence)
    ]
    if honoured := _honoured(document, evidence):
        yield from honoured[: len(honoured) == 1]
        return
    for is_spoken_of in (_opens, _comes_back):
        found = [name for name in people if is_spoken_of(name, evidence)]
        if found:
            yield from found[: len(found) == 1]
            return


def _honoured(document: Document, evidence: Evidence) -> list[str]:
    """Return the names in the title that the text around the talk prints with respect.

    A surname in a full name is not another one.
    """
    title = document.metadata.title or ""
    if not has_cjk(title):
        return []
    found = {match.group(1) or match.group(2) for match in _HONOURED.finditer(evidence.prose)}
    named = [name for name in found if name in title]
    return [name for name in named if not any(name != other and name in other for other in named)]


def is_person(name: str, document: Document, evidence: Evidence) -> bool:
    """German gives every noun a capital, so a person must be addressed there as one."""
    if not (document.metadata.lang or "").startswith("de"):
        return True
    surname = name.rsplit(maxsplit=1)[-1]
    return any(f"{title} {surname}" in evidence.text for title in ("Herr", "Herrn", "Frau"))


def _opens(name: str, evidence: Evidence) -> bool:
    """True where *name* opens a paragraph before the talk, or after it and stands in title or talk.

    Whoever is named at the end alone may be the writer.
    """
    surname = name.rsplit(maxsplit=1)[-1]
    again = evidence.text.count(surname) > 2 * evidence.prose.count(surname)
    prose = f"\n{evidence.prose if again else evidence.before}"
    return any(f"\n{name}{mark}" in prose for mark in " ,(") and not any(
        f"\n{name}{joint}" in prose for joint in _JOINTS
    )


def _comes_back(name: str, evidence: Evidence) -> bool:
    return evidence.prose.count(name.rsplit(maxsplit=1)[-1]) >= _OFTEN
