"""What ``inspect`` tells: in words, as JSON, and as a page to look at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from dotfixtures import FIXTURES
from lxml import html

from pandoc_vivavoce.command.commands import main

BOOKS = FIXTURES / "books"
FERRY = BOOKS / "ferry.html"

TALK = """
<p><b>Ann:</b> When did you first row?</p>
<p><b>Ben:</b> I was six. My father had a boat.</p>
<p><b>Ann:</b> And you never stopped?</p>
<p><b>Ben:</b> I never did.</p>
"""


def inspect(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, ["inspect", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_words_say_who_speaks_how_much_and_why() -> None:
    told = inspect(FERRY).stdout
    assert "8 turns of 2 people, told by bold-label" in told
    assert "Ann Reed" in told
    assert "interviewer" in told
    assert "Evidence" in told


def test_json_gives_shares_that_add_up_and_the_convention_chosen() -> None:
    (ferry,) = json.loads(inspect(FERRY, "--json").stdout)
    people = {person["name"]: person for person in ferry["participants"]}
    assert {name: person["turns"] for name, person in people.items()} == {
        "Ann Reed": 4,
        "Ben Marsh": 4,
    }
    assert sum(person["share"] for person in people.values()) == pytest.approx(1, abs=0.001)
    assert [item["convention"] for item in ferry["verdicts"] if item["chosen"]] == ["bold-label"]
    assert ferry["verdicts"][0]["evidence"]


def test_several_inputs_are_told_in_order() -> None:
    told = json.loads(inspect(BOOKS, "--json").stdout)
    assert [Path(item["file"]).name for item in told] == ["ferry.html", "mill.md", "oar.html"]


def test_document_without_dialogue_is_said_to_be_one(tmp_path: Path) -> None:
    path = tmp_path / "soup.html"
    path.write_text("<h1>Soup</h1><p>Peel the onions, then cry.</p>", "utf-8")
    assert "No conversation was found" in inspect(path).stdout
    assert json.loads(inspect(path, "--json").stdout)[0]["dialogue"] is False


def test_page_draws_a_bar_for_each_turn_and_shows_the_source(tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    assert inspect(FERRY, "--html", report).exit_code == 0
    page = html.fromstring(report.read_text("utf-8"))
    assert len(page.xpath("//figure//rect")) == 8
    assert page.xpath("//mark[normalize-space()='Ann Reed:']")
    assert "Once we walked a piano across." in page.text_content()


def test_doubtful_blocks_are_told_by_the_number_that_corrections_take(tmp_path: Path) -> None:
    """In words, as JSON and on the page, where the number leads to the block."""
    page, report = tmp_path / "talk.html", tmp_path / "report.html"
    tail = "".join(f"<p>It rained on {day}.</p>" for day in ("Monday", "Tuesday", "Friday", "May"))
    page.write_text(f"{TALK}{tail}", "utf-8")

    told = inspect(page).stdout
    (data,) = json.loads(inspect(page, "--json").stdout)
    inspect(page, "--html", report)

    shown = html.fromstring(report.read_text("utf-8"))
    numbers = [str(place["block"]) for place in data["doubtful"]]
    assert numbers == ["7"]
    assert "block 7: the talk may have ended before this: It rained on May." in told
    assert shown.xpath("//li/a[@class='block']/text()") == numbers
    (block,) = shown.xpath("//*[@id='block-1-7']")
    assert "It rained on May." in block.text_content()
    assert "doubtful" in block.get("class")


def test_places_of_several_interviews_have_addresses_of_their_own(tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    inspect(FERRY, FERRY, "--html", report)
    page = html.fromstring(report.read_text("utf-8"))
    ids = page.xpath("//@id")
    assert len(ids) > 16
    assert len(ids) == len(set(ids))


def test_page_shows_a_picture_once(tmp_path: Path) -> None:
    page, report = tmp_path / "talk.html", tmp_path / "report.html"
    page.write_text(f"<p>Ben Okoro rows.</p>{TALK}<p><img src='a.png' alt='A boat'></p>", "utf-8")

    inspect(page, "--html", report)

    text = html.fromstring(report.read_text("utf-8")).text_content()
    assert text.count("picture A boat") == 1


def test_what_looks_like_talk_and_is_none_is_explained(tmp_path: Path) -> None:
    page = tmp_path / "myths.html"
    rows = "<p><b>Swans:</b> A swan sings. Does it?</p><p><b>Geese:</b> It hisses.</p>" * 3
    page.write_text(
        f"<h1>Birds</h1><blockquote>{rows}</blockquote><p>{'More. ' * 200}</p>", "utf-8"
    )

    (data,) = json.loads(inspect(page, "--json").stdout)

    (problem,) = data["problems"]
    assert problem["code"] == "unsure"
    assert "not said to anybody" in problem["message"]


def test_page_escapes_whatever_a_document_holds(tmp_path: Path) -> None:
    path, report = tmp_path / "talk.md", tmp_path / "report.html"
    bad = "&lt;script&gt;alert(1)&lt;/script&gt;"
    path.write_text(
        f"---\ntitle: '<img src=x onerror=alert(1)>'\n---\n\n**Ann:** {bad}?\n\n**Ben:** No.\n\n"
        f"**Ann:** Why?\n\n**Ben:** {bad}\n",
        "utf-8",
    )
    inspect(path, "--html", report)
    page = html.fromstring(report.read_text("utf-8"))
    assert page.xpath("//script | //img | //@onerror") == []
    assert "alert(1)" in page.text_content()


def test_page_loads_nothing(tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    inspect(FERRY, "--html", report)
    page = html.fromstring(report.read_text("utf-8"))
    assert page.xpath("//link | //script | //@src") == []


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("nowhere.html",), 1),
        (("{empty}",), 1),
        (("{ferry}", "--html", "no/folder/x.html"), 1),
        ((), 2),
    ],
)
def test_failures_have_their_status(
    tmp_path: Path, arguments: tuple[str, ...], status: int
) -> None:
    empty = tmp_path / "empty.html"
    empty.write_text("", "utf-8")
    result = inspect(*(word.format(empty=empty, ferry=FERRY) for word in arguments))
    assert result.exit_code == status
    assert "Traceback" not in result.stderr
