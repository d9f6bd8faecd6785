"""Lines that say what a short label stands for: ``C = Clara Weiss``, ``（简称“李”）``.

Front matter that lists the speakers counts as well. Nothing here decides who speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from vivavoce.model import Metadata
from vivavoce.recognition.names import fold

_LEGEND = re.compile(r"([^\W_][\w.]{0,7})\s*(?:=|＝|→)\s*([^\s=].{1,40})$")
_CALLED = re.compile(
    r"[（(](?:以下)?(?:简称|簡稱|下称|以下|hereafter|henceforth|im folgenden)[：:]?\s*"
    r"[“\"「『'‘]?([\w.]{1,8})",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"[\w·.' ]{2,40}$")
_LONGEST = 60
_HEAD = 200
_SPEAKER_KEYS = (
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
        match = _LEGEND.match(text) if len(text) <= _LONGEST else None
        if match:
            found[fold(match.group(1))] = match.group(2).strip()
        called = _CALLED.search(text, 0, _HEAD)
        before = _NAME_BEFORE.search(text[: called.start()][-40:]) if called else None
        if called and before:
            found[fold(called.group(1))] = before.group(0).strip()
    return found


def _front_matter_names(metadata: Metadata) -> list[str]:
    names: list[str] = []
    for key in _SPEAKER_KEYS:
        value = metadata.extra.get(key)
        if isinstance(value, str):
            names.append(value)
        elif isinstance(value, list | tuple):
            names.extend(item for item in value if isinstance(item, str))
    return names
