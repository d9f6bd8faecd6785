"""The tree walked once: every leaf of the document becomes a `Block`, in reading order.

A block ends where an element of HTML's flow begins or ends, and at two line breaks in a row, since
people write paragraphs that way. Lists, quotations, tables and the like are kept in each block's
path; what the markup says of the speaker is kept in its cues. `blocklist` makes the blocks of what
is gathered here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from vivavoce.languagetags import primary
from vivavoce.linestarts import begins_turn
from vivavoce.marks import is_safe_address, marks_with, style_marks
from vivavoce.model import Block, Mark, Run
from vivavoce.page.blocklist import BlockList, blocks_of
from vivavoce.page.frames import Frame, inner_frame, is_code
from vivavoce.page.html_names import BLOCK_NAMES, SKIPPED_NAMES
from vivavoce.page.images import image_of, letters_of
from vivavoce.page.soup import Element
from vivavoce.page.startcues import StartCues
from vivavoce.runs import RunBuilder

_ALWAYS_SHOWN: Final = frozenset({"td", "th"})
"""Elements that leave a block, if in a table with data, though they hold nothing."""
_LINE_BREAK: Final = re.compile(r"\r?\n")
_QUOTES: Final = {"ja": "「」", "zh": "“”", "de": "„“", "fr": "«»"}


class _Open:
    """An element that is being walked."""

    __slots__ = ("children", "frame", "is_block", "marks", "paragraph")

    def __init__(
        self,
        children: Iterator[Element | str],
        marks: tuple[Mark, ...],
        frame: Frame,
        is_block: bool,
    ) -> None:
        self.children = children
        self.marks = marks
        self.frame = frame
        self.is_block = is_block
        self.paragraph: Frame | None = None
        """The frame of plain paragraphs directly inside, once there was one."""


def read_blocks(root: Element) -> tuple[Block, ...]:
    """Return the blocks of the tree under *root* in reading order."""
    return read_page(root).blocks


class PageContent(NamedTuple):
    """What a page says, and what of it needs to be told."""

    blocks: tuple[Block, ...]
    """In reading order."""
    unread: tuple[Element, ...]
    """The elements whose text is in no block."""
    unsafe: tuple[Element, ...]
    """The links whose address is left out, since it may run something."""


def read_page(root: Element) -> PageContent:
    """Return what the tree under *root* says."""
    walker = _Walker()
    walker.walk(root)
    return PageContent(tuple(walker.blocks.done), tuple(walker.unread), tuple(walker.unsafe))


class _Walker:
    """Gathers one block at a time and hands it on."""

    def __init__(self) -> None:
        self.blocks = BlockList()
        self.unread: list[Element] = []
        self.unsafe: list[Element] = []
        self._runs = RunBuilder()
        self._start = StartCues()
        self._id = ""
        self._keys = 0

    def walk(self, root: Element) -> None:
        stack = [_Open(iter(root.children), (), Frame(), True)]
        while stack:
            top = stack[-1]
            child = next(top.children, None)
            if child is None:
                if top.is_block:
                    self._flush(top.frame)
                stack.pop()
            elif isinstance(child, str):
                self._add_text(child, top)
            elif child.tag in BLOCK_NAMES:
                self._flush(top.frame)
                stack.extend(self._open_block(child, top))
            elif child.tag not in SKIPPED_NAMES:
                stack.extend(self._open_inline(child, top))
            elif child.children:
                self.unread.append(child)
        self.blocks.release()

    def _add_text(self, text: str, top: _Open) -> None:
        if self._start.is_label and top.is_block and not text.isspace():
            self._start.is_label = False
        if not top.frame.keeps_lines or "\n" not in text:
            self._runs.add_text(text, top.marks)
            return
        for number, line in enumerate(_LINE_BREAK.split(text)):
            breaks = 0 if not number else 1 if begins_turn(line) else 0 if line.strip() else 2
            for _ in range(breaks):
                self._runs.add_break(top.marks)
            self._runs.add_text(f"\n{line}" if number else line, top.marks)

    def _open_block(self, element: Element, around: _Open) -> Iterable[_Open]:
        if element.tag == "hr":
            self.blocks.add(Block("rule", path=around.frame.path))
            return ()
        if not around.frame.keeps_lines and is_code(element):
            self._add_code(element, around.frame)
            return ()
        frame, marks = self._frame_in(element, around), around.marks
        if element.attributes:
            self._id = element.get("id") or self._id
            if style := element.get("style"):
                marks = style_marks(style, marks)
        if element.tag in _ALWAYS_SHOWN and frame.is_data_table and not element.children:
            self.blocks.add(Block("paragraph", path=frame.path))
        return (_Open(iter(element.children), marks, frame, True),)

    def _frame_in(self, element: Element, around: _Open) -> Frame:
        """Return the frame inside *element*; plain paragraphs beside each other share theirs."""
        if element.tag == "p" and not element.attributes:
            if around.paragraph is None:
                around.paragraph = inner_frame(element, around.frame, 0)
            return around.paragraph
        self._keys += 1
        return inner_frame(element, around.frame, self._keys)

    def _open_inline(self, element: Element, around: _Open) -> Iterable[_Open]:
        tag = element.tag
        if tag == "br":
            self._runs.add_break(around.marks)
            return ()
        if tag in ("img", "image"):
            self._add_picture(element, around.marks)
            return ()
        if tag == "ruby":
            self._add_ruby(element, around.marks)
            return ()
        if tag == "a" and not is_safe_address(element.get("href")):
            self.unsafe.append(element)
        is_label = self._note_start(element)
        marks = around.marks if is_label else marks_with(element, around.marks, around.frame.lang)
        children: Iterable[Element | str] = element.children
        if tag == "q":
            quotes = _QUOTES.get(primary(around.frame.lang), "“”")
            children = (quotes[0], *element.children, quotes[1])
        return (_Open(iter(children), marks, around.frame, False),)

    def _note_start(self, element: Element) -> bool:
        """Keep what an inline element at the block's beginning says; tell if it is a label."""
        if element.attributes and not self._id:
            self._id = element.get("id") or (element.get("name") if element.tag == "a" else "")
        return self._start.note(element, is_first=not self._runs)

    def _add_picture(self, element: Element, marks: tuple[Mark, ...]) -> None:
        if letters := letters_of(element):
            self._runs.add_text(letters, marks)
        elif image := image_of(element):
            self._runs.add_image(image, marks)
        elif element.get("alt"):
            self.unread.append(element)

    def _add_ruby(self, element: Element, marks: tuple[Mark, ...]) -> None:
        """Add each base text with the annotation that follows it."""
        base: list[str] = []
        for child in element.children:
            if isinstance(child, str):
                base.append(child)
            elif child.tag in ("rt", "rtc"):
                annotation = " ".join(child.text.split())
                if base:
                    self._runs.add_text("".join(base), (*marks, Mark("ruby", annotation)))
                else:
                    self._runs.add_text(annotation, marks)
                base = []
            elif child.tag != "rp":
                base.append(child.text)
        if base:
            self._runs.add_text("".join(base), marks)

    def _add_code(self, element: Element, frame: Frame) -> None:
        text = element.text.replace("\r\n", "\n").strip("\n")
        if text.strip():
            runs = (Run(text),)
            self.blocks.add(
                Block("code", runs, text, path=frame.path, lang=frame.lang, id=element.get("id"))
            )

    def _flush(self, frame: Frame) -> None:
        """End the block that is being gathered, if it holds anything."""
        start, self._start = self._start, StartCues()
        if not self._runs:
            return
        runs = self._runs.finish()
        cues = start.cues_in(frame)
        if start.cite and start.is_label and frame.tag != "p" and frame.kind == "paragraph":
            self.blocks.carry(runs, frame, cues)
            return
        for block in blocks_of(runs, frame, cues, self._id):
            self._id = ""  # no second block has it
            self.blocks.add(block)
