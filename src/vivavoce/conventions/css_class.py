"""``<p class="question">``, ``<div class="answer">``: only the class name tells who speaks."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from vivavoce.conventions._alternate import alternate
from vivavoce.conventions._cues import propose
from vivavoce.model import Block, Cue, Proposal, Role
from vivavoce.patterns import lazy_pattern
from vivavoce.recognition.document import Document

_ROLE_OF_CLASS: Final[dict[str, Role]] = {
    "q": "interviewer",
    "question": "interviewer",
    "questions": "interviewer",
    "frage": "interviewer",
    "pregunta": "interviewer",
    "pergunta": "interviewer",
    "domanda": "interviewer",
    "interviewer": "interviewer",
    "asker": "interviewer",
    "a": "interviewee",
    "answer": "interviewee",
    "antwort": "interviewee",
    "reponse": "interviewee",
    "respuesta": "interviewee",
    "resposta": "interviewee",
    "risposta": "interviewee",
    "interviewee": "interviewee",
    "guest": "interviewee",
}
_REMEMBERED: Final = 1024
"""How many class names are remembered: a page has few, and each very often."""
_PARTS: Final = lazy_pattern(r"[-_]+|(?<=[a-z])(?=[A-Z])")


def css_class(document: Document) -> Proposal | None:
    """Propose a turn wherever class names change from asker to answerer or back."""
    cues: list[Cue] = []
    last: Role | None = None
    for index, block in enumerate(document.blocks):
        role = _role(block)
        if role is not None and role != last and block.kind in {"paragraph", "heading"}:
            cues.append(Cue(index, 0, 0, "", role))
        last = role or last
    roles = {cue.role for cue in cues}
    if roles == {"interviewer"}:
        marked = alternate(
            document, lambda line: _role(document.blocks[line.block]) == "interviewer"
        )
        return propose("css-class", marked)
    return propose("css-class", cues) if len(roles) > 1 else None


def _role(block: Block) -> Role | None:
    for name in reversed(block.cues.classes):
        role = _role_of_class(name)
        if role is not None:
            return role
    return None


@lru_cache(maxsize=_REMEMBERED)
def _role_of_class(name: str) -> Role | None:
    roles = (_ROLE_OF_CLASS.get(part.casefold()) for part in _PARTS.split(name))
    return next((role for role in roles if role is not None), None)
