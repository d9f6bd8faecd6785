"""The benchmarks measure what they say: inputs are interviews, figures add up."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

import vivavoce
from benchmarks import report
from benchmarks.generate import Language, Markup, make_markdown, make_page
from benchmarks.measure import Result, growth, interleave
from benchmarks.picture import PANELS, as_svg
from benchmarks.table import Table
from benchmarks.targets import Target, judge, read_targets


@pytest.mark.parametrize("markup", ["dense", "heavy"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_generated_pages_are_read_as_they_were_meant(language: Language, markup: Markup) -> None:
    page = make_page(language, 40, markup)
    for text, name in ((page.html, "page.html"), (make_markdown(page), "page.md")):
        interview = vivavoce.parse(text, name=name)
        assert len(interview.turns) == 40
        assert len(interview.participants) == 2


def test_pages_are_alike_from_run_to_run() -> None:
    assert make_page("zh", 16) == make_page("zh", 16)


def test_ratio_compares_the_rounds_and_not_the_medians() -> None:
    slow_then_quick = Result("a", (4.0, 2.0, 1.0))
    same_at_half = Result("b", (2.0, 1.0, 0.5))
    assert slow_then_quick.ratio(same_at_half) == 2.0


def test_ratio_above_a_floor_leaves_the_floor_out() -> None:
    floor, base, mine = Result("floor", (1.0,)), Result("base", (2.0,)), Result("mine", (4.0,))
    table = Table("a table", (floor, base, mine), floored=True)
    assert [table.ratio(result) for result in table.results] == [None, 1.0, 3.0]


def test_ratio_above_a_floor_is_that_of_the_median_differences() -> None:
    floor, base = Result("floor", (1.0, 3.0, 5.0)), Result("base", (1.1, 4.0, 7.0))
    assert Result("mine", (2.0, 4.5, 7.0)).ratio(base, floor) == 1.5


@pytest.mark.parametrize(
    ("seconds", "exponent"), [([1, 10, 100], 1.0), ([1, 100, 10_000], 2.0), ([3, 3, 3], 0.0)]
)
def test_growth_is_the_slope_of_the_logarithms(seconds: list[float], exponent: float) -> None:
    assert growth([16, 160, 1600], seconds) == pytest.approx(exponent, abs=1e-9)


def test_cases_run_in_turn() -> None:
    order: list[str] = []
    cases = {name: lambda name=name: order.append(name) for name in "ab"}
    results = interleave(cases, rounds=3)
    assert set(results) == {"a", "b"}
    assert [len(result.times) for result in results.values()] == [3, 3]
    assert order[0] == "a"
    assert order[-1] == "b"


def test_rounds_go_on_until_the_ratios_are_known() -> None:
    known = iter([False, False, True])
    results = interleave({"a": lambda: None}, 2, lambda _: next(known))
    assert len(results["a"].times) == 6


def test_error_of_a_ratio_is_what_rounds_differ_by() -> None:
    base = Result("base", (2.0,) * 40)
    steady, shaky = Result("steady", (3.0,) * 40), Result("shaky", (2.0, 4.0) * 20)
    assert steady.error(base) == 0
    assert 0.1 < shaky.error(base) < 0.6
    assert Table("steady", (base, steady)).is_known
    assert not Table("shaky", (base, shaky)).is_known


def test_error_is_told_with_the_ratio() -> None:
    table = Table("a table", (Result("base", (1.0, 1.0)), Result("mine", (1.0, 3.0))))
    base, mine = json.loads(report.as_json([table], []))["tables"][0]["rows"]
    assert (base["error"], mine["ratio"]) == (0, 2.0)
    assert f"± {mine['error']:.2f}" in report.as_text(table)


def test_reports_hold_every_row() -> None:
    table = Table("growth en", (Result("16 turns", (0.01,)), Result("160", (0.1,))), (16, 160))
    figures = json.loads(report.as_json([table], []))["tables"][0]
    assert [row["name"] for row in figures["rows"]] == ["16 turns", "160"]
    assert figures["exponent"] == pytest.approx(1.0)
    assert "growth exponent 1.000" in report.as_text(table)


def test_picture_has_a_bar_for_each_row_of_the_chosen_tables() -> None:
    rows = (Result("a & b", (0.01,)), Result("vivavoce", (2.0,)))
    tables = [Table(title, rows) for title in (*PANELS, "some other")]
    drawn = ElementTree.fromstring(as_svg(tables))
    bars = drawn.findall("{http://www.w3.org/2000/svg}rect")[1:]
    assert len(bars) == 2 * len(PANELS)
    assert [bar.get("class") for bar in bars[:2]] == ["bar", "bar own"]


FAST = Table("convert zh", (Result("ours", (1.0,)), Result("parse", (1.0,))))
SLOW = Table("convert en", (Result("ours", (3.0,)), Result("parse", (2.0,))))


@pytest.mark.parametrize(
    ("limit", "stretch", "least", "word"),
    [
        (1.5, 1.0, False, "pass"),
        (2.0, 1.6, False, "stretch"),
        (1.4, None, False, "short"),
        (1.0, 1.8, True, "pass"),
        (1.1, None, True, "short"),
    ],
)
def test_worst_table_decides_whether_a_target_is_met(
    limit: float, stretch: float | None, least: bool, word: str
) -> None:
    target = Target("a", "convert *", "ours", limit, stretch, against="parse", least=least)
    (verdict,) = judge([target], [FAST, SLOW])
    assert (verdict.word, verdict.table) == (word, "convert zh" if least else "convert en")


def test_verdict_has_the_error_of_its_figure() -> None:
    rows = (Result("parse", (1.0, 1.0)), Result("ours", (1.0, 3.0)))
    (verdict,) = judge(
        [Target("a", "convert *", "ours", 3.0, against="parse")], [Table("convert zh", rows)]
    )
    assert verdict.error == rows[1].error(rows[0]) > 0
    assert f"2.00 ± {verdict.error:.2f}" in report.verdicts_as_text([verdict])
    assert json.loads(report.as_json([], [verdict]))["targets"][0]["error"] > 0


def test_target_without_its_table_is_not_measured() -> None:
    (verdict,) = judge([Target("a", "convert *", "theirs", 1.0)], [FAST])
    assert (verdict.word, verdict.figure) == ("not measured", None)


def test_every_target_says_what_it_compares() -> None:
    assert all(target.claim and target.limit > 0 for target in read_targets())
