"""Page furniture: what a saved page has around and inside its article and a book must not have.

Navigation, adverts, share bars, related links, comments, cookie notices and the like are known by
their elements, roles and names, by standing outside the element with the text, and by being links
and little else. What is dropped is reported. When in doubt a thing stays: a short paragraph may be
a turn.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from vivavoce import chrome_words as words
from vivavoce.html_names import BLOCK_NAMES, HEADING_NAMES, SKIPPED_NAMES
from vivavoce.measures import Measures
from vivavoce.problems import Code, Problem
from vivavoce.soup import Element

_LEAST_LEFT = 0.15
"""At least this share of the page's prose stays, whatever elements are named."""
_TOO_MUCH_PROSE = 0.35
"""An element with a greater share of the prose is not furniture by its name alone."""
_MANY_LINKS = 0.5
_MOSTLY_LINKS = 0.75
_MAIN_SHARE = 0.6
_SURE_MAIN_SHARE = 0.85
_LONG_HIDDEN = 400
_SHOWN = 160
_PART = re.compile(r"[A-Z]?[a-zà-ÿ]+|[A-Z]+(?![a-z])")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Page:
    """A tree with its measures and what earlier steps dropped."""

    root: Element
    measures: Measures
    dropped: frozenset[int]
    """The identities of dropped elements."""


def drop_chrome(root: Element) -> tuple[Element, tuple[Problem, ...]]:
    """Return the tree without page furniture, and a problem for each piece left out."""
    dropped: frozenset[int] = frozenset()
    for _, step in _STEPS:
        page = _Page(root, Measures(root, dropped), dropped)
        dropped = dropped.union(id(element) for element in step(page))
    if not dropped:
        return root, ()
    return _rebuilt(root, dropped)


def _rebuilt(root: Element, dropped: frozenset[int]) -> tuple[Element, tuple[Problem, ...]]:
    """Copy the tree without the *dropped* elements."""
    problems: list[Problem] = []
    top = Element(root.tag, root.attributes, [])
    stack = [(root, top)]
    while stack:
        old, new = stack.pop()
        for child in old.children:
            if isinstance(child, str):
                new.children.append(child)
            elif id(child) in dropped:
                new.children.append(" ")
                if text := " ".join(child.text.split()):
                    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
                    what = child.tag + "".join(f".{name}" for name in child.classes[:2])
                    problems.append(Problem(Code.DROPPED_CHROME, f"left out <{what}>", text=shown))
            else:
                copy = Element(child.tag, child.attributes, [])
                new.children.append(copy)
                stack.append((child, copy))
    return top, tuple(problems)


def _shown_elements(page: _Page) -> Iterator[tuple[Element, tuple[Element, ...]]]:
    """Yield the elements not dropped, and let the caller skip what is below by sending True."""
    stack = [(page.root, ())]
    while stack:
        element, path = stack.pop()
        if id(element) in page.dropped or element.tag in SKIPPED_NAMES:
            continue
        skip = yield element, path
        if not skip:
            inside = (*path[-3:], element)
            stack.extend((c, inside) for c in reversed(element.children) if isinstance(c, Element))


def _named(page: _Page) -> list[Element]:
    """Find elements that say they are furniture: by tag, role, class, id, or by being hidden."""
    found: list[Element] = []
    walk = _shown_elements(page)
    skip: bool | None = None
    total = page.measures.total.prose
    try:
        element, path = next(walk)
        while True:
            skip = _says_furniture(element, path, page)
            if skip:
                found.append(element)
            element, path = walk.send(skip)
    except StopIteration:
        pass
    return _within_reason(found, page.measures, total)


def _within_reason(found: list[Element], measures: Measures, total: int) -> list[Element]:
    """Leave out the largest elements if too little prose would stay."""
    left = total
    kept: list[Element] = []
    for element in sorted(found, key=lambda item: measures[item].prose):
        left -= measures[element].prose
        if left >= total * _LEAST_LEFT or measures[element].prose == 0:
            kept.append(element)
    return kept


def _says_furniture(element: Element, path: tuple[Element, ...], page: _Page) -> bool:
    tag = element.tag
    if tag in ("html", "body", "article", "main"):
        return False
    measure = page.measures[element]
    if not element.attributes and tag not in words.FURNITURE_TAGS and tag not in ("form", "aside"):
        return False
    if _is_hidden(element):
        return measure.prose < _LONG_HIDDEN
    prose_share = measure.prose / (page.measures.total.prose or 1)
    if tag in words.FURNITURE_TAGS or element.get("role") in words.FURNITURE_ROLES:
        return prose_share < _TOO_MUCH_PROSE
    if tag == "aside":
        return measure.link_density > 0.25 or not measure.prose
    if tag == "form":
        return prose_share < 0.1
    names = f"{element.get('class')} {element.get('id')}"
    if names == " " or not names_furniture(names):
        return False
    return prose_share < _TOO_MUCH_PROSE or "comment" in names.lower()


def _is_hidden(element: Element) -> bool:
    attributes = element.attributes
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    return bool(_HIDING.search(attributes.get("style", "")))


@lru_cache(maxsize=8192)
def names_furniture(names: str) -> bool:
    """Do the class names and ids *names* (parted by spaces) name page furniture?"""
    for name in names.split():
        lower = name.lower()
        if lower in words.FURNITURE_NAMES:
            return True
        if lower.startswith(words.IGNORED_PREFIXES):
            continue
        if words.FURNITURE_PARTS.intersection(part.lower() for part in _PART.findall(name)):
            return True
    return False


def _around(page: _Page) -> list[Element]:
    """Find what stands outside the element with the text, its headline and credits aside."""
    if not _is_whole_page(page.root):
        return []
    spine = _spine(page)
    main = _main_of(spine, page)
    if main is None:
        return []
    total = page.measures.total.prose or 1
    sure = page.measures[main].prose / total >= _SURE_MAIN_SHARE
    found: list[Element] = []
    has_headline = any(element.tag == "h1" for element in main.walk())
    for element in spine:
        if element is main:
            break
        for child in element.children:
            if isinstance(child, Element) and not any(child is part for part in spine):
                if _is_outside(child, page, sure, has_headline):
                    found.append(child)
    return found


def _is_outside(element: Element, page: _Page, sure: bool, has_headline: bool) -> bool:
    if element.tag in SKIPPED_NAMES or id(element) in page.dropped:
        return False
    measure = page.measures[element]
    if not measure.size:
        return False
    if element.find("h1") and not has_headline:
        return measure.link_density >= _MANY_LINKS
    return sure or measure.link_density >= _MANY_LINKS or not measure.prose


def _is_whole_page(root: Element) -> bool:
    return any(
        isinstance(child, Element) and child.tag == "head" and child.children
        for child in root.children
    )


def _spine(page: _Page) -> list[Element]:
    """Return the elements from the root down that each hold most of the prose of the last."""
    spine = [page.root]
    while True:
        element = spine[-1]
        children = [
            child
            for child in element.children
            if isinstance(child, Element) and id(child) not in page.dropped
        ]
        if not children:
            return spine
        best = max(children, key=lambda child: page.measures[child].prose)
        share = page.measures[best].prose / (page.measures[element].prose or 1)
        if share < _MAIN_SHARE or best.tag not in BLOCK_NAMES or best.tag in ("p", "ul", "ol", "dl"):
            return spine
        spine.append(best)


def _main_of(spine: list[Element], page: _Page) -> Element | None:
    """Return the outermost element of the spine that is marked as the text, else None."""
    for element in spine:
        if element.tag in ("article",) or element.get("itemprop") == "articleBody":
            return element
    for element in spine:
        if element.tag == "main" or element.get("role") == "main" or _names_main(element):
            return element
    return None


def _names_main(element: Element) -> bool:
    names = f"{element.get('class')} {element.get('id')}".lower().split()
    return any(name in words.MAIN_NAMES for name in names)


def _links(page: _Page) -> list[Element]:
    """Find, inside the text, lists and boxes of links under words such as “read also”."""
    found: list[Element] = []
    walk = _shown_elements(page)
    try:
        element, path = next(walk)
        while True:
            skip = _leads_elsewhere(element, page)
            if skip:
                found.append(element)
            element, path = walk.send(skip)
    except StopIteration:
        pass
    return found


def _leads_elsewhere(element: Element, page: _Page) -> bool:
    tag = element.tag
    if tag not in BLOCK_NAMES or tag in ("html", "body", "article", "main", "table"):
        return False
    measure = page.measures[element]
    if not measure.size or measure.size > 4000:
        return False
    if measure.link_density < 0.3 or tag in HEADING_NAMES:
        return False
    return bool(words.RELATED_LEAD.match(element.text[:200]))


_STEPS: tuple[tuple[str, Callable[[_Page], list[Element]]], ...] = (
    ("named", _named),
    ("around", _around),
    ("links", _links),
)
"""In this order, each sees what the ones before it left."""
