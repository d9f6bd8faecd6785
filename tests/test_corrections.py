"""Corrections: applied on every run, reported when the text has moved on."""

from __future__ import annotations

from pathlib import Path

import pytest

import vivavoce
from vivavoce.options import Options
from vivavoce.problems import Code, InputError
from vivavoce.recognition.corrections import NONE, corrections_from
from vivavoce.recognition.sidecar import Beside, first_corrections

TALK = """
<p>A talk about tides.</p>
<p><b>MQ:</b> What do you hear at night?</p>
<p><b>Reed:</b> I hear the bell of the outer buoy, always.</p>
<p>It never rests.</p>
<p><b>MQ:</b> And you sleep?</p>
<p><b>Reed:</b> I sleep very well, thank you.</p>
<p><b>Weather:</b> Cloudy, they say, and cold until Friday at least.</p>
<p><b>MQ:</b> Does it matter to you?</p>
<p><b>Reed:</b> It matters to the boats.</p>
<p><b>Weather:</b> Wind from the north, they say, and rain by noon on Sunday.</p>
"""

SOUP = """
<h1>Soup</h1>
<p>Peel the onions, then cry.</p>
<p>Note: it is better on the second day.</p>
<p>Cook: the one who cries, until noon.</p>
"""
DAYS = ("second", "third", "fourth", "fifth", "sixth", "seventh")


def _write(folder: Path, corrections: str) -> Path:
    page = folder / "talk.html"
    page.write_text(TALK, "utf-8")
    (folder / "talk.vivavoce.yaml").write_text(corrections, "utf-8")
    return page


def test_sidecar_names_people_and_strikes_labels(tmp_path: Path) -> None:
    """A label gets the name and role the editor knows; a false label is speech again."""
    page = _write(
        tmp_path,
        "people:\n  MQ: {name: Mara Quill, role: moderator}\nno-speakers: [Weather]\n",
    )

    interview = vivavoce.read(page)

    people = {person.label: (person.name, person.role) for person in interview.participants}
    assert people["MQ"] == ("Mara Quill", "moderator")
    assert "Weather" not in people
    assert not [p for p in interview.problems if p.code is Code.STALE_CORRECTION]


def test_sidecar_that_is_no_text_is_refused_by_its_name(tmp_path: Path) -> None:
    page = _write(tmp_path, "people: {}\n")
    page.with_name("talk.vivavoce.yaml").write_bytes(b"people:\n  MQ: J\xf6rg\n")

    with pytest.raises(InputError, match=r"talk\.vivavoce\.yaml beside it is no text in UTF-8"):
        vivavoce.read(page)


@pytest.mark.parametrize("place", ["people: {MQ: *a9}", "no-speakers: [*a9]", "turns: *a9"])
def test_aliases_of_aliases_are_refused(tmp_path: Path, place: str) -> None:
    """Eleven lines that stand for a thousand million labels."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    interview = vivavoce.read(_write(tmp_path, "\n".join([*lines, place])))
    (problem,) = [item for item in interview.problems if item.code is Code.BAD_OPTION]
    assert "too many or nested too deep" in problem.message
    assert len(interview.turns) == 8


def test_blocks_are_given_to_a_speaker(tmp_path: Path) -> None:
    """Blocks by number belong to whom the editor says, if they begin with his words."""
    page = _write(
        tmp_path,
        "turns:\n  - {blocks: 3, speaker: MQ, begins: It never}\n",
    )

    interview = vivavoce.read(page)

    asker = next(person.id for person in interview.participants if person.label == "MQ")
    said = [turn for turn in interview.turns if turn.speaker == asker]
    assert "It never rests." in [block.text for turn in said for block in turn.blocks]


def test_stale_corrections_are_reported_and_left_out(tmp_path: Path) -> None:
    """A label that is not printed and blocks that begin otherwise are named in problems."""
    page = _write(
        tmp_path,
        "people: {Nemo: Nobody Known}\nturns:\n  - {blocks: 3, speaker: MQ, begins: Once}\n",
    )

    interview = vivavoce.read(page)

    stale = [p.message for p in interview.problems if p.code is Code.STALE_CORRECTION]
    assert stale == ["no label reads 'Nemo'", "block 3 no longer begins with 'Once'"]


def test_blocks_that_have_moved_are_found_again(tmp_path: Path) -> None:
    """The report says where the words of a stale correction stand now, or that there are none."""
    page = _write(
        tmp_path,
        "turns:\n  - {blocks: 1, begins: It never}\n  - {blocks: 90-99}\n",
    )

    interview = vivavoce.read(page)

    stale = [p.message for p in interview.problems if p.code is Code.STALE_CORRECTION]
    assert stale == [
        "block 1 no longer begins with 'It never'; block 3 does",
        "there is no block 99; the last is 9",
    ]


def test_an_editor_knows_better_than_the_judge(tmp_path: Path) -> None:
    """Where no conversation is found, labels and blocks that an editor names are turns."""
    page = tmp_path / "soup.html"
    page.write_text(SOUP, "utf-8")
    assert not vivavoce.read(page).turns

    beside = tmp_path / "soup.vivavoce.yaml"
    beside.write_text("people:\n  Cook: {role: interviewee}\n  Note: {role: narrator}\n", "utf-8")
    assert [turn.label for turn in vivavoce.read(page).turns] == ["Note", "Cook"]

    beside.write_text("turns:\n  - {blocks: 1, speaker: Cook, begins: Peel}\n", "utf-8")
    (turn,) = vivavoce.read(page).turns
    assert [block.text for block in turn.blocks] == ["Peel the onions, then cry."]


def test_keys_that_the_file_does_not_have_are_reported(tmp_path: Path) -> None:
    """A key that is spelt otherwise says nothing, so that it is named."""
    page = _write(tmp_path, "persons: {MQ: Mara Quill}\n")

    found = [p.message for p in vivavoce.read(page).problems if p.code is Code.BAD_OPTION]

    assert found == ["corrections have no 'persons'; they have people, no-speakers, turns"]


def test_doubtful_blocks_stand_ready_in_the_first_version() -> None:
    """Without the # before them they are corrections that fit."""
    text = TALK + "".join(f"<p>And on the {day} day it rained.</p>" for day in DAYS)
    interview = vivavoce.parse(text)

    first = first_corrections(interview)
    uncommented = first.replace("#- {", "- {")
    again = vivavoce.parse(text, beside=Beside(uncommented))

    doubtful = [p.text for p in interview.problems if p.code is Code.DOUBTFUL_BLOCK]
    spoken = {block.text for turn in again.turns for block in turn.blocks}
    assert doubtful
    assert first != uncommented
    assert not spoken.intersection(doubtful)
    assert not [p for p in again.problems if p.code is Code.STALE_CORRECTION]


def test_front_matter_holds_corrections_too() -> None:
    """``interview:`` in front matter is applied and does not stay in the metadata."""
    text = "---\ninterview:\n  people: {Reed: Tomas Reed}\n---\n" + TALK

    interview = vivavoce.parse(text)

    assert "Tomas Reed" in [person.name for person in interview.participants]
    assert "interview" not in interview.metadata.extra


def test_what_cannot_be_used_is_reported() -> None:
    """Wrong shapes are problems, not exceptions."""
    _, problems = corrections_from(
        {"people": {"A": 3, "B": {"role": "king"}}, "turns": [{"blocks": "9-2"}, "x"]}
    )

    assert [problem.code for problem in problems] == [Code.BAD_OPTION] * 4


def test_values_of_another_shape_are_reported_and_one_label_is_a_list() -> None:
    found, problems = corrections_from({"people": "Ann", "turns": "3", "no-speakers": 7})
    assert [problem.message for problem in problems] == [
        "people cannot be 'Ann', but a map of labels",
        "turns cannot be '3', but a list",
        "no-speakers cannot be 7, but a list",
    ]
    assert found == NONE
    found, problems = corrections_from({"no-speakers": "Weather"})
    assert (found.no_speakers, problems) == (("Weather",), ())


def test_people_of_a_series_are_known_where_they_speak() -> None:
    """A shared people file names those who speak; the others are no stale corrections."""
    people = "people:\n  MQ: {name: Mara Quill}\n  Zed: Zed Unheard\n"

    interview = vivavoce.parse(TALK, beside=Beside(people=people))

    assert "Mara Quill" in [person.name for person in interview.participants]
    assert not [p for p in interview.problems if p.code is Code.STALE_CORRECTION]


def test_first_version_changes_nothing() -> None:
    """What is written for an editor to begin with gives the same people again."""
    interview = vivavoce.parse(TALK)

    again = vivavoce.parse(TALK, beside=Beside(first_corrections(interview)))

    assert again.participants == interview.participants
    assert again.blocks == interview.blocks


def test_introduction_and_credits_can_be_left_out() -> None:
    """What the options do not want is gone; nothing that is said is."""
    text = TALK + "<hr><p>Text: Mara Quill</p>"

    interview = vivavoce.parse(text, Options(introduction=False, credits=False))

    assert not {"introduction", "credit"} & {node.kind for node in interview.blocks}
    assert len(interview.turns) == len(vivavoce.parse(text).turns)
