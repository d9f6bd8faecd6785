"""Transcripts of every form, from the cases in ``fixtures/transcripts``."""

from __future__ import annotations

import json

import pytest
from blockdump import dump_blocks
from dotfixtures import Case, params

from vivavoce.problems import InputError
from vivavoce.reading.source import read_source


@pytest.mark.parametrize("case", params("transcripts"))
def test_a_transcript_falls_into_these_paragraphs(case: Case) -> None:
    document = read_source(case.given, f"case.{case.settings['format']}")
    assert dump_blocks(document.blocks) == case.expected


def test_a_long_speech_is_cut_at_a_sentence() -> None:
    cues = [
        {"speaker": "Ann", "start": n, "end": n + 1, "text": "It rained again,"} for n in range(60)
    ]
    cues[49]["text"] = "It rained and stopped."
    document = read_source(json.dumps({"segments": cues}), "talk.json")
    assert [block.text[-8:] for block in document.blocks] == ["stopped.", "d again,"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "the input is not valid JSON"),
        ("[" * 100_000, "the input is not valid JSON"),
        ('{"title": "Rain"}', "the JSON holds no transcript"),
        ("[1, 2]", "the JSON holds no transcript"),
    ],
)
def test_other_json_is_refused(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_source(text, "talk.json")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Ann,Did it rain?\nBen,It did.\n", "the first row names no columns"),
        ("speaker,city\nAnn,Lugano\n", "the first row names no columns"),
        ("speaker,text\nAnn," + "rain " * 40_000, "the table cannot be read"),
        ("text,speaker\nYes, it did.,Ann\n", "more cells than .* in quotation marks: Yes, it did"),
    ],
)
def test_other_tables_are_refused(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_source(text, "talk.csv")
