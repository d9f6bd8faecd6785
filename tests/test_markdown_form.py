"""The canonical Markdown form: the samples, the way there and back, edits by hand, pandoc."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import compare, each_sample, sample
from strategies import TRICKY, interviews, runs

from vivavoce.forms.markdown.canonical import is_canonical
from vivavoce.forms.markdown.document import to_markdown
from vivavoce.forms.markdown.inlines import write_inlines
from vivavoce.forms.markdown.parse import parse_inlines
from vivavoce.forms.markdown.read import from_markdown
from vivavoce.interview import Interview, Text, Turn
from vivavoce.model import Image, Mark, Metadata, Participant, Run
from vivavoce.problems import InputError

pypandoc = pytest.importorskip("pypandoc", reason="needs pandoc")


@each_sample
def test_a_sample_is_written_as_kept_and_read_back_the_same(name: str, regenerate: bool) -> None:
    text = to_markdown(sample(name))
    compare(name, ".md", text, regenerate=regenerate)
    assert from_markdown(text) == sample(name)._replace(problems=())


@given(interviews())
def test_every_interview_reads_back(interview: Interview) -> None:
    text = to_markdown(interview)
    assert is_canonical(text)
    assert from_markdown(text) == interview._replace(problems=())


@given(runs(), st.booleans())
def test_every_inline_reads_back(said: tuple[Run, ...], one_line: bool) -> None:
    assert parse_inlines(write_inlines(said, one_line=one_line)) == said


@pytest.mark.parametrize("text", TRICKY)
def test_text_that_looks_like_markup_reads_back(text: str) -> None:
    assert parse_inlines(write_inlines((Run(text),))) == (Run(text),)


def pandoc_paragraphs(text: str) -> list[str]:
    """Return the characters of each paragraph that pandoc finds in Markdown *text*."""
    command = [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "json"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    return [characters(block["c"]) for block in json.loads(done.stdout)["blocks"]]


def characters(inlines: list[Any]) -> str:
    """Return the characters that pandoc's inline elements show; a picture shows none."""
    shown = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n", "Image": ""}
    text = ""
    for element in inlines:
        kind, content = element["t"], element.get("c")
        if kind in shown:
            text += shown[kind]
        elif kind == "Str":
            text += content
        elif kind == "Code":
            text += content[1]
        elif kind in {"Span", "Link"}:
            text += characters(content[1])
        else:
            assert kind in {"Strong", "Emph", "Underline", "Strikeout"} | SCRIPTS, kind
            text += characters(content)
    return text.replace("\u00a0", " ")


SCRIPTS = {"Superscript", "Subscript", "SmallCaps"}


def test_pandoc_shows_text_that_looks_like_markup() -> None:
    source = "\n\n".join(write_inlines((Run(text),)) for text in TRICKY)
    assert pandoc_paragraphs(source) == list(TRICKY)


@settings(max_examples=15)
@given(st.lists(runs(), min_size=12, max_size=12))
def test_pandoc_shows_the_same_characters(many: list[tuple[Run, ...]]) -> None:
    source = "\n\n".join(f"[]{{}}{write_inlines(said)}" for said in many)
    shown = ["".join(run.text for run in said).replace("\u00a0", " ") for said in many]
    assert pandoc_paragraphs(source) == shown


@settings(max_examples=15)
@given(interviews())
def test_pandoc_finds_the_divisions_and_the_headings(interview: Interview) -> None:
    command = [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "json"]
    source = to_markdown(interview).encode()
    done = subprocess.run(command, input=source, capture_output=True, check=True)
    found = done.stdout.decode()
    assert found.count('"turn"') == len(interview.turns)
    headings = [node for node in interview.walk() if node.kind == "heading"]
    assert found.count('"t":"Header"') == len(headings)


HAND_MADE = """\
---
title: By hand
vivavoce: 1
author: Ann
participants:
- {id: s1, label: Q, role: interviewer}
---
::: turn
[Q]{.speaker}: Was it
far?
:::
::: {.turn speaker=s2}
__Ben__{.speaker} *No*, not _very_ far &amp; [here](<a b> "t"){.x}
* one
* two
:::
::: {.turn speaker="s1"}
[Q]{.speaker} And back?
:::
::: {.whatever}
A <b>tail</b> `x` ** no
"""


def test_what_people_write_by_hand_is_understood() -> None:
    interview = from_markdown(HAND_MADE)
    assert interview.metadata.title == "By hand"
    assert interview.metadata.authors == ("Ann",)
    assert [person.id for person in interview.participants] == ["s1", "s2"]
    first, second, third = interview.turns
    assert (first.speaker, first.label, texts(first)) == ("s1", "Q", ["Was it far?"])
    assert texts(second) == ["Ben{.speaker} No, not very far & here{.x}", "one", "two"]
    assert (third.label, texts(third)) == ("Q", ["And back?"])
    tail = interview.blocks[-1]
    assert isinstance(tail, Text)
    assert tail.text == "A <b>tail</b> x ** no"


def texts(turn: Turn) -> list[str]:
    """Return what the leaves of *turn* say."""
    return [node.text for node in Interview(blocks=turn.blocks).walk() if isinstance(node, Text)]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("**粗体：**正文", (Run("粗体：", (Mark("strong"),)), Run("正文"))),
        ("中文\n换行", (Run("中文换行"),)),
        ("two\nlines", (Run("two lines"),)),
        ("two\\\nlines", (Run("two\nlines"),)),
        ("***both***", (Run("both", (Mark("strong"), Mark("emphasis"))),)),
        ("snake_case_name", (Run("snake_case_name"),)),
        ("5 * 3 * 2", (Run("5 * 3 * 2"),)),
        ("**never closed", (Run("**never closed"),)),
        ("*a **b* c", (Run("a **b", (Mark("emphasis"),)), Run(" c"))),
        ("[no link] [x](", (Run("[no link] [x]("),)),
        ("`` a`b ``", (Run("a`b", (Mark("code"),)),)),
        ("`never closed", (Run("`never closed"),)),
        ("&eacute;&#x4e2d;&nothing;", (Run("é中&nothing;"),)),
        ("[x](javascript:alert)", (Run("x"),)),
        ("![a *b*](c.png)", (Run("", (), Image("c.png", "a b")),)),
        ("", ()),
    ],
)
def test_inline_markdown_is_read_as_these_runs(source: str, said: tuple[Run, ...]) -> None:
    assert parse_inlines(source) == said


def test_a_link_that_runs_something_is_written_without_its_address() -> None:
    link = Run("words", (Mark("link", "javascript:alert(1)"),))
    assert "javascript" not in to_markdown(Interview(blocks=(Text("paragraph", (link,)),)))


def test_tabs_and_blank_lines_in_code_inside_a_list_survive() -> None:
    code = "a\n\n\tb\n    c\n```\n  "
    source = to_markdown(sample("english"))
    interview = from_markdown(source)
    turn = next(turn for turn in interview.turns if len(turn.blocks) > 1)
    changed = turn._replace(blocks=(*turn.blocks[:2], Text("code", (Run(code),))))
    again = Interview(interview.metadata, interview.participants, (changed,))
    assert from_markdown(to_markdown(again)) == again


@pytest.mark.parametrize(
    "text",
    ["", "# Title\n", "---\ntitle: x\n---\nvivavoce: 1\n", "---\nx: vivavoce: 1\n---\n", "---\n"],
)
def test_other_markdown_is_not_canonical(text: str) -> None:
    assert not is_canonical(text)
    with pytest.raises(InputError):
        from_markdown(text)


@pytest.mark.parametrize("start", ["", "\ufeff", "\n\n", "\ufeff\n"])
def test_canonical_markdown_is_known_by_its_front_matter(start: str) -> None:
    text = start + to_markdown(sample("english"))
    assert is_canonical(text)
    assert from_markdown(text).turns == sample("english").turns


@pytest.mark.parametrize(
    "header",
    [
        "vivavoce: 2",
        "vivavoce: 1\nparticipants: 3",
        "vivavoce: 1\nsource: x",
        "vivavoce: 1\n\t- : [",
    ],
)
def test_front_matter_of_another_form_is_refused(header: str) -> None:
    with pytest.raises(InputError):
        from_markdown(f"---\n{header}\n---\n\ntext\n")


@pytest.mark.parametrize("sign", ["> ", "- ", "::: {.quote}\n"])
def test_markdown_nested_without_end_is_refused_or_read(sign: str) -> None:
    body = sign * 3000 + "down here\n"
    try:
        interview = from_markdown(f"---\nvivavoce: 1\n---\n\n{body}")
    except InputError as error:
        assert "deep" in str(error)
    else:
        assert any(isinstance(node, Text) for node in interview.walk())


def test_a_turn_without_a_speaker_belongs_to_whom_its_label_names() -> None:
    head = "---\nvivavoce: 1\nparticipants: [{id: s9, label: A, name: Ann Lee}]\n---\n"
    body = "::: turn\n[Ann Lee]{.speaker}: Yes.\n:::\n\n::: turn\n[Bo]{.speaker}: No.\n:::\n"
    interview = from_markdown(head + body)
    assert [turn.speaker for turn in interview.turns] == ["s9", "s2"]
    assert interview.participant("s2") == Participant("s2", "Bo")


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("\\\\host\\share\\a.png", "https://host/share/a.png"),
        ("//host/a.png", "https://host/a.png"),
        ("\\/host/a.png", "https://host/a.png"),
        (" /\t/host/a.png", "https://host/a.png"),
        ("/a.png", "/a.png"),
        ("a//b.png", "a//b.png"),
        ("http://host/a.png", "http://host/a.png"),
    ],
)
def test_no_picture_leads_to_the_folders_of_a_server(address: str, written: str) -> None:
    picture = Text("figure", (Run("", (), Image(address, "alt")),))
    text = to_markdown(Interview(Metadata(), (), (picture,)))
    assert f"![alt]({written})" in text
