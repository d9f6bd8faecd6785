"""The WebVTT form: the samples, times in order, the same speakers and words when read again."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from samples import compare, each_sample, sample
from strategies import interviews

import vivavoce
from vivavoce.conservation import letters
from vivavoce.forms.vtt import to_vtt, turn_times
from vivavoce.interview import Interview, Text, Turn
from vivavoce.model import Participant, Run

CUE = re.compile(
    r"(\d{2,}):(\d\d):(\d\d\.\d{3}) --> (\d{2,}):(\d\d):(\d\d\.\d{3})\n<v ([^\n>]*)>(.*)", re.DOTALL
)


def said(text: str, *, start: float | None = None, end: float | None = None) -> Turn:
    """Return a turn that says *text*."""
    return Turn("s1", (Text("paragraph", (Run(text),)),), "", start, end)


def cues(vtt: str) -> list[tuple[float, float, str, str]]:
    """Return start, end, voice and text of every cue; each block must be a cue or a comment."""
    head, *blocks = vtt.rstrip("\n").split("\n\n")
    assert head == "WEBVTT"
    found = []
    for block in blocks:
        if block.startswith("NOTE\n"):
            assert "-->" not in block
            continue
        match = CUE.fullmatch(block)
        assert match, block
        h1, m1, s1, h2, m2, s2, voice, text = match.groups()
        start, end = (
            (int(h1) * 60 + int(m1)) * 60 + float(s1),
            (int(h2) * 60 + int(m2)) * 60 + float(s2),
        )
        found.append((start, end, voice, text))
    return found


@each_sample
def test_a_sample_is_written_as_the_webvtt_kept_for_it(name: str, regenerate: bool) -> None:
    compare(name, ".vtt", to_vtt(sample(name)), regenerate=regenerate)


@each_sample
def test_sample_has_the_same_speakers_when_read_again(name: str) -> None:
    interview = sample(name)
    again = vivavoce.parse(to_vtt(interview), name="interview.vtt")
    assert spoken(again) == spoken(interview)


def spoken(interview: Interview) -> list[tuple[str, str]]:
    """Return speaker and words of what each person says up to the next."""
    turns: list[tuple[str, str]] = []
    for turn in interview.turns:
        words = letters(
            "".join(n.text for n in Interview(blocks=(turn,)).walk() if isinstance(n, Text))
        )
        if turns and turns[-1][0] == turn.speaker:
            words = turns.pop()[1] + words
        turns.append((turn.speaker, words))
    return turns


def test_a_turn_that_ends_after_the_next_begins_keeps_its_end_and_the_order() -> None:
    """People speak at once; the cues still begin one after the other."""
    first = Turn("s1", (*said("One.").blocks, *said("Two.").blocks), "", None, 0.003)
    interview = Interview(
        participants=(Participant("s1", "Ann"),), blocks=(first, said("Three.", start=0.001))
    )
    starts = [start for start, _, _, _ in cues(to_vtt(interview))]
    assert starts == sorted(starts)
    assert cues(to_vtt(interview))[1][1] == 0.003


@given(interviews())
def test_cues_are_sound_and_in_order(interview: Interview) -> None:
    found = cues(to_vtt(interview))
    assert all(start < end for start, end, _, _ in found)
    starts = [start for start, _, _, _ in found]
    assert starts == sorted(starts)
    assert "<" not in "".join(text for _, _, _, text in found)


@given(interviews())
def test_every_word_is_there(interview: Interview) -> None:
    interview = Interview(participants=interview.participants, blocks=interview.blocks)
    shown = "".join(map(_words_of, to_vtt(interview).split("\n\n")))
    texts = "".join(node.text for node in interview.walk() if isinstance(node, Text))
    assert letters(shown) == letters(texts)


def _words_of(block: str) -> str:
    """Return what a block of WebVTT shows; a note is no markup, so nothing in it is escaped."""
    if block.startswith(("NOTE", "WEBVTT")):
        return re.sub(r"^(WEBVTT|NOTE|Times are estimated .*)$", "", block, flags=re.M)
    return unescape(re.sub(r"^(\d\d+:.* --> .*)$|<v [^\n>]*>", "", block, flags=re.M))


@pytest.mark.parametrize(
    ("turns", "times"),
    [
        ((), []),
        ((said("a" * 30),), [(0, 2)]),
        ((said("天" * 9),), [(0, 2)]),
        ((said("a"), said("b")), [(0, 1), (1, 2)]),
        ((said("a", start=5, end=9), said("a" * 30)), [(5, 9), (9, 11)]),
        ((said("a" * 300, start=5), said("b", start=7)), [(5, 7), (7, 8)]),
        ((said("a", start=5), said("b", start=3)), [(5, 6), (6, 7)]),
        ((said("a", start=5, end=4),), [(5, 6)]),
    ],
)
def test_turns_get_times_in_order_where_their_own_are_missing_or_wrong(
    turns: tuple[Turn, ...], times: list[tuple[float, float]]
) -> None:
    assert turn_times(turns) == times


def test_estimates_are_called_estimates() -> None:
    assert "estimated" in to_vtt(Interview(blocks=(said("a"),)))
    assert "estimated" not in to_vtt(Interview(blocks=(said("a", start=1, end=2),)))


def test_markup_and_arrows_are_text() -> None:
    evil = "<b>a</b> --> & \n\n00:01 --> 00:02\n<v X>"
    interview = Interview(
        participants=(Participant("s1", "A", evil),),
        blocks=(Text("note", (Run(evil),)), said(evil)),
    )
    ((_, _, voice, text),) = cues(to_vtt(interview))
    assert text == "&lt;b&gt;a&lt;/b&gt; --&gt; &amp;\n00:01 --&gt; 00:02\n&lt;v X&gt;"
    assert voice == "&lt;b&gt;a&lt;/b&gt; --&gt; &amp; 00:01 --&gt; 00:02 &lt;v X&gt;"
