"""The published JSON form: what it looks like, that it reads back, that the schema describes it."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from strategies import interviews

from vivavoce.forms.json.document import from_dict, from_json, to_dict, to_json
from vivavoce.interview import Interview, Text
from vivavoce.model import Image, Mark, Run
from vivavoce.problems import InputError

SAMPLES = sorted((Path(__file__).parent / "fixtures" / "forms").glob("*/interview.json"))
SCHEMA: dict[str, Any] = json.loads(
    (files("vivavoce") / "schema" / "interview.schema.json").read_text("utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_a_sample_reads_back_to_the_letter(path: Path) -> None:
    text = path.read_text("utf-8")
    assert to_json(from_json(text)) == text
    VALIDATOR.validate(json.loads(text))


@given(interviews())
def test_every_interview_reads_back_and_fits_the_schema(interview: Interview) -> None:
    text = to_json(interview)
    assert from_json(text) == interview
    assert from_dict(to_dict(interview)) == interview
    VALIDATOR.validate(json.loads(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"vivavoce": 2}',
        '{"vivavoce": 1, "blocks": [{"kind": "turn", "blocks": []}]}',
        '{"vivavoce": 1, "blocks": [{"kind": "paragraph"}]}',
        '{"vivavoce": 1, "blocks": 7}',
        '{"vivavoce": 1, "metadata": []}',
        '{"vivavoce": 1, "participants": [{"id": "s1"}]}',
        '{"vivavoce": 1, "problems": [{"code": "no-such-code", "message": ""}]}',
        '{"vivavoce": 1, "blocks": [{"kind": "paragraph", "text": "a", "inlines": [{}]}]}',
        '{"vivavoce": 1, "blocks": ' + '[{"kind": "quote", "blocks": ' * 5000,
    ],
)
def test_what_is_no_interview_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        from_json(text)


def test_a_tree_deeper_than_any_interview_is_refused() -> None:
    block: dict[str, Any] = {"kind": "paragraph", "text": "down here"}
    for _ in range(5000):
        block = {"kind": "quote", "blocks": [block]}
    with pytest.raises(InputError, match="deep"):
        from_dict({"vivavoce": 1, "blocks": [block]})


@pytest.mark.parametrize(
    ("runs", "inlines"),
    [
        ((), None),
        ((Run("two\nlines"),), None),
        ((Run("bold", (Mark("strong"),)),), [{"text": "bold", "marks": [{"kind": "strong"}]}]),
        ((Run("", (), Image("a.png")),), [{"text": "", "image": {"src": "a.png"}}]),
    ],
)
def test_inlines_stand_only_where_text_does_not_say_all(
    runs: tuple[Run, ...], inlines: list[Any] | None
) -> None:
    data = to_dict(Interview(blocks=(Text("paragraph", runs),)))
    assert data["blocks"][0].get("inlines") == inlines
