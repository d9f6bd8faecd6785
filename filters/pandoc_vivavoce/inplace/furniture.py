"""Page furniture in pandoc's document: what a saved page has around and inside its article.

pandoc's HTML reader keeps it all. The core knows furniture by the names and roles of elements
(`vivavoce.page.chrome_names`), and so it is known here by those of divisions; that at the two ends
of a text, such as calls to subscribe, it knows by the words (`vivavoce.page.endmatter`). Nothing is
taken out of the document; what is furniture is handed on unread, so that nobody speaks in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from pandoc_vivavoce.ast import Attr, Blocks, Element
from pandoc_vivavoce.inlines import text_of
from pandoc_vivavoce.inplace.astread import AstBlocks, Move
from pandoc_vivavoce.inplace.leads import leads_elsewhere
from pandoc_vivavoce.tree import inlines_of, lists_inside
from vivavoce.model import Block
from vivavoce.page.endmatter import drop_end_furniture

_MOST_PROSE: Final[Mapping[str, float]] = {"terse": 160, "hidden": 400}
"""Furniture of terse kinds, such as a row of links, and what is hidden hold no more characters; so
the core has it."""
_TOO_MUCH_PROSE: Final = 0.35
"""A division with a greater share of the text is no furniture by its name alone."""
_MOST: Final = 0.5
"""The share of the text that the division with the article holds at least."""
_ALWAYS_READ: Final = frozenset({"interview", "turn", "dialogue"})


def find_furniture(blocks: Blocks) -> frozenset[int]:
    """Return the identities of the divisions and lists in *blocks* that are furniture."""
    named, leading = list(_named(blocks)), leads_elsewhere(blocks)
    if not named:
        return leading
    sizes = _sizes(blocks)
    total = sum(sizes[id(element)] for element in blocks)
    return leading.union(
        id(element) for element, kind in named if _is_small(sizes[id(element)], kind, total)
    )


def end_furniture(source: AstBlocks, address: str) -> frozenset[int]:
    """Return the identities of the leaves of *source* that are furniture at the ends of a text.

    The text is the whole, and the division that holds most of it: a saved page goes on after its
    article. *address* is where the document was published, or nothing.
    """
    left_out: set[int] = set()
    for text in (source.blocks, _main_part(source.blocks)):
        kept, _ = drop_end_furniture(text, address)
        if len(kept) < len(text):
            left_out |= set(map(id, text)).difference(map(id, kept))
    if not left_out:
        return frozenset()
    return frozenset(
        id(step.element)
        for step in source.steps
        if step.move is Move.LEAF and id(source.blocks[step.block]) in left_out
    )


def _main_part(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks of the innermost division that holds most of the text, if one does."""
    sizes: Counter[int] = Counter()
    for block in blocks:
        for container in block.path:
            if container.kind == "division":
                sizes[container.key] += len(block.text)
    least = _MOST * sum(len(block.text) for block in blocks)
    main = next((key for key, size in reversed(sizes.items()) if size >= least), None)
    places = [
        place
        for place, block in enumerate(blocks)
        if any(container.key == main for container in block.path)
    ]
    return blocks[places[0] : places[-1] + 1] if places else ()


def _is_small(size: int, kind: str, total: int) -> bool:
    return size < _MOST_PROSE.get(kind, total * _TOO_MUCH_PROSE)


def _named(blocks: Blocks) -> Iterator[tuple[Element, str]]:
    """Yield the divisions that say by a name or role that they are furniture, and of which kind."""
    stack = list(blocks)
    while stack:
        element = stack.pop()
        kind = _kind_of(element["c"][0]) if element["t"] == "Div" else ""
        if kind:
            yield element, kind
        for inside in lists_inside(element):
            stack.extend(inside)


def _kind_of(attributes: Attr) -> str:
    identifier, classes, pairs = attributes
    if not (identifier or classes or pairs) or not _ALWAYS_READ.isdisjoint(classes):
        return ""
    from vivavoce.page.chrome_names import (  # noqa: PLC0415 - most documents have no such divisions
        FURNITURE_ROLES,
        furniture_kind,
    )

    values = dict(pairs)
    if _is_hidden(values):
        return "hidden"
    if values.get("role") in FURNITURE_ROLES:
        return "wordy"
    return furniture_kind(" ".join((*classes, identifier)))


def _is_hidden(values: Mapping[str, str]) -> bool:
    style = values.get("style", "").replace(" ", "").lower()
    return "hidden" in values or "display:none" in style or values.get("aria-hidden") == "true"


def _sizes(blocks: Blocks) -> dict[int, int]:
    """Return the number of characters in each element to any depth, by its identity."""
    found: list[tuple[Element, Element | None]] = [(element, None) for element in blocks]
    for outer, _ in found:
        found.extend((element, outer) for inside in lists_inside(outer) for element in inside)
    sizes = {id(element): len(text_of(inlines_of(element))) for element, _ in found}
    for element, around in reversed(found):
        if around is not None:
            sizes[id(around)] += sizes[id(element)]
    return sizes
