"""pandoc's document made ready for its Typst writer, which drops what a good PDF needs.

Words are escaped by us (pandoc leaves ``-1``, a minus sign in Typst); classes become functions of
the page's style, languages become text settings, and pictures get their alternative text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from pandoc_vivavoce.ast import Attr, Element, attr, raw_block, raw_inline
from pandoc_vivavoce.books.directions import ISOLATED
from pandoc_vivavoce.inlines import text_of
from pandoc_vivavoce.writing.stress import takes_dots

FUNCTIONS = frozenset(
    {
        "introduction",
        "set-apart",
        "caption",
        "credit",
        "note",
        "stage-direction",
        "footnote",
        "pull-quote",
        "subtitle",
        "byline",
        "people",
        "sources",
        "colophon",
        "index",
    }
)
"""Classes that ``styles/book.typ`` has a function for, ``shown-`` and the class."""
_SPECIAL = re.compile(
    r"[\\#*_`$<>@\[\]~/]|-(?=[-?\d])|(?<=-)-|\.(?=\.)|(?<=\.)\.|^[-+=;(.]|^\d(?=\d*\.)"
)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")

Language = Callable[[str], str]
"""Returns the arguments of ``in-language`` and ``part-in-language`` for a BCP 47 tag."""


def escape(text: str) -> str:
    """Return *text* as Typst markup that shows it, wherever on a line or after a call it stands.

    A call is ended by a semicolon, and goes on with a parenthesis or a dot.
    """
    return _SPECIAL.sub(lambda match: "\\" + match.group(), text)


def quoted(text: str) -> str:
    """Return *text* as a string of Typst's code."""
    return json.dumps(_CONTROLS.sub(" ", text), ensure_ascii=False)


def with_typst_marks(document: Element, language: Language) -> Element:
    """Return *document* with what only Typst needs; *language* tells how to set a language."""
    return {**document, "blocks": _Marker(language).all(document["blocks"])}


class _Marker:
    """Walks a document; its depth is that of an interview's tree, which is bounded."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._rules: dict[str, Callable[[Element], list[Element]]] = {
            "Str": lambda item: [raw_inline("typst", escape(item["c"]))],
            "Emph": self._emphasis,
            "Image": lambda item: [raw_inline("typst", _picture(item))],
            "Div": self._division,
            "Span": self._span,
        }

    def all(self, items: list[Any]) -> list[Any]:
        """Return *items*, elements or parts of one, with every element in them marked."""
        marked: list[Any] = []
        for item in items:
            rule = self._rules.get(item["t"]) if isinstance(item, dict) else None
            marked.extend(rule(item) if rule else [self._one(item)])
        return marked

    def _one(self, item: Any) -> Any:
        if isinstance(item, dict):
            return {key: self._one(value) for key, value in item.items()}
        return self.all(item) if isinstance(item, list) else item

    def _emphasis(self, item: Element) -> list[Element]:
        if not takes_dots(text_of(item["c"])):
            return [self._one(item)]
        return [raw_inline("typst", "#stressed["), *self.all(item["c"]), raw_inline("typst", "]")]

    def _division(self, item: Element) -> list[Element]:
        attributes, blocks = item["c"]
        inside = self.all(blocks)
        if attributes[0]:
            inside = [{"t": "Div", "c": [attr(attributes[0]), inside]}]
        for opening in self._openings(attributes, "part-in-language"):
            inside = [raw_block("typst", f"#{opening}["), *inside, raw_block("typst", "]")]
        return inside

    def _span(self, item: Element) -> list[Element]:
        attributes, inlines = item["c"]
        inside = self.all(inlines)
        if attributes[0]:
            inside = [{"t": "Span", "c": [attr(attributes[0]), inside]}]
        for opening in self._openings(attributes, "in-language"):
            inside = [raw_inline("typst", f"#{opening}["), *inside, raw_inline("typst", "]")]
        if ISOLATED in attributes[1]:
            opening = f"#isolated({dict(attributes[2])['dir']})["
            inside = [raw_inline("typst", opening), *inside, raw_inline("typst", "]")]
        return inside

    def _openings(self, attributes: Attr, function: str) -> list[str]:
        """Return the calls that wrap an element with *attributes*, the innermost first.

        A language is set by *function*.
        """
        _, classes, pairs = attributes
        calls = [f"shown-{name}" for name in classes if name in FUNCTIONS]
        lang = dict(pairs).get("lang", "")
        return [*calls, f"{function}({self._language(lang)})"] if lang else calls


def _picture(item: Element) -> str:
    """Return a call that shows a picture; one without a description counts as decoration."""
    _, description, (source, _) = item["c"]
    alt = text_of(description).strip()
    about = f"alt: {quoted(alt)}" if alt else "decorative: true"
    return f"#picture({quoted(source)}, {about});"
