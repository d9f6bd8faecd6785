"""Which of the installed fonts a PDF is set in: the best of each script, the book's own first."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from pandoc_vivavoce.books.pdf.marks import quoted
from pandoc_vivavoce.errors import CallError
from vivavoce.languagetags import by_script, primary, stated_region

_SAME_SCRIPT = {"fa": "ar", "ur": "ar", "ps": "ar", "ckb": "ar", "ug": "ar", "yi": "he", "mr": "hi"}
_CJK = frozenset({"zh-Hans", "zh-Hant", "ja", "ko"})
_QUESTIONS, _SANS, _SYMBOLS = "questions", "sans", "symbols"
_ASIDE = frozenset({"latin", _QUESTIONS, _SANS, _SYMBOLS})
_LATIN_IN_CJK = '(name: {}, covers: "latin-in-cjk")'


@cache
def table() -> dict[str, Any]:
    """Return the families known for each script, the most wanted first."""
    path = Path(__file__).with_name("fonts.json")
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return data


class Fonts:
    """The font families at hand, and those that the user has named."""

    def __init__(self, installed: Collection[str], wished: Sequence[str] = ()) -> None:
        """Raise CallError where a *wished* family is not among those *installed*."""
        self._installed = {family.casefold(): family for family in installed}
        self._wished = [self._find(family) for family in wished]

    def _find(self, family: str) -> str:
        found = self._installed.get(family.casefold())
        if found:
            return found
        near = get_close_matches(family, self._installed.values(), n=1)
        hint = f"Did you mean {near[0]}?" if near else "Install it, or name another with --font"
        raise CallError(family, "there is no font family of this name", hint)

    def stack(self, lang: str, before: str = "", *, has_sans: bool = False) -> str:
        """Return the families for text in *lang*, as an array of Typst's code.

        Latin type comes first, but leaves to a Chinese, Japanese or Korean face the punctuation
        that both have, such as quotation marks and dashes. The family *before* goes before all
        others of its script; *has_sans* puts those without serifs before all that have them.
        """
        tables = [table()[_SANS], table()] if has_sans else [table()]
        own = script_key(lang)
        found = [family for faces in tables for family in self._of_scripts(own, faces)]
        families = dict.fromkeys(family for family in (*self._wished, before, *found) if family)
        names = [quoted(family) for family in families]
        latin = next(filter(None, (self._best(faces["latin"]) for faces in tables)), "")
        if latin and not self._wished:
            is_shared = own in _CJK
            names.insert(0, _LATIN_IN_CJK.format(quoted(latin)) if is_shared else quoted(latin))
        return f"({', '.join(names)},)" if names else "()"

    def _of_scripts(self, own: str, faces: dict[str, Any]) -> Iterator[str]:
        """Yield the best family of the script *own*, of each other script, and all of symbols."""
        keys = [key for key in faces if key not in _ASIDE]
        yield from (self._best(faces.get(key, ())) for key in dict.fromkeys((own, *keys)))
        yield from (name for name in faces.get(_SYMBOLS, ()) if name.casefold() in self._installed)

    def display_faces(self, langs: Iterable[str]) -> str:
        """Return a dictionary in Typst's code: for each of *langs*, families without serifs."""
        keys = {typst_language(lang): lang for lang in langs}
        pairs = [f"{quoted(key)}: {self.stack(lang, has_sans=True)}" for key, lang in keys.items()]
        return f"({', '.join(pairs)},)" if pairs and not self._wished else "(:)"

    def question_faces(self) -> str:
        """Return a dictionary in Typst's code: by language, families for questions and labels."""
        pairs: list[str] = []
        for lang, families in table()[_QUESTIONS].items():
            face = self._best(families)
            if face and not self._wished:
                stacks = f"(question: {self.stack(lang, face)}, label: {self.stack(lang)})"
                pairs.append(f"{quoted(typst_language(lang))}: {stacks}")
        return f"({', '.join(pairs)},)" if pairs else "(:)"

    def _best(self, families: Iterable[str]) -> str:
        return next((family for family in families if family.casefold() in self._installed), "")


def best_family(script: str, installed: Collection[str]) -> str:
    """Return the best of the families *installed* for *script*, a key of `table`; empty for none.

    It is looked for with serifs first.
    """
    known = {family.casefold() for family in installed}
    wanted = [*table().get(script, ()), *table()[_SANS].get(script, ())]
    return next((family for family in wanted if family.casefold() in known), "")


def script_key(lang: str) -> str:
    """Return the key of `table` for the BCP 47 tag *lang*; ``latin`` where none is its own."""
    language = by_script(lang)
    key = _SAME_SCRIPT.get(language, language)
    return key if key in table() else "latin"


def language_and_region(lang: str) -> tuple[str, str]:
    """Return *lang* as Typst wants it: a language of two or three letters, and a region or none.

    The script of Chinese is told by the region, which typesetting rules go by.
    """
    first, country = primary(lang), stated_region(lang)
    if first == "zh" and not country:
        country = "tw" if script_key(lang) == "zh-Hant" else "cn"
    is_known = first.isalpha() and first.isascii() and len(first) in {2, 3}
    return (first if is_known else "en"), country


def typst_language(lang: str) -> str:
    """Return language and region as one word, the key of faces for questions."""
    return "-".join(language_and_region(lang))
