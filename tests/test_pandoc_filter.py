"""The filter as a program and a neighbour: what it leaves alone, says, refuses and survives."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time

import pytest
from pandoc_tools import FILTER, document, filtered, pandoc, run_pandoc, to_json

from pandoc_vivavoce.inplace.docmeta import plain_values
from vivavoce.problems import Code

TALK = """\
---
title: Boats
lang: en
---

**Ann:** Who built it?

**Ben:** I did.

**Ann:** When?

**Ben:** Last year.
"""
ESSAY = "# A title\n\nA text with *emphasis* and nobody who speaks.\n\n- a list\n"


def run_filter(data: bytes, writer: str = "html") -> subprocess.CompletedProcess[bytes]:
    """Run the installed command as pandoc does."""
    return subprocess.run([FILTER, writer], input=data, capture_output=True, check=False)


@pytest.mark.parametrize("reader", ["markdown", "html", "gfm"])
def test_a_document_without_dialogue_is_left_as_it_is(reader: str) -> None:
    data = to_json(ESSAY + "\n<p>and <b>raw</b> HTML<br></p>\n", reader)
    spaced = json.dumps(json.loads(data), indent=1).encode()
    for each in (data, spaced):
        done = run_filter(each)
        assert done.stdout == each
    assert b"[vivavoce.no-dialogue]" in done.stderr


@pytest.mark.parametrize("writer", ["html", "markdown", "docx", "latex", "typst", "jats", "plain"])
@pytest.mark.parametrize("layout", ["run-in", "side", "question-heading", "script"])
def test_twice_is_once(writer: str, layout: str) -> None:
    data = to_json(TALK, "markdown", "-M", f"interview.layout={layout}")
    once, _ = filtered(data, writer)
    twice, _ = filtered(once, writer)
    assert once != data
    assert json.loads(twice) == json.loads(once)


@pytest.mark.parametrize("layout", ["run-in", "side", "question-heading", "script"])
def test_twice_is_once_where_a_page_has_a_division_around_its_turns(layout: str) -> None:
    turns = TALK.rpartition("---\n")[2]
    page = f"::::: interview\n:::: page\n{turns}\n::::\n:::::\n"
    data = to_json(page, "markdown", "-M", f"interview.layout={layout}")
    once, _ = filtered(data, "markdown")
    twice, _ = filtered(once, "markdown")
    assert b"data-speaker" in once
    assert json.loads(twice) == json.loads(once)


@pytest.mark.parametrize("writer", ["jats", "tei", "plain", "latex", "docx"])
@pytest.mark.parametrize("layout", ["run-in", "question-heading"])
def test_twice_is_once_where_no_label_is_printed(writer: str, layout: str) -> None:
    text = "\n\n".join(
        f"*What did you see in year {year}?*\n\nI saw a boat. You would not know it."
        for year in range(1, 6)
    )
    data = to_json(text, "markdown", "-M", f"interview.layout={layout}")
    once, _ = filtered(data, writer)
    twice, _ = filtered(once, writer)
    assert json.loads(once)["blocks"] != json.loads(data)["blocks"]
    assert json.loads(twice) == json.loads(once)


@pytest.mark.parametrize(
    ("lang", "stated", "writer", "direction"),
    [
        ("ar", (), "docx", "rtl"),
        ("ar", (), "odt", "rtl"),
        ("ar", (), "html", "rtl"),
        ("ar", (), "epub3", "rtl"),
        ("ar", ("-M", "dir=ltr"), "docx", "ltr"),
        ("en", (), "docx", None),
        ("ar", (), "latex", None),
    ],
)
def test_writers_are_told_that_lines_run_from_right_to_left(
    lang: str, stated: tuple[str, ...], writer: str, direction: str | None
) -> None:
    result, _ = filtered(to_json(TALK, "markdown", "-M", f"lang={lang}", *stated), writer)
    assert plain_values(json.loads(result)["meta"]).get("dir") == direction


def test_settings_are_taken_out_of_the_metadata() -> None:
    data = to_json(ESSAY, "markdown", "-M", "interview.layout=side", "-M", "interview.ids=false")
    result, _ = filtered(data)
    assert json.loads(result) == {**json.loads(data), "meta": {}}


def test_unknown_settings_are_told_with_the_nearest() -> None:
    text = TALK.replace(
        "lang: en", "lang: en\ninterview:\n  layuot: side\n  labels: loud\n  threshold: x"
    )
    _, told = filtered(to_json(text))
    assert told[0].startswith("[vivavoce.bad-option] labels: 'loud' is none of printed, every")
    assert told[1] == "[vivavoce.unknown-option] there is no option 'layuot'; did you mean layout?"
    assert told[2].startswith("[vivavoce.bad-option] threshold")


@pytest.mark.parametrize(
    ("attributes", "told"),
    [
        ("layuot=side", "unknown-option] there is no option 'layuot'; did you mean layout?"),
        ("speaker=Ann", "unknown-option] there is no option 'speaker'; did you mean speakers?"),
        ("labels=every", "bad-option] labels holds for the whole document; put it into the map"),
        ("layout=sied", "bad-option] layout: 'sied' is none of run-in, hanging, side"),
        ("layout=side threshold=x", "bad-option] threshold"),
    ],
)
def test_faults_of_a_division_are_told(attributes: str, told: str) -> None:
    turns = TALK.rpartition("---\n")[2]
    _, lines = filtered(to_json(f"::: {{.interview {attributes}}}\n{turns}\n:::\n"))
    assert [line.startswith(f"[vivavoce.{told}") for line in lines] == [True]


def test_attributes_of_others_are_no_options() -> None:
    turns = TALK.rpartition("---\n")[2]
    data = to_json(
        f"::: {{.interview lang=en role=note style=x width=3 data-speaker=x}}\n{turns}:::\n"
    )
    assert filtered(data)[1] == []


def test_a_writer_with_one_layout_says_so_where_two_are_asked_for() -> None:
    turns = TALK.rpartition("---\n")[2]
    parts = [f"::: {{.interview layout={name}}}\n{turns}\n:::\n" for name in ("side", "script")]
    data = to_json("\n".join(parts))
    assert filtered(data, "html")[1] == []
    (told,) = filtered(data, "latex")[1]
    assert told == (
        "[vivavoce.bad-option] latex has one layout for a whole document; all interviews get side"
    )


def test_a_value_in_place_of_the_map_is_told_with_the_way_out() -> None:
    _, (told,) = filtered(to_json(TALK, "markdown", "-M", "interview=side"))
    assert told.startswith("[vivavoce.bad-option] interview: 'side' is neither true nor false")
    assert told.endswith("as in interview.layout=side")


def test_a_doubtful_place_is_told_with_its_words() -> None:
    tail = "\n".join(f"It rained on {day}.\n" for day in ("Monday", "Tuesday", "Friday", "May"))
    _, told = filtered(to_json(f"{TALK}\n{tail}"))
    assert told == [
        "[vivavoce.doubtful-block] the talk may have ended before this: It rained on May."
    ]


def test_a_convention_that_there_is_not_is_told_with_the_nearest() -> None:
    _, told = filtered(to_json(TALK, "markdown", "-M", "interview.convention=bold-lable"))
    assert told[0] == (
        "[vivavoce.bad-option] there is no convention 'bold-lable'; did you mean bold-label?"
    )
    _, told = filtered(to_json(TALK, "markdown", "-M", "interview.convention=bold-label"))
    assert told == []


def test_command_line_goes_before_the_map() -> None:
    text = TALK.replace("lang: en", "lang: en\ninterview:\n  layout: side")
    result, _ = filtered(to_json(text, "markdown", "-M", "interview.layout=hanging"), "html")
    assert b'["data-layout","hanging"]' in result


def test_a_division_overrides_the_document() -> None:
    text = (
        TALK.replace("**Ann:** Who", "::: {.interview layout=side not-speakers=Kit}\n**Ann:** Who")
        + ":::\n"
    )
    made = document(text)
    attributes = made["blocks"][0]["c"][0]
    assert dict(attributes[2])["data-layout"] == "side"
    assert "not-speakers" not in dict(attributes[2])


def test_it_can_be_switched_off() -> None:
    result, told = filtered(to_json(TALK, "markdown", "-M", "interview=false"))
    assert json.loads(result) == json.loads(to_json(TALK))
    assert told == []


def test_fail_if_unsure_stops_pandoc() -> None:
    done = run_pandoc(
        "--filter", FILTER, "-M", "interview.fail-if-unsure=true", data=ESSAY.encode()
    )
    assert done.returncode == 83
    assert b"[vivavoce.no-dialogue]" in done.stderr


@pytest.mark.parametrize("data", [b"", b"{", b"[1, 2]", b'{"blocks": 3}', b"\xff\xfe\x00", b"null"])
def test_what_is_no_document_is_refused_in_one_line(data: bytes) -> None:
    done = run_filter(data)
    assert done.returncode == 1
    assert done.stdout == b""
    assert re.fullmatch(rb"\[vivavoce\.bad-document\] [^\n]+\n", done.stderr)


def test_what_has_another_shape_than_pandocs_is_left_to_pandoc() -> None:
    data = b'{"pandoc-api-version":[1,23,1],"meta":{},"blocks":[{"t":"Para"}]}'
    done = run_filter(data)
    assert (done.returncode, done.stdout) == (0, data)
    assert re.fullmatch(rb"\[vivavoce\.bad-document\] not understood[^\n]+\n", done.stderr)


def test_unknown_elements_pass() -> None:
    made = json.loads(to_json(TALK))
    strange = {"t": "Aside", "c": [{"t": "Deeper", "c": []}]}
    made["blocks"].insert(1, strange)
    made["blocks"][0]["c"].append({"t": "Blink", "c": [[], []]})
    result, _ = filtered(json.dumps(made).encode())
    assert json.dumps(strange, separators=(",", ":")) in result.decode()
    assert '{"t":"Blink","c":[[],[]]}' in result.decode()
    assert result.count(b'"turn"') == 4


@pytest.mark.parametrize("kind", ["Div", "BlockQuote", "Span"])
def test_a_thousand_levels_are_answered_in_time(kind: str) -> None:
    made = json.loads(to_json(TALK))
    opening, closing = {
        "Div": ('{"t":"Div","c":[["",["a"],[]],[', "]]}"),
        "BlockQuote": ('{"t":"BlockQuote","c":[', "]}"),
        "Span": ('{"t":"Para","c":[' + '{"t":"Span","c":[["",[],[]],[' * 999, "]]}" * 999 + "]}"),
    }[kind]
    times = 1 if kind == "Span" else 1000
    inside = json.dumps(made["blocks"][0]["c"] if kind == "Span" else made["blocks"])[1:-1]
    rest = json.dumps(made["blocks"])[1:-1]
    data = '{"pandoc-api-version":[1,23,1],"meta":{},"blocks":[%s]}' % (
        opening * times + inside + closing * times + ("," + rest if kind == "Span" else "")
    )
    started = time.monotonic()
    done = run_filter(data.encode())
    assert time.monotonic() - started < 2
    assert done.returncode == 0
    assert b"RecursionError" not in done.stderr
    assert done.stdout.count(b"Last") == 1


def test_deeper_than_that_it_passes_or_is_done() -> None:
    depth = 50_000
    data = b'{"pandoc-api-version":[1,23,1],"meta":{},"blocks":[%s]}' % (
        b'{"t":"BlockQuote","c":[' * depth + b"]}" * depth
    )
    done = run_filter(data)
    assert done.returncode == 0
    assert done.stdout == data


def test_lost_cues_are_suspected() -> None:
    page = "".join(
        f"<p class=q>Why is it {n}?</p><p class=a>It is {n}, as always.</p>" for n in range(6)
    )
    _, told = filtered(to_json(page, "html"))
    assert any(line.startswith(f"[vivavoce.{Code.CUES_DESTROYED.code}]") for line in told)


def test_no_cues_are_lost_where_questions_print_who_asks() -> None:
    talk = "".join(f"**Q:** Is it {n}?\n\n**A:** It is {n}, as always.\n\n" for n in range(6))
    _, told = filtered(to_json(talk))
    assert not any(line.startswith(f"[vivavoce.{Code.CUES_DESTROYED.code}]") for line in told)


def test_no_two_interviews_have_an_identifier_in_common() -> None:
    talk = "::: interview\n**Ann:** Who built it?\n\n**Ben:** I did.\n:::\n\n"
    names = re.findall(rb'"vv-t-[^"]+"', filtered(to_json(talk * 3))[0])
    assert len(set(names)) == len(names) == 6


def test_what_acts_is_told() -> None:
    page = TALK + "\n<p><a href='javascript:x()'>x</a><script>1</script></p>\n"
    _, told = filtered(to_json(page, "gfm"))
    assert any(line.startswith("[vivavoce.active-content]") for line in told)
    assert any(line.startswith("[vivavoce.unsafe-link]") for line in told)


def test_turns_have_identifiers_that_survive_an_edit() -> None:
    names = re.findall(r'id="(vv-t-\w+)"', _html(TALK))
    assert len(set(names)) == 4
    edited = TALK.replace("I did.", "I did, and my father.\n\nHe is dead.").replace(
        "Boats", "A boat"
    )
    assert [name for name in names if name in _html(edited)] == [*names[:1], *names[2:]]


def test_language_and_date_are_put_right_for_books() -> None:
    text = "---\ntitle: 船\ndate: Mon, 10 Jan 2022 05:40:00 GMT\n---\n\n" + "".join(
        f"**林岚：** 第{n}个问题，木船还有未来吗？\n\n**周远：** 我们还在修，这就是未来。\n\n"
        for n in range(3)
    )
    meta = json.loads(filtered(to_json(text))[0])["meta"]
    assert meta["lang"] == {"t": "MetaInlines", "c": [{"t": "Str", "c": "zh-Hans"}]}
    assert meta["date"] == {"t": "MetaInlines", "c": [{"t": "Str", "c": "2022-01-10"}]}


@pytest.mark.parametrize("order", [("--citeproc", "--filter"), ("--filter", "--citeproc")])
def test_citations_are_kept_with_citeproc_before_or_behind(order: tuple[str, str]) -> None:
    references = "references:\n- id: doe\n  type: book\n  title: Ships\n  author: [{family: Doe}]\n"
    text = TALK.replace("lang: en\n", f"lang: en\n{references}").replace("did.", "did [@doe].")
    arguments = [
        part for flag in order for part in ([flag, FILTER] if flag == "--filter" else [flag])
    ]
    made = pandoc(*arguments, "-t", "plain", "--wrap=none", data=text.encode()).decode()
    assert "Ben: I did (Doe, n.d.)." in made
    assert made.rstrip().endswith("Doe. n.d. Ships.")


def test_nothing_heavy_is_imported() -> None:
    code = (
        "import sys, io, pandoc_vivavoce.pipe as f;"
        "f.filter_bytes(sys.stdin.buffer.read(), 'html');"
        "heavy = ('panflute', 'dataclasses', 'click', 'rich', 'yaml', 'lxml', 'bs4');"
        "print([m for m in heavy if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=to_json(TALK), capture_output=True, check=True
    )
    assert done.stdout.strip() == b"[]"


def _html(text: str) -> str:
    result, _ = filtered(to_json(text), "html")
    return pandoc("-f", "json", "-t", "html", data=result).decode()
