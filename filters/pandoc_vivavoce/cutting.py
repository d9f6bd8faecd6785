"""Inline elements cut into stretches by character.

Whatever lies whole inside a stretch is handed on as the object it was; what the cut goes through is
copied into both. Mathematics, code and citations are never cut in two.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from pandoc_vivavoce.ast import Attr, Element, Inlines, string
from pandoc_vivavoce.inlines import (
    SPACES,
    WITH_ATTRIBUTES,
    Atom,
    but_words,
    children,
    has_words_only,
    inner_text,
    rare_leaves,
    read_atoms,
)
from pandoc_vivavoce.nested import Wrappers, nest, with_children


class InlineText:
    """The inline elements of one block, to be cut into stretches by character."""

    def __init__(self, inlines: Inlines) -> None:
        self._inlines = inlines
        self._starts = [0]
        """Where each element begins, and where the last measured one ends."""
        self._named: set[int] = set()
        self.is_plain = has_words_only(inlines)
        """Nothing in it is without characters."""

    def cut(self, start: int, end: int) -> Inlines:
        """Return the elements for the characters from *start* up to *end*.

        An element without characters belongs to the stretch that begins where it stands, or to
        the last one. An identifier stays with the first stretch that holds some of its element.
        """
        if self.is_plain and start == 0 < end < _length(self._inlines[0]):
            return self._cut_one(self._inlines[0], 0, end)
        self._measure(end)
        found: Inlines = []
        place = self._place(start)
        while place + 1 < len(self._starts) and self._starts[place] <= end:
            at, reach = self._starts[place : place + 2]
            if start <= at and reach <= end and (at < reach or self._holds(at, end)):
                found.append(self._inlines[place])
            elif start < reach and at < min(reach, end):
                found.extend(self._cut_one(self._inlines[place], start - at, end - at))
            place += 1
        return found

    def cut_from(self, start: int) -> Inlines:
        """Return the elements from *start* to the end, without a look at those that stay whole."""
        self._measure(start)
        place = self._place(start)
        at = self._starts[place]
        if at >= start:
            return self._inlines[place:]
        item = self._inlines[place]
        rest = self._cut_one(item, start - at, _length(item))
        return [*rest, *self._inlines[place + 1 :]]

    def _measure(self, end: int) -> None:
        """Find out where the elements begin that begin at *end* or before."""
        starts = self._starts
        while starts[-1] <= end and len(starts) <= len(self._inlines):
            starts.append(starts[-1] + _length(self._inlines[len(starts) - 1]))

    def _place(self, start: int) -> int:
        """Return the place of the first element that begins at *start* or holds it."""
        place = bisect_left(self._starts, start)
        is_exact = place < len(self._starts) and self._starts[place] == start
        return place if is_exact else max(0, place - 1)

    def silent(self, start: int, end: int) -> Inlines:
        """Return the elements without characters (notes, pictures, anchors) in a stretch."""
        if self.is_plain:
            return []
        self._measure(end)
        near = self._inlines[self._place(start) : bisect_right(self._starts, end)]
        if next(rare_leaves(near), None) is None:
            return []
        return [
            atom.element
            for atom in read_atoms(self.cut(start, end))
            if atom.element is not None and not atom.text and atom.element["t"] not in SPACES
        ]

    def _holds(self, at: int, end: int) -> bool:
        is_last = len(self._starts) > len(self._inlines) and self._starts[-1] == end
        return at < end or (at == end and is_last)

    def _cut_one(self, item: Element, start: int, end: int) -> Inlines:
        """Return what one element, which the cut goes through, holds from *start* to *end*.

        Most are a word, or bold around words.
        """
        if item["t"] == "Str":
            return [string(item["c"][max(start, 0) : end])]
        inside = children(item)
        if inside and item["t"] != "Quoted" and not but_words(inside):
            if len(inside) == 1 and inside[0]["t"] == "Str":
                return [self._torn(item, self._cut_one(inside[0], start, end))]
            return [self._torn(item, InlineText(inside).cut(start, end))]
        return self._cut_deep(item, start, end)

    def _cut_deep(self, item: Element, start: int, end: int) -> Inlines:
        """Do the same for elements in elements, to any depth."""
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
        if element["t"] in WITH_ATTRIBUTES:
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
    while start < end and inlines[start]["t"] in SPACES:
        start += 1
    while end > start and inlines[end - 1]["t"] in SPACES:
        end -= 1
    return inlines[start:end]


def _unquoted(wrappers: Wrappers) -> Wrappers:
    """Quotations that are cut open are written with their quotation marks."""
    return tuple(item for item in wrappers if item["t"] != "Quoted")


def _length(item: Element) -> int:
    kind: str = item["t"]
    if kind == "Str":
        text: str = item["c"]
        return len(text)
    return 1 if kind in SPACES else len(inner_text(item))


def _part_of(atom: Atom, low: int, high: int) -> Atom:
    """Cut a `Str`; anything else is kept whole by the stretch that holds its beginning."""
    if high - low == len(atom.text):
        return atom
    if atom.element is not None and atom.element["t"] != "Str":
        return atom if low == 0 else atom._replace(text="", element=string(""))
    text = atom.text[low:high]
    return atom._replace(text=text, element=string(text))
