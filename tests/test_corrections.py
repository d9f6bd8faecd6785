"""Corrections: applied on every run, reported when the text has moved on."""

from __future__ import annotations

from pathlib import Path

import vivavoce
from vivavoce.options import Options
from vivavoce.problems import Code
from vivavoce.recognition.corrections import corrections_from
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
    assert stale == ["no label reads 'Nemo'", "blocks 3-3 no longer begin with 'Once'"]


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
