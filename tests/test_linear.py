"""Four times the input takes about four times the work, through every stage from text to output."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from growth import grows_with_its_input

import vivavoce
from vivavoce.forms.table import FORMS

_TALK = "<p><b>Ada Quill:</b> Why so, number {0}?</p><p><b>Ben Roe:</b> Because of {0}.</p>"
_ACCOUNT = "<p>Ada{0} Quill{0} rows.</p><p><b>aquill{0}:</b> Do you row, number {0}?</p>"
_TABLE = "<table><tr><th>Speaker<th>Text<tr><td>Ada<td>Do you row?<tr><td>Ben<td>I do.</table>"
SHAPES: dict[str, tuple[str, Callable[[int], str], int]] = {
    "turns": ("a.html", lambda n: "".join(_TALK.format(k) for k in range(n)), 150),
    "labels": ("a.html", lambda n: "".join(f"<p><b>Name {k}:</b> Yes?</p>" for k in range(n)), 400),
    "accounts and names": ("a.html", lambda n: "".join(map(_ACCOUNT.format, range(n))), 100),
    "one long paragraph": ("a.html", lambda n: "<p>" + "Why? Because: so. " * n, 8000),
    "line breaks": ("a.html", lambda n: "<p>" + "<b>Ada:</b> Yes?<br>" * n, 500),
    "inline elements": ("a.html", lambda n: "<p>" + "<b>w</b> <i>x</i> " * n, 1500),
    "nested lists": ("a.html", lambda n: "<ul><li>x" * n, 1000),
    "a list": ("a.html", lambda n: "<ul>" + "<li>word" * n, 700),
    "a table": ("a.html", lambda n: "<table>" + "<tr><td>Ada:<td>Yes?" * n, 250),
    "tables with heads": ("a.html", lambda n: _TABLE * n, 60),
    "references": ("a.html", lambda n: "<p>" + "&amp;&nbsp;x" * n, 20000),
    "attributes": ("a.html", lambda n: f'<p class="{"x " * n}" title="{"y " * n}">word', 100000),
    "less-than signs": ("a.html", lambda n: "<p>" + "< <a " * n, 20000),
    "pseudo tags": ("a.html", lambda n: "".join(f"<v{k}> word " for k in range(n)), 3000),
    "Markdown": ("a.md", lambda n: "**Ada:** One?\n\n**Ben:** Two.\n\n" * n, 150),
    "signs of Markdown": ("a.md", lambda n: "[*_`" * n, 700),
    "lines of Markdown": ("a.md", lambda n: "word *and* word\n" * n, 1500),
    "front matter": ("a.md", lambda n: "---\n" + "k: v\n" * n + "---\n\nYes.", 400),
    "text": ("a.txt", lambda n: "Ada: One?\nBen: Two.\n" * n, 300),
    "CSV": ("a.csv", lambda n: "speaker,text\n" + "Ada,One?\nBen,Two.\n" * n, 300),
    "WebVTT": ("a.vtt", lambda n: "WEBVTT\n" + "\n0:01.000 --> 0:02.000\n<v A>w\n" * n, 400),
}
# Lists begin beyond the depth at which they are flattened: up to it each costs what it is in.


def _read_and_write(name: str, text: str) -> None:
    interview = vivavoce.parse(text, name=name)
    for _, write in FORMS:
        write(interview)


@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_with_the_input(shape: str) -> None:
    name, make, size = SHAPES[shape]
    assert grows_with_its_input(lambda n: partial(_read_and_write, name, make(n)), size)
