"""Formulas in MathML as a line of text, as people type them: ``(a+b)/2``, ``x^2``.

The TeX that some pages have beside them is not taken: it would be run where a PDF is made of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pandoc_vivavoce.ast import Element as AstElement
from pandoc_vivavoce.inlines import text_of
from vivavoce.page.soup import Element

_BETWEEN: Final = {"mfrac": "/", "msup": "^", "msub": "_", "mover": "^", "munder": "_"}
_BEFORE: Final = {"msqrt": "√", "mroot": "√"}
_TEXT_KINDS: Final = frozenset({"RawInline", "Code", "Math"})
"""What Markdown sees in the characters of a formula and text is made of again."""
_UNSEEN: Final = frozenset({"annotation", "annotation-xml"})
"""They say the formula once more in other words."""


def written_in(element: Element, tag: str, elements: Sequence[AstElement]) -> tuple[str, list[int]]:
    """Return the signs of the ``math`` *element* in one line, and the placeholders read for it.

    Elements named *tag* are placeholders for *elements*: Markdown sees TeX in formulas, say.
    """
    said: list[str] = []
    used: list[int] = []
    stack: list[Element | str] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            said.append(" ".join(node.split()))
        elif node.tag == tag:
            number = int(node.get("n"))
            if elements[number]["t"] in _TEXT_KINDS:
                used.append(number)
                said.append(_text_of(elements[number]))
        elif node.tag not in _UNSEEN:
            stack.extend(reversed(_line(node)))
        else:
            used += [int(inner.get("n")) for inner in node.walk() if inner.tag == tag]
    return "".join(said), used


def _text_of(element: AstElement) -> str:
    return str(element["c"][1]) if element["t"] == "RawInline" else text_of([element])


def _line(element: Element) -> list[Element | str]:
    """Return what is in *element*, with the signs that its look stands for."""
    if element.tag in _BEFORE:
        return [_BEFORE[element.tag], "(", *element.children, ")"]
    parts = [child for child in element.children if not isinstance(child, str)]
    if element.tag not in _BETWEEN or len(parts) != 2:
        return element.children
    return [*_whole(parts[0]), _BETWEEN[element.tag], *_whole(parts[1])]


def _whole(element: Element) -> list[Element | str]:
    """Return *element*, in parentheses where it is more than a number or a name."""
    text = "".join(element.text.split())
    return [element] if text.isalnum() or len(text) < 2 else ["(", element, ")"]
