"""Text that is a command in some written form comes out as text, wherever the document has it.

Two signs are looked for: the product read back has the same elements as one with a harmless word in
the place of the attack, and the command itself does not match in what was written.
"""

from __future__ import annotations

import base64
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import pytest
import typst
from click.testing import CliRunner
from docutils import nodes
from docutils.core import publish_doctree
from dotfixtures import FIXTURES, Case, read_cases
from lxml import etree, html
from pandoc_tools import pandoc

from pandoc_vivavoce.command.commands import main
from pandoc_vivavoce.command.inputs import Input
from pandoc_vivavoce.command.products import make_product
from pandoc_vivavoce.command.reading import Document
from pandoc_vivavoce.command.wishes import Wishes
from vivavoce.interview import Interview, Text, Turn
from vivavoce.model import Image, Mark, Metadata, Participant, Run, Source

CASES = tuple(read_cases(FIXTURES / "injections.md"))
HARMLESS = "word"
PIXEL = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
_OF_PROBLEMS = {"code", "details", "li", "summary", "ul"}
_TEXT = {"Str", "Space", "SoftBreak", "LineBreak", "Quoted", "Span"}
"""Spans too: the reader of LaTeX makes one of a quotation mark that stands alone."""


def _everywhere(text: str) -> Interview:
    """Return an interview with *text* in every place that a document can fill."""
    line = (Run(f"before {text} after"),)
    link = Run(text, (Mark("link", "https://example.org/", text),))
    picture = Run("", (), Image("pixel.gif", text, text))
    said = (
        Text("paragraph", line, id=text),
        Text("paragraph", (Run(text),)),
        Text("paragraph", (Run("See "), link, Run(" and "), picture)),
    )
    people = (Participant("s1", "Ada", text, "interviewer", text), Participant("s2", text))
    extra = {"tags": [text, {"of": text}], "series": text, "class": text}
    told = Metadata(text, text, (text,), text, "en", text, source=Source(text, None), extra=extra)
    heads = (Text("heading", line, 2, text), Text("heading", (Run(text),), 2))
    blocks = (*heads, Turn("s1", said, "Ada"), Turn("s2", said, text))
    return Interview(told, people, blocks)


def _product(text: str, form: str, folder: Path) -> bytes:
    (folder / "pixel.gif").write_bytes(PIXEL)
    source = Input("talk.html", folder / "talk.html", ".html")
    return make_product([Document(_everywhere(text), source)], form, Wishes()).data


def _written(product: bytes, form: str) -> str:
    if form != "epub":
        return product.decode()
    with zipfile.ZipFile(io.BytesIO(product)) as archive:
        names = [n for n in archive.namelist() if n.endswith((".xhtml", ".opf", ".ncx", ".css"))]
        return "\n".join(archive.read(name).decode() for name in names)


def _by_pandoc(reader: str) -> Callable[[bytes], list[str]]:
    def kinds(product: bytes) -> list[str]:
        tree = json.loads(pandoc("-f", reader, "-t", "json", "--sandbox", data=product))
        return [*sorted(tree["meta"]), *(k for k in _kinds(tree["blocks"]) if k not in _TEXT)]

    return kinds


def _kinds(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "t" in node:
            yield node["t"]
        yield from _kinds(node.get("c"))
    elif isinstance(node, list):
        for part in node:
            yield from _kinds(part)


def _of_xml(product: bytes) -> list[str]:
    return [str(element.tag) for element in etree.fromstring(product).iter()]


def _of_archive(product: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(product)) as archive:
        names = [n for n in archive.namelist() if n.endswith((".xhtml", ".opf", ".ncx"))]
        return [tag for name in sorted(names) for tag in _of_xml(archive.read(name))]


def _of_rst(product: bytes) -> list[str]:
    """Read as docutils does, which files a message where something is not understood."""
    settings = {"report_level": 5, "_disable_config": True}
    tree = publish_doctree(product.decode(), settings_overrides=settings)
    return [type(node).__name__ for node in tree.findall(nodes.Element)]


def _of_typst(product: bytes, folder: Path) -> Counter[str]:
    """Return the elements that Typst itself finds, with no file in reach but the picture."""
    path = folder / "talk.typ"
    path.write_bytes(product)
    kinds = "selector(heading).or(link, image, raw, math.equation, ref, strong)"
    return Counter(found["func"] for found in json.loads(typst.query(path, kinds, root=folder)))


READERS: dict[str, Callable[[bytes], list[str]]] = {
    "latex": _by_pandoc("latex"),
    "rst": _of_rst,
    "markdown": _by_pandoc("markdown"),
    "tei": _of_xml,
    **dict.fromkeys(("jats", "docbook", "docbook5", "opml"), _of_xml),
    "epub": _of_archive,
}


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[str]]:
    """What reads a product in a form with a harmless word, once for all attacks."""
    folder = tmp_path_factory.mktemp("harmless")
    return cache(lambda form: READERS[form](_product(HARMLESS, form, folder)))


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_text_stays_text(
    case: Case, form: str, harmless: Callable[[str], list[str]], tmp_path: Path
) -> None:
    product = _product(case.given.strip(), form, tmp_path)
    assert not re.search(_never(case, form), _written(product, form))
    assert READERS[form](product) == harmless(form)


@pytest.fixture(scope="module")
def in_typst(tmp_path_factory: pytest.TempPathFactory) -> Counter[str]:
    """The elements of a product with a harmless word."""
    folder = tmp_path_factory.mktemp("typst")
    return _of_typst(_product(HARMLESS, "typst", folder), folder)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_typst_finds_no_other_elements(case: Case, in_typst: Counter[str], tmp_path: Path) -> None:
    product = _product(case.given.strip(), "typst", tmp_path)
    assert not re.search(_never(case, "typst"), product.decode())
    found = _of_typst(product, tmp_path)
    assert found == in_typst
    assert found["link"] == 2


def test_every_sort_of_element_is_found_in_typst(tmp_path: Path) -> None:
    """Without the writer in between, an attack does bring them in: the check can see it."""
    (tmp_path / "pixel.gif").write_bytes(PIXEL)
    made = b'= One <a>\n#set heading(numbering: "1")\n= Two <b>\n#link("a:b") `c` $d$ @b *e*'
    found = _of_typst(made + b'\n#image("pixel.gif")', tmp_path)
    assert {"heading", "link", "raw", "equation", "ref", "strong", "image"} == set(found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_report_says_it_as_text(case: Case, tmp_path: Path) -> None:
    """The page and the JSON of ``inspect`` have the parts that they have with a harmless word.

    Problems that a page of attacks may have besides stand in a list.
    """
    reports = [_report(text, tmp_path) for text in (case.given.strip(), HARMLESS)]
    assert _of_html(reports[0][0]) - _of_html(reports[1][0]) <= _OF_PROBLEMS
    assert _shape(json.loads(reports[0][1])) == _shape(json.loads(reports[1][1]))


def _report(text: str, folder: Path) -> tuple[str, str]:
    """Return the report on a talk that says *text* everywhere, as a page and as JSON."""
    said = escape(text, quote=True)
    page = f"<title>{said}</title><h2 id='{said}' class='{said}'>{said}</h2>" + (
        f"<p class='{said}'><b>{said}:</b> One {said}?</p><p><b>Ben:</b> Two.</p>" * 2
    )
    path = folder / "talk.html"
    path.write_text(page, "utf-8")
    runner = CliRunner()
    shown = runner.invoke(main, ["inspect", str(path), "--html", str(folder / "report.html")])
    told = runner.invoke(main, ["inspect", str(path), "--json"])
    assert (shown.exit_code, told.exit_code) == (0, 0), shown.output + told.output
    return (folder / "report.html").read_text("utf-8"), told.stdout


def _of_html(page: str) -> set[str]:
    return {str(element.tag) for element in html.fromstring(page).iter()}


def _shape(value: object) -> object:
    """Return the keys of *value*, those of its lists' items together."""
    if isinstance(value, dict):
        return {key: _shape(inside) for key, inside in value.items()}
    return "a list" if isinstance(value, list) else "a value"


def _never(case: Case, form: str) -> str:
    lines = dict(line.split(": ", 1) for line in case.expected.splitlines())
    return lines.get(form, r"(?!)")
