"""Lines that say what a short label stands for: ``全=全现在``, ``JS: Jane Smith``, ``（简称“李”）``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from vivavoce.document import Document
from vivavoce.names import fold

_LEGEND = re.compile(r"^([^\W_][\w.]{0,7})\s*(?:=|＝|＝|→|代表|为|指)\s*([^\s=].{1,40})$")
_CALLED = re.compile(
    r"([\w·.' ]{2,40}?)\s*[（(](?:以下)?(?:简称|簡稱|以下|下称|hereafter|henceforth|im folgenden|abbreviated as)[：:]?\s*"
    r"[“\"「『'‘]?([\w.]{1,8})[”\"」』'’]?[^）)]{0,12}[）)]",
    re.I,
)
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


def stated_names(document: Document) -> Mapping[str, str]:
    """Return what the document itself says of its speakers: folded label to the name it means."""
    found: dict[str, str] = {}
    for name in _front_matter_names(document):
        found.setdefault(fold(name), name)
    for line in document.lines:
        match = _LEGEND.match(line.text) if len(line.text) < 60 else None
        if match:
            found[fold(match.group(1))] = match.group(2).strip()
        if "称" in line.text or "稱" in line.text or "ere" in line.text or "olgenden" in line.text:
            for called in _CALLED.finditer(line.text[:300]):
                found[fold(called.group(2))] = called.group(1).strip()
    return found


def _front_matter_names(document: Document) -> list[str]:
    names: list[str] = []
    for key in _SPEAKER_KEYS:
        value = document.metadata.extra.get(key)
        if isinstance(value, str):
            names.append(value)
        elif isinstance(value, (list, tuple)):
            names.extend(str(item) for item in value if isinstance(item, str))
    return names
