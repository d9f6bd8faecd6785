"""pandoc's blocks as the core's `Block`s, and the way back from each to its element.

The document is walked once, without recursion, and becomes a list of steps: a container is entered
or left, a leaf is met, an element is passed over. Recognition gets the leaves; `astwrite` follows
the steps again and changes only what recognition spoke about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any

from pandoc_vivavoce.ast import Attr, Blocks, Element, Inlines, line_break, plain
from pandoc_vivavoce.inlines import read_runs
from vivavoce.model import NO_CUES, Block, Container, Cues

_CONTAINER_KINDS = {
    "BlockQuote": "quote",
    "BulletList": "list",
    "OrderedList": "list",
    "DefinitionList": "definition-list",
    "Table": "table",
    "Figure": "figure",
    "Div": "division",
}
_LEAF_KINDS = {
    "Para": "paragraph",
    "Plain": "paragraph",
    "LineBlock": "paragraph",
    "Header": "heading",
    "CodeBlock": "code",
    "RawBlock": "raw",
    "HorizontalRule": "rule",
}
_NOT_OURS = frozenset({"no-interview", "references", "csl-bib-body"})
_SPEAKER_NAMES = ("data-speaker", "speaker")


class Move(Enum):
    """What a step of the walk does."""

    ENTER = auto()
    LEAVE = auto()
    LEAF = auto()
    PASS = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the walk through a document."""

    move: Move
    element: Element
    """The container entered or left, the leaf, or the element passed over."""
    block: int
    """The leaf's place in the list of blocks; else the number of leaves before this step."""


@dataclass(frozen=True, slots=True)
class AstBlocks:
    """A list of pandoc's blocks as recognition and rewriting need it."""

    blocks: tuple[Block, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class _Around:
    """What the containers around a leaf say of it."""

    path: tuple[Container, ...] = ()
    classes: tuple[str, ...] = ()
    speaker: str = ""
    lang: str = ""
    is_caption: bool = False


_Inside = Iterator[tuple[tuple[tuple[str, Any], ...], Blocks]]
_CAPTION = "caption"


def read_blocks(elements: Blocks, cues: Mapping[int, Cues] | None = None) -> AstBlocks:
    """Return the leaves of *elements* in reading order, to any depth, and the walk to them.

    *cues* are what is known of leaves besides their elements, by the identity of the element.
    """
    walk = _Walk(cues or {})
    stack: list[tuple[Move, Element, _Around]] = _tasks(elements, _Around())
    while stack:
        move, element, around = stack.pop()
        if move is Move.LEAVE:
            walk.step(Move.LEAVE, element)
        elif is_not_ours(element):
            walk.step(Move.PASS, element)
        elif element["t"] in _CONTAINER_KINDS:
            walk.step(Move.ENTER, element)
            stack.append((Move.LEAVE, element, around))
            inner = walk.enter(element, around)
            for steps, blocks in reversed(list(_inside(element))):
                stack.extend(_tasks(blocks, walk.deeper(inner, steps)))
        elif element["t"] in _LEAF_KINDS:
            walk.leaf(element, around)
        else:
            walk.step(Move.PASS, element)
    return AstBlocks(tuple(walk.blocks), tuple(walk.steps))


def is_not_ours(element: Element) -> bool:
    """Tell whether *element* is a Div that must not be looked into.

    These are what the author excludes, a list of references, and our own earlier work.
    """
    if element["t"] != "Div":
        return False
    identifier, classes, _ = element["c"][0]
    return identifier == "refs" or not _NOT_OURS.isdisjoint(classes) or is_converted(element)


def is_converted(element: Element) -> bool:
    """Tell whether *element* is a Div in which the turns are already marked."""
    if element["t"] != "Div" or "interview" not in element["c"][0][1]:
        return False
    return any(item["t"] == "Div" and "turn" in item["c"][0][1] for item in element["c"][1])


def inlines_of(element: Element) -> Inlines:
    """Return the inline elements of a leaf; the lines of a line block joined by line breaks."""
    return _joined(inline_lists(element))


def inline_lists(element: Element) -> list[Inlines]:
    """Return the lists of inline elements of a leaf; they are the document's own."""
    kind = element["t"]
    if kind in {"Para", "Plain"}:
        return [element["c"]]
    if kind == "Header":
        return [element["c"][2]]
    return list(element["c"]) if kind == "LineBlock" else []


def attributes_of(element: Element) -> Attr | None:
    """Return the attribute triple of *element* if its kind has one."""
    if element["t"] in {"Div", "Table", "Figure", "CodeBlock"}:
        found: Attr = element["c"][0]
        return found
    return element["c"][1] if element["t"] == "Header" else None


def lists_inside(element: Element) -> Iterator[Blocks]:
    """Yield the lists of blocks that *element* holds; they are the document's own."""
    if element["t"] in _CONTAINER_KINDS:
        for _, blocks in _inside(element):
            yield blocks


class _Walk:
    """Collects blocks and steps; gives each container its own key."""

    def __init__(self, cues: Mapping[int, Cues]) -> None:
        self._cues = cues
        self.blocks: list[Block] = []
        self.steps: list[Step] = []
        self._keys: dict[int, int] = {}

    def step(self, move: Move, element: Element) -> None:
        self.steps.append(Step(move, element, len(self.blocks)))

    def leaf(self, element: Element, around: _Around) -> None:
        self.step(Move.LEAF, element)
        self.blocks.append(_block(element, around, self._cues.get(id(element), NO_CUES)))

    def enter(self, element: Element, around: _Around) -> _Around:
        _, classes, pairs = attributes_of(element) or ["", [], []]
        values = dict(pairs)
        speaker = next((values[name] for name in _SPEAKER_NAMES if name in values), "")
        return _Around(
            (*around.path, self._container(element, tuple(classes))),
            (*around.classes, *classes),
            speaker or around.speaker,
            values.get("lang", around.lang),
            around.is_caption,
        )

    def deeper(self, around: _Around, steps: tuple[tuple[str, Any], ...]) -> _Around:
        if not steps:
            return around
        if steps[0][0] == _CAPTION:
            return replace(around, is_caption=True)
        added = tuple(Container(kind, self._key(thing)) for kind, thing in steps)
        return replace(around, path=(*around.path, *added))

    def _container(self, element: Element, classes: tuple[str, ...]) -> Container:
        kind = element["t"]
        start = element["c"][0][0] if kind == "OrderedList" else 1
        return Container(
            _CONTAINER_KINDS[kind], self._key(element), kind == "OrderedList", start, classes
        )

    def _key(self, thing: Any) -> int:
        return self._keys.setdefault(id(thing), len(self._keys) + 1)


def _tasks(elements: Iterable[Element], around: _Around) -> list[tuple[Move, Element, _Around]]:
    return [(Move.ENTER, element, around) for element in reversed(list(elements))]


def _block(element: Element, around: _Around, cues: Cues) -> Block:
    runs = read_runs(inlines_of(element))
    text = "".join(run.text for run in runs)
    kind = _CAPTION if around.is_caption else _LEAF_KINDS[element["t"]]
    if not text and any(run.image for run in runs):
        kind = "figure"
    identifier, classes, _ = attributes_of(element) or ["", [], []]
    every = (*around.classes, *classes, *cues.classes)
    speaker = cues.speaker or around.speaker
    return Block(
        kind,
        runs,
        text,
        min(element["c"][0], 6) if kind == "heading" else 0,
        around.path,
        Cues(every, speaker, cues.cite) if every or speaker or cues.cite else NO_CUES,
        around.lang,
        identifier,
    )


def _joined(lines: list[Inlines]) -> Inlines:
    inlines: Inlines = []
    for number, line in enumerate(lines):
        if number:
            inlines.append(line_break())
        inlines.extend(line)
    return inlines


def _inside(element: Element) -> _Inside:
    """Yield the lists of blocks in a container, each with what lies between it and them."""
    kind, content = element["t"], element["c"]
    if kind == "Div":
        yield (), content[1]
    elif kind == "BlockQuote":
        yield (), content
    elif kind in {"BulletList", "OrderedList"}:
        for item in content if kind == "BulletList" else content[1]:
            yield (("item", item),), item
    elif kind == "DefinitionList":
        yield from _inside_definitions(content)
    elif kind == "Figure":
        yield (), content[2]
        yield ((_CAPTION, content[1]),), content[1][1]
    else:
        yield from _inside_table(content)


def _inside_definitions(items: list[Any]) -> _Inside:
    for term, definitions in items:
        yield (("term", term),), [plain(term)]
        for definition in definitions:
            yield (("definition", definition),), definition


def _inside_table(content: list[Any]) -> _Inside:
    _, caption, _, head, bodies, foot = content
    yield ((_CAPTION, caption),), caption[1]
    for row in head[1]:
        yield from _inside_row(row, "header-cell")
    for body in bodies:
        for row in body[2]:
            yield from _inside_row(row, "header-cell")
        for row in body[3]:
            yield from _inside_row(row, "cell", body[1])
    for row in foot[1]:
        yield from _inside_row(row, "cell")


def _inside_row(row: list[Any], kind: str, heads: int = 0) -> _Inside:
    for place, cell in enumerate(row[1]):
        yield (("row", row), ("header-cell" if place < heads else kind, cell)), cell[4]
