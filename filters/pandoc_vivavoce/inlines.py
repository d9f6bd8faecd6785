"""The characters of pandoc's inline elements, and cutting those elements at a character.

Recognition speaks in offsets into a block's text; pandoc has nested elements. Here one becomes the
other: what characters each element stands for, which marks are on them, and the elements between
two offsets. Whatever lies whole inside a cut is handed on as the object it was. Notes, pictures
and raw pieces stand for no character; mathematics, code and citations are never cut in two.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pandoc_vivavoce.ast import Attr, Element, Inlines, string
from pandoc_vivavoce.inline_marks import MARK_OF, Marks, leaf_marks, marks_inside
from pandoc_vivavoce.nested import Wrappers, nest, with_children
from vivavoce.model import Image, Run

_QUOTES = {"DoubleQuote": ("“", "”"), "SingleQuote": ("‘", "’")}
_SPACES = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n"}
_WITH_ATTRIBUTES = frozenset({"Span", "Link"})


class Atom(NamedTuple):
    """An inline element without inline elements of its own."""

    text: str
    """The characters it stands for; empty for a note, a picture or a raw piece."""
    element: Element | None
    """None for the quotation mark that a `Quoted` stands for."""
    wrappers: Wrappers
    """The elements around it, outermost first."""
    marks: Marks
    """What those elements do to it."""


def read_atoms(inlines: Inlines) -> Iterator[Atom]:
    """Yield what *inlines* hold in reading order, to any depth."""
    stack: list[tuple[Element, Wrappers, Marks] | Atom] = [
        (item, (), ()) for item in reversed(inlines)
    ]
    while stack:
        top = stack.pop()
        if isinstance(top, Atom):
            yield top
            continue
        element, wrappers, marks = top
        inside = children(element)
        if not inside:
            yield Atom(_own_text(element), element, wrappers, leaf_marks(element, marks))
            continue
        around = (*wrappers, element)
        inner_marks = marks_inside(element, marks)
        opening, closing = _quotes(element)
        if closing:
            stack.append(Atom(closing, None, around, inner_marks))
        stack.extend((item, around, inner_marks) for item in reversed(inside))
        if opening:
            stack.append(Atom(opening, None, around, inner_marks))


def children(element: Element) -> Inlines:
    """Return the inline elements inside *element*; none for what must not be cut."""
    kind = element["t"]
    if kind in MARK_OF:
        return list(element["c"])
    if kind in _WITH_ATTRIBUTES or kind == "Quoted":
        return list(element["c"][1])
    return []


def text_of(inlines: Inlines) -> str:
    """Return the characters that *inlines* stand for."""
    return "".join(
        item["c"] if item["t"] == "Str" else _SPACES.get(item["t"]) or _inner_text(item)
        for item in inlines
    )


def read_runs(inlines: Inlines) -> tuple[Run, ...]:
    """Return *inlines* as runs, each with the marks that are the same throughout."""
    runs: list[Run] = []
    texts: list[str] = []
    current: Marks = ()
    for atom in read_atoms(inlines):
        picture = _image(atom.element)
        if (atom.marks != current or picture) and texts:
            runs.append(Run("".join(texts), current))
            texts = []
        current = atom.marks
        if picture:
            runs.append(Run("", atom.marks, picture))
        elif atom.text:
            texts.append(atom.text)
    if texts:
        runs.append(Run("".join(texts), current))
    return tuple(runs)


class InlineText:
    """The inline elements of one block, to be cut into stretches by character."""

    def __init__(self, inlines: Inlines) -> None:
        self._inlines = inlines
        self._lengths = [len(text_of([item])) for item in inlines]
        self._named: set[int] = set()
        self.length = sum(self._lengths)

    def cut(self, start: int, end: int) -> Inlines:
        """Return the elements for the characters from *start* up to *end*.

        An element without characters belongs to the stretch that begins where it stands, or to
        the last one. An identifier stays with the first stretch that holds some of its element.
        """
        found: Inlines = []
        at = 0
        for item, length in zip(self._inlines, self._lengths, strict=True):
            if at > end:
                break
            if start <= at and at + length <= end and (length or self._holds(at, start, end)):
                found.append(item)
            elif length and at < end and start < at + length:
                found.extend(self._cut_one(item, start - at, end - at))
            at += length
        return found

    def silent(self, start: int, end: int) -> Inlines:
        """Return the elements without characters (notes, pictures, anchors) in a stretch."""
        return [
            atom.element
            for atom in read_atoms(self.cut(start, end))
            if atom.element is not None and not atom.text and atom.element["t"] not in _SPACES
        ]

    def _holds(self, at: int, start: int, end: int) -> bool:
        return start <= at < end or at == end == self.length

    def _cut_one(self, item: Element, start: int, end: int) -> Inlines:
        kept: list[Atom] = []
        at = 0
        for atom in read_atoms([item]):
            length = len(atom.text)
            if length:
                low, high = max(start - at, 0), min(end - at, length)
                if low < high:
                    kept.append(_part_of(atom, low, high))
            elif start <= at < end:
                kept.append(atom)
            at += length
        return nest(
            ((_unquoted(atom.wrappers), atom.element or string(atom.text)) for atom in kept),
            self._torn,
        )

    def _torn(self, element: Element, inside: Inlines) -> Element:
        copy = with_children(element, inside)
        if element["t"] in _WITH_ATTRIBUTES:
            if id(element) in self._named:
                copy["c"][0] = without_identifier(copy["c"][0])
            self._named.add(id(element))
        return copy


def without_identifier(attributes: Attr) -> Attr:
    """Return *attributes* without the identifier, which may stand only once in a document."""
    return ["", attributes[1], attributes[2]]


def trim(inlines: Inlines) -> Inlines:
    """Return *inlines* without white space and line breaks at either end."""
    start, end = 0, len(inlines)
    while start < end and inlines[start]["t"] in _SPACES:
        start += 1
    while end > start and inlines[end - 1]["t"] in _SPACES:
        end -= 1
    return inlines[start:end]


def _unquoted(wrappers: Wrappers) -> Wrappers:
    """Quotations that are cut open are written with their quotation marks."""
    return tuple(item for item in wrappers if item["t"] != "Quoted")


def _part_of(atom: Atom, low: int, high: int) -> Atom:
    """Cut a `Str`; anything else is kept whole by the stretch that holds its beginning."""
    if high - low == len(atom.text):
        return atom
    if atom.element is not None and atom.element["t"] != "Str":
        return atom if low == 0 else atom._replace(text="", element=string(""))
    text = atom.text[low:high]
    return atom._replace(text=text, element=string(text))


def _inner_text(item: Element) -> str:
    return "".join(atom.text for atom in read_atoms([item]))


def _own_text(element: Element) -> str:
    kind = element["t"]
    if kind == "Str":
        return str(element["c"])
    if kind in _SPACES:
        return _SPACES[kind]
    if kind in {"Code", "Math"}:
        return str(element["c"][1])
    if kind == "Cite":
        return text_of(element["c"][1])
    return ""


def _quotes(element: Element) -> tuple[str, str]:
    if element["t"] != "Quoted":
        return "", ""
    return _QUOTES.get(element["c"][0]["t"], ("", ""))


def _image(element: Element | None) -> Image | None:
    if element is None or element["t"] != "Image":
        return None
    _, description, (source, title) = element["c"]
    return Image(source, text_of(description), title)
