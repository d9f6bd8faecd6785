"""Which label a turn shows, and the words and directions of languages."""

from __future__ import annotations

import pytest

from vivavoce.forms.shown import plain_seconds, shown_turns
from vivavoce.interview import Interview, Text, Turn
from vivavoce.languagetags import (
    direction,
    is_same_language,
    primary,
    stated_region,
    stated_script,
)
from vivavoce.model import Participant, Role, Run
from vivavoce.persons import display_name
from vivavoce.words import WORDS, words_for

ANN = Participant("s1", "AL", "Ann Lee", "interviewer")
BEN = Participant("s2", "@interviewee", None, "interviewee")
ASKER = Participant("s3", "@interviewer", None, "interviewer")


def said(speaker: str, label: str = "") -> Turn:
    return Turn(speaker, (Text("paragraph", (Run("x"),)),), label)


@pytest.mark.parametrize(
    ("turns", "labels"),
    [
        ((said("s1", "Ann"),), ["Ann"]),
        ((said("s1"),), ["Ann Lee"]),
        ((said("s1", "Ann"), said("s1")), ["Ann", ""]),
        ((said("s1", "Ann"), said("s2"), said("s1")), ["Ann", "", "Ann Lee"]),
        ((said("s2", "A"), said("s2")), ["A", ""]),
        ((said("nobody"),), [""]),
    ],
)
def test_a_label_is_shown_where_a_speaker_begins(
    turns: tuple[Turn, ...], labels: list[str]
) -> None:
    interview = Interview(participants=(ANN, BEN, ASKER), blocks=turns)
    assert [turn.label for turn in shown_turns(interview)] == labels


def test_only_a_question_without_any_label_is_emphatic() -> None:
    turns = (said("s1"), said("s2"), said("s3"), said("s3", "Q"))
    shown = shown_turns(Interview(participants=(ANN, BEN, ASKER), blocks=turns))
    assert [turn.is_emphatic for turn in shown] == [False, False, True, False]
    assert shown[2].classes == ("turn", "question", "unlabelled")
    assert shown[0].classes == ("turn", "question")


@pytest.mark.parametrize("lang", WORDS)
def test_every_language_has_all_words_and_a_colon(lang: str) -> None:
    words = words_for(lang)
    assert words is WORDS[lang]
    assert all(word.strip() for word in tuple(words))
    assert words.colon.strip() in {":", "："}


@pytest.mark.parametrize(
    ("tag", "row"),
    [
        (None, "en"),
        ("", "en"),
        ("xx", "en"),
        ("de-AT", "de"),
        ("pt_BR", "pt"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
    ],
)
def test_a_tag_finds_its_row(tag: str | None, row: str) -> None:
    assert words_for(tag) is WORDS[row]


def test_arabic_hebrew_and_persian_run_from_right_to_left() -> None:
    assert [direction(lang) for lang in ("ar", "he-IL", "fa", "en", None)] == [
        "rtl",
        "rtl",
        "rtl",
        "ltr",
        "ltr",
    ]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("en", "en-GB", True),
        ("zh", "zh-CN", True),
        ("zh-TW", "zh-Hans", False),
        ("en", "de", False),
    ],
)
def test_regions_are_one_language_and_the_scripts_of_chinese_two(
    first: str, second: str, same: bool
) -> None:
    assert is_same_language(first, second) is same


@pytest.mark.parametrize(
    ("tag", "parts"),
    [
        (None, ("", "", "")),
        ("de", ("de", "", "")),
        ("zh_Hant_TW", ("zh", "hant", "tw")),
        ("sr-Latn", ("sr", "latn", "")),
        ("de-CH-1996", ("de", "", "ch")),
        ("fry-NL", ("fry", "", "nl")),
    ],
)
def test_a_tag_states_language_script_and_region(
    tag: str | None, parts: tuple[str, str, str]
) -> None:
    assert (primary(tag), stated_script(tag), stated_region(tag)) == parts


@pytest.mark.parametrize(
    ("person", "lang", "name"),
    [
        (ANN, "en", "Ann Lee"),
        (Participant("s1", "AL"), "en", "AL"),
        (ASKER, "de", "Frage"),
        (Participant("s1", "@interviewee"), "zh-Hans", "答"),
        (Participant("s1", "@somebody"), "en", "Speaker"),
    ],
)
def test_what_to_call_somebody(person: Participant, lang: str, name: str) -> None:
    assert display_name(person, words_for(lang)) == name


@pytest.mark.parametrize("role", ["interviewer", "interviewee", "moderator", "narrator", None])
def test_every_role_has_a_word(role: Role | None) -> None:
    assert words_for("fr").for_role(role)


@pytest.mark.parametrize(
    ("time", "text"),
    [(None, ""), (0.0, "0"), (2.5, "2.5"), (100.0, "100"), (3999.9994, "3999.999")],
)
def test_seconds_have_no_needless_zeros(time: float | None, text: str) -> None:
    assert plain_seconds(time) == text
