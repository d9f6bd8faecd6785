"""Each cap holds at its edge, is told by name, and can be raised."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import vivavoce
from vivavoce.options import Options
from vivavoce.problems import Code, LimitError
from vivavoce.size import check_amount, check_pages

JSON = json.dumps({"segments": [{"speaker": "Ada", "body": f"Yes {n}."} for n in range(20)]})
CASES: dict[str, tuple[str, str, Options, Options]] = {
    "elements": (
        "a.html",
        "<p>Yes.</p>" * 10,
        Options(max_elements=10),
        Options(max_elements=11),
    ),
    "lines of Markdown": (
        "a.md",
        "Yes.\n" * 10,
        Options(max_elements=9),
        Options(max_elements=10),
    ),
    "lines of text": ("a.txt", "Yes.\n" * 10, Options(max_elements=9), Options(max_elements=10)),
    "lines of WebVTT": (
        "a.vtt",
        "WEBVTT\n\n0:01.000 --> 0:02.000\nYes.\n",
        Options(max_elements=3),
        Options(max_elements=4),
    ),
    "JSON values": ("a.json", JSON, Options(max_elements=20), Options(max_elements=40)),
    "blocks": (
        "a.html",
        "<p>" + "Yes.<br><br>" * 10,
        Options(max_blocks=9),
        Options(max_blocks=10),
    ),
}


@pytest.mark.parametrize("what", CASES)
def test_a_cap_holds_and_can_be_raised(what: str) -> None:
    name, text, refusing, taking = CASES[what]
    with pytest.raises(LimitError, match=what.split(maxsplit=1)[0]) as caught:
        vivavoce.parse(text, refusing, name=name)
    assert caught.value.code is Code.TOO_LARGE
    assert "raise the limit with max-" in str(caught.value)
    assert vivavoce.parse(text, taking, name=name).blocks


def test_the_cap_on_bytes(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>Yes.</p>", "utf-8")
    with pytest.raises(LimitError, match="more than 10 bytes; raise the limit with max-bytes"):
        vivavoce.read(page, Options(max_bytes=10))
    assert vivavoce.read(page, Options(max_bytes=11)).blocks


def test_the_cap_on_time() -> None:
    with pytest.raises(LimitError, match="longer than 0 seconds") as caught:
        vivavoce.parse("<p>Yes.</p>", Options(max_seconds=0))
    assert caught.value.code is Code.TOO_SLOW


def test_what_is_nested_beyond_the_cap_is_flattened_and_kept() -> None:
    text = "<blockquote>" * 20 + "Deep words." + "</blockquote>" * 20
    interview = vivavoce.parse(text, Options(max_depth=5))
    assert "Deep words." in json.dumps(interview.to_dict())


@pytest.mark.parametrize("sign", ["> ", "- ", "1. "])
def test_markdown_is_kept_or_refused_but_never_cut(sign: str) -> None:
    shallow = vivavoce.parse(sign * 40 + "Deep words.", name="a.md")
    assert "Deep words." in json.dumps(shallow.to_dict())
    with pytest.raises(LimitError, match="nested deeper"):
        vivavoce.parse(sign * 5000 + "Deep words.", name="a.md")


def test_the_cap_on_signs_of_markdown() -> None:
    with pytest.raises(LimitError, match="more than 10 signs of Markdown"):
        vivavoce.parse("[" * 100, Options(max_elements=10), name="a.md")


PARTS: dict[str, tuple[str, int]] = {
    "turns": ("<p><b>Ada:</b> One?</p><p><b>Ben:</b> Two.</p>" * 2, 12),
    "paragraphs and marked words": ("<p>One <b>two</b> three</p><p>Four</p>", 6),
    "lines": ("<p>One<br>two<br>three</p>", 4),
    "headings": ("<h2>One</h2><p>Two</p>", 6),
}


@pytest.mark.parametrize("what", PARTS)
def test_parts_of_a_product_are_counted_by_what_each_takes(what: str) -> None:
    text, parts = PARTS[what]
    interview = vivavoce.parse(text)
    check_amount([interview], "docx", Options(max_blocks=2 * parts))
    check_amount([interview] * 2, "docx", Options(max_blocks=2 * parts))
    with pytest.raises(LimitError, match="too much for docx; raise the limit with max-blocks"):
        check_amount([interview], "docx", Options(max_blocks=2 * (parts - 1)))


def test_a_turn_counts_for_more_on_pages() -> None:
    interview = vivavoce.parse(PARTS["turns"][0])
    check_pages([interview], Options(max_blocks=50))
    with pytest.raises(LimitError, match="too many for pages; raise the limit with max-blocks"):
        check_pages([interview], Options(max_blocks=49))


def test_pictures_count_on_pages_by_what_drawing_them_takes() -> None:
    interview = vivavoce.parse(PARTS["turns"][0])
    check_pages([interview], Options(max_blocks=55), drawn=16_000)
    with pytest.raises(LimitError, match="make the pictures smaller; raise the limit with max-bl"):
        check_pages([interview], Options(max_blocks=50), drawn=16_000)
