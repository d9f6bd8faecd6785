"""What parsers of HTML and YAML are tortured with is read whole, or a problem says what is not.

The suites are those of html5lib and of YAML (`suites_of_others`). Letters and digits are counted,
since the parser in use here may put what stands wrongly in a table in another place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from fuzz import page
from suites_of_others import HtmlCase, YamlCase, html_cases, yaml_cases

import vivavoce
from vivavoce.conservation import letters
from vivavoce.interview import Interview, Text
from vivavoce.model import Metadata
from vivavoce.options import DEFAULTS
from vivavoce.problems import Code
from vivavoce.reading.frontmatter import split_front_matter
from vivavoce.recognition.sidecar import Beside, find_corrections

pytestmark = pytest.mark.suites

SAID = ("Who rows at night?", "We do.", "Who steers?", "Nobody.", "Why?", "The river knows.")
IN_MARKDOWN = "**{}:** {}\n\n"
WHOLE_PAGE = DEFAULTS._replace(keep_chrome=True)
EXCEPTIONS = {
    "noscript01 17": "text in noscript in the head",
    "tests16 86": "a comment opens in noscript, which is read as where no scripts run",
    "tests16 183": "a comment opens in noscript, which is read as where no scripts run",
    "tests18 4": "end tags after plaintext are no text",
    "tests21 2": "a CDATA section in a formula is a comment",
    "webkit02 21": "a title in a drawing has no end",
}
"""Inputs of which letters are lost, by place in the suite: what no page has, and why it is so."""
_COMMENT = re.compile("#.*")


@cache
def htmls() -> tuple[HtmlCase, ...]:
    """Return the tests of tree construction, a great many."""
    found = tuple(html_cases())
    assert len(found) > 1700
    return found


@cache
def yamls() -> tuple[YamlCase, ...]:
    """Return the texts of the YAML suite, a great many."""
    found = tuple(yaml_cases())
    assert len(found) > 350
    return found


def _texts(interview: Interview) -> Iterator[str]:
    """Yield what the interview prints, annotations above words included."""
    for node in interview.walk():
        if isinstance(node, Text):
            for run in node.runs:
                yield run.text
                yield from (mark.value for mark in run.marks if mark.kind == "ruby")


def _told(interview: Interview) -> Counter[str]:
    """Count the letters that are printed, or that a problem says are left out."""
    left_out = (p.text for p in interview.problems if p.code is Code.DROPPED_CHROME)
    return Counter(letters("".join((*_texts(interview), *left_out))))


def _talk(form: str) -> str:
    names = ("Ada Quill", "Ben Roe") * 3
    lines = [form.format(name, text) for name, text in zip(names, SAID, strict=True)]
    return "".join(lines)


def test_no_letter_of_a_page_is_lost() -> None:
    lost = {
        case.name
        for case in htmls()
        if not case.is_fragment
        and Counter(letters(case.printed)) - _told(vivavoce.parse(case.source, WHOLE_PAGE))
    }
    assert lost == set(EXCEPTIONS)


def test_no_page_takes_anything_of_a_talk_before_it() -> None:
    talk = _talk("<p><b>{}:</b> {}</p>")
    for case in htmls():
        interview = vivavoce.parse(talk + case.source)
        assert letters("".join(_texts(interview))).startswith(letters("".join(SAID))), case.name
        assert len(interview.turns) >= len(SAID), case.name


@pytest.mark.parametrize("part", range(4))
def test_every_page_is_written_in_every_form(part: int) -> None:
    for case in htmls()[part::4]:
        page(case.source.encode())


def test_front_matter_takes_nothing_of_the_talk_below_it() -> None:
    for case in yamls():
        for source in (case.source, f"title: a\nextra:\n{_indented(case.source)}"):
            text = f"---\n{source.rstrip()}\n---\n\n{_talk(IN_MARKDOWN)}"
            interview = vivavoce.parse(text, name="a.md")
            assert letters("".join(_texts(interview))).endswith(letters("".join(SAID))), case.name
            page(text.encode())


def test_front_matter_that_is_broken_is_told_or_left_as_text() -> None:
    silent = [case.name for case in yamls() if case.is_broken and not _is_told(case.source)]
    assert silent == []


def _is_told(source: str) -> bool:
    front = split_front_matter(f"---\n{source.rstrip()}\n---\n\nThe text.")
    values = letters(str(front.values))
    wanted = Counter(letters(_COMMENT.sub("", source)))
    return bool(front.problems) or wanted <= Counter(letters(front.body) + values)


def test_corrections_are_taken_or_refused() -> None:
    for case in yamls():
        for beside in (Beside(case.source), Beside("", case.source)):
            corrections, problems = find_corrections(Metadata(), beside)
            assert problems or corrections is not None, case.name


def _indented(text: str) -> str:
    return "".join(f"  {line}\n" for line in text.split("\n"))
