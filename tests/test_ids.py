"""Names for links: stable under edits elsewhere, unique, and XML names whatever the text."""

from __future__ import annotations

import re

from hypothesis import given
from strategies import interviews

from vivavoce.interview import Interview, Text, Turn
from vivavoce.interview_ids import make_ids
from vivavoce.model import Participant, Run

NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
PEOPLE = (Participant("s1", "Ann"), Participant("s2", "Ben"))


def said(speaker: str, text: str) -> Turn:
    return Turn(speaker, (Text("paragraph", (Run(text),)),))


def names(*turns: Turn) -> tuple[str, ...]:
    return make_ids(Interview(participants=PEOPLE, blocks=turns)).turns


@given(interviews())
def test_names_are_xml_names_and_unique(interview: Interview) -> None:
    ids = make_ids(interview, "vv-c2-")
    given_names = [*ids.turns, *ids.headings]
    assert len(given_names) == len(set(given_names))
    assert all(NAME.fullmatch(name) for name in [*given_names, *ids.anchors.values()])
    assert all(name.startswith("vv-c2-") for name in given_names)
    assert set(ids.anchors) == {n.id for n in interview.walk() if isinstance(n, Text) and n.id}


def test_a_turn_keeps_its_name_when_others_change() -> None:
    (kept,) = names(said("s2", "No."))
    assert kept in names(said("s1", "Is it far?"), said("s2", "No."), said("s1", "Oh."))


def test_a_turn_keeps_its_name_when_its_end_or_its_punctuation_changes() -> None:
    long = "word " * 40
    assert names(said("s1", f"{long} and an end")) == names(said("s1", f"{long.upper()}, another!"))


def test_equal_words_of_two_people_and_equal_turns_are_told_apart() -> None:
    first, second, third = names(said("s1", "Yes."), said("s2", "Yes."), said("s1", "Yes."))
    assert first != second
    assert third == f"{first}-2"


def test_an_id_of_a_heading_leads_to_the_heading() -> None:
    ids = make_ids(Interview(blocks=(Text("heading", (Run("One"),), 1, id="one"),)))
    assert ids.anchors == {"one": ids.headings[0]}
