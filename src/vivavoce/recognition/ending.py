"""Where the talk ends after its last label: at a heading, a credit, or what tells of a speaker."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from vivavoce.lexicon import words
from vivavoce.model import Block
from vivavoce.recognition.address import says_i, says_you
from vivavoce.recognition.asides import aside_kind, is_emphatic, is_title
from vivavoce.recognition.document import Document
from vivavoce.recognition.names import opening_name
from vivavoce.recognition.silent import silent_kind
from vivavoce.recognition.talk import Talk

_MANY: Final = 20
_OPENING: Final = 40
_STOPS: Final = frozenset(".!?。！？")


def end_of_talk(document: Document, talk: Talk) -> int:
    """Return the first block after the talk.

    The last turn ends at a heading, a rule, a credit or a note; where the list or the quotation it
    stands in ends; and at once where turns on this page hardly ever run on over a second block.
    """
    last = talk.cues[-1].block
    says = bool(document.blocks[last].text[talk.cues[-1].speech :].strip())
    if says and not _turns_run_on(document, talk):
        return last + 1
    path = document.blocks[last].path
    inside = {container.key for container in path if container.kind in {"list", "quote"}}
    for index in range(last + 1, len(document.blocks)):
        if _ends_talk(document, talk, index):
            return index
        if inside - {container.key for container in document.blocks[index].path}:
            return index
    return len(document.blocks)


def _ends_talk(document: Document, talk: Talk, index: int) -> bool:
    block = document.blocks[index]
    if block.kind in {"heading", "rule"} or aside_kind(block) in {"credit", "note"}:
        return True
    if block.kind == "paragraph" and not any(map(str.isalnum, block.text)):
        return True
    if is_title(block) or (not talk.uses_italics and is_emphatic(block, "emphasis")):
        return True
    return _tells_of_speaker(document, talk, block)


def _tells_of_speaker(document: Document, talk: Talk, block: Block) -> bool:
    """A paragraph after the last answer that speaks of a participant, not to or as one.

    It opens with the name in a label, or with a name that title or introduction have.
    """
    opening = block.text[:_OPENING]
    named = any(len(name) > 1 and _begins_to_tell(opening, name) for name in talk.labels)
    if not (named or opens_with_known_name(document, talk.cues[0].block, opening)):
        return False
    return not (says_i(block.text) or says_you(block.text))


def _begins_to_tell(opening: str, name: str) -> bool:
    """*name* stands in *opening*, and its sentence goes on after it: something is told of it."""
    _, found, after = opening.partition(name)
    return bool(found) and bool(after) and after[0] not in _STOPS


def opens_with_known_name(document: Document, before: int, text: str) -> bool:
    """True where *text* begins with a name that the title or a block *before* the talk has.

    Or its surname is one by which somebody is addressed: ``Herr Brand`` tells who Jost Brand is.
    """
    name = opening_name(text).removesuffix("’s").removesuffix("'s")
    if not name:
        return False
    if any(name in block.text for block in document.blocks[:before]):
        return True
    return name in (document.metadata.title or "") or _is_addressed(document, name.split()[-1])


def _is_addressed(document: Document, surname: str) -> bool:
    return any(
        (at := block.text.find(surname)) > 0
        and block.text[:at].endswith(" ")
        and block.text[:at].split()[-1].casefold().rstrip(".") in words("honorifics")
        for block in document.blocks
    )


def _turns_run_on(document: Document, talk: Talk) -> bool:
    """True where some turns before the last hold paragraphs after the first."""
    opened = sorted({cue.block for cue in talk.cues})
    if len(opened) <= _MANY:
        return True
    return any(
        silent_kind(document, talk, index) is None
        for one, other in pairwise(opened)
        for index in range(one + 1, other)
    )
