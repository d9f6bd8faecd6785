"""What a BCP 47 tag says of a text: its language, and for Chinese the script it is written in."""

from __future__ import annotations

from typing import Final

_TRADITIONAL: Final = frozenset({"hant", "tw", "hk", "mo"})
"""The script, and the regions that write it."""


def primary(tag: str | None) -> str:
    """Return the language of *tag* without script and region; empty for no tag."""
    return _subtags(tag)[0]


def by_script(tag: str | None) -> str:
    """Return what tables of words and fonts call the language of *tag*: Chinese by its script."""
    language = primary(tag)
    return chinese(tag) if language == "zh" else language


def chinese(tag: str | None) -> str:
    """Return ``zh-Hant`` where *tag* speaks of traditional Chinese, else ``zh-Hans``."""
    return "zh-Hans" if _TRADITIONAL.isdisjoint(_subtags(tag)) else "zh-Hant"


def _subtags(tag: str | None) -> list[str]:
    return (tag or "").lower().replace("_", "-").split("-")
