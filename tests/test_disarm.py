"""What the filter takes out of a conversation because it acts, and what it leaves."""

from __future__ import annotations

import io
import json
import zipfile
from base64 import b64encode
from pathlib import Path

import pytest
from dotfixtures import FIXTURES, Case, read_cases
from lxml import etree
from pandoc_tools import converted, filtered, pandoc, run_pandoc, to_json

import pandoc_vivavoce
from pandoc_vivavoce.disarm.drawings import is_still
from pandoc_vivavoce.disarm.embedded import as_picture
from pandoc_vivavoce.disarm.rawtags import clean_raw

CASES = tuple(read_cases(FIXTURES / "raw_html.md"))
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
READER = Path(pandoc_vivavoce.__file__).with_name("vivavoce.lua")
TALK = "**Ada Quill:** What is that?\n\n**Ben Roe:** It is two, I say.\n\n" * 3
LINK = "**Ada Quill:** And [this](javascript:hit())?\n\n**Ben Roe:** No.\n\n"
ALONE = "Nobody says [this](javascript:hit()).\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_raw_html_keeps_only_tags_that_are_harmless(case: Case) -> None:
    assert clean_raw(case.given).text == case.expected


@pytest.mark.parametrize(
    ("inside", "still"),
    [
        ('<path d="M0 0"/><a href="#x"/><style>.a { fill: url(#b) }</style>', True),
        ('<image xlink:href="data:image/png;base64,AA"/>', True),
        ("<script>hit()</script>", False),
        ('<x:script xmlns:x="http://www.w3.org/2000/svg">hit()</x:script>', False),
        ('<g onload="hit()"/>', False),
        ('<a href="&#106;avascript:hit()"/>', False),
        ('<set attributeName="href" to="javascript:hit()"/>', False),
        ("<foreignObject><p/></foreignObject>", False),
        ('<image href="https://example.org/a.png"/>', False),
        ('<use href="data:image/svg+xml,x"/>', False),
        ("<style>@import 'x'</style>", False),
        ('<g style="fill: url(https://example.org/)"/>', False),
        ("<g>", False),
    ],
)
def test_a_drawing_is_told_still_only_where_nothing_in_it_acts(inside: str, still: bool) -> None:
    svg = SVG.format(inside).encode()
    assert is_still(f"data:image/svg+xml;base64,{b64encode(svg).decode()}") is still
    assert not is_still(f"data:image/svg+xml,<!DOCTYPE svg>{svg.decode()}")


def test_a_conversation_loses_what_acts_and_no_word() -> None:
    made, told = filtered(to_json(TALK + LINK))
    assert b"javascript" not in made
    assert "[vivavoce.unsafe-link] the link to 'javascript:hit()' is left out" in told
    text = converted(TALK + LINK, "markdown", "plain")
    assert "Ada Quill: And this?" in text


@pytest.mark.parametrize(
    ("wish", "text", "acts"),
    [
        ("remove", ALONE, True),
        ("everywhere", ALONE, False),
        ("remove", TALK + LINK, False),
        ("keep", TALK + LINK, True),
        ("remove", f"{ALONE}\n::: interview\n{TALK}\n:::\n", True),
        ("remove", f"::: interview\n{TALK}{LINK}\n:::\n", False),
        ("remove", f"{TALK}{LINK}\n::: no-interview\n{ALONE}\n:::\n", True),
        ("everywhere", f"{ALONE}\n::: interview\n{TALK}\n:::\n", False),
    ],
)
def test_where_it_is_taken_out(wish: str, text: str, acts: bool) -> None:
    made, _ = filtered(to_json(text, "markdown", "-M", f"interview.active-content={wish}"))
    assert (b"javascript:" in made) is acts


@pytest.mark.parametrize(
    "odd",
    [
        "<span x-on:load.once=hit()>said</span>",
        "<span @click=hit() =_=x 1x=y>said</span>",
        "<span hx-on::load=hit()>said</span>",
        "<a xlink:href=https://example.org/>said</a>",
        "<img src=a.png oner&#114;or=hit()>said",
        "<span title='\x01\uffff'>said</span>",
        "\x01said\x1b",
        "<code>\x02said\ufffe</code>",
    ],
)
def test_an_e_book_of_it_is_sound(odd: str, tmp_path: Path) -> None:
    talk = "<p><b>Ada Quill:</b> What is that?</p><p><b>Ben Roe:</b> Two, I say.</p>" * 3
    page = f"{talk}<p><b>Ada Quill:</b> And then?</p><p><b>Ben Roe:</b> {odd}</p>"
    made, _ = filtered(to_json(page, "html"))
    book = io.BytesIO(pandoc("-f", "json", "-t", "epub3", data=made))
    with zipfile.ZipFile(book) as archive:
        chapter = etree.fromstring(archive.read("EPUB/text/ch001.xhtml"))
    assert "said" in "".join(chapter.itertext())


@pytest.mark.parametrize("wish", ["remove", "everywhere"])
@pytest.mark.parametrize("reader", ["html", "markdown", "gfm"])
def test_no_picture_in_raw_html_frames_a_page(reader: str, wish: str) -> None:
    line = "<p><b>Ada:</b> What?</p>\n<p><b>Ben:</b> This: <img src='x.html' alt=seen></p>\n"
    given = to_json(line * 3, reader, "-M", f"interview.active-content={wish}")
    assert b"<embed" not in pandoc("-f", "json", "-t", "html", data=filtered(given)[0])


@pytest.mark.parametrize("writer", ["html", "epub3"])
@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/page.html",
        "https://example.org/page.PHP?x=1#y",
        "https://example.com",
        "https\\://example.com",
        "page.xhtml",
        "page.h",
    ],
)
def test_no_picture_frames_a_page(address: str, writer: str) -> None:
    page = f"<p><b>Ada:</b> What?</p><p><b>Ben:</b> This: <img src='{address}' alt=seen></p>" * 3
    made = pandoc("-f", "json", "-t", writer, "--sandbox", data=filtered(to_json(page, "html"))[0])
    if writer == "epub3":
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            made = archive.read("EPUB/text/ch001.xhtml")
    assert b"<embed" not in made
    assert made.count(b"<img") == 3


def test_pictures_and_recordings_keep_their_addresses() -> None:
    kept = [
        "a.png",
        "https://example.org/a.jpeg?x=a.b",
        "a.svg#x",
        "a.pdf",
        "a.mp4",
        "640",
        "a.b/c",
    ]
    assert [as_picture(address) for address in kept] == kept
    assert as_picture("https://example.org/a.php?x=1") == "https://example.org/a.ph%70?x=1"


def test_front_matter_of_a_page_sets_nothing_of_a_template() -> None:
    """pandoc would link the style sheet, and read the file."""
    head = "---\ntitle: Talk\ncss: https://example.org/x.css\ncover-image: /etc/passwd\n---\n\n"
    talk = "<p><b>Ada Quill:</b> What is that?</p><p><b>Ben Roe:</b> Two, I say.</p>" * 3
    meta = json.loads(filtered(to_json(head + talk, "html"))[0])["meta"]
    assert set(meta) == {"title", "front-matter", "lang"}
    assert set(meta["front-matter"]["c"]) == {"css", "cover-image"}


def test_nothing_acts_by_the_custom_reader(tmp_path: Path) -> None:
    page = "<p><b>Ada Quill:</b> <a href=javascript:hit()>What</a>?</p><p><b>Ben:</b> Two.</p>" * 3
    (tmp_path / "talk.html").write_text(page + "<script>hit()</script>", "utf-8")
    done = run_pandoc("-f", READER, "-t", "html", tmp_path / "talk.html")
    assert done.returncode == 0
    assert b"What" in done.stdout
    assert b"hit" not in done.stdout
