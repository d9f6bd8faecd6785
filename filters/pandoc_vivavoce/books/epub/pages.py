"""The pages of an EPUB that are all ours: title page, contents with landmarks, and the old NCX."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from pandoc_vivavoce.books.back_matter import PEOPLE_INDEX, QUESTION_INDEX
from pandoc_vivavoce.books.book import Book, by_lines, names_on_title, publication
from pandoc_vivavoce.books.contents import Entry
from pandoc_vivavoce.books.front_matter import COLOPHON, PEOPLE, SOURCES
from vivavoce.languagetags import direction

_PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"{lang}>
<head>
<title>{title}</title>
<link rel="stylesheet" type="text/css" href="{folder}styles/stylesheet1.css" />
</head>
<body epub:type="frontmatter">
{body}
</body>
</html>
"""
_NCX = """<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="{lang}">
<head><meta name="dtb:uid" content="{identifier}" /></head>
<docTitle><text>{title}</text></docTitle>
<navMap>
{points}
</navMap>
</ncx>
"""


def half_title_page(book: Book) -> str:
    """Return the page before the title page, with nothing but the title, as XHTML."""
    body = f'<section epub:type="halftitlepage" class="half-title">\n<p>{escape(book.title)}</p>\n'
    return _page(book, book.title, "../", f"{body}</section>")


def title_page(book: Book) -> str:
    """Return the title page of *book* as XHTML."""
    lines = [("h1", "title", book.title), ("p", "subtitle", book.subtitle)]
    lines += [("p", "author", by_line) for by_line in by_lines(book)]
    lines += [("p", "person", name) for name in names_on_title(book)]
    lines += [("p", "published", text) for text in publication(book)]
    shown = "\n".join(
        f'<{tag} class="{kind}">{escape(text)}</{tag}>' for tag, kind, text in lines if text
    )
    body = f'<section epub:type="titlepage" class="title-page">\n{shown}\n</section>'
    return _page(book, book.title, "../", body)


def cover_page(book: Book, name: str) -> str:
    """Return the page that shows the cover's picture *name* as XHTML."""
    alt = escape(f"{book.words['cover']}: {book.title}")
    image = f'<img role="doc-cover" src="../media/{name}" alt="{alt}" />'
    body = f'<section epub:type="cover" class="cover">\n{image}\n</section>'
    return _page(book, book.words["cover"], "../", body)


def navigation_page(
    book: Book, entries: list[Entry], places: Mapping[str, str], has_cover: bool
) -> str:
    """Return the contents and the landmarks as XHTML; *places* tells the page of each id."""
    title = book.words["contents"]
    listed = "".join(_items(_all_entries(book, entries, places), places))
    toc = '<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="toc-title">\n'
    toc += f'<h1 id="toc-title">{escape(title)}</h1>\n{listed}</nav>\n'
    marks = "".join(
        f'<li><a epub:type="{kind}" href="{page}">{escape(book.words[word])}</a></li>\n'
        for kind, page, word in _landmarks(book, places, has_cover)
    )
    hidden = '<nav epub:type="landmarks" id="landmarks" hidden="hidden">\n'
    return _page(book, title, "", f"{toc}{hidden}<ol>\n{marks}</ol>\n</nav>")


def _landmarks(
    book: Book, places: Mapping[str, str], has_cover: bool
) -> Iterator[tuple[str, str, str]]:
    if has_cover:
        yield "cover", "text/cover.xhtml", "cover"
    yield "titlepage", "text/title_page.xhtml", "title-page"
    if COLOPHON in places:
        yield "copyright-page", _address(COLOPHON, places), COLOPHON
    yield "toc", "nav.xhtml#toc", "contents"
    yield "bodymatter", _address(_first_page(book), places), "start"
    for name in (PEOPLE_INDEX, QUESTION_INDEX):
        if name in places:
            yield "index", _address(name, places), name


def _first_page(book: Book) -> str:
    """Return the id with which the book proper begins."""
    first = book.chapters[0].id
    return next((part.id for part in book.parts if part.first == first), first)


def _all_entries(book: Book, entries: list[Entry], places: Mapping[str, str]) -> list[Entry]:
    """Add the parts of the book that are no chapters."""
    return [*_parts(book, _FRONT, places), *entries, *_parts(book, _BACK, places)]


_FRONT, _BACK = (COLOPHON, SOURCES, PEOPLE), (PEOPLE_INDEX, QUESTION_INDEX)


def _parts(book: Book, names: Sequence[str], places: Mapping[str, str]) -> Iterator[Entry]:
    """Yield an entry for each of the parts *names* that the book has, one for each page."""
    pages: set[str] = set()
    for name in names:
        if name in places and places[name] not in pages:
            pages.add(places[name])
            yield Entry(book.words[name], name, "part")


def _items(entries: list[Entry], places: Mapping[str, str]) -> Iterator[str]:
    """Yield *entries* as a list; its depth is that of the contents, which is bounded."""
    yield "<ol>\n"
    for entry in entries:
        address, lang = _address(entry.id, places), _language(entry.lang)
        yield f'<li class="{entry.kind}"{lang}><a href="{address}">{escape(entry.title)}</a>'
        if entry.entries:
            yield "\n"
            yield from _items(entry.entries, places)
        yield "</li>\n"
    yield "</ol>\n"


def _address(name: str, places: Mapping[str, str]) -> str:
    return f"{places[name]}#{name}"


def ncx(book: Book, entries: list[Entry], places: Mapping[str, str], identifier: str) -> str:
    """Return the contents in the form of EPUB 2, which old readers want."""
    points = "".join(_points(_all_entries(book, entries, places), places, iter(range(1, 10**9))))
    lang, title = escape(book.lang), escape(book.title)
    return _NCX.format(lang=lang, identifier=escape(identifier), title=title, points=points)


def _points(
    entries: list[Entry], places: Mapping[str, str], numbers: Iterator[int]
) -> Iterator[str]:
    for entry in entries:
        address, number = _address(entry.id, places), next(numbers)
        yield f'<navPoint id="point-{number}" playOrder="{number}">'
        yield f"<navLabel><text>{escape(entry.title)}</text></navLabel>"
        yield f'<content src="{address}" />'
        yield from _points(entry.entries, places, numbers)
        yield "</navPoint>\n"


def _page(book: Book, title: str, folder: str, body: str) -> str:
    lang = _language(book.lang)
    return _PAGE.format(lang=lang, title=escape(title), folder=folder, body=body)


def _language(lang: str) -> str:
    """Return the attributes for *lang* with a space before; nothing where it is empty."""
    if not lang:
        return ""
    stated = f' lang="{escape(lang)}" xml:lang="{escape(lang)}"'
    return f'{stated} dir="{direction(lang)}"'
