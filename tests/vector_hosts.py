"""Every product of pandoc with the filter, and of Sphinx, that holds attacks, as pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from browser import Pages
from pandoc_tools import filtered, pandoc, read_all
from sphinx_project import Project, project
from vector_products import IDS, PICTURES, Maker, Product, in_epub, pages_of
from vectors import Vectors, parts, talks

_TALK = ("<p><b>Ada Quill:</b> What is that?</p>", "<p><b>Ben Roe:</b> It is two, I say.</p>")
_LAST = ("<p><b>Ada Quill:</b> What then?</p>", "<p><b>Ben Roe:</b> {}</p>")
_EVERYWHERE = b'"meta":{"interview.active-content":{"t":"MetaString","c":"everywhere"},'


def _filtered(vectors: Vectors, reader: str, everywhere: bool) -> tuple[bytes, ...]:
    """Return what the filter makes of a talk with each of *vectors*, as pandoc's JSON."""
    made = _made_of(reader, everywhere)
    new = tuple(vector for vector in vectors if vector not in made)
    made.update(zip(new, _through_filter(new, reader, everywhere), strict=True))
    return tuple(made[vector] for vector in vectors)


@cache
def _made_of(reader: str, everywhere: bool) -> dict[str, bytes]:
    """Return what the filter has made so far, by vector: products of some share it with others."""
    return {}


def _through_filter(vectors: Vectors, reader: str, everywhere: bool) -> Iterator[bytes]:
    form = ("" if reader == "html" else "\n\n").join((*_TALK * 3, *_LAST))
    given = read_all([form.replace("{}", vector) for vector in vectors], reader)
    assert len(given) == len(vectors)
    if everywhere:
        given = [
            talk.replace(b'"meta":{', _EVERYWHERE, 1).replace(b",}", b"}", 1) for talk in given
        ]
    return (filtered(talk, "html")[0] for talk in given)


def _by_pandoc(made: Sequence[tuple[int, bytes]], form: str) -> bytes:
    """Return the numbered documents *made* as one product, each with its mark at the end."""
    blocks = []
    for number, document in made:
        mark = {"t": "Para", "c": [{"t": "Str", "c": f"mark{number}"}]}
        blocks += [*json.loads(document)["blocks"], mark]
    whole = {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": blocks}
    return pandoc("-f", "json", "-t", form, "--sandbox", data=json.dumps(whole).encode())


def _html_of(reader: str, everywhere: bool) -> Maker:
    def pages(vectors: Vectors, folder: Path) -> Pages:
        made = parts(list(enumerate(_filtered(vectors, reader, everywhere))), 300)
        return pages_of("<!DOCTYPE html>" + _by_pandoc(part, "html").decode() for part in made)

    return pages


def _epub(vectors: Vectors, folder: Path) -> Pages:
    found: dict[str, tuple[str, bytes]] = {}
    for number, part in enumerate(parts(list(enumerate(_filtered(vectors, "html", True))), 600)):
        book = in_epub(_by_pandoc(part, "epub3"))
        found |= {f"/{number}{name}": page for name, page in book.items()}
    return found


@cache
def _project_of(vectors: Vectors, folder: Path) -> tuple[Project, list[str]]:
    """Return a project with pages of interviews of *vectors*, and the names of the pages."""
    mini = project("epub", folder)
    written = [
        f".. interview:: {one.name}\n\n{one.name[:-5]}\n" for one in talks(vectors, mini.srcdir)
    ]
    pages = {f"page{number}": "\n".join(part) for number, part in enumerate(parts(written))}
    for page, text in pages.items():
        (mini.srcdir / f"{page}.rst").write_text(f"Page\n====\n\n{text}", "utf-8")
    listed = "".join(f"   {page}\n" for page in pages)
    (mini.srcdir / "index.rst").write_text(f"Index\n=====\n\n.. toctree::\n\n{listed}", "utf-8")
    return mini, list(pages)


def _sphinx(vectors: Vectors, folder: Path) -> Pages:
    """Return the bodies of Sphinx's pages, around which a theme has scripts of its own."""
    mini, names = _project_of(vectors, folder)
    built = mini.build("html")
    return pages_of("<!DOCTYPE html>" + _body(built.text(f"{name}.html")) for name in names)


def _body(page: str) -> str:
    return page[page.index('<div class="body"') : page.index('<div class="sphinxsidebar"')]


def _sphinx_epub(vectors: Vectors, folder: Path) -> Pages:
    mini, names = _project_of(vectors, folder)
    built = mini.build("epub")
    return pages_of((built.text(f"{name}.xhtml") for name in names), "application/xhtml+xml")


_PANDOCS = re.compile(f"{IDS}|{PICTURES}")
PRODUCTS: Mapping[str, Product] = {
    "HTML of the filter, of HTML": Product(_html_of("html", everywhere=True), _PANDOCS, step=1),
    "HTML of the filter, of Markdown": Product(_html_of("markdown", everywhere=True), _PANDOCS),
    "HTML of the filter, of gfm": Product(_html_of("gfm", everywhere=True), _PANDOCS),
    "HTML of the filter, by default": Product(
        _html_of("html", everywhere=False), _PANDOCS, groups=("fixture",)
    ),
    "EPUB of the filter": Product(_epub, _PANDOCS),
    "HTML of Sphinx": Product(_sphinx),
    "EPUB of Sphinx": Product(_sphinx_epub),
}
"""By the name that the manual's table has for them."""
