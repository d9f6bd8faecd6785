"""Blocks and their runs, from the cases in ``fixtures/blocks`` and from generated soup."""

from __future__ import annotations

import pytest
from blockdump import dump_blocks
from dotfixtures import Case, params
from hypothesis import given
from hypothesis import strategies as st

from vivavoce.model import Image, Mark, Run
from vivavoce.options import Options
from vivavoce.page.blocks import read_blocks
from vivavoce.page.soup import parse_html
from vivavoce.reading.markdown import markdown_to_html
from vivavoce.runs import cut_runs, split_lines, strip_runs, text_of

BOLD = (Mark("strong"),)


@pytest.mark.parametrize("case", params("blocks"))
def test_a_page_falls_into_these_blocks(case: Case) -> None:
    text = case.given
    if case.settings.get("format") == "md":
        text = markdown_to_html(text)
    assert dump_blocks(read_blocks(parse_html(text))) == case.expected


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 100_000 + "Yes.",
        "<b>" * 100_000 + "Yes.",
        "<ul><li>" * 50_000 + "Yes.",
        "<table><tr><td>" * 30_000 + "Yes.",
        "<a href='x'>" * 50_000 + "Yes.",
    ],
    ids=["divisions", "bold", "lists", "tables", "links"],
)
def test_deep_nesting_is_flattened(text: str) -> None:
    blocks = read_blocks(parse_html(text + "<p>No."))
    assert "".join(block.text for block in blocks) == "Yes.No."


def test_depth_beyond_the_cap_parts_blocks_and_keeps_order() -> None:
    root = parse_html("<div>" * 5 + "a<p>b</p>c<i>d<br>e</i></div>f", Options(max_depth=4))
    assert [block.text for block in read_blocks(root)] == ["a", "b", "cd\ne", "f"]


def test_no_character_that_xml_refuses_comes_through() -> None:
    root = parse_html("<p>a\0b\x01c\x0bd&#2;e\ufffff</p><p>g\ud800h</p>")
    assert [block.text for block in read_blocks(root)] == ["abc def", "g\ufffdh"]


SOUP = st.lists(
    st.one_of(
        st.sampled_from(
            ["<p>", "</p>", "<b>", "</b>", "<div>", "</div>", "<ul>", "<li>", "<br>", "<td>", "<"]
        ),
        st.sampled_from(
            [
                " ",
                "\n",
                "&nbsp;",
                "<table>",
                "<i class='x'>",
                "<cite>",
                "<!--",
                "-->",
                "<pre>",
                "<ruby>a<rt>",
            ]
        ),
        st.text(max_size=12),
    ),
    max_size=30,
).map("".join)


@given(SOUP)
def test_any_text_gives_sound_blocks(text: str) -> None:
    for block in read_blocks(parse_html(text)):
        assert block.text == "".join(run.text for run in block.runs)
        assert block.text == block.text.strip() or block.kind == "code"
        assert all(run.text or run.image for run in block.runs)
        assert all(
            a.marks != b.marks
            for a, b in zip(block.runs, block.runs[1:], strict=False)
            if not (a.image or b.image)
        )


WORDS = st.text("abc你好, ", min_size=1, max_size=8)
TAGS = st.sampled_from(["p", "b", "i", "div", "span", "li", "h2", "td", "blockquote", "x-y", "a"])


@given(st.lists(st.tuples(TAGS, WORDS)))
def test_no_letter_is_lost_or_moved(pieces: list[tuple[str, str]]) -> None:
    soup = "".join(f"<{tag}>{words}</{tag}>" for tag, words in pieces)
    read = "".join(block.text for block in read_blocks(parse_html(soup)))
    wanted = "".join(words for _, words in pieces)
    assert [char for char in read if char.isalpha()] == [char for char in wanted if char.isalpha()]


def test_runs_are_cut_at_offsets() -> None:
    runs = (Run("Ann: "), Run("yes", BOLD), Run("."))
    assert cut_runs(runs, 5, 9) == (Run("yes", BOLD), Run("."))
    assert cut_runs(runs, 2, 6) == (Run("n: "), Run("y", BOLD))
    assert cut_runs(runs, 0, 9) == runs
    assert cut_runs(runs, 9, 9) == ()


@given(st.lists(st.text("ab\n", max_size=4), max_size=6), st.integers(0, 12))
def test_cutting_in_two_loses_nothing(texts: list[str], place: int) -> None:
    picture = Run("", (), Image("a.jpg"))
    runs = (*(Run(text) for text in texts), picture)
    end = len(text_of(runs))
    halves = cut_runs(runs, 0, min(place, end)) + cut_runs(runs, min(place, end), end)
    assert text_of(halves) == text_of(runs)
    assert halves.count(picture) == 1 or not end


def test_runs_are_stripped_at_ends_and_beside_line_breaks() -> None:
    runs = (Run(" "), Run(" a ", BOLD), Run(" \n"), Run("　b \n"))
    assert strip_runs(runs) == (Run("a", BOLD), Run("\n"), Run("b"))


def test_lines_are_split_where_breaks_follow_each_other() -> None:
    runs = (Run("a\n"), Run("\nb\nc", BOLD), Run("\n\nd"))
    assert split_lines(runs, 2) == ((Run("a"),), (Run("b\nc", BOLD),), (Run("d"),))
