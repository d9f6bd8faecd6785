"""The language of a text: by its script, then by its commonest words.

A guess from a few thousand characters, for the languages interviews are printed in; it answers
nothing where it is not sure.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from vivavoce.languagetags import chinese, primary, stated_script
from vivavoce.patterns import lazy_pattern
from vivavoce.reading.latin import latin_language

_SAMPLE: Final = 3_600
_ENOUGH: Final = 300
"""Of a long sample about so many characters, taken evenly, tell traditional from simplified."""
_SCRIPTS_IN: Final = 200
"""About so many show its scripts."""
_SCRIPTS: Final = (
    ("latin", 0x41, 0x5A),
    ("latin", 0x61, 0x7A),
    ("latin", 0xC0, 0x24F),
    ("greek", 0x370, 0x3FF),
    ("cyrillic", 0x400, 0x4FF),
    ("hebrew", 0x590, 0x5FF),
    ("arabic", 0x600, 0x6FF),
    ("devanagari", 0x900, 0x97F),
    ("thai", 0xE00, 0xE7F),
    ("hangul", 0x1100, 0x11FF),
    ("kana", 0x3040, 0x30FF),
    ("kana", 0x31F0, 0x31FF),
    ("han", 0x3400, 0x4DBF),
    ("han", 0x4E00, 0x9FFF),
    ("hangul", 0xAC00, 0xD7AF),
    ("han", 0xF900, 0xFAFF),
)
"""Scripts by the first and last code point of their blocks, in order."""
_FIRST_POINTS: Final = [first for _, first, _ in _SCRIPTS]
_ONE_LANGUAGE: Final = {
    "hangul": "ko",
    "hebrew": "he",
    "devanagari": "hi",
    "thai": "th",
    "greek": "el",
}
_SCRIPT_OF_LANG: Final = {
    "zh": ("han",),
    "ja": ("kana", "han"),
    "ko": ("hangul", "han"),
    "ru": ("cyrillic",),
    "uk": ("cyrillic",),
    "bg": ("cyrillic",),
    "sr": ("cyrillic", "latin"),
    "ar": ("arabic",),
    "fa": ("arabic",),
    "ur": ("arabic",),
    "he": ("hebrew",),
    "hi": ("devanagari",),
    "th": ("thai",),
    "el": ("greek",),
}
_SIMPLIFIED: Final = frozenset(
    "这个们来为国说时会对发经过还没样问开见觉业东车书听让认写爱从头边动种给现实长门马"
    "谁话请谈该读语视观体关义议论记讲难电网务产员华汉学习应战际两万与专丝严丰临举"
)
_TRADITIONAL: Final = frozenset(
    "這個們來為國說時會對發經過還沒樣問開見覺業東車書聽讓認寫愛從頭邊動種給現實長門馬"
    "誰話請談該讀語視觀體關義議論記講難電網務產員華漢學習應戰際兩萬與專絲嚴豐臨舉"
)
_ONLY_SIMPLIFIED: Final = _SIMPLIFIED - _TRADITIONAL
_ONLY_TRADITIONAL: Final = _TRADITIONAL - _SIMPLIFIED
_UKRAINIAN: Final = lazy_pattern("[іїєґ]", re.IGNORECASE)
_RUSSIAN: Final = lazy_pattern("[ыэё]", re.IGNORECASE)
_PERSIAN: Final = lazy_pattern("[پچژگی]")
_ARABIC: Final = lazy_pattern("[ةىيك]")
_TAG: Final = lazy_pattern(r"([a-z]{2,3})(?:[-_]([A-Za-z0-9]+))*", re.IGNORECASE)
_FEW_LETTERS: Final = 20


def language_of(text: str, stated: str = "") -> str | None:
    """Return the language of *text* as a BCP 47 tag, or None if it cannot be told.

    *stated* is believed, in its right form, unless the script of the text contradicts it: many
    templates say English on pages that are not. Chinese is ``zh-Hans`` or ``zh-Hant``.
    """
    sample = _sample(text)
    tag = normal_tag(stated)
    scripts = _scripts_in(sample)
    if tag and not _contradicts(tag, scripts):
        return _chinese(sample, stated) if primary(tag) == "zh" else tag
    return _detect(sample, scripts) or tag or None


def normal_tag(stated: str) -> str:
    """Return *stated* as a BCP 47 tag with the usual letter case, or nothing if it is none."""
    stated = stated.strip().split(",")[0].split(".")[0]
    if stated.isascii() and stated.isalpha() and 2 <= len(stated) <= 3:
        return stated.lower()
    if not _TAG.fullmatch(stated):
        return ""
    parts = re.split("[-_]", stated)
    tag = [parts[0].lower()]
    for part in parts[1:]:
        tag.append(part.title() if len(part) == 4 else part.upper() if len(part) == 2 else part)
    return "-".join(tag)


def _sample(text: str) -> str:
    """Take the text's beginning and its middle: the beginning alone may be of another kind."""
    if len(text) <= _SAMPLE:
        return text
    middle = len(text) // 2
    return text[: _SAMPLE // 3] + text[middle : middle + 2 * _SAMPLE // 3]


def _scripts_in(sample: str) -> dict[str, int]:
    """Return how many characters there are of each script; in ASCII all count."""
    if sample.isascii():
        return {"latin": len(sample) - sample.count(" ")}
    found = [_script_of(char) for char in _evenly(sample, _SCRIPTS_IN)]
    return {script: found.count(script) for script in dict.fromkeys(found) if script}


def _evenly(sample: str, count: int) -> str:
    """Return about *count* characters of *sample*, or all there are."""
    return sample[:: max(1, len(sample) // count)]


def _script_of(char: str) -> str:
    """Return the script of *char*, or nothing for what belongs to none of `_SCRIPTS`."""
    if "一" <= char <= "鿿":
        return "han"
    code = ord(char)
    place = bisect_right(_FIRST_POINTS, code) - 1
    return _SCRIPTS[place][0] if place >= 0 and code <= _SCRIPTS[place][2] else ""


def _contradicts(tag: str, scripts: dict[str, int]) -> bool:
    """Is most of the text in a script in which the language *tag* is not written?"""
    if sum(scripts.values()) < _FEW_LETTERS:
        return False
    own = _SCRIPT_OF_LANG.get(primary(tag), ("latin",))
    if stated_script(tag) in ("latn", "cyrl", "arab"):
        return False
    if own[0] == "han" and _are_kana(scripts, 0.2):
        return True
    weighed = _weighed(scripts)
    return sum([weighed.get(name, 0) for name in own]) < sum(weighed.values()) * 0.3


def _are_kana(scripts: dict[str, int], share: float) -> bool:
    return scripts.get("kana", 0) > scripts.get("han", 0) * share


def _weighed(scripts: dict[str, int]) -> dict[str, int]:
    """A Chinese character says as much as several letters."""
    return {
        name: count * (3 if name in ("han", "hangul") else 1) for name, count in scripts.items()
    }


def _detect(sample: str, scripts: dict[str, int]) -> str | None:
    weighed = _weighed(scripts)
    script = max(weighed, key=lambda name: weighed[name], default="")
    if not weighed.get(script):
        return None
    if script in ("han", "kana"):
        return "ja" if _are_kana(scripts, 0.1) else _chinese(sample, "")
    if script == "cyrillic":
        return _cyrillic(sample)
    if script == "arabic":
        return "fa" if len(_PERSIAN.findall(sample)) > len(_ARABIC.findall(sample)) else "ar"
    return _ONE_LANGUAGE.get(script) or latin_language(sample)


def _chinese(sample: str, stated: str) -> str:
    some = _evenly(sample, _ENOUGH)
    simplified = len([char for char in some if char in _ONLY_SIMPLIFIED])
    traditional = len([char for char in some if char in _ONLY_TRADITIONAL])
    if simplified == traditional:
        return chinese(stated)
    return "zh-Hans" if simplified > traditional else "zh-Hant"


def _cyrillic(sample: str) -> str:
    ukrainian, russian = len(_UKRAINIAN.findall(sample)), len(_RUSSIAN.findall(sample))
    if ukrainian > russian:
        return "uk"
    return "ru" if russian or "ъ" not in sample.lower() else "bg"
