"""What is said is in every product, in order, whatever characters it is made of.

The interviews hold what looks like markup in some format; each product is read back as its users
have it. Letters and digits are compared, since typography may change quotes, dashes and spaces.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from generated import Conversation, conversations, print_page
from hypothesis import HealthCheck, given, settings
from pandoc_tools import pandoc
from printers import PRINTERS
from sphinx_project import project
from strategies import TRICKY

import vivavoce
from pandoc_vivavoce.command.inputs import Input
from pandoc_vivavoce.command.products import make_product
from pandoc_vivavoce.command.reading import Document
from pandoc_vivavoce.command.wishes import Wishes
from vivavoce.conservation import letters
from vivavoce.model import Interview, Text

SAID = [f"No {number} {text} end." for number, text in enumerate(TRICKY)]
READERS = {
    "epub": "epub",
    "docx": "docx",
    "odt": "odt",
    "latex": "latex",
    "rst": "rst",
    "html": "html",
    "rtf": "rtf",
}
BUILDERS = (
    "html",
    "singlehtml",
    "epub",
    "text",
    "xml",
    "pseudoxml",
    "gettext",
    "man",
    "texinfo",
    "latex",
)


def _page() -> str:
    """A talk in which everything is said that looks like markup somewhere."""
    talk = [
        f"<p><b>Ada Quill:</b> What do you say, for number {number}?</p>"
        f"<p><b>Ben Roe:</b> {escape(text)}</p>"
        for number, text in enumerate(SAID)
    ]
    return "<h1>A talk</h1>" + "\n".join(talk)


def _product(interview: Interview, form: str) -> bytes:
    source = Input("talk.html", Path("talk.html"), ".html")
    return make_product([Document(interview, source)], form, Wishes()).data


def _missing(interview: Interview, text: str, of: Callable[[str], str] = letters) -> list[str]:
    """Return every leaf of *interview* that is not in *text* after the one before it.

    *of* says what is compared of a text.
    """
    found, at, missing = of(text), 0, []
    for node in interview.walk():
        if isinstance(node, Text) and (said := of(node.text)):
            place = found.find(said, at)
            if place < 0:
                missing.append(node.text)
            else:
                at = place + len(said)
    return missing


def _read_back(data: bytes, form: str) -> str:
    return pandoc(
        "-f", READERS[form], "-t", "plain", "--wrap=none", "--standalone", data=data
    ).decode()


@pytest.mark.parametrize("form", READERS)
def test_what_looks_like_markup_is_said_in_every_format(form: str) -> None:
    interview = vivavoce.parse(_page())
    assert len(interview.turns) == 2 * len(SAID)
    assert _missing(interview, _read_back(_product(interview, form), form)) == []


@pytest.mark.poppler
@pytest.mark.fonts
def test_what_looks_like_markup_is_said_on_the_pages_of_a_pdf(tmp_path: Path) -> None:
    interview, path = vivavoce.parse(_page()), tmp_path / "talk.pdf"
    path.write_bytes(_product(interview, "pdf"))
    done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    assert _missing(interview, done.stdout.decode()) == []


@pytest.mark.parametrize("form", ["docx", "latex"])
@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(conversation=conversations())
def test_made_up_interviews_are_whole(form: str, conversation: Conversation) -> None:
    interview = vivavoce.parse(print_page(conversation, PRINTERS["bold-label"]))
    assert _missing(interview, _read_back(_product(interview, form), form)) == []


@pytest.mark.parametrize("builder", BUILDERS)
def test_what_looks_like_markup_is_said_by_every_builder(builder: str, tmp_path: Path) -> None:
    mini = project("interview", tmp_path)
    (mini.srcdir / "talks" / "tricky.html").write_text(_page(), "utf-8")
    page = "Index\n=====\n\n.. interview:: talks/tricky.html\n"
    (mini.srcdir / "index.rst").write_text(page, "utf-8")
    built = mini.build(builder)
    of = _small_letters if builder == "man" else letters
    assert _missing(vivavoce.parse(_page()), _text_of(built.outdir, builder), of) == []


def _small_letters(text: str) -> str:
    """Return the letters of *text* as a manual page has them: its headings are in capitals."""
    return letters(text).casefold()


def _text_of(folder: Path, builder: str) -> str:
    """Return what a reader sees of the page that *builder* has made of the index."""
    pages = (path for path in sorted(folder.rglob("*.*")) if path.parent.name != "_sources")
    path = next(path for path in pages if path.stem in _STEMS and path.suffix in _SHOWN)
    text = path.read_text("utf-8")
    if builder in {"html", "singlehtml", "epub", "xml"}:
        from lxml import html  # noqa: PLC0415

        return str(html.fromstring(text.encode()).text_content())
    if builder == "man":
        return pandoc("-f", "man", "-t", "plain", "--wrap=none", data=text.encode()).decode()
    for pattern, replacement in _UNMARKED.get(builder, ()):
        text = re.sub(pattern, replacement, text, flags=re.MULTILINE)
    return text


_STEMS = {"index", "talks"}
_SHOWN = {".html", ".xhtml", ".txt", ".xml", ".pseudoxml", ".pot", ".1", ".texi", ".tex"}
_UNMARKED = {
    "gettext": ((r'^"|"$|^msg(?:id|str) "', ""),),
    "texinfo": ((r"@anchor\{[^}]*\}|@[a-z]+\{|@(?=[@{}])", ""),),
    "latex": ((r"\\label\{\\detokenize\{[^}]*\}\}|\\[A-Za-z]+", ""),),
}
"""What is taken out of a builder's product so that the text remains, as patterns."""
