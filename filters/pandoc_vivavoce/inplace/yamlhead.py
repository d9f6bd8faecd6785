"""Front matter that a reader took for text, found at a document's beginning and taken back.

``-f html`` reads it as one paragraph, and so do readers of Markdown where it is TOML; ``-f gfm``
and ``-f commonmark_x``, after an empty line, as a rule, paragraphs and lists. Its lines are put
together again from the elements; indentation is gone, which the core's reader of front matter can
bear for keys with plain values and lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pandoc_vivavoce.ast import Blocks, Element, Inlines
from pandoc_vivavoce.inlines import children
from vivavoce.patterns import lazy_pattern
from vivavoce.problems import Problem

_KEY: Final = lazy_pattern(r"['\"]?([A-Za-z_][\w.-]{0,60})['\"]?\s*:(?:\s|$)")
_TOML_KEY: Final = lazy_pattern(r"['\"]?([A-Za-z_][\w.-]{0,60})['\"]?\s*=\s*\S")
_USUAL_KEYS: Final = frozenset(
    {"title", "subtitle", "author", "authors", "date", "lang", "description", "summary", "cover"}
    | {"tags", "categories", "layout", "permalink", "slug", "url", "image", "published", "source"}
)
"""One of these must be there: other text too may stand between rules and begin with a colon."""
_TELLING: Final = frozenset(
    {"title", "subtitle", "author", "authors", "date", "lang", "description", "summary", "source"}
    | {"tags", "categories", "keywords", "published", "participants", "publisher", "rights"}
)
_REST: Final = "front-matter"
_FENCE: Final = "---"
_KEYS: Final = {_FENCE: _KEY, "+++": _TOML_KEY}
"""What a line with a key looks like between these fences."""
_MOST_BLOCKS: Final = 60
_QUOTES: Final = {"DoubleQuote": '"', "SingleQuote": "'"}


def take_front_matter(blocks: Blocks) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """Take front matter off the beginning of *blocks*; return its values and what is wrong with it.

    *blocks* are not touched, and nothing is returned, where none is found.
    """
    count, fence, lines = _find(blocks)
    looks = _KEYS[fence]
    keys = {match.group(1).lower() for line in lines if (match := looks.match(line))}
    if not count or keys.isdisjoint(_USUAL_KEYS):
        return {}, ()
    from vivavoce.reading.frontmatter import split_front_matter  # noqa: PLC0415 - loads a YAML parser

    found = split_front_matter("\n".join([fence, *lines, fence, ""]))
    if found.values:
        del blocks[:count]
    return dict(found.values), found.problems


def for_templates(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return front matter for the metadata of a document: pandoc acts on many keys of it.

    It links style sheets and programs, includes files and sets options. Only what tells of the text
    keeps its key; the rest stands together under one that no template knows.
    """
    told = {key: value for key, value in values.items() if key in _TELLING}
    rest = {key: value for key, value in values.items() if key not in _TELLING}
    return told | ({_REST: rest} if rest else {})


def _find(blocks: Blocks) -> tuple[int, str, list[str]]:
    """Return how many blocks the front matter takes, its fence, and the lines between fences."""
    if blocks and blocks[0]["t"] in {"Para", "Plain"}:
        fence, *lines = text_lines(blocks[0]["c"])
        if fence in _KEYS and len(lines) > 1 and lines[-1] == fence:
            return 1, fence, lines[:-1]
    if blocks and blocks[0]["t"] == "HorizontalRule":
        return _find_torn(blocks)
    return 0, _FENCE, []


def _find_torn(blocks: Blocks) -> tuple[int, str, list[str]]:
    """Find front matter that Markdown tore into a rule, blocks, and a rule or a heading.

    The fence below a paragraph makes a heading of it (CommonMark's setext heading).
    """
    lines: list[str] = []
    for place, block in enumerate(blocks[1:_MOST_BLOCKS], 1):
        if block["t"] != "HorizontalRule":
            lines.extend(_lines_of(block))
            if not lines or not _KEY.match(lines[0]):
                break
        if block["t"] in {"HorizontalRule", "Header"}:
            return (place + 1, _FENCE, lines) if lines else (0, _FENCE, [])
    return 0, _FENCE, []


def _lines_of(block: Element) -> Iterator[str]:
    kind = block["t"]
    if kind in {"Para", "Plain"}:
        yield from text_lines(block["c"])
    elif kind == "Header":
        yield from text_lines(block["c"][2])
    elif kind == "BulletList":
        for item in block["c"]:
            inside = [line for inner in item for line in _lines_of(inner)]
            yield from [f"- {line}" if place == 0 else line for place, line in enumerate(inside)]


def text_lines(inlines: Inlines) -> list[str]:
    """Return the lines that *inlines* had in their source, as plain text with straight quotes."""
    return "".join(_source(inlines)).split("\n")


def _source(inlines: Inlines) -> Iterator[str]:
    for item in inlines:
        kind = item["t"]
        if kind == "Str":
            yield item["c"]
        elif kind == "Space":
            yield " "
        elif kind in {"SoftBreak", "LineBreak"}:
            yield "\n"
        elif kind in {"Code", "Math"}:
            yield item["c"][1]
        elif kind == "Quoted":
            mark = _QUOTES.get(item["c"][0]["t"], '"')
            yield mark + "".join(_source(item["c"][1])) + mark
        else:
            yield from _source(children(item))
