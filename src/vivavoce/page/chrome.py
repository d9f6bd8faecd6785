"""Page furniture: what a saved page has around and inside its article and a book must not have.

Navigation, adverts, share bars, related links, comments, cookie notices and the like are known by
their elements, roles and names, by standing outside the element with the text, and by being links
and little else. What is dropped is reported. When in doubt a thing stays: a short paragraph may be
a turn.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import attrgetter
from typing import Final

from vivavoce.page.chrome_names import (
    FURNITURE_ROLES,
    FURNITURE_TAGS,
    furniture_kind,
    names_of,
)
from vivavoce.page.chrome_phrases import ASKS_ADDRESS, COMMENTS, MAILING, RELATED_LEAD
from vivavoce.page.html_names import BLOCK_NAMES, HEADING_NAMES
from vivavoce.page.maincontent import outside_main
from vivavoce.page.measures import Measure, Page
from vivavoce.page.soup import Element
from vivavoce.problems import Code, Problem

_LEAST_LEFT: Final = 0.15
"""At least this share of the page's prose stays, whatever elements are named."""
_NEXT_TO_NOTHING: Final = 200
"""Characters: a title and a line below it."""
_TOO_MUCH_PROSE: Final = 0.35
"""An element with a greater share of the prose is not furniture by its name alone."""
_TERSE_PROSE: Final = 160
"""Furniture of terse kinds holds no more characters of prose than this."""
_LONG_HIDDEN: Final = 400
_LONG_SHARE_BAR: Final = 300
_LONG_RELATED: Final = 4000
_SOME_LINKS: Final = 0.3
_LONG_MAILING: Final = 300
_OPENING: Final = 200
_BOXES: Final = frozenset({"div", "section", "aside", "form"})
_LABEL: Final = 60
_MAY_BE_SAID: Final = re.compile("[:：?？]")
"""A turn may speak of a newsletter too."""
_SHOWN: Final = 160
_NEVER: Final = frozenset({"html", "body", "article", "main"})
_HIDING: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def drop_chrome(root: Element) -> tuple[Element, tuple[Problem, ...]]:
    """Return the tree without page furniture, and a problem for each piece left out."""
    page = Page(root)
    for _, step in _STEPS:
        page.leave_out(step(page))
    return _rebuilt(page) if page.total.lacks_something else (root, ())


def _rebuilt(page: Page) -> tuple[Element, tuple[Problem, ...]]:
    """Return the tree without what was left out; where nothing was, it is the same elements."""
    problems: list[Problem] = []
    top = Element(page.root.tag, page.root.attributes)
    stack = [(page.root, top)]
    while stack:
        old, new = stack.pop()
        for child in old.children:
            if isinstance(child, str):
                new.children.append(child)
            elif page[child].is_left_out:
                new.children.append(" ")
                problems.extend(_left_out(child))
            elif page[child].lacks_something:
                copy = Element(child.tag, child.attributes)
                new.children.append(copy)
                stack.append((child, copy))
            else:
                new.children.append(child)
    return top, tuple(problems)


def _left_out(element: Element) -> tuple[Problem, ...]:
    text = " ".join(" ".join(element.texts()).split())
    if not text:
        return ()
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    what = element.tag + "".join(f".{name}" for name in element.classes[:2])
    return (Problem(Code.DROPPED_CHROME, f"left out <{what}>", text=shown),)


def _named(page: Page) -> list[Element]:
    """Find elements that say they are furniture: by tag, role, class, id, or by being hidden.

    The largest of them stay if too little prose would: names mislead where a whole page, say of
    reader's questions, is made of comments.
    """
    left = page.total.prose
    least = left * _LEAST_LEFT
    found: list[Element] = []
    named = page.topmost(_says_furniture)
    if _is_of_comments(page, named):
        named = [element for element in named if not _is_comment(element)]
    for element in sorted(named, key=lambda item: page[item].prose):
        left -= page[element].prose
        if left >= least or not page[element].prose:
            found.append(element)
    return found


def _is_of_comments(page: Page, named: list[Element]) -> bool:
    """Does the page say next to nothing but in comments? Then they are its text."""
    rest = page.total.size - sum(page[element].size for element in named)
    comments = sum(page[element].size for element in named if _is_comment(element))
    return rest < _NEXT_TO_NOTHING and rest < comments


def _is_comment(element: Element) -> bool:
    return "comment" in names_of(element).lower()


def _says_furniture(element: Element, measure: Measure, page: Page) -> bool:
    tag = element.tag
    if tag in _NEVER or not (element.attributes or tag in FURNITURE_TAGS or tag == "form"):
        return False
    prose = measure.prose
    share = prose / (page.total.prose or 1)
    if _is_hidden(element):
        return prose < _LONG_HIDDEN
    if tag in FURNITURE_TAGS or element.get("role") in FURNITURE_ROLES:
        return share < _TOO_MUCH_PROSE
    if tag == "form" and share < _LEAST_LEFT:
        return True
    kind = furniture_kind(names_of(element), tag in BLOCK_NAMES)
    if kind == "terse":
        return prose < _TERSE_PROSE
    return kind == "wordy" and (share < _TOO_MUCH_PROSE or _is_comment(element))


def _is_hidden(element: Element) -> bool:
    attributes = element.attributes
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    return "style" in attributes and _HIDING.search(attributes["style"]) is not None


def _share_bars(page: Page) -> list[Element]:
    """Find boxes all of whose texts are words like “share” and names of networks."""
    return page.topmost(_is_share_bar, attrgetter("shared"))


def _is_share_bar(element: Element, measure: Measure, _: Page) -> bool:
    is_shared = measure.pieces > 1 and measure.shared == measure.size < _LONG_SHARE_BAR
    return is_shared and element.tag in BLOCK_NAMES


def _related(page: Page) -> list[Element]:
    """Find, inside the text, what leads elsewhere: asides of links, which are no pull quotes or
    notes, and lists and boxes of links under words such as “read also”."""
    return page.topmost(_leads_elsewhere, attrgetter("linked"))


def _leads_elsewhere(element: Element, measure: Measure, _: Page) -> bool:
    if not 0 < measure.size < _LONG_RELATED or measure.link_density < _SOME_LINKS:
        return False
    tag = element.tag
    if tag == "aside":
        return True
    if tag not in BLOCK_NAMES or tag in _NEVER or tag in HEADING_NAMES or tag == "table":
        return False
    first = next((text for text in element.texts() if text.strip()), "")
    return RELATED_LEAD.match(first) is not None


def _boxes(page: Page) -> list[Element]:
    """Find comments under a heading that counts them, and boxes that ask for an address."""
    return page.topmost(_is_box, attrgetter("size"))


def _is_box(element: Element, measure: Measure, page: Page) -> bool:
    if element.tag not in _BOXES or not measure.size > 0:
        return False
    if measure.prose < page.total.prose * _TOO_MUCH_PROSE and measure.pieces > 1:
        first = next(text for text in element.texts() if text.strip())
        if COMMENTS.fullmatch(first):
            return True
    return measure.size < _LONG_MAILING and _asks_for_address(element)


def _asks_for_address(element: Element) -> bool:
    text = " ".join(element.text.split())
    if _MAY_BE_SAID.search(text, 0, _LABEL):
        return False
    return MAILING.search(text) is not None and ASKS_ADDRESS.search(text, 0, _OPENING) is not None


_STEPS: Final[tuple[tuple[str, Callable[[Page], list[Element]]], ...]] = (
    ("named", _named),
    ("share bars", _share_bars),
    ("outside", outside_main),
    ("related", _related),
    ("boxes", _boxes),
)
"""In this order; each sees what the ones before it left."""
