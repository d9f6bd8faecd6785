"""What a page tells machines in its head: meta elements, Open Graph, JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from vivavoce.reading.jsontext import load_json

if TYPE_CHECKING:
    from vivavoce.page.soup import Element

_ARTICLE_TYPES: Final = frozenset(
    {"Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "OpinionNewsArticle"}
)
_LONGEST_SCRIPT: Final = 1_000_000
"""A longer one describes no article; parsed it would take up many times its length."""


class PageHead(NamedTuple):
    """What the head of a page states; empty text where it states nothing."""

    title: str = ""
    """The title element."""
    social_title: str = ""
    """The title for social networks, mostly without the site's name."""
    site: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    """As it is written."""
    lang: str = ""
    description: str = ""
    image: str = ""
    url: str = ""


def read_head(root: Element) -> PageHead:
    """Return what the page under *root* states of itself."""
    metas: dict[str, str] = {}
    title = canonical = lang = ""
    article: dict[str, Any] = {}
    for element in _head_elements(root):
        if element.tag == "meta":
            _note_meta(element, metas)
        elif element.tag == "title":
            title = title or _spaced(element.text)
        elif element.tag == "link" and element.get("rel").lower() == "canonical":
            canonical = element.get("href")
        elif element.tag == "script" and element.get("type") == "application/ld+json":
            article = article or _article_in(element)
    body = next((c for c in root.children if not isinstance(c, str) and c.tag == "body"), root)
    lang = root.get("lang") or root.get("xml:lang") or body.get("lang")
    return _page_head(metas, article, title, (canonical, lang))


def _head_elements(root: Element) -> Iterator[Element]:
    """Yield the elements of the head, and those at the top of a fragment, which may be meant so."""
    for child in root.children:
        if not isinstance(child, str):
            yield from child.walk() if child.tag == "head" else (child,)


def _page_head(
    metas: dict[str, str], article: dict[str, Any], title: str, found: tuple[str, str]
) -> PageHead:
    canonical, lang = found

    def first(*names: str) -> str:
        return next((metas[name] for name in names if metas.get(name)), "")

    author = first("author", "dc.creator", "article:author", "parsely-author", "byl")
    return PageHead(
        title=title,
        social_title=first("og:title", "twitter:title") or str(article.get("headline", "")),
        site=first("og:site_name", "application-name"),
        authors=_names(article.get("author")) or ((author,) if _is_name(author) else ()),
        date=str(article.get("datePublished") or "")
        or first("article:published_time", "datepublished", "dc.date", "date", "pubdate"),
        lang=lang or first("content-language", "language", "og:locale"),
        description=first("description", "og:description", "dc.description"),
        image=first("og:image", "twitter:image"),
        url=canonical or first("og:url"),
    )


def _note_meta(element: Element, metas: dict[str, str]) -> None:
    name = (
        element.get("property")
        or element.get("name")
        or element.get("itemprop")
        or element.get("http-equiv")
    )
    content = _spaced(element.get("content"))
    if name and content:
        metas.setdefault(name.lower(), content)


def _article_in(script: Element) -> dict[str, Any]:
    """Return the article that a JSON-LD script describes, if it does."""
    raw = "".join(child for child in script.children if isinstance(child, str))
    if len(raw) > _LONGEST_SCRIPT:
        return {}
    try:
        data = load_json(raw)
    except (ValueError, RecursionError):
        return {}
    graph = data.get("@graph", [data]) if isinstance(data, dict) else data
    for item in graph if isinstance(graph, list) else ():
        if isinstance(item, dict) and _ARTICLE_TYPES.intersection(_types(item)):
            return item
    return {}


def _types(item: dict[str, Any]) -> list[str]:
    types = item.get("@type")
    return [str(name) for name in types] if isinstance(types, list) else [str(types)]


def _names(author: Any) -> tuple[str, ...]:
    people = author if isinstance(author, list) else [author]
    names = [person.get("name") if isinstance(person, dict) else person for person in people]
    return tuple(name.strip() for name in names if isinstance(name, str) and _is_name(name))


def _is_name(text: str) -> bool:
    return bool(text.strip()) and not text.startswith(("http", "/"))


def _spaced(text: str) -> str:
    return " ".join(text.split())
