"""What a BCP 47 tag says of a text: its language, script and region, and the way it runs."""

from __future__ import annotations

from typing import Final

_TRADITIONAL: Final = frozenset({"hant", "tw", "hk", "mo"})
"""The script, and the regions that write it."""
_RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "ur", "yi", "ps", "sd", "ug", "dv", "ckb"})
_SCRIPT_LETTERS: Final = 4
_REGION_LETTERS: Final = 2


def primary(tag: str | None) -> str:
    """Return the language of *tag* without script and region; empty for no tag."""
    return _subtags(tag)[0]


def stated_script(tag: str | None) -> str:
    """Return the script that *tag* states, in small letters; empty where it states none."""
    return _first_of(tag, _SCRIPT_LETTERS)


def stated_region(tag: str | None) -> str:
    """Return the country that *tag* states, in small letters; empty where it states none."""
    return _first_of(tag, _REGION_LETTERS)


def by_script(tag: str | None) -> str:
    """Return what tables of words and fonts call the language of *tag*: Chinese by its script."""
    language = primary(tag)
    return chinese(tag) if language == "zh" else language


def chinese(tag: str | None) -> str:
    """Return ``zh-Hant`` where *tag* speaks of traditional Chinese, else ``zh-Hans``."""
    return "zh-Hans" if _TRADITIONAL.isdisjoint(_subtags(tag)) else "zh-Hant"


def direction(tag: str | None) -> str:
    """Return ``rtl`` where the language of *tag* is written from right to left, else ``ltr``."""
    return "rtl" if primary(tag) in _RIGHT_TO_LEFT else "ltr"


def is_same_language(first: str, second: str) -> bool:
    """Are two tags of one language? Chinese in two scripts is two; regions do not count."""
    return by_script(first) == by_script(second)


def _first_of(tag: str | None, length: int) -> str:
    """Return the first part of *length* letters after the language."""
    parts = _subtags(tag)[1:]
    return next((part for part in parts if len(part) == length and part.isalpha()), "")


def _subtags(tag: str | None) -> list[str]:
    return (tag or "").lower().replace("_", "-").split("-")
