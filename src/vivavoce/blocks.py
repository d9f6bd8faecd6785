"""The tree walked once: every leaf of the document becomes a `Block`, in reading order.

A block ends where an element of HTML's flow begins or ends, and at two line breaks in a row, since
people write paragraphs that way. Lists, quotations, tables and the like are kept in each block's
path; what the markup says of the speaker is kept in its cues.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vivavoce.html_names import BLOCK_NAMES, HEADING_NAMES, SKIPPED_NAMES
from vivavoce.images import image_of
from vivavoce.marks import marks_with, style_marks
from vivavoce.model import NO_CUES, Block, Container, Cues, Mark, Run
from vivavoce.runs import RunBuilder, split_lines, text_of
from vivavoce.soup import Element
from vivavoce.tables import is_layout_table
from vivavoce.timestamps import seconds_of

_CAPTION_CLASSES = frozenset(
    {"wp-caption-text", "caption", "caption-text", "image-caption", "img-caption", "photo-caption"}
)
_SPEAKER_ATTRIBUTES = ("data-speaker", "data-speaker-name", "data-name")
_TIME_ATTRIBUTES = ("data-start", "data-time", "data-timestamp")
_LIST_NAMES = frozenset({"ul", "ol", "menu", "dir"})
_CONTAINER_OF = {
    "blockquote": "quote",
    "dl": "definition-list",
    "dt": "term",
    "dd": "definition",
    "figure": "figure",
    "details": "details",
}
_TABLE_PARTS = {"tr": "row", "td": "cell", "th": "header-cell"}
_PREFORMATTED = frozenset({"pre", "listing", "xmp", "plaintext"})
_PARAGRAPH_BREAK = 2


@dataclass(frozen=True, slots=True)
class _Frame:
    """What holds for the blocks directly inside one element."""

    kind: str = "paragraph"
    level: int = 0
    path: tuple[Container, ...] = ()
    classes: tuple[str, ...] = ()
    speaker: str = ""
    start: float | None = None
    lang: str = ""
    is_data_table: bool = False
    """The nearest table around holds data."""


@dataclass(slots=True)
class _Open:
    """An element that is being walked."""

    children: Iterator[Element | str]
    marks: tuple[Mark, ...]
    frame: _Frame
    is_block: bool


def read_blocks(root: Element) -> tuple[Block, ...]:
    """Return the blocks of the tree under *root* in reading order."""
    walker = _Walker()
    walker.walk(root)
    return tuple(walker.blocks)


class _Walker:
    """Collects blocks; knows the block that is being gathered and nothing of those done."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._runs = RunBuilder()
        self._id = ""
        self._inline_classes: tuple[str, ...] = ()
        self._cite = ""
        self._start: float | None = None
        self._keys = 0

    def walk(self, root: Element) -> None:
        stack = [_Open(iter(root.children), (), _Frame(), True)]
        while stack:
            top = stack[-1]
            child = next(top.children, None)
            if child is None:
                if top.is_block:
                    self._flush(top.frame)
                stack.pop()
            elif isinstance(child, str):
                self._runs.add_text(child, top.marks)
            elif child.tag in BLOCK_NAMES:
                self._flush(top.frame)
                stack.extend(self._open_block(child, top))
            elif child.tag not in SKIPPED_NAMES:
                stack.extend(self._open_inline(child, top))

    def _open_block(self, element: Element, around: _Open) -> tuple[_Open, ...]:
        tag = element.tag
        if tag == "hr":
            self._add(Block("rule", path=around.frame.path))
            return ()
        if tag in _PREFORMATTED:
            self._add_code(element, around.frame)
            return ()
        frame = self._frame_of(element, around.frame)
        marks = around.marks
        if element.attributes:
            self._id = element.get("id") or self._id
            if style := element.get("style"):
                marks = style_marks(style, marks)
        return (_Open(iter(element.children), marks, frame, True),)

    def _frame_of(self, element: Element, around: _Frame) -> _Frame:
        tag = element.tag
        kind, level = _leaf_of(element, around)
        path = around.path
        is_data = around.is_data_table
        if tag == "table":
            is_data = not is_layout_table(element)
        container = self._container_of(element, is_data)
        if container:
            path = (*path, container)
        if not element.attributes:
            return _Frame(
                kind,
                level,
                path,
                around.classes,
                around.speaker,
                around.start,
                around.lang,
                is_data,
            )
        return _Frame(
            kind,
            level,
            path,
            (*around.classes, *element.classes),
            _first(element, _SPEAKER_ATTRIBUTES) or around.speaker,
            seconds_of(_first(element, _TIME_ATTRIBUTES)) or around.start,
            _lang_of(element) or around.lang,
            is_data,
        )

    def _container_of(self, element: Element, is_data: bool) -> Container | None:
        tag = element.tag
        ordered, start = False, 1
        if tag in _LIST_NAMES:
            if not any(
                isinstance(child, Element) and child.tag == "li" for child in element.children
            ):
                return None
            kind = "list"
            ordered, start = tag == "ol", _number(element.get("start"))
        elif tag == "li":
            kind = "item"
        elif tag == "table" and is_data:
            kind = "table"
        elif tag in _TABLE_PARTS and is_data:
            kind = _TABLE_PARTS[tag]
        elif tag in _CONTAINER_OF:
            kind = _CONTAINER_OF[tag]
        else:
            return None
        self._keys += 1
        return Container(kind, self._keys, ordered, start, tuple(element.classes))

    def _open_inline(self, element: Element, around: _Open) -> tuple[_Open, ...]:
        tag = element.tag
        if tag == "br":
            self._runs.add_break(around.marks)
            return ()
        if tag in ("img", "image"):
            if image := image_of(element):
                self._runs.add_image(image, around.marks)
            return ()
        if tag == "ruby":
            self._add_ruby(element, around.marks)
            return ()
        if element.attributes or tag in ("cite", "time"):
            self._note_cues(element)
        marks = marks_with(element, around.marks, around.frame.lang)
        return (_Open(iter(element.children), marks, around.frame, False),)

    def _note_cues(self, element: Element) -> None:
        """Keep what an inline element at the block's beginning says of the speaker."""
        if element.attributes:
            self._id = self._id or element.get("id") or element.get("name")
        if self._runs:
            if element.tag == "time" and self._cite and self._start is None:
                self._start = seconds_of(element.text)
            return
        if element.tag == "cite":
            self._cite = " ".join(element.text.split())
        elif element.tag == "time":
            self._start = seconds_of(element.text)
        self._inline_classes += tuple(element.classes)

    def _add_ruby(self, element: Element, marks: tuple[Mark, ...]) -> None:
        """Add each base text with the annotation that follows it."""
        base: list[str] = []
        for child in element.children:
            if isinstance(child, str):
                base.append(child)
            elif child.tag in ("rt", "rtc"):
                annotation = Mark("ruby", " ".join(child.text.split()))
                self._runs.add_text("".join(base), (*marks, annotation))
                base = []
            elif child.tag != "rp":
                base.append(child.text)
        if base:
            self._runs.add_text("".join(base), marks)

    def _add_code(self, element: Element, frame: _Frame) -> None:
        text = element.text.replace("\r\n", "\n").strip("\n")
        if text.strip():
            self._add(_block("code", (Run(text),), frame, id=element.get("id")))

    def _flush(self, frame: _Frame) -> None:
        """End the block that is being gathered, if it holds anything."""
        if not self._runs:
            self._inline_classes, self._cite, self._start = (), "", None
            return
        runs = self._runs.finish()
        cues = self._cues(frame)
        pieces = split_lines(runs, _PARAGRAPH_BREAK) if frame.kind == "paragraph" else (runs,)
        for piece in pieces:
            if piece:
                self._add_piece(piece, frame, cues)
        self._inline_classes, self._cite, self._start = (), "", None

    def _cues(self, frame: _Frame) -> Cues:
        classes = frame.classes + self._inline_classes
        start = self._start if self._start is not None else frame.start
        if not (classes or frame.speaker or self._cite or start is not None):
            return NO_CUES
        return Cues(classes, frame.speaker, self._cite, start)

    def _add_piece(self, runs: tuple[Run, ...], frame: _Frame, cues: Cues) -> None:
        text = text_of(runs)
        kind = frame.kind
        if not text:
            kind = "figure"
        self._add(Block(kind, runs, text, frame.level, frame.path, cues, frame.lang, self._id))
        self._id = ""

    def _add(self, block: Block) -> None:
        self.blocks.append(block)


def _block(kind: str, runs: tuple[Run, ...], frame: _Frame, id: str = "") -> Block:
    return Block(kind, runs, text_of(runs), 0, frame.path, NO_CUES, frame.lang, id)


def _leaf_of(element: Element, around: _Frame) -> tuple[str, int]:
    """Return kind and level of the blocks directly inside *element*."""
    tag = element.tag
    if tag in HEADING_NAMES:
        return "heading", int(tag[1])
    if tag in ("figcaption", "caption"):
        return "caption", 0
    if element.attributes:
        if element.get("role") == "heading":
            return "heading", min(6, max(1, _number(element.get("aria-level"), 2)))
        if _CAPTION_CLASSES.intersection(element.classes):
            return "caption", 0
    if around.kind in ("heading", "caption"):
        return around.kind, around.level
    return "paragraph", 0


def _first(element: Element, names: tuple[str, ...]) -> str:
    return next((value for name in names if (value := element.get(name).strip())), "")


def _lang_of(element: Element) -> str:
    """Return the language stated on *element*; that of the whole page is not a block's."""
    if element.tag in ("html", "body"):
        return ""
    return element.get("lang") or element.get("xml:lang")


def _number(text: str, default: int = 1) -> int:
    text = text.strip()
    return int(text) if text.lstrip("-").isdecimal() and len(text) < 9 else default
