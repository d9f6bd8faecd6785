"""A tree of HTML as pandoc's blocks, walked once with a stack.

Beside the blocks it returns what the markup of a paragraph says of its speaker (class names, a
``data-speaker``, an opening ``cite``), which pandoc's paragraphs cannot hold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from pandoc_vivavoce import ast
from pandoc_vivavoce.ast import Blocks
from pandoc_vivavoce.ast import Element as AstElement
from pandoc_vivavoce.nested import Wrappers, with_children
from pandoc_vivavoce.rawhtml.attributes import attributes_of, code_attributes_of, identifier_of
from pandoc_vivavoce.rawhtml.containers import PARAGRAPH_HOLDERS, Frame, close
from pandoc_vivavoce.rawhtml.formulas import written_in
from pandoc_vivavoce.rawhtml.inline_tags import (
    CODE_NAMES,
    picture_of,
    ruby_of,
    wrappers_of,
)
from pandoc_vivavoce.rawhtml.players import MEDIA_NAMES, framed_player, media_of
from pandoc_vivavoce.rawhtml.text import TextBuilder
from vivavoce.marks import is_safe_address
from vivavoce.model import NO_CUES, Cues
from vivavoce.page.frames import speaker_of
from vivavoce.page.html_names import BLOCK_NAMES, HEADING_NAMES, SKIPPED_NAMES
from vivavoce.page.soup import Element
from vivavoce.page.tables import is_layout_table

_ACTIVE: Final = frozenset(
    {"applet", "embed", "form", "frame", "frameset", "iframe", "object", "script"}
    | {"button", "input", "select", "textarea"}
)
_TABLE_PARTS: Final = frozenset({"thead", "tbody", "tfoot", "tr", "td", "th", "caption"})
_FOREIGN: Final = frozenset({"svg", "math"})
_BLOCK_KINDS: Final = frozenset(
    {"Para", "Plain", "LineBlock", "CodeBlock", "RawBlock", "BlockQuote", "Header", "Div"}
    | {"OrderedList", "BulletList", "DefinitionList", "HorizontalRule", "Table", "Figure"}
)


@dataclass(slots=True)
class Made:
    """What became of a tree."""

    blocks: Blocks = field(default_factory=list)
    cues: dict[int, Cues] = field(default_factory=dict)
    """What the markup says of a block's speaker, by the identity of the block's element."""
    used: list[int] = field(default_factory=list)
    """The numbers of the placeholders met, in order."""
    left_out: Counter[str] = field(default_factory=Counter)
    """Names of elements that were left out because they act."""
    unsafe_links: list[str] = field(default_factory=list)
    """Addresses that were taken out because they act."""


@dataclass(slots=True)
class _Open:
    """An element whose children are being walked."""

    children: Iterator[Element | str]
    frame: Frame
    wrappers: Wrappers
    is_block: bool


def make_blocks(root: Element, tag: str, elements: Sequence[AstElement]) -> Made:
    """Return the blocks of the tree under *root*.

    Elements named *tag* are placeholders: their attribute ``n`` counts in *elements*.
    """
    walker = _Walker(tag, elements)
    walker.walk(root)
    return walker.made


class _Walker:
    """Knows the element that is open and the paragraph that is being gathered."""

    def __init__(self, tag: str, elements: Sequence[AstElement]) -> None:
        self.made = Made()
        self._tag = tag
        self._elements = elements
        self._text = TextBuilder()
        self._inline_classes: tuple[str, ...] = ()
        self._cite = ""

    def walk(self, root: Element) -> None:
        top = Frame(root, "html", self.made.blocks)
        stack = [_Open(iter(root.children), top, (), True)]
        while stack:
            here = stack[-1]
            child = next(here.children, None)
            if child is None:
                if here.is_block:
                    self._flush(here.frame)
                    if len(stack) > 1:
                        close(here.frame, stack[-2].frame)
                stack.pop()
            elif isinstance(child, str):
                self._text.add_text(child, here.wrappers)
            else:
                stack.extend(self._open(child, here))

    def _open(self, element: Element, around: _Open) -> tuple[_Open, ...]:
        tag = element.tag
        if tag == self._tag:
            return self._open_placeholder(element, around)
        if tag == "iframe" and (player := framed_player(element)):
            self._text.add(player, around.wrappers)
            return ()
        if tag in _ACTIVE:
            self.made.left_out[tag] += 1
            if tag not in {"form", "button"}:
                return ()
        elif tag in SKIPPED_NAMES and tag not in MEDIA_NAMES and tag not in _FOREIGN:
            return ()
        if tag in BLOCK_NAMES:
            self._flush(around.frame)
            return self._open_block(element, around)
        return self._open_inline(element, around)

    def _open_placeholder(self, element: Element, around: _Open) -> tuple[_Open, ...]:
        number = int(element.get("n"))
        self.made.used.append(number)
        original = self._elements[number]
        if element.children:
            around_inside = (*around.wrappers, with_children(original, []))
            return (_Open(iter(element.children), around.frame, around_inside, False),)
        if original["t"] in _BLOCK_KINDS:
            self._flush(around.frame)
            around.frame.blocks.append(original)
        else:
            self._text.add(original, around.wrappers)
        return ()

    def _open_block(self, element: Element, around: _Open) -> tuple[_Open, ...]:
        tag = element.tag
        if tag == "hr":
            around.frame.blocks.append(ast.horizontal_rule())
            return ()
        if tag in {"pre", "listing", "xmp", "plaintext"}:
            text = element.text.replace("\r\n", "\n").strip("\n")
            around.frame.blocks.append(ast.code_block(text, code_attributes_of(element)))
            return ()
        wrappers = around.wrappers
        if around_text := wrappers_of(element):
            wrappers += tuple(item for item in around_text if item["t"] not in {"Span", "Link"})
        frame = Frame(element, self._name_of(element, around.frame))
        frame.classes = (*around.frame.classes, *element.classes) if tag == "p" else ()
        frame.speaker = speaker_of(element) or around.frame.speaker
        return (_Open(iter(element.children), frame, wrappers, True),)

    def _name_of(self, element: Element, around: Frame) -> str:
        """Return what *element* is taken for.

        A table that only lays out the page falls apart into what its cells hold, and a paragraph
        in a heading is the heading.
        """
        tag = element.tag
        if tag == "table" and is_layout_table(element):
            return "layout"
        if tag in _TABLE_PARTS and around.tag in {"layout", "div", "html"}:
            return "layout"
        return around.tag if around.tag in HEADING_NAMES and tag in {"p", "div"} else tag

    def _open_inline(self, element: Element, around: _Open) -> tuple[_Open, ...]:
        tag, wrappers = element.tag, around.wrappers
        self._note_cues(element)
        if tag == "br":
            self._text.add_break(wrappers)
            if self._text.ends_with_two_breaks and around.frame.tag not in HEADING_NAMES:
                self._flush(around.frame)
        elif tag in {"img", "image"}:
            self._add(picture_of(element), wrappers)
        elif tag in MEDIA_NAMES:
            self._add(media_of(element), wrappers)
        elif tag == "ruby":
            self._add_ruby(element, wrappers)
        elif tag == "math":
            self._add_formula(element, wrappers)
        elif tag == "svg":
            self.made.left_out[tag] += 1
        elif tag in CODE_NAMES and not element.find(self._tag):
            self._text.add(ast.code(" ".join(element.text.split())), wrappers)
        else:
            return self._open_wrapper(element, around)
        return ()

    def _open_wrapper(self, element: Element, around: _Open) -> tuple[_Open, ...]:
        address = element.get("href").strip() if element.tag == "a" else ""
        if address and not is_safe_address(address):
            self.made.unsafe_links.append(address)
        wrappers = (*around.wrappers, *wrappers_of(element))
        if not element.children and identifier_of(element):
            anchor = ast.span([], ast.attr(identifier_of(element)))
            self._text.add(anchor, around.wrappers)
        return (_Open(iter(element.children), around.frame, wrappers, False),)

    def _add(self, element: AstElement | None, wrappers: Wrappers) -> None:
        if element is not None:
            self._text.add(element, wrappers)

    def _add_formula(self, element: Element, wrappers: Wrappers) -> None:
        line, used = written_in(element, self._tag, self._elements)
        self._text.add_text(line, wrappers)
        self.made.used += used

    def _add_ruby(self, element: Element, wrappers: Wrappers) -> None:
        """Text and annotation, in parentheses for the formats that know no ruby."""
        for base, annotation in ruby_of(element):
            gloss = ast.span(ast.words(f"（{annotation}）"), ast.attr("", ["rt"]))
            inside = [*ast.words(base), *([gloss] if annotation else [])]
            self._text.add(ast.span(inside, ast.attr("", ["ruby"])), wrappers)

    def _note_cues(self, element: Element) -> None:
        if not self._text:
            self._inline_classes += tuple(element.classes)
            if element.tag == "cite":
                self._cite = " ".join(element.text.split())

    def _flush(self, frame: Frame) -> None:
        """End the paragraph that is being gathered, if it holds anything."""
        if self._text:
            block = self._leaf(frame)
            frame.blocks.append(block)
            classes = (*frame.classes, *self._inline_classes)
            cues = Cues(classes, frame.speaker, self._cite)
            if cues != NO_CUES:
                self.made.cues[id(block)] = cues
        self._text.finish()
        self._inline_classes, self._cite = (), ""

    def _leaf(self, frame: Frame) -> AstElement:
        inlines = self._text.finish()
        if frame.tag in HEADING_NAMES:
            return ast.header(int(frame.tag[1]), inlines, attributes_of(frame.element))
        if frame.tag in PARAGRAPH_HOLDERS:
            return ast.plain(inlines)
        return ast.paragraph(inlines)
