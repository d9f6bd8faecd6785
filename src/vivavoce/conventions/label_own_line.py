"""A heading, a bold paragraph or a short paragraph that is the label and nothing else."""

from __future__ import annotations

from typing import Final

from vivavoce.conventions._cues import propose, whole_cue
from vivavoce.model import Proposal, Role
from vivavoce.patterns import lazy_pattern
from vivavoce.recognition.document import Document, Line
from vivavoce.recognition.label import COLONS, split_time
from vivavoce.recognition.labelparts import core, says_asked
from vivavoce.recognition.names import likeness
from vivavoce.scripts import has_cjk

_LONGEST: Final = 40
_ENCLOSED: Final = lazy_pattern(r"[\[【〔(（]\s*([^\[\]【】〔〕()（）]+?)\s*[\]】〕)）]")
_OPENING: Final = tuple("[【〔(（")
_ENCLOSING: Final = frozenset({"item", "cell", "header-cell", "term", "definition"})
"""Lists, tables and definition lists have conventions of their own."""
_FORBIDDEN: Final = frozenset('。！？!?;；“”"«»„…:：।۔؟،؛')
"""Marks that stand in a sentence and in no name."""
_STOPPED: Final = lazy_pattern(r"\w{3,}[.](?:\s|$)")


def label_own_line(document: Document) -> Proposal | None:
    """Propose a turn after every line that is only a name, with or without a colon."""
    cues = [
        whole_cue(line, name, role=_role(line), time=split_time(line.text.rstrip(COLONS + " "))[1])
        for line in document.lines
        if (name := _name(line)) is not None
    ]
    return propose("label-own-line", cues)


def _role(line: Line) -> Role | None:
    return "interviewer" if says_asked(line.text) else None


def _name(line: Line) -> str | None:
    if len(line.text) > _LONGEST + 20 or not _ENCLOSING.isdisjoint(line.inside):
        return None
    has_colon = line.text[-1] in COLONS
    name, _ = split_time(line.text.rstrip(COLONS + " "))
    enclosed = _ENCLOSED.fullmatch(name) if name.startswith(_OPENING) else None
    name = enclosed.group(1) if enclosed else name
    if not name or _is_sentence(name) or len(core(name)) > _LONGEST:
        return None
    if line.asks and not has_colon and not has_cjk(name):
        return None  # Thai needs no question mark
    stands_out = line.is_strong or line.kind == "heading"
    if not (stands_out or has_colon) and _goes_on(line, name):
        return None
    if not (has_colon or stands_out or name.isupper() or len(core(name).split()) <= 3):
        return None
    return name if likeness(core(name)) >= (0.6 if has_colon else 0.8) else None


def _is_sentence(name: str) -> bool:
    if not _FORBIDDEN.isdisjoint(name):
        return True
    return "." in name and _STOPPED.search(name) is not None


def _goes_on(line: Line, name: str) -> bool:
    """Is only the beginning of *name* a label, and speech what is set off by type or a mark?

    Scripts with capitals, and Chinese, Japanese and Korean, tell a name from words by themselves.
    """
    if has_cjk(name) or name.upper() != name.lower():
        return False
    has_speech = line.label is not None and line.label.speech < len(line.text)
    return has_speech or 0 < line.strong < len(name)
