"""Signs of talk in the words themselves: you and I, and the words that announce an interview.

In an interview the one who asks says *you* and the one who answers says *I*. An article, a list of
jokes or a page of frequent questions does not.
"""

from __future__ import annotations

import re
from typing import Final

from vivavoce.lexicon import words
from vivavoce.lexicon.phrases import holds_phrase, opens_with
from vivavoce.patterns import lazy_pattern

_YOU_UNSPACED: Final = lazy_pattern(
    r"妳|あなた|さん(?:は|の|が|に)|ですか|でしょうか|ますか|ですね|ましたね|お願いします|ください|당신|님|세요|습니까|나요|주세요|부탁드|"
    r"คุณ|ท่าน"
)
_POLITE: Final = lazy_pattern(
    "(?:です|でしょう|ます)か|お願いします|ください|습니까|나요|주세요|부탁드"
)
"""Endings in which Japanese and Korean pages of help ask as well."""
_OF_SOMEBODY: Final = lazy_pattern("ましたか|たのは|ですね|셨|시나요|십니까|실 건")
"""Japanese and Korean for what somebody has done, or does in his own way."""
_I_UNSPACED: Final = lazy_pattern(
    r"[我咱](?!们|們)|[私僕俺](?!たち|達)|わたし|ぼく|저[는도의희]|제가|나는|내가|ผม|ฉัน|หนู|ข้าพเจ้า|"
    r"(?<!húng )[Tt]ôi\b"
)
_I_SIGN: Final = lazy_pattern("[我咱私僕俺わぼ저제나내ผฉหขô]")
"""One of them stands in whatever `_I_UNSPACED` matches; far quicker to find."""
_I_TURKISH: Final = lazy_pattern(r"[ışğİ].*\b[Bb]en\b|\b[Bb]en\b.*[ışğİ]")
"""Elsewhere *Ben* is somebody's name."""
_I_ENDINGS: Final = lazy_pattern(
    r"[a-zçğıöşü]{2}(?:[ıiuü]yorum|[dt][ıiuü]m|[aeıiuü]r[ıiuü]m|[ae]ca[ğk][ıi]m|[ae]ce[ğk]im)\b|"
    r"[a-ząćęłńóśźż]{2}ł[ae]m\b|[\u05d0-\u05ea]{2}תי\b"
)
"""Endings of verbs that say *I* where the word is left out: Turkish, Polish, Hebrew."""
_YOU_ENDINGS: Final = lazy_pattern(r"[a-zçğıöşü](?:s[ıiuü]n|d[ıiuü]n|t[ıiuü]n|[ıiuü]n)[ıiuü]z\b")
"""Turkish endings that say *you*."""
_SIGNS_OF_ENDINGS: Final = ("ı", "ş", "ğ", "ł", "תי")
"""One of them stands in a text with such endings, unless it is very short."""
_I_ENGLISH: Final = lazy_pattern(r"I(?<![\w'’]I)(?![\w.])")
"""In small letters it is *and* or *in* elsewhere."""
_SLAVIC: Final = lazy_pattern("[ěščřžůćđ]")
"""There *je* is *is*, in French *I*."""
_LONGEST_WORD: Final = 60
_WORD: Final = lazy_pattern(r"[\w'\-\u0300-\u036f\u0900-\u0963\u0966-\u0dff\u200c]+")
"""A word, with the vowel signs of Indian scripts, which Python does not count as letters."""
_SPACED: Final = bytes(
    code if code >= 128 or chr(code).isalnum() or chr(code) in "_'-" else 32 for code in range(256)
)
"""Everything in ASCII that parts words."""
_ELIDED_I: Final = ("j'ai", "j'é", "j'a")
_ELISIONS: Final = ("j'", "j’", "J'", "J’")
_TALK: Final = lazy_pattern(
    r"\bq ?& ?a\b|\btalk(?:s|ed)? (?:to|with)|\bspoke (?:to|with)|\bama\b|گفت.?و.?گو"
)
_OF_TALK: Final = ("&", "talk", "spoke", "ama", "گفت")
"""One of them stands in whatever `_TALK` matches."""


def says_you(text: str) -> bool:
    """True where *text* speaks to somebody."""
    if not text.isascii() and (_says_you_unspaced(text) or _ends_so(_YOU_ENDINGS, text)):
        return True
    return not words("you").isdisjoint(_words_of(text)) or "-vous" in text


def addresses(text: str) -> bool:
    """True where *text* speaks to somebody by more than polite endings."""
    if text.isascii():
        return says_you(text)
    return _OF_SOMEBODY.search(text) is not None or says_you(_POLITE.sub(" ", text))


def says_i(text: str) -> bool:
    """True where *text* speaks of the one who says it."""
    return _says_i_at_sight(text) or _says_i_in(_words_of(text), text)


def says_you_and_i(text: str) -> tuple[bool, bool]:
    """Return what `says_you` and `says_i` tell of *text*, whose words are parted once."""
    found = _words_of(text)
    you = not words("you").isdisjoint(found) or (not text.isascii() and _says_you_unspaced(text))
    return you, _says_i_at_sight(text) or _says_i_in(found, text)


def _says_you_unspaced(text: str) -> bool:
    return "您" in text or "你" in text or _YOU_UNSPACED.search(text) is not None


def _says_i_at_sight(text: str) -> bool:
    if not text.isascii() and _says_i_unspaced(text):
        return True
    return "I" in text and _I_ENGLISH.search(text) is not None


def _says_i_in(found: list[str], text: str) -> bool:
    mine = words("i").intersection(found)
    if mine == {"je"} and _SLAVIC.search(text):
        return False
    return bool(mine) or (
        any(sign in text for sign in _ELISIONS)
        and any(word.startswith(_ELIDED_I) for word in found)
    )


def _says_i_unspaced(text: str) -> bool:
    if _I_SIGN.search(text) and _I_UNSPACED.search(text):
        return True
    if ("ben" in text or "Ben" in text) and _I_TURKISH.search(text):
        return True
    return _ends_so(_I_ENDINGS, text)


def _ends_so(endings: re.Pattern[str], text: str) -> bool:
    return any(sign in text for sign in _SIGNS_OF_ENDINGS) and endings.search(text) is not None


def is_faq(text: str) -> bool:
    """True where *text* is titled as a page of frequent questions is."""
    folded = text.casefold()
    return holds_phrase("faq", folded)


def is_guide(text: str) -> bool:
    """True where *text* is titled as a guide is, to job interviews too, and not as an interview."""
    of_guide = opens_with("guides", text) or holds_phrase("no_interview", text.casefold())
    return of_guide and not announces_interview(text)


def announces_interview(text: str) -> bool:
    """True where *text* holds a word for interview, conversation or transcript.

    Job interviews and their like are no such talk.
    """
    folded = text.lower()
    if holds_phrase("interview", folded):
        for phrase in words("no_interview"):
            folded = folded.replace(phrase, "")
        if holds_phrase("interview", folded):
            return True
    return any(part in folded for part in _OF_TALK) and _TALK.search(folded) is not None


def _words_of(text: str) -> list[str]:
    if text.isascii():
        return text.lower().encode().translate(_SPACED).decode().split()
    if len(text) > _LONGEST_WORD and " " not in text:
        return []  # a script that parts no words
    return _WORD.findall(text.lower().replace("’", "'"))
