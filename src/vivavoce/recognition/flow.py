"""From cues to a reading: who goes on speaking where no label is printed.

A turn runs on over paragraphs, lists, figures and headings until the next cue. What nobody says
(headings, captions, notes, stage directions) is passed over without ending it. After the last cue
the talk ends at the first heading, rule or credit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from vivavoce.model import Block, Cue, Part, PartKind
from vivavoce.patterns import lazy_pattern
from vivavoce.recognition.address import says_i, says_you
from vivavoce.recognition.asides import (
    aside_kind,
    is_emphatic,
    is_heading_like,
    is_in,
    is_link_item,
    is_quoted,
    is_title,
    row_of,
    stands_apart,
)
from vivavoce.recognition.document import Document
from vivavoce.recognition.entries import key_of
from vivavoce.recognition.label import seconds
from vivavoce.recognition.labelparts import core
from vivavoce.recognition.names import opening_name
from vivavoce.recognition.pullquotes import is_pull_quote

_SILENT: dict[str, PartKind] = {
    "heading": "heading",
    "caption": "caption",
    "figure": "prose",
    "rule": "prose",
}


_ONLY_AMID_TALK = frozenset({"note", "pull-quote", "stage-direction"})
_MANY = 20
_NEAR = 8
_OPENING = 40
_TELLS = 20
"""Characters of the shortest paragraph that may tell something rather than go on speaking."""
_SHORT = 6
_STOPS = frozenset(".!?。！？")
_TIME = lazy_pattern(r"(?:\d{1,3}:)+\d{2}(?:[.,]\d+)?")
"""A time in a cell of its own, beside a speaker's."""
_STAMP = lazy_pattern(r"[\[(（【]((?:\d{1,2}:)?\d{1,3}:\d{2})(?:[.,]\d+)?[\])）】]:?\s+")
_OPENERS = ("[", "(", "（", "【")
_SECTION = lazy_pattern("[（(]?(?:[一二三四五六七八九十]{1,3}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+|[IVX]{2,5})[)）.．、]?")
"""The number of a section in a paragraph of its own."""
_NUMBER = lazy_pattern(r"#?\d{1,4}[.)]?")
_LIFE = lazy_pattern(
    r"\s*[,，、（(:：].{0,60}(?:\d{4}|毕业|畢業|现为|現為|\bborn\b|geboren|[人士家师授][，。])"
)


class Talk(NamedTuple):
    """The cues of a document and what they say of its typography."""

    cues: tuple[Cue, ...]
    uses_italics: bool
    """Whole italic lines are turns here, so an italic paragraph is no aside."""
    names: Mapping[str, str] = {}
    """The key of the label that stands for the unlabelled turns of a role."""
    labels: frozenset[str] = frozenset()
    """The names in all labels."""
    opened: frozenset[int] = frozenset()
    """The blocks that begin with a turn."""

    @classmethod
    def of(cls, cues: tuple[Cue, ...], names: Mapping[str, str], *, uses_italics: bool) -> Talk:
        """Make the talk that *cues* open; *names* are the keys of roles without labels."""
        return cls(
            cues,
            uses_italics,
            names,
            frozenset(core(cue.label) for cue in cues if cue.label),
            frozenset(cue.block for cue in cues if cue.start == 0),
        )

    def speaker_of(self, cue: Cue) -> str:
        """Return the key of who speaks at *cue*."""
        role = cue.role or "interviewee"
        return key_of(cue.label) if cue.label else self.names.get(role, f"@{role}")


def read_flow(document: Document, talk: Talk) -> tuple[Part, ...]:
    """Return parts that cover every block of *document*, given the turns that *talk* opens.

    `Part.speaker` holds the folded label, or ``@interviewer`` and ``@interviewee`` where none is
    printed; `participants` replaces them by ids.
    """
    by_block: dict[int, list[Cue]] = {}
    for cue in talk.cues:
        by_block.setdefault(cue.block, []).append(cue)
    end = _end_of_talk(document, talk)
    parts: list[Part] = []
    current: Cue | None = None
    pausing = False
    for index, block in enumerate(document.blocks):
        cues = by_block.get(index, [])
        if cues:
            parts.extend(_cut(talk, index, block, cues, current))
            current, pausing = cues[-1], False
        else:
            pausing = pausing or _opens_interlude(document, by_block, index)
            speaker = current if index < end and not pausing else None
            part = _whole(document, talk, index, speaker, after=index >= end)
            parts.append(_timed(block, part) if speaker else part)
    return tuple(parts)


def _opens_interlude(document: Document, by_block: Mapping[int, list[Cue]], index: int) -> bool:
    """True for a heading after which the page tells something before the talk goes on.

    Its paragraphs, up to the next turn, speak neither of *me* nor to *you*.
    """
    if not is_heading_like(document.blocks[index]):
        return False
    told = 0
    for following in range(index + 1, min(index + _NEAR, len(document.blocks))):
        block = document.blocks[following]
        if following in by_block:
            return told > 0
        if block.kind == "paragraph":
            if says_i(block.text) or says_you(block.text) or len(block.text) < _TELLS:
                return False
            told += 1
        elif block.kind == "heading":
            return False
    return False


def _cut(
    talk: Talk, index: int, block: Block, cues: list[Cue], current: Cue | None
) -> Iterator[Part]:
    """Cut one block at its cues; what stands before the first belongs to the current speaker."""
    length = len(block.text)
    if cues[0].start and block.text[: cues[0].start].strip():
        yield _spoken(talk, index, cues[0].start, current)
    for cue, following in zip(cues, [*cues[1:], None], strict=True):
        stop = following.start if following else length
        begin = 0 if cue is cues[0] and not block.text[: cue.start].strip() else cue.start
        yield Part(
            index,
            begin,
            cue.speech,
            stop,
            "speech",
            talk.speaker_of(cue),
            cue.label,
            True,
            cue.time,
        )


def _spoken(talk: Talk, index: int, end: int, cue: Cue | None) -> Part:
    if cue is None:
        return Part(index, 0, 0, end, "introduction")
    return Part(index, 0, 0, end, "speech", talk.speaker_of(cue))


def _whole(document: Document, talk: Talk, index: int, current: Cue | None, *, after: bool) -> Part:
    """Read a block in which nobody begins to speak."""
    block = document.blocks[index]
    length = len(block.text)
    kind = _silent_kind(document, talk, index)
    if current is None and kind in _ONLY_AMID_TALK:
        kind = None
    if kind is not None:
        return Part(index, 0, 0, length, kind)
    if current is None:
        return Part(index, 0, 0, length, "prose" if after else "introduction")
    return Part(index, 0, 0, length, "speech", talk.speaker_of(current))


def _timed(block: Block, part: Part) -> Part:
    """Begin a turn of its own where an unlabelled paragraph opens with a time in brackets."""
    stamp = _STAMP.match(block.text) if part.speaker and block.text.startswith(_OPENERS) else None
    if stamp is None:
        return part
    return part._replace(speech=stamp.end(), opens=True, time=seconds(stamp.group(1)))


def _silent_kind(document: Document, talk: Talk, index: int) -> PartKind | None:
    """Return what block *index* is if nobody says it."""
    block = document.blocks[index]
    if block.kind in _SILENT:
        return _SILENT[block.kind]
    if block.kind == "paragraph":
        if not any(map(str.isalnum, block.text)):
            return "prose"
        if len(block.text) <= _SHORT and _SECTION.fullmatch(block.text):
            return "heading"
    if block.path and is_in(block, "cell") and _is_beside_talk(document, index):
        return "prose"
    return aside_kind(block) or _placed_kind(document, talk, index)


def _is_beside_talk(document: Document, index: int) -> bool:
    """A cell that holds a time, or opens its row with a number."""
    text = document.blocks[index].text
    if _TIME.fullmatch(text):
        return True
    return _NUMBER.fullmatch(text) is not None and row_of(document.blocks[index]) != (
        row_of(document.blocks[index - 1]) if index else None
    )


def _placed_kind(document: Document, talk: Talk, index: int) -> PartKind | None:
    """Return what block *index* is if its place, or the page's habits, make it an aside."""
    block = document.blocks[index]
    italic = is_emphatic(block, "emphasis")
    if _follows_figure(document, index) and (
        italic or is_quoted(block) or _is_portrait(talk, block)
    ):
        return "caption"
    if is_link_item(block) or (italic and not talk.uses_italics):
        return "note"
    if _is_pull_quote(document, index):
        return "pull-quote"
    return "heading" if is_title(block) and index + 1 in talk.opened else None


def _is_pull_quote(document: Document, index: int) -> bool:
    block = document.blocks[index]
    if is_quoted(block) and is_in(block, "quote"):
        return True
    longer = 1.0 if is_quoted(block) else 1.2
    return stands_apart(document.blocks, index) and is_pull_quote(
        document.blocks, index, longer=longer
    )


def _is_portrait(talk: Talk, block: Block) -> bool:
    """A speaker's name and a life in one paragraph under a picture."""
    name = next((name for name in talk.labels if block.text.startswith(name)), None)
    return name is not None and _LIFE.match(block.text, len(name)) is not None


def _follows_figure(document: Document, index: int) -> bool:
    return index > 0 and document.blocks[index - 1].kind == "figure"


def _end_of_talk(document: Document, talk: Talk) -> int:
    """Return the first block after the talk.

    The last turn ends at a heading, a rule, a credit or a note; where the list it stands in ends;
    and at once where turns on this page hardly ever run on over a second block.
    """
    last = talk.cues[-1].block
    says = bool(document.blocks[last].text[talk.cues[-1].speech :].strip())
    if says and not _turns_run_on(document, talk):
        return last + 1
    inside = {container.key for container in document.blocks[last].path if container.kind == "list"}
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
    if not (named or _opens_with_known_name(document, talk, opening)):
        return False
    return not (says_i(block.text) or says_you(block.text))


def _begins_to_tell(opening: str, name: str) -> bool:
    """*name* stands in *opening*, and its sentence goes on after it: something is told of it."""
    _, found, after = opening.partition(name)
    return bool(found) and bool(after) and after[0] not in _STOPS


def _opens_with_known_name(document: Document, talk: Talk, opening: str) -> bool:
    name = opening_name(opening)
    if not name:
        return False
    before = (block.text for block in document.blocks[: talk.cues[0].block])
    return any(name in text for text in (document.metadata.title or "", *before))


def _turns_run_on(document: Document, talk: Talk) -> bool:
    """True where some turns before the last hold paragraphs after the first."""
    opened = sorted({cue.block for cue in talk.cues})
    if len(opened) <= _MANY:
        return True
    between = (index for one, other in pairwise(opened) for index in range(one + 1, other))
    return any(_silent_kind(document, talk, index) is None for index in between)
