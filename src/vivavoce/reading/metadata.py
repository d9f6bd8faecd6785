"""What a document says of itself: its front matter, and the head of its page.

Front matter is believed first, then what the page tells machines (JSON-LD, Open Graph, meta
elements), then what it shows (the first heading). Values that mean nothing here stay in `extra`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from vivavoce.dates import to_iso
from vivavoce.model import Block, Metadata, Source
from vivavoce.patterns import lazy_pattern
from vivavoce.problems import Code, Problem
from vivavoce.reading.languages import language_of
from vivavoce.reading.pagehead import PageHead

# Keys are compared in lower case, without hyphens, underscores and spaces.
_TITLE: Final = ("title", "headline")
_SUBTITLE: Final = ("subtitle", "subheading", "dek", "subhead")
_AUTHORS: Final = ("author", "authors", "by", "byline", "creator")
_DATE: Final = (
    "date",
    "published",
    "publishdate",
    "pubdate",
    "publishedat",
    "datepublished",
    "created",
)
_LANG: Final = ("lang", "language", "locale", "languagecode")
_DESCRIPTION: Final = ("description", "summary", "abstract", "excerpt", "preview")
_COVER: Final = (
    "cover",
    "coverimage",
    "headimg",
    "image",
    "imagefeature",
    "featuredimage",
    "featureimage",
    "thumbnail",
    "banner",
)
_URL: Final = (
    "sourceurl",
    "originalurl",
    "original",
    "from",
    "link",
    "url",
    "canonical",
    "canonicalurl",
)
_SOURCE_NAME: Final = ("sourcename", "publisher", "publication")
_AUTHOR_BREAK: Final = lazy_pattern(r"\s*[;；、]\s*|\s+(?:and|und|et|y|e|och|&)\s+")
_TITLE_BREAK: Final = lazy_pattern(r"\s+[-–—|·»:]\s+|[_｜|]")
_SHORTEST_PART: Final = 4


def read_metadata(
    front: Mapping[str, Any], head: PageHead, blocks: tuple[Block, ...], lang: str = ""
) -> tuple[Metadata, tuple[Problem, ...]]:
    """Return what is known of the document, and what of it could not be understood.

    *lang* is a language that is not to be doubted.
    """
    values = _Values(front)
    date, problems = _date_of(values, head)
    found_lang = lang or _language(values, head, blocks)
    source = _source_of(values, head)
    title = values.text(_TITLE) or page_title(head, blocks)
    return (
        Metadata(
            title=title or None,
            subtitle=values.text(_SUBTITLE) or None,
            authors=_authors(values, head),
            date=date,
            lang=found_lang,
            description=values.text(_DESCRIPTION) or head.description or None,
            cover=values.text(_COVER) or head.image or None,
            source=source,
            extra=values.left(),
        ),
        problems,
    )


class _Values:
    """Front matter by keys without regard to case, hyphens and underscores; knows what was used."""

    def __init__(self, front: Mapping[str, Any]) -> None:
        self._front = front
        self._key_of = {_plain(key): key for key in reversed(list(front))}
        self._used: set[str] = set()

    @property
    def is_empty(self) -> bool:
        """There is no front matter."""
        return not self._front

    def take(self, names: Iterable[str]) -> Any:
        """Return the first value under one of *names* that says something."""
        for name in names:
            key = self._key_of.get(name)
            if key is not None and self._front[key] not in (None, "", [], {}):
                self._used.add(key)
                return self._front[key]
        return None

    def text(self, names: Iterable[str]) -> str:
        """Return such a value as text; of a list the first."""
        return _text(self.take(names))

    def give_back(self, names: Iterable[str]) -> None:
        """Count what is under *names* as not understood."""
        self._used -= {self._key_of.get(name, "") for name in names}

    def left(self) -> dict[str, Any]:
        """Return what was not used, as it was written."""
        return {key: value for key, value in self._front.items() if key not in self._used}


def _plain(key: str) -> str:
    return key.casefold().replace("-", "").replace("_", "").replace(" ", "")


def _text(value: Any) -> str:
    if isinstance(value, list):
        return _text(value[0]) if value else ""
    if isinstance(value, Mapping):
        for key in ("name", "title", "text", "src", "url", "feature", "default"):
            if key in value:
                return _text(value[key])
        return ""
    return "" if value is None or isinstance(value, bool) else " ".join(str(value).split())


def _authors(values: _Values, head: PageHead) -> tuple[str, ...]:
    value = values.take(_AUTHORS)
    if value is None:
        return head.authors
    items = value if isinstance(value, list) else [value]
    names = [part for item in items for part in _AUTHOR_BREAK.split(_text(item)) if part]
    return tuple(dict.fromkeys(names))


def _date_of(values: _Values, head: PageHead) -> tuple[str | None, tuple[Problem, ...]]:
    written = values.text(_DATE)
    if not written:
        return to_iso(head.date) if head.date else None, ()
    date = to_iso(written)
    if date:
        return date, ()
    values.give_back(_DATE)
    problem = Problem(Code.BAD_DATE, f"the date {written!r} could not be understood", text=written)
    return None, (problem,)


def _language(values: _Values, head: PageHead, blocks: tuple[Block, ...]) -> str | None:
    stated = values.text(_LANG) or head.lang
    return language_of("\n".join([block.text for block in blocks]), stated)


def _source_of(values: _Values, head: PageHead) -> Source:
    if values.is_empty:
        return Source(head.site or None, head.url or None)
    source = values.take(("source",))
    name, url = values.text(_SOURCE_NAME), ""
    if isinstance(source, Mapping):
        url = _text(source.get("url") or source.get("link"))
        name = name or _text(source.get("name") or source.get("title"))
    elif source is not None:
        url, name = (_text(source), name) if _is_address(_text(source)) else ("", _text(source))
    if not url:
        url = next((text for key in _URL if _is_address(text := values.text((key,)))), "")
        values.give_back([key for key in _URL if not _is_address(values.text((key,)))])
    return Source(name or head.site or None, url or head.url or None)


def address_of(front: Mapping[str, Any], head: PageHead) -> str:
    """Return where the document was published, or nothing if it does not say."""
    return _source_of(_Values(front), head).url or ""


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://", "//"))


def page_title(head: PageHead, blocks: tuple[Block, ...]) -> str:
    """Return the title of a page without the name of its site.

    The first heading is taken where the page's title repeats it; a part of the page's title after
    a dash or bar is left out where it is the site's name.
    """
    shown = next((block.text for block in blocks if block.kind == "heading"), "")
    shown = " ".join(shown.split())
    stated = head.social_title or head.title
    if shown and (not stated or _same_start(shown, head.title) or _same_start(shown, stated)):
        return shown
    parts = [part for part in _TITLE_BREAK.split(stated) if part and part.strip()]
    if len(parts) > 1 and head.site and _folded(parts[-1]) == _folded(head.site):
        cut = stated.rfind(parts[-1])
        return stated[:cut].rstrip(" -–—|·»:_｜")
    return stated


def _same_start(shown: str, stated: str) -> bool:
    return len(shown) >= _SHORTEST_PART and _folded(stated).startswith(_folded(shown))


def _folded(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
