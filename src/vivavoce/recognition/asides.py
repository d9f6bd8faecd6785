"""What nobody says: stage directions, editor's notes, credits, bold titles, pull quotes.

Each kind is a small test on one block; `aside_kind` runs them in the order of the table. A test
that does not fire leaves the block to whoever is speaking.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from vivavoce.lexicon import words
from vivavoce.lexicon.phrases import opening_phrases, opens_with
from vivavoce.model import Block, PartKind
from vivavoce.page.chrome_phrases import RELATED_LEAD
from vivavoce.patterns import lazy_pattern
from vivavoce.recognition.address import says_i
from vivavoce.recognition.asking import asks

_BRACKETED: Final = lazy_pattern(
    r"(?:\(\(?|（|\[|［|\{|【|〔|\*\()[^()（）\[\]{}]{1,200}(?:\)\)?|）|\]|］|\}|】|〕|\)\*)[.。]?$"
)
_BRACKETS: Final = tuple("(（[［{【〔*")
"""`_BRACKETED` begins with one of them."""
_URL: Final = lazy_pattern(r"<?https?://\S+>?$")
_NOTE_TAIL: Final = lazy_pattern(
    r"[—–-]\s*прим(?:ечание|\.)\s+\w+|anm\. d\. \w+\.?\)?$", re.IGNORECASE
)
_NOTE_SIGNS: Final = ("рим", "РИМ", "nm.", "NM.")
"""One of them stands in whatever `_NOTE_TAIL` matches."""
_LEAD: Final = ' [(（【*_＊[“"'
_CREDIT_AFTER: Final = lazy_pattern(
    r"(?:[、/／·及和&]\s*\w{1,4})?"
    r"(?:\s*[|｜丨│:：/／©]|\s+(?:by|von|de|par|por|di|durch)\s|[：:])",
    re.IGNORECASE,
)
_BYLINES: Final = tuple(
    letter + word[1:] + " "
    for word in ("by", "von", "par", "por", "di")
    for letter in (word[0], word[0].upper())
)
"""`_BYLINE` begins with one of them."""
_BYLINE: Final = lazy_pattern(
    r"(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|[Dd]i)(?: [A-ZÀ-ÞĀ-Ž][\w'’.-]*){2,4}$"
)
_OPENING_QUOTES: Final = tuple('“"「『«„')
_CLOSING_QUOTES: Final = tuple('”"」』»“')
_PAGE: Final = lazy_pattern(
    r"(?:page|seite|página|pagina|стр\.?) \d+ (?:of|von|de|di|из) \d+$|[-–—] ?\d{1,4} ?[-–—]$|"
    r"第 ?\d+ ?[页頁](?: ?[,，/] ?共 ?\d+ ?[页頁])?$",
    re.IGNORECASE,
)
"""The number of a page that a transcript was printed on."""
_ORNAMENT: Final = " .。—–-*#＊●■◆~～·=|_"
"""What stands around words that end a talk."""
_SPEECH_DASH: Final = " —–-"
"""What alone opens a line of dialogue in many languages."""
_SHORT_CREDIT: Final = 240
_SHORT_QUOTE: Final = 4
"""Characters of a quotation of two, its marks with them."""
_SHORT_DIRECTION: Final = 160
_SENTENCE_ENDS: Final = tuple(".。!！,，;；…")
_SHORT_TITLE: Final = 60
_SENTENCE_MARK: Final = lazy_pattern(r"[.。!！?？,，;；:：…、—]")
_STOPS: Final = tuple(".。!！?？…:：")
_AFTER_STOP: Final = tuple("'\"”’」』）)")
"""What may close after the mark that ends a sentence."""


def aside_kind(block: Block) -> PartKind | None:
    """Return what kind of aside *block* is, or None where it may be speech."""
    for kind, is_kind in _KINDS:
        if is_kind(block):
            return kind
    return None


def is_stage_direction(block: Block) -> bool:
    """A short paragraph wholly in brackets: ``[laughs]``, ``（笑）``, ``((applause))``.

    Who says *I* in brackets is speaking.
    """
    text = block.text
    if len(text) > _SHORT_DIRECTION or not text.startswith(_BRACKETS):
        return False
    return _BRACKETED.match(text) is not None and not says_i(text)


def is_note(block: Block) -> bool:
    """An editor's or translator's note that is a paragraph of its own, or a bare address."""
    text = block.text.lstrip(_LEAD)
    if opens_with("notes", text) or _is_address(text) or _leads_elsewhere(block):
        return True
    if len(text) < _SHORT_TITLE and (_is_end_mark(block.text) or _PAGE.match(block.text)):
        return True
    tail = text[-80:] if len(text) < 600 else ""
    return any(sign in tail for sign in _NOTE_SIGNS) and _NOTE_TAIL.search(tail) is not None


def _is_end_mark(text: str) -> bool:
    """``END OF INTERVIEW``, ``—— END ——``, ``■ 完``; what may be an answer is none.

    Such are a word alone that is not set off, ``The end.`` as a sentence, and a line of dialogue
    with nothing but its dash.
    """
    bare = text.strip(_ORNAMENT)
    if bare.casefold() not in words("the_end"):
        return False
    before, _, after = text.partition(bare)
    if before.strip(_SPEECH_DASH) or (before.strip() and after.strip(" .。")):
        return True
    is_sentence = bool(after.strip()) and bare.count(" ") == 1
    return (" " in bare and not is_sentence) or (len(bare) > 1 and bare.isupper())


def _is_address(text: str) -> bool:
    return "://" in text and _URL.match(text) is not None


def _leads_elsewhere(block: Block) -> bool:
    """``Read also: The lake froze again``, where all that follows the colon is a link."""
    if len(block.text) > _SHORT_CREDIT or not is_linked(block):
        return False
    lead = RELATED_LEAD.match(block.text)
    at = 0
    for run in block.runs if lead else ():
        at += len(run.text)
        linked = any(mark.kind == "link" for mark in run.marks)
        if lead and at > lead.end() and run.text.strip(" :：-–—") and not linked:
            return False
    return lead is not None


def is_linked(block: Block) -> bool:
    """True where a link stands in *block*."""
    return any(mark.kind == "link" for run in block.runs for mark in run.marks)


def is_link_item(block: Block) -> bool:
    """An item of a list that is a link and nothing else: a list of sources."""
    return is_in(block, "item") and is_emphatic(block, "link")


def is_credit(block: Block) -> bool:
    """A by-line, a source, a photographer's or translator's credit."""
    text = block.text.lstrip(_LEAD)
    if len(text) > _SHORT_CREDIT:
        return False
    if opens_with("credit_openings", text):
        return True
    if text.startswith(_BYLINES) and _BYLINE.match(text):
        return True
    named = opening_phrases("credits", text)
    return any(_CREDIT_AFTER.match(text, len(phrase)) for phrase in named)


def is_quoted(block: Block) -> bool:
    """A short block that is one quotation from its first character to its last."""
    text = block.text
    return (
        _SHORT_QUOTE <= len(text) <= _SHORT_CREDIT
        and text.startswith(_OPENING_QUOTES)
        and text.endswith(_CLOSING_QUOTES)
    )


def is_in(block: Block, kind: str) -> bool:
    """True where *block* stands in a container of *kind*."""
    return any(container.kind == kind for container in block.path)


def row_of(block: Block) -> int | None:
    """Return the key of the row of a table in which *block* stands, or None."""
    return next((item.key for item in reversed(block.path) if item.kind == "row"), None)


def is_emphatic(block: Block, kind: str) -> bool:
    """True where every word of *block* carries the mark *kind*."""
    says = False
    for run in block.runs:
        if run.text and not run.text.isspace():
            if not any(mark.kind == kind for mark in run.marks):
                return False
            says = True
    return says


def stands_apart(blocks: tuple[Block, ...], index: int) -> bool:
    """True where a block looks unlike speech: quoted, bold, or a short line without a stop."""
    block = blocks[index]
    if is_in(block, "quote"):
        return True
    if is_emphatic(block, "strong") or is_emphatic(block, "emphasis"):
        return True
    return len(block.text) <= 2 * _SHORT_TITLE and not _ends_with(_STOPS, block.text)


def is_title(block: Block) -> bool:
    """A short bold paragraph without a full stop: a section's title in disguise."""
    return (
        block.kind == "paragraph"
        and len(block.text) <= _SHORT_TITLE
        and "\n" not in block.text
        and is_emphatic(block, "strong")
        and not _ends_with(_SENTENCE_ENDS, block.text)
        and not asks(block.text)
    )


def _ends_with(marks: tuple[str, ...], text: str) -> bool:
    """True where *text* ends with one of *marks*, or one and what closes after it."""
    return text.endswith(marks) or (text.endswith(_AFTER_STOP) and text[:-1].endswith(marks))


def is_heading_like(block: Block) -> bool:
    """A heading, or a short paragraph that has no mark of a sentence."""
    if block.kind == "heading":
        return True
    short = 2 < len(block.text) <= _SHORT_TITLE // 2 and block.kind == "paragraph"
    return short and not block.path and not _SENTENCE_MARK.search(block.text)


_KINDS: Final[tuple[tuple[PartKind, Callable[[Block], bool]], ...]] = (
    ("stage-direction", is_stage_direction),
    ("note", is_note),
    ("credit", is_credit),
)
