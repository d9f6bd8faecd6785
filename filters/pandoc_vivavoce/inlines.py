"""The characters of pandoc's inline elements, as text, as runs, and one by one.

Recognition speaks in offsets into a block's text; pandoc has nested elements. Here is what
characters each element stands for and which marks are on them. Notes, pictures and raw pieces
stand for no character.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from pandoc_vivavoce.ast import Element, Inlines, string
from pandoc_vivavoce.inline_marks import MARK_OF, Marks, leaf_marks, marks_inside
from pandoc_vivavoce.nested import Wrappers
from vivavoce.model import Image, Run

_QUOTES: Final = {"DoubleQuote": ("“", "”"), "SingleQuote": ("‘", "’")}
SPACES: Final = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n"}
WITH_ATTRIBUTES: Final = frozenset({"Span", "Link"})
_DEEPEST: Final = 500
"""Elements around a word, beyond which what is inside is one piece: each atom lists them all."""


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


def joined(before: Inlines, after: Inlines) -> Inlines:
    """Return *before* and *after*; words that touch become one `Str`, as in readers."""
    if before and after and before[-1]["t"] == after[0]["t"] == "Str":
        return [*before[:-1], string(before[-1]["c"] + after[0]["c"]), *after[1:]]
    return [*before, *after]


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
        is_deepest = len(wrappers) == _DEEPEST
        inside = () if is_deepest else children(element)
        if not inside:
            text = inner_text(element) if is_deepest else _own_text(element)
            yield Atom(text, element, wrappers, leaf_marks(element, marks))
            continue
        around = (*wrappers, element)
        inner_marks = marks_inside(element, marks)
        opening, closing = _quotes(element)
        if closing:
            stack.append(Atom(closing, None, around, inner_marks))
        stack.extend((item, around, inner_marks) for item in reversed(inside))
        if opening:
            stack.append(Atom(opening, None, around, inner_marks))


def has_words_only(inlines: Inlines) -> bool:
    """Tell whether *inlines* are words and spaces, some perhaps in bold or the like."""
    return all(item["t"] in MARK_OF and words_only(item["c"]) for item in but_words(inlines))


def rare_leaves(inlines: Inlines) -> Iterator[Element]:
    """Yield what *inlines* hold, to any depth, that is neither a word nor a space, as most are."""
    stack = but_words(inlines)[::-1]
    while stack:
        element = stack.pop()
        inside = children(element)
        if inside:
            stack.extend(reversed(but_words(inside)))
        else:
            yield element


def but_words(inlines: Inlines) -> Inlines:
    """Return those of *inlines* that are neither words nor spaces."""
    return [item for item in inlines if item["t"] != "Str" and item["t"] not in SPACES]


def children(element: Element) -> Inlines:
    """Return the inline elements inside *element*, its own list; none for what is never cut."""
    kind: str = element["t"]
    inside: Inlines = []
    if kind == "Str":
        return inside
    if kind in MARK_OF:
        inside = element["c"]
    elif kind in WITH_ATTRIBUTES or kind == "Quoted":
        inside = element["c"][1]
    return inside


def words_only(inlines: Inlines) -> str | None:
    """Return the characters of *inlines* if they are words and spaces only, as most are."""
    if len(inlines) == 1 and inlines[0]["t"] == "Str":
        return str(inlines[0]["c"])
    texts: list[str] = []
    for item in inlines:
        kind: str = item["t"]
        text: str | None = item["c"] if kind == "Str" else SPACES.get(kind)
        if text is None:
            return None
        texts.append(text)
    return "".join(texts)


def text_of(inlines: Inlines) -> str:
    """Return the characters that *inlines* stand for."""
    texts: list[str] = []
    for item in inlines:
        kind: str = item["t"]
        text: str = item["c"] if kind == "Str" else SPACES.get(kind) or inner_text(item)
        texts.append(text)
    return "".join(texts)


def read_runs(inlines: Inlines) -> tuple[Run, ...]:
    """Return *inlines* as runs, each with the marks that are the same throughout."""
    text = words_only(inlines)
    if text is not None:
        return (_run(text, ()),) if text else ()
    runs: list[Run] = []
    texts: list[str] = []
    current: Marks = ()
    for marks, text, picture in _stretches(inlines):
        if (marks != current or picture) and texts:
            runs.append(_run("".join(texts), current))
            texts = []
        current = marks
        if picture:
            runs.append(Run("", marks, picture))
        elif text:
            texts.append(text)
    if texts:
        runs.append(_run("".join(texts), current))
    return tuple(runs)


def _run(text: str, marks: Marks) -> Run:
    return tuple.__new__(Run, (text, marks, None))


def _stretches(inlines: Inlines) -> Iterator[tuple[Marks, str, Image | None]]:
    """Yield marks, characters and picture; words and spaces in a row are one stretch."""
    plain: list[str] = []
    for item in inlines:
        kind: str = item["t"]
        text: str | None = item["c"] if kind == "Str" else SPACES.get(kind)
        if text is not None:
            plain.append(text)
            continue
        if plain:
            yield (), "".join(plain), None
            plain = []
        if kind in MARK_OF and (text := words_only(item["c"])):
            yield (MARK_OF[kind],), text, None
            continue
        for atom in read_atoms([item]):
            yield atom.marks, atom.text, _image(atom.element)
    if plain:
        yield (), "".join(plain), None


def inner_text(item: Element) -> str:
    """Return the characters inside one element, to any depth; most are words in bold."""
    kind: str = item["t"]
    words = words_only(item["c"]) if kind in MARK_OF else None
    if words is not None:
        return words
    while kind != "Quoted" and len(inside := children(item)) == 1:
        item = inside[0]
        kind = item["t"]
    if kind == "Str":
        return str(item["c"])
    texts: list[str] = []
    stack: list[Element | str] = [item]
    while stack:
        top = stack.pop()
        if isinstance(top, str):
            texts.append(top)
        elif inside := children(top):
            opening, closing = _quotes(top)
            texts.append(opening)
            stack += [closing, *reversed(inside)]
        else:
            texts.append(_own_text(top))
    return "".join(texts)


def _own_text(element: Element) -> str:
    kind = element["t"]
    if kind == "Str":
        return str(element["c"])
    if kind in SPACES:
        return SPACES[kind]
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
