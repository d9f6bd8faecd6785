"""Lines that say what a short label stands for: ``C = Clara Weiss``, ``（简称“李”）``.

Front matter that lists the speakers counts as well. Nothing here decides who speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from vivavoce.lexicon import words
from vivavoce.model import Metadata
from vivavoce.patterns import lazy_pattern
from vivavoce.recognition.label import Label
from vivavoce.recognition.labelparts import core
from vivavoce.recognition.names import fold, initials, is_field, likeness, role_of_word
from vivavoce.scripts import is_han

_LEGEND: Final = lazy_pattern(r"([^\W_][\w.]{0,7})\s*(?:=|＝|→)\s*([^\s=].{1,40})$")
_WITHIN: Final = lazy_pattern(
    r"[（(【\[]\s*((?:[^\W_]{1,3}\s*[=＝]\s*[^=＝，,；;、）)】\]]{2,30}[，,；;、]?\s*)+)[）)】\]]"
)
"""``(AM = Ann Marlow, BO = Ben Okoro)`` in a sentence."""
_PAIR: Final = lazy_pattern(r"([^\W_]{1,3})\s*[=＝]\s*([^=＝，,；;、]+)")
_CALLED: Final = lazy_pattern(
    r"[（(](?:以下)?(?:简称|簡稱|下称|以下|hereafter|henceforth|im folgenden)[：:]?\s*"
    r"[“\"「『'‘]?([\w.]{1,8})",
    re.IGNORECASE,
)
_NAME_BEFORE: Final = lazy_pattern(r"[\w·.' ]{2,40}$")
_LONGEST: Final = 60
_HEAD: Final = 200
_NAME: Final = 0.9
_SHORT: Final = 4
_CAST: Final = lazy_pattern(r"([^;；。:：\n]{2,60}?)[.;；。]\s*([^\W\d_]{2,20})\s?[:：]")
"""A name, and after it a word under which others are listed."""
_ENDS: Final = tuple(".。?？!！:：؟।۔")
_MOST_WORDS: Final = 4
_JOINTS: Final = str.maketrans("", "", "-'’")
"""What may stand within a word of a name."""
_SPEAKER_KEYS: Final = (
    "speakers",
    "speaker",
    "interviewer",
    "interviewers",
    "interviewee",
    "interviewees",
    "guest",
    "guests",
    "participants",
    "host",
    "hosts",
    "moderator",
    "panelists",
    "attendees",
)


def stated_names(lines: Iterable[str], metadata: Metadata) -> Mapping[str, str]:
    """Return what a document itself says of its speakers: folded label to the name it means."""
    found: dict[str, str] = {}
    for name in _front_matter_names(metadata):
        found.setdefault(fold(name), name)
    for text in lines:
        is_pair = len(text) <= _LONGEST and any(map(text.__contains__, "=＝→"))
        match = _LEGEND.match(text) if is_pair else None
        if match:
            found[fold(match.group(1))] = match.group(2).strip()
        elif "=" in text or "＝" in text:
            found.update(_within(text))
        opens = "(" in text or "（" in text
        called = _CALLED.search(text, 0, _HEAD) if opens else None
        before = _NAME_BEFORE.search(text[: called.start()][-40:]) if called else None
        if called and before:
            found[fold(called.group(1))] = before.group(0).strip()
    return found


def _within(text: str) -> Iterator[tuple[str, str]]:
    for legend in _WITHIN.finditer(text):
        for short, name in _PAIR.findall(legend.group(1)):
            yield fold(short), name.strip()


def is_legend(label: Label, text: str) -> bool:
    """True for a line such as ``AM: Ann Marlow, gardener``: a short label and only a name.

    The name begins with the letters of the label, or the label is a word for a role.
    """
    if is_introduction(label, text[label.speech :].strip()):
        return True
    said = _said_of(label, text)
    name = core(said)
    if len(said) > _LONGEST or said.endswith(_ENDS) or likeness(name) < _NAME:
        return False
    if role_of_word(label.printed):
        return _is_full_name(name) or (2 <= len(name) <= 4 and is_han(name))
    short = fold(label.printed).replace(".", "")
    return len(short) <= _SHORT and short in (initials(name), fold(name)[: len(short)])


def _is_full_name(name: str) -> bool:
    """Two to four words, titles aside; a stop stands only after a title and an initial."""
    parts = [part for part in name.split() if fold(part) not in words("honorifics")]
    return 2 <= len(parts) <= _MOST_WORDS and all(
        part.translate(_JOINTS).isalpha() or (len(part) == len("J.") and part[1] == ".")
        for part in parts
    )


def name_in_legend(label: Label, text: str) -> str:
    """Return the name in the legend *text*."""
    return core(_said_of(label, text))


def _said_of(label: Label, text: str) -> str:
    """Return whom *text* names, without others listed after: ``Host: Ann Marlow. Guests: …``."""
    said = text[label.speech :].strip()
    cast = _CAST.match(said) if role_of_word(label.printed) else None
    if cast and (is_field(cast.group(2)) or role_of_word(cast.group(2))):
        return cast.group(1)
    return said


def is_introduction(label: Label, said: str) -> bool:
    """True for ``访谈者：秦山（以下简称“秦”）``: a word for a role, a name, and its short form."""
    return (
        said.endswith(("）", ")"))
        and _CALLED.search(said) is not None
        and role_of_word(label.printed) is not None
    )


def _front_matter_names(metadata: Metadata) -> list[str]:
    names: list[str] = []
    for key in _SPEAKER_KEYS:
        value = metadata.extra.get(key)
        if isinstance(value, str):
            names.append(value)
        elif isinstance(value, list | tuple):
            names.extend(item for item in value if isinstance(item, str))
    return names
