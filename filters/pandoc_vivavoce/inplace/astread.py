"""pandoc's blocks as the core's `Block`s, and the way back from each to its element.

The document is walked once, without recursion, and becomes a list of steps: a container is entered
or left, a leaf is met, an element is passed over. Recognition gets the leaves; `astwrite` follows
the steps again and changes only what recognition spoke about.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum, auto
from typing import Any, Final, NamedTuple

from pandoc_vivavoce.ast import Blocks, Element, Inlines
from pandoc_vivavoce.inlines import children, read_runs, text_of
from pandoc_vivavoce.tree import (
    CAPTION,
    CONTAINER_KINDS,
    attributes_of,
    inlines_of,
    inside,
    is_not_ours,
)
from vivavoce.model import NO_CUES, Block, Container, Cues
from vivavoce.page.html_names import CAPTION_CLASSES
from vivavoce.page.speakernames import LONGEST_NAME, calls_name

_LEAF_KINDS: Final = {
    "Para": "paragraph",
    "Plain": "paragraph",
    "LineBlock": "paragraph",
    "Header": "heading",
    "CodeBlock": "code",
    "RawBlock": "raw",
    "HorizontalRule": "rule",
}
_AROUND_NAMES: Final = frozenset({"Span", "Strong", "Emph", "Link"})
_DEEPEST: Final = 200
"""Containers further in are not told of: each leaf's path would grow with the depth."""
_CAPTIONS: Final = CAPTION_CLASSES | {"wp-caption"}
"""In divisions with these names all text is a caption; a paragraph's own name may be dropped."""
_SPEAKER_NAMES: Final = ("data-speaker", "speaker")


class Move(Enum):
    """What a step of the walk does."""

    ENTER = auto()
    LEAVE = auto()
    LEAF = auto()
    PASS = auto()


class Step:
    """One step of the walk through a document.

    What there is one of for each leaf is a class here: compiled, it is made many times as fast as a
    named tuple.
    """

    def __init__(self, move: Move, element: Element, block: int) -> None:
        self.move: Final = move
        self.element: Final = element
        """The container entered or left, the leaf, or the element passed over."""
        self.block: Final = block
        """The leaf's place in the list of blocks; else the number of leaves before this step."""


class AstBlocks(NamedTuple):
    """A list of pandoc's blocks as recognition and rewriting need it."""

    blocks: tuple[Block, ...]
    steps: tuple[Step, ...]


class _Around(NamedTuple):
    """What the containers around a leaf say of it."""

    path: tuple[Container, ...] = ()
    classes: tuple[str, ...] = ()
    speaker: str = ""
    lang: str = ""
    is_caption: bool = False


def read_blocks(
    elements: Blocks,
    cues: Mapping[int, Cues] | None = None,
    furniture: frozenset[int] = frozenset(),
) -> AstBlocks:
    """Return the leaves of *elements* in reading order, to any depth, and the walk to them.

    *cues* are what is known of leaves besides their elements, by the identity of the element.
    *furniture* are the identities of elements that are passed over unread.
    """
    walk = _Walk(cues or {})
    stack: list[tuple[Move, Element, _Around]] = _tasks(elements, _Around())
    while stack:
        move, element, around = stack.pop()
        if move is Move.LEAVE:
            walk.step(Move.LEAVE, element)
        elif id(element) in furniture or is_not_ours(element):
            walk.step(Move.PASS, element)
        elif element["t"] in _LEAF_KINDS:
            walk.leaf(element, around)
        elif element["t"] in CONTAINER_KINDS:
            walk.step(Move.ENTER, element)
            stack.append((Move.LEAVE, element, around))
            inner = walk.enter(element, around)
            for steps, blocks in reversed(list(inside(element))):
                stack.extend(_tasks(blocks, walk.deeper(inner, steps)))
        else:
            walk.step(Move.PASS, element)
    return AstBlocks(tuple(walk.blocks), tuple(walk.steps))


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
        if len(around.path) >= _DEEPEST:
            return around
        _, classes, pairs = attributes_of(element) or ["", [], []]
        values = dict(pairs)
        speaker = next((values[name] for name in _SPEAKER_NAMES if name in values), "")
        return _Around(
            (*around.path, self._container(element, tuple(classes))),
            (*around.classes, *classes),
            speaker or around.speaker,
            values.get("lang", around.lang),
            around.is_caption or not _CAPTIONS.isdisjoint(classes),
        )

    def deeper(self, around: _Around, steps: tuple[tuple[str, Any], ...]) -> _Around:
        if not steps:
            return around
        if len(around.path) >= _DEEPEST:
            return around
        if steps[0][0] == CAPTION:
            return around._replace(is_caption=True)
        added = tuple(Container(kind, self._key(thing)) for kind, thing in steps)
        return around._replace(path=(*around.path, *added))

    def _container(self, element: Element, classes: tuple[str, ...]) -> Container:
        kind = element["t"]
        start = element["c"][0][0] if kind == "OrderedList" else 1
        return Container(
            CONTAINER_KINDS[kind], self._key(element), kind == "OrderedList", start, classes
        )

    def _key(self, thing: Any) -> int:
        return self._keys.setdefault(id(thing), len(self._keys) + 1)


def _tasks(elements: Iterable[Element], around: _Around) -> list[tuple[Move, Element, _Around]]:
    return [(Move.ENTER, element, around) for element in reversed(list(elements))]


def _block(element: Element, around: _Around, cues: Cues) -> Block:
    inlines = inlines_of(element)
    runs = read_runs(inlines)
    text = "".join([run.text for run in runs])
    kind = CAPTION if around.is_caption else _LEAF_KINDS[element["t"]]
    if not text and any(run.image for run in runs):
        kind = "figure"
    identifier, classes, _ = attributes_of(element) or ["", [], []]
    every = (*around.classes, *classes, *cues.classes)
    speaker = cues.speaker or around.speaker
    level = min(element["c"][0], 6) if kind == "heading" else 0
    cite = cues.cite or _name_in(inlines)
    told = Cues(every, speaker, cite) if every or speaker or cite else NO_CUES
    made = (kind, runs, text, level, around.path, told, around.lang, identifier)
    return tuple.__new__(Block, made)


def _name_in(inlines: Inlines) -> str:
    """Return the words of a span at the beginning of *inlines* that is called a name."""
    while inlines and inlines[0]["t"] in _AROUND_NAMES:
        first = inlines[0]
        inlines = children(first)
        if first["t"] == "Span":
            _, classes, pairs = first["c"][0]
            if (classes or pairs) and calls_name(classes, dict(pairs).get("itemprop", "")):
                words = " ".join(text_of(inlines).split())
                return words if len(words) <= LONGEST_NAME else ""
    return ""
