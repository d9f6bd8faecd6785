"""Books of one and of several interviews: chapters, people, contents, ids, the merged form."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from dotfixtures import FIXTURES

from pandoc_vivavoce.books.book import Book, make_book, names_on_title, publication
from pandoc_vivavoce.books.contents import Entry, book_entries
from pandoc_vivavoce.books.cover_drawing import cover_svg
from pandoc_vivavoce.books.cover_lines import balanced
from pandoc_vivavoce.books.merge import merge_interviews
from pandoc_vivavoce.books.questions import columns, shorten
from pandoc_vivavoce.books.said import BookSaid
from pandoc_vivavoce.books.sources import dotted, source_facts
from pandoc_vivavoce.books.words import book_words
from pandoc_vivavoce.command.inputs import find_inputs
from pandoc_vivavoce.command.reading import read_document
from pandoc_vivavoce.inlines import text_of
from vivavoce.model import Source
from vivavoce.options import DEFAULTS

BOOKS = FIXTURES / "books"


def book_of(*names: str, title: str = "") -> Book:
    paths = [str(BOOKS / name) for name in names]
    return make_book(
        [read_document(item, DEFAULTS) for item in find_inputs(paths)], BookSaid(title=title)
    )


@pytest.fixture(scope="module")
def water() -> Book:
    return book_of("ferry.html", "mill.md", "oar.html", title="Water")


def outline(entries: list[Entry], indent: str = "") -> list[str]:
    lines: list[str] = []
    for entry in entries:
        lines.append(f"{indent}{entry.title}")
        lines.extend(outline(entry.entries, indent + "  "))
    return lines


def test_contents_list_shortened_questions_under_their_sections(water: Book) -> None:
    assert outline(book_entries(water, 3)) == [
        "The Ferry at Low Water",
        "  Ice",
        "    Who keeps the ferry when the river is frozen?",
        "    What really happened that winter, and who was on the ice with you?",
        "  Low water",
        "    And in summer? See what you said of ice.",
        "    What do they call it on the other side?",
        "磨坊主说：水轻的时候",
        "  一",
        "    磨坊现在还转吗？",
        "    那您都说些什么？",
        "  二",
        "    磨出来的面卖给谁？",
        "المجداف",
        "  من صنع هذا المجداف؟",
        "  وهل ما زال صالحا؟",
    ]


def test_contents_go_as_deep_as_asked(water: Book) -> None:
    assert outline(book_entries(water, 1)) == [chapter.title for chapter in water.chapters]
    assert "  Ice" in outline(book_entries(water, 2))
    assert "    磨坊现在还转吗？" not in outline(book_entries(water, 2))


def test_person_of_two_interviews_is_one(tmp_path: Path) -> None:
    talk = "**Ann Reed:** Who?\n\n**{0}:** I.\n\n**Ann Reed:** When?\n\n**{0}:** Now, at once.\n"
    for name in ("Ben Marsh", "Cy Dale"):
        (tmp_path / f"{name}.md").write_text(talk.format(name), "utf-8")
    book = make_book([read_document(item, DEFAULTS) for item in find_inputs([str(tmp_path)])])
    seen = {person.name: [item.chapter for item in person.appearances] for person in book.people}
    assert seen == {"Ann Reed": ["ch1", "ch2"], "Ben Marsh": ["ch1"], "Cy Dale": ["ch2"]}
    assert [person.name for person in merge_interviews(book).participants] == [
        "Ann Reed",
        "Ben Marsh",
        "Cy Dale",
    ]


def test_merged_interview_keeps_every_word_and_the_levels(water: Book) -> None:
    merged = merge_interviews(water)
    turns = [len(chapter.interview.turns) for chapter in water.chapters]
    assert len(merged.turns) == sum(turns)
    headings = [(node.level, node.text) for node in merged.blocks if node.kind == "heading"]
    assert headings[:3] == [(1, "The Ferry at Low Water"), (2, "Ice"), (2, "Low water")]


def test_title_page_of_one_and_of_several(water: Book) -> None:
    ferry = book_of("ferry.html")
    assert (ferry.title, names_on_title(ferry)) == (
        "The Ferry at Low Water",
        ("Ben Marsh", "Ann Reed"),
    )
    assert publication(ferry) == ("The River Papers", "2 May 2021")
    assert (water.title, water.lang, publication(water)) == ("Water", "en", ("2020–2022",))
    assert book_of("mill.md", "oar.html").title == "访谈集"


@pytest.mark.parametrize(
    ("lang", "iso", "shown"),
    [
        ("en", "2022-01-10", "10 January 2022"),
        ("en", "2022-01", "January 2022"),
        ("de", "2022-03-05", "5. März 2022"),
        ("zh-Hans", "2022-01-10", "2022年1月10日"),
        ("ko", "2022-01-10", "2022년 1월 10일"),
        ("xx", "2022", "2022"),
        ("en", None, ""),
        ("en", "last spring", "last spring"),
    ],
)
def test_dates_are_written_as_people_write_them(lang: str, iso: str | None, shown: str) -> None:
    assert book_words(lang).date(iso) == shown


def test_every_language_has_every_word() -> None:
    english = book_words("en").table
    for lang in ("de", "fr", "es", "it", "pt", "ru", "ar", "zh-Hans", "zh-TW", "ja", "ko"):
        assert set(book_words(lang).table) == set(english), lang
        assert book_words(lang).table is not english, lang


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Why?", "Why?"),
        ("One two three. What is the fourth of the four? Five.", "What is the fourth of the four?"),
        (
            "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十",
            "一二三四五六七八九十一二三四五六七八九…",
        ),
        ("word " * 30, "word word word word word word word…"),
    ],
)
def test_questions_are_shortened(text: str, short: str) -> None:
    assert shorten(text, 40) == short
    assert columns(short) <= 40


def test_cover_shows_title_names_and_a_bar_for_each_turn(water: Book) -> None:
    ferry = book_of("ferry.html")
    drawn = cover_svg(ferry)
    assert drawn.count("<rect") == 1 + len(ferry.chapters[0].interview.turns)
    assert "Ben Marsh" in drawn
    assert "<title>Water</title>" in cover_svg(water)


def test_score_of_the_cover_stands_below_all_words(water: Book) -> None:
    title = (
        "A Book About Rivers and Mills and Everything That Floats on Them and Sinks in Them " * 2
    )
    said = replace(water.said, authors=("Ann Reed", "Ben Marsh"), editors=("Ines Vale",))
    drawn = cover_svg(
        replace(water, title=title, subtitle="What they said about it " * 3, said=said)
    )
    words = [float(y) for y in re.findall(r'<text [^>]*y="([\d.]+)"', drawn)]
    bars = [float(y) for y in re.findall(r'<rect x="[^"]*" y="([\d.]+)"', drawn)]
    assert "Ann Reed, Ben Marsh" in drawn
    assert max(words) < min(bars)


def test_cover_s_lines_are_about_equally_long() -> None:
    assert balanced("The Ferry at Low Water", 14) == ["The Ferry at", "Low Water"]
    assert balanced("磨坊主说水轻的时候人有空说话", 20) == ["磨坊主说水轻的", "时候人有空说话"]


@pytest.mark.parametrize(
    ("authors", "source", "line"),
    [
        (
            ("河边手记",),
            "河边手记（ID：river-notes）",
            "河边手记（ID：river-notes） · 2022年11月20日",
        ),
        (("河边手记",), "河边手记周刊", "河边手记 · 河边手记周刊 · 2022年11月20日"),
        (("河边手记",), "河边手记", "河边手记 · 2022年11月20日"),
        (("安芮",), "", "安芮 · 2022年11月20日"),
    ],
)
def test_by_line_names_nobody_twice(authors: tuple[str, ...], source: str, line: str) -> None:
    chapter = book_of("mill.md").chapters[0]
    said = chapter.interview.metadata._replace(authors=authors, source=Source(name=source))
    interview = chapter.interview._replace(metadata=said)
    other = replace(chapter, document=replace(chapter.document, interview=interview))
    assert text_of(dotted(source_facts(other, book_words("zh-Hans")))) == line
