"""That the run-time check sees every loss, and nothing else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vivavoce.assemble import assemble
from vivavoce.conservation import letters, lost_text
from vivavoce.interview import Interview, Node, Text, Turn
from vivavoce.model import Block, Metadata, Part, Participant, Reading, Run
from vivavoce.problems import Code, Problem

ANN = Participant("s1", "Ann", "Ann Lee", "interviewer", labels=("Ann", "AL"))
BEN = Participant("s2", "Ben", labels=("Ben",))


def block(text: str) -> Block:
    return Block("paragraph", (Run(text),), text)


def leaf(text: str) -> Text:
    return Text("paragraph", (Run(text),))


def lost(texts: list[str], *nodes: Node, problems: tuple[Problem, ...] = ()) -> list[str]:
    interview = Interview(Metadata(), (ANN, BEN), nodes, problems)
    found = lost_text(tuple(block(text) for text in texts), interview)
    assert {problem.code for problem in found} <= {Code.LOST_TEXT}
    return [problem.text for problem in found]


KEPT: dict[str, tuple[list[str], tuple[Node, ...]]] = {
    "a label and its colon": (["Ann: Yes."], (Turn("s1", (leaf("Yes."),), "Ann"),)),
    "a label with a time": (["[00:01:02] Ann - Yes."], (Turn("s1", (leaf("Yes."),), "Ann"),)),
    "a label in a block of its own": (["Ann", "Yes."], (Turn("s1", (leaf("Yes."),), "Ann"),)),
    "a label that is like the words": (["Ann: Ann."], (Turn("s1", (leaf("Ann."),), "Ann"),)),
    "another label of the person": (["AL: Yes."], (Turn("s1", (leaf("Yes."),)),)),
    "a turn that says nothing": (
        ["Ann:", "Ben: Well?"],
        (Turn("s1", (), "Ann"), Turn("s2", (leaf("Well?"),), "Ben")),
    ),
    "times after a label and before the next": (
        ["Ann 00:01:02,345", "00:01:03,456 Ben: Well?"],
        (Turn("s1", (), "Ann"), Turn("s2", (leaf("Well?"),), "Ben")),
    ),
    "turns that share a block": (
        ["Ann: One? Ben: Two."],
        (Turn("s1", (leaf("One?"),), "Ann"), Turn("s2", (leaf("Two."),), "Ben")),
    ),
    "white space and punctuation": (["  One\n* * *\nTwo "], (leaf("One"), leaf("Two"))),
    "nothing at all": ([], ()),
}


@pytest.mark.parametrize("name", KEPT)
def test_what_may_be_missing(name: str) -> None:
    texts, nodes = KEPT[name]
    assert lost(texts, *nodes) == []


LOST: dict[str, tuple[list[str], tuple[Node, ...], list[str]]] = {
    "a block": (["One", "Two", "Three"], (leaf("One"), leaf("Three")), ["Two"]),
    "the end": (["One", "Two"], (leaf("One"),), ["Two"]),
    "everything": (["One", "Two"], (), ["One Two"]),
    "the middle of a block": (
        ["One two three"],
        (leaf("One"), leaf("three")),
        ["two"],
    ),
    "words before a label": (
        ["Well then. Ann: Yes."],
        (Turn("s1", (leaf("Yes."),), "Ann"),),
        ["Well then. Ann:"],
    ),
    "a label where no turn opens": (["Ann: Yes."], (leaf("Yes."),), ["Ann:"]),
    "a number where no turn opens": (["42", "Yes."], (leaf("Yes."),), ["42"]),
    "the order": (["One", "Two"], (leaf("Two"), leaf("One")), ["One"]),
}


@pytest.mark.parametrize("name", LOST)
def test_what_is_lost_is_named(name: str) -> None:
    texts, nodes, expected = LOST[name]
    assert lost(texts, *nodes) == expected


def test_a_block_that_a_problem_names_is_not_lost() -> None:
    stated = Problem(Code.REPEATED_CREDIT, "printed twice: Text by Ann", 2, "Text by Ann")
    texts = ["Text by Ann", "Yes.", "Text by Ann"]
    assert lost(texts, leaf("Text by Ann"), leaf("Yes."), problems=(stated,)) == []


def test_a_long_loss_is_named_by_its_beginning() -> None:
    (shown,) = lost(["x" * 10_000])
    assert shown == "x" * len(shown)
    assert len(shown) < 200


words = st.text(st.sampled_from("abc12 .:你\n"), min_size=1, max_size=8)


@st.composite
def readings(draw: st.DrawFn) -> tuple[tuple[Block, ...], Reading]:
    """Blocks cut into parts at random, with labels of random length."""
    blocks = tuple(block(text) for text in draw(st.lists(words, min_size=1, max_size=4)))
    parts: list[Part] = []
    for index, each in enumerate(blocks):
        length = len(each.text)
        cuts = sorted(draw(st.sets(st.integers(1, max(1, length - 1)), max_size=2)))
        edges = [0, *(cut for cut in cuts if cut < length), length]
        for start, end in pairwise(edges):
            speaker = draw(st.sampled_from([None, "s1", "s2"]))
            opens = speaker is not None and draw(st.booleans())
            speech = draw(st.integers(start, end)) if opens else start
            label = each.text[start:speech].strip()
            kind = "speech" if speaker else "prose"
            parts.append(Part(index, start, speech, end, kind, speaker, label, opens))
    return blocks, Reading(tuple(parts), (ANN, BEN), ("test",))


@given(readings())
def test_assembly_loses_nothing(made: tuple[tuple[Block, ...], Reading]) -> None:
    blocks, reading = made
    assert lost_text(blocks, assemble(blocks, reading, Metadata())) == ()


@given(readings(), st.integers(0, 9))
def test_a_leaf_taken_out_is_missed(made: tuple[tuple[Block, ...], Reading], place: int) -> None:
    blocks, reading = made
    silent = Reading(tuple(Part(p.block, p.start, p.start, p.end) for p in reading.parts))
    nodes = assemble(blocks, silent, Metadata()).blocks
    place = min(place, len(nodes) - 1)
    if place < 0 or not isinstance(nodes[place], Text):
        return
    rest = nodes[:place] + nodes[place + 1 :]
    said = "".join(letters(node.text) for node in nodes if isinstance(node, Text))
    left = "".join(letters(node.text) for node in rest if isinstance(node, Text))
    assert bool(lost_text(blocks, Interview(blocks=rest))) == (said != left)
