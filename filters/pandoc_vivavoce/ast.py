"""Constructors for the elements of pandoc's document, as the plain JSON pandoc sends and takes.

One function an element, named after it and in the form of pandoc-types 1.23 (pandoc 3). There is
no class layer: an element is a dictionary with the keys ``t`` and ``c``, so that unknown elements
pass, depth costs no recursion, and nothing has to be imported or converted in the filter's path.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

Element = dict[str, Any]
Inlines = list[Element]
Blocks = list[Element]
Attr = list[Any]

API_VERSION: Final = (1, 23, 1)
"""The version of pandoc-types whose form these constructors write."""


def attr(
    identifier: str = "",
    classes: Iterable[str] = (),
    attributes: Mapping[str, str] | None = None,
) -> Attr:
    """Return an attribute triple: identifier, classes, key-value pairs."""
    return [identifier, list(classes), [[key, value] for key, value in (attributes or {}).items()]]


def string(text: str) -> Element:
    """Return a `Str`; *text* should hold no white space."""
    return {"t": "Str", "c": text}


def space() -> Element:
    """Return a `Space`."""
    return {"t": "Space"}


def soft_break() -> Element:
    """Return a `SoftBreak`, a line's end in the source that means a space."""
    return {"t": "SoftBreak"}


def line_break() -> Element:
    """Return a `LineBreak`, a line's end that the reader sees."""
    return {"t": "LineBreak"}


def words(text: str) -> Inlines:
    """Return *text* as `Str`, `Space` and, for each newline, `LineBreak` elements.

    A no-break space and other fixed spaces stay inside their `Str`, as pandoc's readers have it.
    """
    inlines: Inlines = []
    for number, line in enumerate(text.split("\n")):
        if number:
            inlines.append(line_break())
        for place, word in enumerate(line.replace("\t", " ").split(" ")):
            if place and not (inlines and inlines[-1]["t"] == "Space"):
                inlines.append(space())
            if word:
                inlines.append(string(word))
    return inlines


def emphasis(inlines: Inlines) -> Element:
    """Return an `Emph`."""
    return {"t": "Emph", "c": inlines}


def strong(inlines: Inlines) -> Element:
    """Return a `Strong`."""
    return {"t": "Strong", "c": inlines}


def underline(inlines: Inlines) -> Element:
    """Return an `Underline`."""
    return {"t": "Underline", "c": inlines}


def strikeout(inlines: Inlines) -> Element:
    """Return a `Strikeout`."""
    return {"t": "Strikeout", "c": inlines}


def superscript(inlines: Inlines) -> Element:
    """Return a `Superscript`."""
    return {"t": "Superscript", "c": inlines}


def subscript(inlines: Inlines) -> Element:
    """Return a `Subscript`."""
    return {"t": "Subscript", "c": inlines}


def small_caps(inlines: Inlines) -> Element:
    """Return a `SmallCaps`."""
    return {"t": "SmallCaps", "c": inlines}


def code(text: str, attributes: Attr | None = None) -> Element:
    """Return an inline `Code`."""
    return {"t": "Code", "c": [attributes or attr(), text]}


def span(inlines: Inlines, attributes: Attr | None = None) -> Element:
    """Return a `Span`."""
    return {"t": "Span", "c": [attributes or attr(), inlines]}


def link(inlines: Inlines, target: str, title: str = "", attributes: Attr | None = None) -> Element:
    """Return a `Link` to the address *target*."""
    return {"t": "Link", "c": [attributes or attr(), inlines, [target, title]]}


def image(
    description: Inlines, source: str, title: str = "", attributes: Attr | None = None
) -> Element:
    """Return an `Image`; *description* is its alternative text."""
    return {"t": "Image", "c": [attributes or attr(), description, [source, title]]}


def note(blocks: Blocks) -> Element:
    """Return a `Note`, a footnote at this place."""
    return {"t": "Note", "c": blocks}


def raw_inline(output: str, text: str) -> Element:
    """Return a `RawInline` for the writer's format *output*."""
    return {"t": "RawInline", "c": [output, text]}


def plain(inlines: Inlines) -> Element:
    """Return a `Plain`, text that is no paragraph (a tight list's item, a cell)."""
    return {"t": "Plain", "c": inlines}


def paragraph(inlines: Inlines) -> Element:
    """Return a `Para`."""
    return {"t": "Para", "c": inlines}


def header(level: int, inlines: Inlines, attributes: Attr | None = None) -> Element:
    """Return a `Header` of *level* 1 or more."""
    return {"t": "Header", "c": [level, attributes or attr(), inlines]}


def code_block(text: str, attributes: Attr | None = None) -> Element:
    """Return a `CodeBlock`."""
    return {"t": "CodeBlock", "c": [attributes or attr(), text]}


def raw_block(output: str, text: str) -> Element:
    """Return a `RawBlock` for the writer's format *output*."""
    return {"t": "RawBlock", "c": [output, text]}


def block_quote(blocks: Blocks) -> Element:
    """Return a `BlockQuote`."""
    return {"t": "BlockQuote", "c": blocks}


def bullet_list(items: list[Blocks]) -> Element:
    """Return a `BulletList` of *items*, each a list of blocks."""
    return {"t": "BulletList", "c": items}


def ordered_list(items: list[Blocks], start: int = 1, style: str = "DefaultStyle") -> Element:
    """Return an `OrderedList` numbered from *start* in *style*."""
    return {"t": "OrderedList", "c": [[start, {"t": style}, {"t": "DefaultDelim"}], items]}


def definition_list(items: list[tuple[Inlines, list[Blocks]]]) -> Element:
    """Return a `DefinitionList`; each item is a term and its definitions."""
    return {"t": "DefinitionList", "c": [[term, definitions] for term, definitions in items]}


def line_block(lines: list[Inlines]) -> Element:
    """Return a `LineBlock`, lines as in verse."""
    return {"t": "LineBlock", "c": lines}


def horizontal_rule() -> Element:
    """Return a `HorizontalRule`."""
    return {"t": "HorizontalRule"}


def div(blocks: Blocks, attributes: Attr | None = None) -> Element:
    """Return a `Div`."""
    return {"t": "Div", "c": [attributes or attr(), blocks]}


def figure(blocks: Blocks, caption: Blocks, attributes: Attr | None = None) -> Element:
    """Return a `Figure` with its *caption*."""
    return {"t": "Figure", "c": [attributes or attr(), [None, caption], blocks]}


def cell(
    blocks: Blocks, row_span: int = 1, column_span: int = 1, side: str = "AlignDefault"
) -> list[Any]:
    """Return a table's cell; *side* is where its text stands."""
    return [attr(), {"t": side}, row_span, column_span, blocks]


def table(
    head: Sequence[list[list[Any]]], body: Sequence[list[list[Any]]], caption: Blocks | None = None
) -> Element:
    """Return a `Table`; *head* and *body* are rows, a row is a list of cells made by `cell`."""
    width = max((sum(item[3] for item in row) for row in [*head, *body]), default=1)
    columns = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}] for _ in range(width)]
    bodies = [[attr(), 0, [], [[attr(), row] for row in body]]]
    head_part = [attr(), [[attr(), row] for row in head]]
    return {
        "t": "Table",
        "c": [attr(), [None, caption or []], columns, head_part, bodies, [attr(), []]],
    }


def meta_value(value: Any) -> Element | None:
    """Return *value* (text, truth, number, list, mapping, None) as a metadata element.

    None and values of other types become None: what is not known is not written.
    """
    if isinstance(value, bool):
        return {"t": "MetaBool", "c": value}
    if isinstance(value, str | int | float):
        return {"t": "MetaInlines", "c": words(str(value))}
    if isinstance(value, Mapping):
        return {"t": "MetaMap", "c": meta_map(value)}
    if isinstance(value, Sequence):
        items = (meta_value(item) for item in value)
        return {"t": "MetaList", "c": [item for item in items if item is not None]}
    return None


def meta_map(values: Mapping[str, Any]) -> dict[str, Element]:
    """Return *values* as a document's metadata, without those that are not known."""
    elements = {str(key): meta_value(value) for key, value in values.items()}
    return {key: element for key, element in elements.items() if element is not None}


def document(blocks: Blocks, metadata: Mapping[str, Any] | None = None) -> Element:
    """Return a whole document; *metadata* holds elements as `meta_map` makes them."""
    return {
        "pandoc-api-version": list(API_VERSION),
        "meta": dict(metadata or {}),
        "blocks": blocks,
    }
