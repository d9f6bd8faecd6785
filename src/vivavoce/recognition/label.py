"""The grammar of one printed label: who is said to speak at the start of a line.

Pure functions from the first characters of a line to a `Label`. Nothing here knows whether the
label is a person's; that takes the whole document (see `vocabulary`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

COLONS = ":：︰﹕∶"
BARS = "|｜丨│"
WIDE_SPACE = "　"
_SEPARATORS = re.compile(rf"[{COLONS}{BARS}{WIDE_SPACE}\t]|——|―― ?|[—–]\s| {{3,}}")
_LEAD = re.compile(r"(?:>>+|::+|[-–—•·◆■▶*]+|\d{1,3}[.)])?\s*")
_TIME = re.compile(
    r"[\[(（【]?((?:\d{1,2}:)?\d{1,3}:\d{2})(?:[.,]\d{1,3})?[\])）】]?(?:\s*[-–—|]\s*(?=\D))?"
)
_BRACKETS = {"【": "】", "[": "]", "［": "］", "〔": "〕", "(": ")", "（": "）", "〈": "〉"}
_TRAILING = re.compile(r"\s*[(（\[［]([^()（）\[\]]{1,60})[)）\]］]$")
_PARTS = re.compile(r"\s*[/／]\s*")
_ASKED = re.compile(
    r"\s+(?:also\s+|then\s+)?(?:asked|asks|wanted to know|fragte|fragt|a demandé|demande|preguntó|"
    r"pregunta|perguntou|pergunta|chiede|спросила?|спрашивает)\b.*$"
)
_SAID = re.compile(r"\s+(?:said|says|replied|wrote|writes|sagte|sagt|schrieb|antwortete)$")
_LONGEST = 64
_LONGEST_WORDS = 8
_LONGEST_CJK = 20
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_FORBIDDEN = re.compile(r"[。！？!?;；“”\"«»„…<>=]|\.{2,}|[.,，]\s.*[.,，]\s|https?$|www\.|@")
_LETTERED_STOP = re.compile(r"([QAPRFВОПКQAqa]|Q&A|[QA]\d{1,3})[.．)]\s*")


@dataclass(frozen=True, slots=True)
class Label:
    """A printed label and where the speech after it begins."""

    printed: str
    """The label without separator, brackets or time, as it stands."""
    start: int
    """The offset in the line at which the label begins."""
    speech: int
    """The offset in the line at which speech begins."""
    separator: str
    """What parts label and speech: ``:``, ``|``, ``]``, ``.``, a wide space, a dash."""
    time: float | None = None
    """The time printed beside the label, in seconds."""


def parse_label(text: str) -> Label | None:
    """Return the label that opens the line *text*, or None.

    A label is at most 64 characters before a colon, a bar, a wide space or a dash, or it is
    enclosed in brackets. Before it may stand a time, a bullet or a dash; inside it a note in
    parentheses (initials, affiliation, a time). It holds no sentence mark and no quotation mark.
    """
    at, time = _skip_lead(text)
    if at >= len(text):
        return None
    return _bracketed(text, at, time) or _separated(text, at, time) or _lettered(text, at, time)


def seconds(stamp: str) -> float:
    """Turn ``1:02:03`` or ``02:03`` into seconds."""
    total = 0
    for part in stamp.split(":"):
        total = total * 60 + int(part)
    return float(total)


def _skip_lead(text: str) -> tuple[int, float | None]:
    """Return where the label may begin and the time before it."""
    at = 0
    time: float | None = None
    for _ in range(2):
        stamp = _TIME.match(text, at)
        if stamp and not stamp.group(0).endswith(tuple(COLONS)):
            time = seconds(stamp.group(1))
            at = stamp.end()
        lead = _LEAD.match(text, at)
        at = lead.end() if lead else at
    return at, time


def _bracketed(text: str, at: int, time: float | None) -> Label | None:
    """``【name】speech``, ``[name] speech``, ``(name) speech``, with or without a colon after."""
    closer = _BRACKETS.get(text[at])
    if closer is None:
        return None
    end = text.find(closer, at, at + _LONGEST)
    inside = text[at + 1 : end].strip() if end > 0 else ""
    if not inside or not _fits(inside):
        return None
    speech = end + 1
    while speech < len(text) and (text[speech] in COLONS or text[speech].isspace()):
        speech += 1
    return Label(inside, at + 1, speech, closer, time)


def _separated(text: str, at: int, time: float | None) -> Label | None:
    """``name: speech`` with a colon of any script, a bar, a dash or a wide space."""
    for match in _SEPARATORS.finditer(text, at, at + _LONGEST + 2):
        mark = match.group(0).strip(" ") or " "
        if mark in COLONS and _is_no_label_colon(text, match.start()):
            return None
        printed = text[at : match.start()].strip(" \u00a0*_")
        if not printed or not _fits(printed):
            return None
        speech = match.end()
        while speech < len(text) and (text[speech].isspace() or text[speech] in COLONS + BARS):
            speech += 1
        stamped = _time_in(printed)
        if stamped is not None:
            printed, time = stamped
        return Label(printed, at, speech, mark[0], time) if printed else None
    return None


def _lettered(text: str, at: int, time: float | None) -> Label | None:
    """``Q. speech`` and its like: one known letter and a full stop or parenthesis."""
    match = _LETTERED_STOP.match(text, at)
    if match is None or match.end() >= len(text):
        return None
    return Label(match.group(1), at, match.end(), ".", time)


def _is_no_label_colon(text: str, at: int) -> bool:
    """Tell a colon inside a time, a ratio or an address from one after a label."""
    after = text[at + 1 : at + 2]
    if text[at] == ":" and after == "/":
        return True
    return text[at - 1 : at].isdigit() and after.isdigit()


def _time_in(printed: str) -> tuple[str, float] | None:
    """Split ``Name (00:12)`` or ``Name 00:12`` into name and seconds."""
    match = re.search(r"\s*[\[(（]?((?:\d{1,2}:)?\d{1,2}:\d{2})[\])）]?$", printed)
    if match is None:
        return None
    return printed[: match.start()].strip(), seconds(match.group(1))


def _fits(label: str) -> bool:
    """Can these characters be a label at all?"""
    if len(label) > _LONGEST or _FORBIDDEN.search(_TRAILING.sub("", label)):
        return False
    if not any(char.isalpha() for char in label) or label[0] in _BRACKETS:
        return False
    if _CJK.search(label) and len(_TRAILING.sub("", label)) > _LONGEST_CJK:
        return False
    return len(label.split()) <= _LONGEST_WORDS


def split_label(printed: str) -> tuple[str, str]:
    """Split a label into the name and what stands in parentheses after it.

    ``Jane Smith (JS)`` gives ``("Jane Smith", "JS")``; without parentheses the second part is
    empty. A verb after the name, as in ``JS asked``, is left out.
    """
    plain = _SAID.sub("", _ASKED.sub("", printed))
    match = _TRAILING.search(plain)
    if match is None or match.start() == 0:
        return plain, ""
    return plain[: match.start()].strip(), match.group(1).strip()


def says_asked(text: str) -> bool:
    """True for ``JS asked:`` and its like: a label that tells who puts the question."""
    return _ASKED.search(text.rstrip(COLONS + " ")) is not None


def core(label: str) -> str:
    """Return the name within a printed label, without post, affiliation or parentheses.

    ``总编辑/赵嘉`` gives ``赵嘉``; ``Jane Smith, Institute`` gives ``Jane Smith``.
    """
    name = split_label(label)[0]
    name = _PARTS.split(name)[-1] or name
    return re.split(r"[,，]\s*", name)[0].strip() or label
