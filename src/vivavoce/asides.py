"""What nobody says: stage directions, editor's notes, credits, bold titles, pull quotes.

Each kind is a small test on one block; `aside_kind` runs them in the order of the table. A test that
does not fire leaves the block to whoever is speaking.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from vivavoce.model import Block, PartKind

_BRACKETED = re.compile(
    r"(?:\(\(?|（|\[|［|\{|【|〔|\*\()[^()（）\[\]{}]{1,200}(?:\)\)?|）|\]|］|\}|】|〕|\)\*)[.。]?$"
)
_URL = re.compile(r"<?https?://\S+>?$")
_NOTE = re.compile(
    r"[\[(（【*]*(?:(?:editor|translator|author)['’]s note|note from the editor|ed\.\s?note|编者按|編者按|编者注|編者註|编者注|译者注|"
    r"譯者註|译注|译者按|记者注|作者注|注[：:]|註[：:]|anm(?:erkung|\.) d(?:er|\.) red|n\.\s?d\.\s?[lrt]|nota (?:del|do) "
    r"(?:editor|autor|traductor|tradutor)|прим(?:ечание|\.) (?:автора|ред|перевод)|編集部注|※)",
    re.I,
)
_NOTE_TAIL = re.compile(r"[—–-]\s*прим(?:ечание|\.)\s+\w+|anm\. d\. \w+\.?\)?$", re.I)
_CREDIT = re.compile(
    r"(?:(?:文字|采访|採訪|采写|採寫|撰文|撰稿|编辑|編輯|责编|責編|校对|校對|摄影|攝影|图片|圖片|题图|題圖|译者?|譯者?|作者|原文|来源|來源|"
    r"整理|翻译|翻譯|编译|文|图|出品|构成|構成|取材|撮影|写真|聞き手|글|사진|인터뷰|번역)"
    r"(?:[、/／·及和&]\s*[\w一-鿿]{1,4})?\s*[|｜丨│:：/／]"
    r"|本文(?:由|来自|来源|首发|转载|刊|经|系|原载|作者)|原文(?:链接|来自|来源|地址)|via\s*[:：]"
    r"|(?:photos?|pictures?|images?|text|words|story|interview(?:ed)?|translat(?:ed|ion)|transcri(?:bed|pt)(?: completed)?|edited|"
    r"written|article submitted|originally published|fotos?|bild(?:er)?|quelle|texte?|traduction|traducción|tradução|"
    r"foto de|texto|перевод|фото|текст|автор)\s*(?:by|von|de|par|por|[:：|]|©)"
    r"|this (?:article|interview|piece|post) (?:was|is|originally|first)|©|\(c\)\s)",
    re.I,
)
_SHORT_CREDIT = 240
_SENTENCE_END = re.compile(r"[.。!！,，;；…]['\"”’」』）)]?$")
_SHORT_TITLE = 60


def aside_kind(block: Block) -> PartKind | None:
    """Return what kind of aside *block* is, or None where it may be speech."""
    for kind, is_kind in _KINDS:
        if is_kind(block):
            return kind
    return None


def is_stage_direction(block: Block) -> bool:
    """A paragraph wholly in brackets: ``[laughs]``, ``（笑）``, ``((applause))``."""
    return len(block.text) <= 204 and _BRACKETED.match(block.text) is not None


def is_note(block: Block) -> bool:
    """An editor's or translator's note that is a paragraph of its own, or a bare address."""
    text = block.text
    return bool(
        _NOTE.match(text) or _URL.match(text) or (len(text) < 600 and _NOTE_TAIL.search(text[-80:]))
    )


def is_credit(block: Block) -> bool:
    """A by-line, a source, a photographer's or translator's credit."""
    return len(block.text) <= _SHORT_CREDIT and _CREDIT.match(block.text) is not None


def is_emphatic(block: Block, kind: str) -> bool:
    """True where every word of *block* carries the mark *kind*."""
    said = [run for run in block.runs if run.text.strip()]
    return bool(said) and all(any(mark.kind == kind for mark in run.marks) for run in said)


def stands_apart(blocks: tuple[Block, ...], index: int) -> bool:
    """True where a block looks unlike running speech: quoted, bold, or a short line without a stop."""
    block = blocks[index]
    if any(container.kind == "quote" for container in block.path):
        return True
    if is_emphatic(block, "strong") or is_emphatic(block, "emphasis"):
        return True
    return len(block.text) <= 2 * _SHORT_TITLE


def is_title(block: Block) -> bool:
    """A short bold paragraph without a full stop: a section's title in disguise."""
    return (
        block.kind == "paragraph"
        and len(block.text) <= _SHORT_TITLE
        and "\n" not in block.text
        and is_emphatic(block, "strong")
        and not _SENTENCE_END.search(block.text)
    )


_KINDS: tuple[tuple[PartKind, Callable[[Block], bool]], ...] = (
    ("stage-direction", is_stage_direction),
    ("note", is_note),
    ("credit", is_credit),
)
