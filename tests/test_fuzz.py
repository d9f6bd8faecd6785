"""What no person would write: soup, documents of pandoc's and front matter, grown by Hypothesis.

Nothing fails, nothing is lost, and what once made the program fail is read again.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from conftest import ROOT
from fuzz import ENTRIES, FOUND, document, page, transcript
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pandoc_vivavoce.pipe import filter_bytes
from vivavoce.reading.frontmatter import split_front_matter

TABLE = ROOT / "examples" / "docs" / "safety" / "fuzzed.csv"
FED: Counter[str] = Counter()
"""How many inputs of each sort were read in this run."""
LONG = settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
_TAGS = "p b i em strong div span h1 h2 ul li table tr td dl dt dd blockquote a img br ruby rt pre"
_STRANGE = "script style svg math template noscript textarea title select x-y v o:p \0 b/ p/>"
_NAMES = st.sampled_from([*_TAGS.split(), *_STRANGE.split(" ")])
_WORDS = st.one_of(
    st.sampled_from(
        ["Ada:", "Ben:", "Q.", "A.", "问：", "[00:01]", "–", "One?", "&amp;", "&#x202e;"]
    ),
    st.text(st.characters(), max_size=6),
    st.sampled_from(["<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "&#0;", "&#xD800;", "</", "<"]),
)


@st.composite
def soup(draw: st.DrawFn) -> str:
    """Tags opened, closed and left as they come, with words and odd characters between."""
    pieces: list[str] = []
    for _ in range(draw(st.integers(0, 30))):
        kind = draw(st.integers(0, 3))
        name = draw(_NAMES)
        if kind == 0:
            pieces.append(f"<{name} class='{draw(_WORDS)}' id={draw(_WORDS)}>")
        elif kind == 1:
            pieces.append(f"</{name}>")
        elif kind == 2:
            pieces.append(f"<{name}>")
        pieces.append(draw(_WORDS))
    return "".join(pieces)


@LONG
@given(soup())
def test_any_tags_give_an_interview_or_a_refusal(text: str) -> None:
    FED["tags opened, closed and left as they come"] += 1
    page(text.encode("utf-8", "surrogatepass"))


@LONG
@given(st.binary(max_size=300))
def test_any_bytes_give_an_interview_or_a_refusal(data: bytes) -> None:
    FED["bytes"] += 1
    page(data)


_INLINES = st.recursive(
    st.one_of(
        st.builds(lambda text: {"t": "Str", "c": text}, _WORDS),
        st.sampled_from([{"t": "Space"}, {"t": "SoftBreak"}, {"t": "LineBreak"}]),
        st.builds(lambda text: {"t": "RawInline", "c": ["html", text]}, _WORDS),
    ),
    lambda inner: st.one_of(
        st.builds(lambda c: {"t": "Strong", "c": c}, st.lists(inner, max_size=3)),
        st.builds(lambda c: {"t": "Emph", "c": c}, st.lists(inner, max_size=3)),
        st.builds(lambda c: {"t": "Span", "c": [["", [], []], c]}, st.lists(inner, max_size=3)),
    ),
    max_leaves=6,
)
_BLOCKS = st.recursive(
    st.one_of(
        st.builds(lambda c: {"t": "Para", "c": c}, st.lists(_INLINES, max_size=5)),
        st.builds(lambda c: {"t": "Plain", "c": c}, st.lists(_INLINES, max_size=5)),
        st.builds(lambda text: {"t": "RawBlock", "c": ["html", text]}, soup()),
        st.just({"t": "HorizontalRule"}),
    ),
    lambda inner: st.one_of(
        st.builds(lambda c: {"t": "BlockQuote", "c": c}, st.lists(inner, max_size=3)),
        st.builds(lambda c: {"t": "Div", "c": [["", [], []], c]}, st.lists(inner, max_size=3)),
        st.builds(lambda c: {"t": "BulletList", "c": [c]}, st.lists(inner, max_size=3)),
    ),
    max_leaves=12,
)


@LONG
@given(st.lists(_BLOCKS, max_size=8))
def test_documents_of_pandoc(blocks: list[dict[str, Any]]) -> None:
    """Every document that pandoc may hand on comes out as one."""
    FED["documents of pandoc's"] += 1
    data = json.dumps({"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": blocks}).encode()
    made, _ = filter_bytes(data, "html")
    assert isinstance(json.loads(made)["blocks"], list)


@LONG
@given(st.recursive(st.none() | st.integers() | st.text(max_size=5), st.lists, max_leaves=9))
def test_json_that_is_no_document(value: object) -> None:
    FED["JSON that is no document"] += 1
    document(json.dumps({"blocks": value, "meta": value}).encode())


_ODD = st.one_of(
    st.sampled_from([1e999, -1e999, 10**400, -5, "1:00", "\ud800", "\0\x1b[31m", "Ada", "", None]),
    st.floats(),
    _WORDS,
)
_KEYS = st.sampled_from(
    ["speaker", "startTime", "start", "endTime", "end", "body", "text", "words", "elements", "name"]
)
_CUE = st.dictionaries(
    _KEYS, st.recursive(_ODD, lambda one: st.lists(one) | st.dictionaries(_KEYS, one), max_leaves=4)
)


@settings(LONG, max_examples=150)
@given(st.lists(_CUE, max_size=4))
def test_transcripts_in_json(cues: list[dict[str, Any]]) -> None:
    FED["transcripts in JSON"] += 1
    said = [{"speaker": "Ada", "body": "One?"}, {"speaker": "Ben", "body": "Two."}]
    transcript(json.dumps({"segments": [*said, *cues]}).encode())


@LONG
@given(
    st.lists(
        st.sampled_from(
            ["WEBVTT", "1", "00:01", "99:99:99,999", "-->", "<v A>", "</v>", "Ada:", "Yes?", "", ""]
        )
    )
)
def test_transcripts_in_lines(words: list[str]) -> None:
    FED["transcripts in lines"] += 1
    transcript("\n".join(f"{one} {other}" for one, other in pairwise(words)).encode())


_YAML = "a: b|- x|? |*a|&a |!!str |<<: *a|'|\"|{|[|% |# |\t|---|0x_|.inf|1:60"


@LONG
@given(st.lists(st.sampled_from(_YAML.split("|"))))
def test_any_front_matter_leaves_the_text_whole(lines: list[str]) -> None:
    FED["front matter"] += 1
    text = "---\n" + "\n".join(lines) + "\n---\n\nThe text."
    front = split_front_matter(text)
    assert front.body.endswith("The text.")
    page(text.encode())


@pytest.mark.parametrize("path", sorted(FOUND.iterdir()), ids=lambda path: path.name)
def test_what_once_failed(path: Any) -> None:
    ENTRIES[path.name.partition("-")[0]](path.read_bytes())


def test_the_table_of_the_manual_has_every_sort(regenerate: bool) -> None:
    """The last in the file: what was fed before is counted."""
    if regenerate:
        kept = len(list(FOUND.iterdir()))
        rows = [*([sort, str(fed), "0"] for sort, fed in FED.items()), [_KEPT, str(kept), "0"]]
        with TABLE.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
    with TABLE.open(encoding="utf-8", newline="") as file:
        told = {row[0]: int(row[1]) for row in csv.reader(file)}
    assert set(FED) <= set(told)
    assert told[_KEPT] == len(list(FOUND.iterdir()))


_KEPT = "what once made it fail"
