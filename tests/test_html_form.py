"""The HTML form: the samples; that it is sound, keeps every word and lets nothing in."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from samples import compare, each_sample, sample
from strategies import interviews

from vivavoce.conservation import letters
from vivavoce.forms.html.page import default_css, to_html
from vivavoce.forms.shown import turn_labels
from vivavoce.interview import Group, Interview, Text, Turn
from vivavoce.model import Image, Mark, Metadata, Participant, Run

VOID = frozenset({"br", "hr", "img", "meta"})
PHRASING_ONLY = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "pre"})
BLOCKS = frozenset(
    {"p", "div", "section", "ul", "ol", "li", "blockquote", "table", "dl", "figure", "hr"}
)


class Checker(HTMLParser):
    """Reads a page as a strict reader would: every element closed, in its place, ids unique."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""
        self.ids: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            assert not PHRASING_ONLY.intersection(self.open), f"{tag} inside {self.open}"
        if tag == "a":
            assert "a" not in self.open
        if tag not in VOID:
            self.open.append(tag)
        self.attributes.extend((tag, name, value) for name, value in attrs)
        self.ids.extend(value or "" for name, value in attrs if name == "id")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "head" not in self.open and "rp" not in self.open and "rt" not in self.open:
            self.text += data

    def values(self, name: str) -> list[str | None]:
        """Return the values of every attribute *name*."""
        return [value for _, found, value in self.attributes if found == name]


def words_of(interview: Interview) -> str:
    """Return letters and digits of everything that must be shown, in order."""
    labels = iter(turn_labels(interview))
    shown = ""
    for node in interview.walk():
        if isinstance(node, Turn):
            shown += next(labels)
        elif isinstance(node, Text):
            shown += "".join(run.text for run in node.runs)
    return letters(shown)


def without_pictures(interview: Interview) -> Interview:
    """Return *interview* with every picture at hand, so that none is shown as words."""
    near = Image("near.png", "near")

    def swap(node: Group | Text | Turn) -> Group | Text | Turn:
        if isinstance(node, Text):
            runs = tuple(Run(r.text, r.marks, near) if r.image else r for r in node.runs)
            return Text(node.kind, runs, node.level, node.id, node.lang)
        blocks = tuple(swap(child) for child in node.blocks)
        if isinstance(node, Turn):
            return Turn(node.speaker, blocks, node.label, node.start, node.end)
        return Group(node.kind, blocks, node.ordered, node.start)

    blocks = tuple(swap(node) for node in interview.blocks)
    return Interview(Metadata(), interview.participants, blocks)


@each_sample
def test_a_sample_is_written_as_the_page_kept_for_it(name: str, regenerate: bool) -> None:
    page = to_html(sample(name), css="")
    Checker(page)
    compare(name, ".html", page, regenerate=regenerate)


@given(interviews())
def test_every_interview_makes_a_sound_page(interview: Interview) -> None:
    page = Checker(to_html(interview))
    assert len(page.ids) == len(set(page.ids))
    assert all(re.fullmatch(r"vv-[\w-]+", name, re.ASCII) for name in page.ids)
    targets = [value for value in page.values("href") if value and value.startswith("#")]
    assert {target[1:] for target in targets} <= set(page.ids)


@given(interviews())
def test_a_fragment_shows_every_word_in_order(interview: Interview) -> None:
    interview = without_pictures(interview)
    assert letters(Checker(to_html(interview, page=False)).text) == words_of(interview)


def of(*runs: Run, kind: str = "paragraph") -> Interview:
    return Interview(blocks=(Text(kind, runs),))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "data:image/svg+xml,<svg onload=alert(1)>",
        "file:///etc/passwd",
        "#nowhere",
    ],
)
def test_links_and_pictures_that_are_not_safe_are_plain_words(address: str) -> None:
    link = Run("words", (Mark("link", address, "title"),))
    page = Checker(to_html(of(link, Run("", (), Image(address, "picture"))), page=False))
    assert page.values("href") == page.values("src") == []
    assert page.text.strip() == "wordspicture"


@pytest.mark.parametrize(
    "address",
    ["http://a.example/b.png", "//a.example/b.png", "\\\\a.example\\b.png", "/\t/a/b.png"],
)
def test_no_picture_is_loaded_from_afar(address: str) -> None:
    page = Checker(to_html(of(Run("", (), Image(address, "A boat")), kind="figure"), page=False))
    assert page.values("src") == []
    assert page.text.strip() == "A boat"


@pytest.mark.parametrize("address", ["b.png", "../a b.png", "data:image/png;base64,iVBORw0="])
def test_a_picture_at_hand_is_shown(address: str) -> None:
    page = Checker(to_html(of(Run("", (), Image(address, "A boat")), kind="figure"), page=False))
    assert page.values("src") == [address]
    assert page.values("alt") == ["A boat"]


def test_markup_in_every_place_is_text() -> None:
    evil = "</style></title><script>alert(1)</script>\"'<img src=x onerror=alert(1)>"
    marks = (
        Mark("link", f"https://a.example/{evil}", evil),
        Mark("lang", evil),
        Mark("ruby", evil),
    )
    interview = Interview(
        Metadata(evil, evil, (evil,), evil, evil, evil),
        (Participant("s1", evil, evil),),
        (Turn("s1", (Text("paragraph", (Run(evil, marks),), id=evil, lang=evil),), evil),),
    )
    page = to_html(interview, css=f"p {{}} {evil}")
    read = Checker(page.replace("<\\/", ""))
    assert "<script" not in page.partition("</style>")[2]
    assert page.count("</style>") == 1
    assert not [name for _, name, _ in read.attributes if name.startswith("on")]


def test_the_style_sheet_loads_nothing() -> None:
    assert not re.search(r"url\(|@import|expression|//(?!\*)", default_css())
    assert default_css() in to_html(Interview())


def test_the_conversation_has_a_role_and_a_name() -> None:
    talk = Interview(blocks=(Turn("s1", (Text("paragraph", (Run("Yes."),)),), "Ann"),))
    assert '<section class="interview" role="doc-qna" aria-label="Interview">' in to_html(talk)
    assert "doc-qna" not in to_html(of(Run("An article.")))


def test_a_heading_that_repeats_the_title_is_written_once() -> None:
    heading = Text("heading", (Run("Salt & Light"),), 1, id="top")
    back = Text("paragraph", (Run("up", (Mark("link", "#top"),)),))
    page = Checker(to_html(Interview(Metadata("Salt & light"), blocks=(heading, back))))
    assert page.text.split() == ["Salt", "&", "light", "up"]
    assert page.values("href") == [f"#{page.values('id')[0]}"]


def test_an_id_that_a_page_has_several_times_is_given_once() -> None:
    heading = Text("heading", (Run("One"),), 1, id="x")
    again = Text("paragraph", (Run("Two"),), id="x")
    for blocks in ((heading, again), (again, heading), (again, again), (heading, heading)):
        ids = Checker(to_html(Interview(blocks=blocks))).ids
        assert len(ids) == len(set(ids))


def test_heading_levels_begin_below_the_title_and_skip_none() -> None:
    headings = tuple(Text("heading", (Run("x"),), level) for level in (3, 6, 4, 3, 1))
    tags = re.findall(r"<h(\d)", to_html(Interview(Metadata("Title"), blocks=headings)))
    assert tags == ["1", "2", "3", "3", "2", "2"]
