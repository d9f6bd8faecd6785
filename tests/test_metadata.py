"""What documents say of themselves: ``fixtures/metadata``, ``dates.txt``, ``languages.json``."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from dotfixtures import FIXTURES, Case, params
from hypothesis import given
from hypothesis import strategies as st

from vivavoce.dates import to_iso
from vivavoce.model import Metadata, Source
from vivavoce.options import Options
from vivavoce.reading.languages import language_of
from vivavoce.reading.source import SourceDocument, read_source
from vivavoce.timestamps import seconds_of

DATES = [line.split(" |") for line in (FIXTURES / "dates.txt").read_text("utf-8").splitlines()[1:]]
LANGUAGES = json.loads((FIXTURES / "languages.json").read_text("utf-8"))


def shown(document: SourceDocument) -> str:
    """Return the metadata of *document* as the fixtures have it."""
    problems = [f"! {problem.code.code}: {problem.message}" for problem in document.problems]
    return "\n".join([*_fields(document.metadata), *problems]) + "\n"


def _fields(metadata: Metadata) -> Iterator[str]:
    for name in ("title", "subtitle", "authors", "date", "lang", "description", "cover"):
        value = getattr(metadata, name)
        if value:
            yield f"{name}: {'; '.join(value) if isinstance(value, tuple) else value}"
    if metadata.source != Source():
        url = f"<{metadata.source.url}>" if metadata.source.url else ""
        yield f"source: {metadata.source.name or ''} {url}".rstrip()
    yield from (f"extra {key}: {value}" for key, value in metadata.extra.items())


@pytest.mark.parametrize("case", params("metadata"))
def test_a_document_says_this_of_itself(case: Case) -> None:
    document = read_source(case.given, f"case.{case.settings.get('format', 'html')}")
    assert shown(document) == case.expected


@pytest.mark.parametrize(("written", "iso"), DATES, ids=[written for written, _ in DATES])
def test_a_date_as_written_is_this_one_in_iso_8601(written: str, iso: str) -> None:
    assert to_iso(written) == (iso.strip() or None)


@given(st.text())
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert to_iso(text) is None or to_iso(str(to_iso(text))) == to_iso(text)


@pytest.mark.parametrize("case", LANGUAGES, ids=[case["text"][:12] for case in LANGUAGES])
def test_a_text_is_in_this_language(case: dict[str, str]) -> None:
    assert language_of(case["text"], case.get("stated", "")) == case["lang"]


def test_the_language_asked_for_is_not_doubted() -> None:
    document = read_source("<p>下雨了吗？</p>", "a.html", Options(lang="ja"))
    assert document.metadata.lang == "ja"


@pytest.mark.parametrize(
    ("stamp", "seconds"),
    [
        ("0:00", 0.0),
        ("[1:02:03]", 3723.0),
        ("02:03.500", 123.5),
        ("00:02:03,250", 123.25),
        ("12s", 12.0),
        ("7.5", 7.5),
        ("0:5", None),
        ("noon", None),
        ("", None),
    ],
)
def test_a_timestamp_is_so_many_seconds(stamp: str, seconds: float | None) -> None:
    assert seconds_of(stamp) == seconds
