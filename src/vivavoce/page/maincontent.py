"""The element with the text of a page, and what stands outside it.

From the root down, the element that holds most of the prose of the last one leads to the text. Of
what stands beside that path the headline, by-line and date stay, and prose too unless it is
certain that the article is elsewhere.
"""

from __future__ import annotations

from typing import Final

from vivavoce.dates import to_iso
from vivavoce.page.chrome_names import names_credit, names_main, names_of
from vivavoce.page.html_names import BLOCK_NAMES
from vivavoce.page.measures import Page
from vivavoce.page.soup import Element

_MAIN_SHARE: Final = 0.6
"""An element on the path holds at least this share of the prose of the one around it."""
_SURE_SHARE: Final = 0.85
"""With this share of the page's prose an element marked as the text certainly is it."""
_MANY_LINKS: Final = 0.5
_FEW_LINKS: Final = 0.1
_LONG_HEADER: Final = 600
_LONG_CREDIT: Final = 300
_LONG_DATED: Final = 150
_MANY_PIECES: Final = 6
_MOSTLY_LINKS: Final = 0.75
_LEAVES: Final = frozenset({"p", "ul", "ol", "dl", "pre", "blockquote"})


def outside_main(page: Page) -> list[Element]:
    """Find what stands outside the element with the text, its headline and credits aside.

    A fragment, which has no head, is left alone.
    """
    if not _is_whole_page(page.root):
        return []
    spine = _spine(page)
    marked = _main_of(spine)
    main = marked or next(part for part in reversed(spine) if _is_text(part, page))
    sure = marked is not None and page[main].prose >= page.total.prose * _SURE_SHARE
    found: list[Element] = []
    on_path = {id(element) for element in spine}
    titled = False
    for element in spine[: spine.index(main)]:
        before = True
        for child in page.children_of(element):
            if id(child) in on_path:
                before = False
                continue
            belongs = before and (_belongs(child, page) or (titled and _is_brief(child, page)))
            titled = titled or (before and _is_headline(child))
            if not belongs and _is_outside(child, page, sure):
                found.append(child)
    return found


def _is_headline(element: Element) -> bool:
    return element.tag == "h1" or element.find("h1") is not None


def _is_brief(element: Element, page: Page) -> bool:
    """After the headline a line or two without links, whatever its name, are lead and by-line."""
    measure = page[element]
    return measure.size < _LONG_CREDIT and measure.link_density < _FEW_LINKS


def _is_outside(element: Element, page: Page, sure: bool) -> bool:
    measure = page[element]
    if not measure.size:
        return False
    if sure or measure.link_density >= _MANY_LINKS or element.tag == "footer":
        return True
    return not measure.prose and not _is_dated(element, page)


def _belongs(element: Element, page: Page) -> bool:
    """Is *element*, before the text, its headline, by-line or date?"""
    measure = page[element]
    if _is_dated(element, page):
        return True
    if measure.link_density >= _MANY_LINKS:
        return False
    if element.find("h1") is not None:
        return measure.size < _LONG_HEADER
    return measure.size < _LONG_CREDIT and names_credit(names_of(element))


def _is_dated(element: Element, page: Page) -> bool:
    """Is *element* a line with a date and not much else?"""
    measure = page[element]
    if measure.size > _LONG_DATED or measure.link_density > _MOSTLY_LINKS:
        return False
    return to_iso(" ".join(element.text.split())) is not None


def _is_whole_page(root: Element) -> bool:
    return any(
        isinstance(child, Element) and child.tag == "head" and child.children
        for child in root.children
    )


def _spine(page: Page) -> list[Element]:
    """Return the elements from the root down that each hold most of the prose of the last."""
    spine = [page.root]
    while True:
        element = spine[-1]
        children = page.children_of(element)
        if not children:
            return spine
        best = max(children, key=lambda child: page[child].prose)
        if page[best].prose < page[element].prose * _MAIN_SHARE or not page[best].prose:
            return spine
        if best.tag not in BLOCK_NAMES or best.tag in _LEAVES or _has_twin(best, children, page):
            return spine
        spine.append(best)


def _has_twin(best: Element, children: list[Element], page: Page) -> bool:
    """Is there another such element beside *best*? Then each may be a turn."""
    return any(
        child is not best
        and child.tag == best.tag
        and child.get("class") == best.get("class")
        and (page[child].prose or (page[child].size and best.get("class")))
        for child in children
    )


def _main_of(spine: list[Element]) -> Element | None:
    """Return the element of the spine that is marked as the text, or None.

    An article goes before a main element, which may hold more, and that before class names.
    """
    for is_marked in (_is_article, _is_main, lambda element: names_main(names_of(element))):
        for element in spine:
            if is_marked(element):
                return element
    return None


def _is_text(element: Element, page: Page) -> bool:
    """May *element*, which nothing marks, be the text? It must be more than one long turn."""
    return page[element].pieces >= _MANY_PIECES or element is page.root


def _is_article(element: Element) -> bool:
    return element.tag == "article" or element.get("itemprop") == "articleBody"


def _is_main(element: Element) -> bool:
    return element.tag == "main" or element.get("role") == "main"
