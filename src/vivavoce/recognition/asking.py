"""Whether a text asks: by its question mark, or as languages ask that need none.

Asian languages end a question with a particle or an ending of the verb; a request asks as well.
"""

from __future__ import annotations

from typing import Final

from vivavoce.lexicon.phrases import opens_with
from vivavoce.patterns import lazy_pattern

_TAIL: Final = 40
GREEK_QUESTION: Final = "[\u0370-\u03ff\u1f00-\u1fff][;\u037e]"
"""A pattern for the question mark of Greek, a semicolon, with the letter before it."""
_GREEK_MARK: Final = lazy_pattern(r"[;\u037e](?<=[\u0370-\u03ff\u1f00-\u1fff].)")
_GREEK_END: Final = lazy_pattern(f"{GREEK_QUESTION}$")
_REQUESTS: Final = (
    *("ください", "下さい", "か", "ですね", "ますね", "ましたね", "でしょう", "お願いします"),
    *("주세요", "나요", "까", "까요", "듣고 싶습니다"),
    *(
        "었나",
        "았나",
        "했나",
        "됐나",
        "졌나",
        "셨나",
        "있나",
        "없나",
        "인가",
        "는가",
        "은가",
        "던가",
        "떤가",
    ),
    *("吗", "嗎", "呢", "么", "谈谈", "談談", "聊聊", "介绍一下", "說說", "说说"),
    *("बताइए", "बताएं", "बताइये"),
    *(
        word + particle
        for word in (
            *("ไหม", "มั้ย", "อะไร", "บ้าง", "ทำไม", "อย่างไร", "ยังไง", "ที่ไหน", "ใคร"),
            *("เมื่อไหร่", "เมื่อไร", "เท่าไหร่", "เท่าไร", "หรือเปล่า", "หรือยัง", "หรือไม่"),
        )
        for particle in ("", "คะ", "ครับ")
    ),
)
"""How a request or a question without its mark ends."""
_LAST_OF_REQUESTS: Final = frozenset(ending[-1] for ending in _REQUESTS)
_SINCE: Final = ("니까", "니까요")
"""Korean: the ending of a reason. Behind a syllable that ends in ㅂ it asks, as in 습니까."""
_FIRST_SYLLABLE: Final = ord("가")
_FINALS: Final = 28
"""Syllables that differ in their final consonant alone stand side by side."""
_FINAL_B: Final = 17
_WHY: Final = "ทำไม"
_NOTHING: Final = tuple(
    f"ไม่มี{word}{particle}" for word in ("อะไร", "ใคร", "ที่ไหน") for particle in ("", "คะ", "ครับ")
)
"""Thai: nothing, nobody and nowhere end as what, who and where do."""
_REQUESTING: Final = ("부탁", "궁금")
"""Stems of last words that ask, whatever their ending."""
_FIRST_OF_REQUESTING: Final = tuple(stem[0] for stem in _REQUESTING)
_AFTER_REQUEST: Final = " \t\n\r\xa0\u3000。.!！~～।"


def asks(text: str) -> bool:
    """True where *text* ends as a question does: with its mark, or as Asian languages ask."""
    end = text.rstrip(" \"'”’»«)）」』*_")
    if end.endswith(("?", "？", "؟")):
        return True
    if end.endswith((";", "\u037e")):
        return _GREEK_END.search(end[-_TAIL:]) is not None
    return _requests(end[-_TAIL:])


def _requests(tail: str) -> bool:
    """True where *tail*, the end of a text, asks for something as Asian languages do."""
    if tail.isascii():
        return False
    end = tail.rstrip(_AFTER_REQUEST)
    if end[-1:] in _LAST_OF_REQUESTS and end.endswith(_REQUESTS):
        return not (_tells_reason(end) or (end.endswith(_NOTHING) and _WHY not in end))
    if not any(letter in end for letter in _FIRST_OF_REQUESTING):
        return False
    last = end.rfind(" ") + 1
    return any(end.find(stem, last) >= 0 for stem in _REQUESTING)


def _tells_reason(end: str) -> bool:
    """True for ``있으니까`` and ``있으니까요``, and not for ``있습니까``."""
    if not end.endswith(_SINCE):
        return False
    before = end[end.rindex("니까") - 1 : end.rindex("니까")]
    asks_politely = before >= "가" and (ord(before) - _FIRST_SYLLABLE) % _FINALS == _FINAL_B
    return end.endswith("요") or not asks_politely


def holds_question(text: str) -> bool:
    """True where a question mark of any script stands in *text*."""
    if text.isascii():
        return "?" in text
    if "?" in text or "？" in text or "؟" in text:
        return True
    return (";" in text or "\u037e" in text) and _GREEK_MARK.search(text) is not None


def puts_question(text: str) -> bool:
    """True where *text* asks, or asks for something: a question mark, a polite request."""
    if holds_question(text) or opens_with("requests", text):
        return True
    return _requests(text[-_TAIL:])
