"""``<p class="question">``, ``<div class="answer">``: only the class name tells who speaks."""

from __future__ import annotations

import re

from vivavoce.conventions._alternate import alternate
from vivavoce.conventions._cues import propose
from vivavoce.model import Block, Cue, Proposal, Role
from vivavoce.recognition.document import Document

_ROLE_OF_CLASS: dict[str, Role] = {
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
_PARTS = re.compile(r"[-_]+|(?<=[a-z])(?=[A-Z])")


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
        for part in _PARTS.split(name):
            role = _ROLE_OF_CLASS.get(part.casefold())
            if role is not None:
                return role
    return None
