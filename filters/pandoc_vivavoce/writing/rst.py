"""What pandoc's writer of reStructuredText leaves open, closed before it is asked.

Each was seen with docutils: fields of the head, headings and paragraphs that begin like a directive
are one; ``javascript:`` and the like are links wherever they stand; of several stars in a row the
middle ones are markup, and so is one beside a bracket of a script other than Latin; a backtick
within the text of a link ends it, and so does a new line; of two quotations the second goes on with
the first, or with what the first ends with, and one after a heading within something goes on with
the heading; a definition without a term is no
definition; a colon in a term is the end of it; the description of a picture is its name in two
places, escaped differently; and code within other markup, with white space at an end or with a
backtick in it is no code and loses its backslashes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from pandoc_vivavoce.ast import words

Node = Any
"""What JSON has: pandoc's elements, lists of them, and plain values."""
_FIELDS = ("author", "date")
_NOTHING = {"t": "RawInline", "c": ["rst", "\\ "]}
"""Stands for nothing, and no block begins with it."""
_BETWEEN = {"t": "RawBlock", "c": ["rst", ""]}
"""Sets what comes before apart from a quotation, and is nothing before anything else."""
_BEGINS_A_BLOCK = re.compile(
    r"""\.\.|__|>>>|:[^:]+:|[-+*|•‣⁃]$  # directives, targets, tests, fields, items, lines
    |\(?(?:\d+|[A-Za-z]|[ivxlcdm]+|\#)[.)]$  # items of a numbered list
    |--?\w|/[A-Za-z]$|([!-/:-@[-`{-~])\1*$  # options of a program, lines under a heading""",
    re.VERBOSE | re.IGNORECASE,
)
_SIGN = re.compile(
    r"(?<=[A-Za-z0-9+.-])(?<!http)(?<!https)(?<!mailto):(?=\S)"  # after a scheme
    r"|[*`|_](?=[*`|_])|(?<=[*`|_])[*`|_]"  # pandoc leaves the middle ones of several
    r"|[*`|_](?=[^\x00-\x7f])|(?<=[^\x00-\x7f])[*`|_]"  # and takes 「 for a letter
)
_WRAPPERS = frozenset(
    {"Strong", "Emph", "Underline", "Strikeout", "Superscript", "Subscript", "SmallCaps"}
)
_INLINES_AT: dict[str, int | None] = {**dict.fromkeys(_WRAPPERS), "Link": 1, "Span": 1}
"""Elements of inlines, and where in their content these are, if they are not all of it."""
_BACKTICK = re.compile("`")
_COLON = re.compile(r"^:(?=\s|$)|(?<=\s):(?=\s|$)")
_NO_CODE = re.compile(r"^\s|\s$|`")
_NO_NAME = re.compile(r"[\\`*|_<>:]|\.\.")


def guarded(document: Node) -> Node:
    """Return *document*, pandoc's JSON, so that its text stays text in reStructuredText."""
    meta = {
        key: _opened(value) if key in _FIELDS else _mapped(value)
        for key, value in document["meta"].items()
    }
    return {**document, "meta": meta, "blocks": _mapped(document["blocks"])}


def _opened(value: Node) -> Node:
    """Begin every text of the metadata *value* with what begins no block."""
    kind, content = value["t"], value["c"]
    if kind == "MetaList":
        return {"t": kind, "c": [_opened(part) for part in content]}
    if kind == "MetaString":
        return {"t": "MetaInlines", "c": [_NOTHING, *_escaped(content, _SIGN)]}
    return {"t": kind, "c": [_NOTHING, *_mapped(content)]} if kind == "MetaInlines" else value


def _mapped(node: Node) -> Node:
    if isinstance(node, list):
        return [part for each in _apart(node) for part in _parts(each)]
    return _changed(node) if isinstance(node, dict) and "c" in node else node


def _changed(node: Node) -> Node:
    return {**node, "c": _CHANGES.get(node["t"], _mapped)(node["c"])}


def _apart(blocks: list[Node]) -> Iterator[Node]:
    """Yield *blocks* with something between a heading or a quotation and the next quotation."""
    before = ""
    for block in blocks:
        kind = block.get("t", "") if isinstance(block, dict) else ""
        if kind == "BlockQuote" and before in {"BlockQuote", "Header"}:
            yield _BETWEEN
        yield block
        before = kind


def _parts(node: Node) -> Iterator[Node]:
    """Yield what takes the place of *node* in a list."""
    kind = node.get("t") if isinstance(node, dict) else ""
    if kind == "Str":
        yield from _escaped(node["c"], _SIGN)
    elif kind == "Code" and _NO_CODE.search(node["c"][1]):
        yield from _mapped(_without_code(node))
    elif kind in _INLINES_AT:
        yield from _line_by_line(_changed(node), _INLINES_AT[kind])
    else:
        yield _mapped(node)


def _escaped(text: str, signs: re.Pattern[str]) -> Iterator[Node]:
    """Yield *text* with a backslash before each of *signs*."""
    at = 0
    for match in signs.finditer(text):
        yield {"t": "Str", "c": text[at : match.start()]}
        yield {"t": "RawInline", "c": ["rst", "\\" + match.group()]}
        at = match.end()
    yield {"t": "Str", "c": text[at:]}


def _line_by_line(node: Node, place: int | None) -> Iterator[Node]:
    """Yield *node*, whose inlines are at *place* of its content, once for each of its lines."""
    content = node["c"]
    inlines = content if place is None else content[place]
    for is_break, line in groupby(inlines, lambda inline: inline["t"] == "LineBreak"):
        part = list(line)
        if is_break or all(inline["t"] in {"Space", "SoftBreak"} for inline in part):
            yield from part
        elif place is None:
            yield {**node, "c": part}
        else:
            yield {**node, "c": [*content[:place], part, *content[place + 1 :]]}


def _wrapper(inlines: Node) -> Node:
    return _mapped(_without_codes(inlines))


def _without_codes(inlines: list[Node]) -> list[Node]:
    return _replaced(inlines, _without_code)


def _without_code(inline: Node) -> list[Node]:
    """Return the words of code in its place."""
    return words(inline["c"][1]) if inline["t"] == "Code" else [inline]


def _replaced(inlines: list[Node], replace: Callable[[Node], list[Node]]) -> list[Node]:
    """Return *inlines* with what *replace* makes of each that holds no others, at any depth."""
    made: list[Node] = []
    for inline in inlines:
        if inline["t"] in _WRAPPERS:
            made.append({**inline, "c": _replaced(inline["c"], replace)})
        elif inline["t"] in _INLINES_AT:
            attributes, inside, *rest = inline["c"]
            made.append({**inline, "c": [attributes, _replaced(inside, replace), *rest]})
        else:
            made += replace(inline)
    return made


def _paragraph(inlines: Node) -> Node:
    is_like_a_block = _BEGINS_A_BLOCK.match(_first_word(inlines))
    return [*([_NOTHING] if is_like_a_block else []), *_mapped(inlines)]


def _first_word(inlines: list[Node]) -> str:
    """Return what stands before the first space, whatever markup it is in."""
    word = ""
    stack = list(reversed(inlines))
    while stack:
        inline = stack.pop()
        kind = inline["t"]
        if kind in _INLINES_AT:
            inside = inline["c"] if _INLINES_AT[kind] is None else inline["c"][_INLINES_AT[kind]]
            stack.extend(reversed(inside))
        elif kind == "Str":
            word += inline["c"]
        else:
            break
    return word


def _heading(content: Node) -> Node:
    level, attributes, inlines = content
    return [level, attributes, _paragraph(inlines)]


def _link(content: Node) -> Node:
    attributes, inlines, target = content
    return [attributes, _mapped(_replaced(_without_codes(inlines), _without_end)), target]


def _without_end(inline: Node) -> list[Node]:
    """Return *inline* with its backticks escaped as the end of a link must be."""
    return list(_escaped(inline["c"], _BACKTICK)) if inline["t"] == "Str" else [inline]


def _definitions(pairs: Node) -> Node:
    return [[_term(term), list(_given(several))] for term, several in pairs]


def _given(several: Node) -> Iterator[Node]:
    """Yield the definitions of one term; none goes on with the one before it."""
    for place, blocks in enumerate(several):
        yield _mapped([_BETWEEN, *blocks] if place else blocks)


def _term(inlines: Node) -> list[Node]:
    """Return a term that begins no block, even where it is none, and that no colon ends."""
    return _paragraph(_replaced(inlines, _without_colons)) or [_NOTHING, _NOTHING]


def _without_colons(inline: Node) -> list[Node]:
    """Return *inline* with its colons escaped as the end of a term must be."""
    return list(_escaped(inline["c"], _COLON)) if inline["t"] == "Str" else [inline]


def _image(content: Node) -> Node:
    attributes, inlines, target = content
    return [attributes, _named(inlines), target]


def _named(node: Node) -> Node:
    """Return a description without the signs that a name cannot have in both places."""
    if isinstance(node, list):
        return [_named(part) for part in node]
    if isinstance(node, dict) and node["t"] == "Str":
        return {"t": "Str", "c": _NO_NAME.sub("", node["c"]) or "-"}
    return node


_CHANGES: dict[str, Callable[[Node], Node]] = {
    "Para": _paragraph,
    "Plain": _paragraph,
    "Header": _heading,
    "Link": _link,
    "DefinitionList": _definitions,
    "Image": _image,
    **dict.fromkeys(_WRAPPERS, _wrapper),
}
