"""The parts of a printed label: name, short form in parentheses, post or affiliation, a verb."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from vivavoce.lexicon import words
from vivavoce.patterns import lazy_pattern

_REMEMBERED: Final = 4096
_TRAILING: Final = lazy_pattern(r"\s*[(（\[［]([^()（）\[\]]{1,60})[)）\]］]$")
_PARTS: Final = lazy_pattern(r"\s*[/／]\s*")
_COMMA: Final = lazy_pattern(r"[,，]\s*|\s+(?:--|–|—)\s+")
_JOINT: Final = lazy_pattern(r"\s*[&＆+、]\s*|\s+(?:and|und|et|y|e|og|och|en|i|и)\s+")
_CLOSING: Final = (")", "）", "]", "］")
_ASKED: Final = lazy_pattern(
    r"\s+(?:also\s+|then\s+)?(?:asked|asks|wanted to know|fragte|fragt|a demandé|demande|preguntó|"
    r"pregunta|perguntou|pergunta|chiede|спросила?|спрашивает)\b.*$"
)
_SAID: Final = lazy_pattern(r"\s+(?:said|says|replied|wrote|writes|sagte|sagt|schrieb|antwortete)$")
_VERBS: Final = (
    *("ask", "want", "frag", "demand", "pregunt", "pergunt", "chied", "спр"),
    *("sa", "repl", "wr", "schr", "antw"),
)
"""What a verb of `_ASKED` or `_SAID` begins with."""
_SLASHES: Final = ("/", "／")
_ASIDES: Final = (",", "，", "--", "–", "—")
"""One of them stands in whatever `_COMMA` matches."""


@lru_cache(maxsize=_REMEMBERED)
def split_label(printed: str) -> tuple[str, str]:
    """Split a label into the name and what stands in parentheses after it, parted by commas.

    ``Jane Smith (JS)`` gives ``("Jane Smith", "JS")``; without parentheses the second part is
    empty. A verb after the name, as in ``JS asked``, is left out.
    """
    if printed.isalnum():  # one word, as most are: nothing to look for
        return printed, ""
    plain = _SAID.sub("", _ASKED.sub("", printed)) if _may_hold_verb(printed) else printed
    beside: list[str] = []
    while plain.endswith(_CLOSING) and (match := _TRAILING.search(plain)) and match.start():
        plain = plain[: match.start()].strip()
        beside.insert(0, match.group(1).strip())
    return plain, ", ".join(beside)


def without_parentheses(label: str) -> str:
    """Return *label* without a note in parentheses at its end."""
    return _TRAILING.sub("", label) if label.endswith(_CLOSING) else label


def says_asked(text: str) -> bool:
    """True for ``JS asked:`` and its like: a label that tells who puts the question."""
    label = text.rstrip(":： ")
    return _may_hold_verb(label) and _ASKED.search(label) is not None


def _may_hold_verb(label: str) -> bool:
    return any(word.startswith(_VERBS) for word in label.split()[1:])


@lru_cache(maxsize=_REMEMBERED)
def core(label: str) -> str:
    """Return the name within a printed label, without post, affiliation or parentheses.

    ``总编辑/赵嘉`` gives ``赵嘉``; ``Jane Smith, Institute`` gives ``Jane Smith``.
    """
    if label.isalnum():
        return label
    name = split_label(label)[0]
    if any(slash in name for slash in _SLASHES):
        name = _PARTS.split(name)[-1] or name
    if any(mark in name for mark in _ASIDES):
        name = _COMMA.split(name)[0]
    return name.strip() or label


def joined_names(label: str) -> tuple[str, ...]:
    """Return the names in a label that several people share, or a single name.

    ``SYG & DE`` gives both; words that belong to one name, as in ``Tom y Jerry S.A.``, are not told
    apart.
    """
    if label.isalnum():
        return (label,)
    parts = [part for part in _JOINT.split(core(label)) if part]
    if len(parts) < 2 or any(part.casefold() in words("particles") for part in parts):
        return (label,)
    return tuple(parts)
