"""From blocks and a reading to an interview: the cases of ``fixtures/assemble.txt``, and bounds."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from vivavoce.assemble import assemble
from vivavoce.forms.tree import Step, steps
from vivavoce.interview import Group, Interview, Node, Text, Turn
from vivavoce.model import (
    Block,
    Container,
    Cues,
    Image,
    Mark,
    Metadata,
    Part,
    PartKind,
    Reading,
    Run,
)
from vivavoce.problems import Code, Problem

CASES = (Path(__file__).parent / "fixtures" / "assemble.txt").read_text("utf-8")
LINE = re.compile(r"(\+|[a-z-]+)\s+(?:<(\S+)>\s+)?(\S+)[ ]?(.*)")
CONTAINER = re.compile(r"(o?)([a-z-]+)#(\d+)")


def cases() -> Iterator[tuple[str, str, str]]:
    """Yield title, blocks and tree of every case in the file."""
    for match in re.finditer(r"^(\S.*)\n\.\n((?:.*\n)*?)\.\n((?:.*\n)*?)\.\n", CASES, re.M):
        yield match.group(1), match.group(2), match.group(3)


def read_case(lines: str) -> tuple[tuple[Block, ...], Reading]:
    """Return the blocks and the reading that a case writes down."""
    blocks: list[Block] = []
    parts: list[Part] = []
    for line in lines.splitlines():
        match = LINE.fullmatch(line.rstrip())
        assert match, line
        kind, path, who, words = match.groups()
        words = words.lstrip()
        label, bar, said = words.partition("|")
        if not bar:
            label, said = "", words
        if kind != "+":
            level = 2 if kind == "heading" else 0
            blocks.append(Block(kind, level=level, path=tuple(containers(path or ""))))
        start = len(blocks[-1].text)
        text = blocks[-1].text + label + said
        blocks[-1] = blocks[-1]._replace(runs=(Run(text),), text=text)
        parts.append(part(len(blocks) - 1, (start, start + len(label), len(text)), who, label))
    return tuple(blocks), Reading(tuple(parts), conventions=("test",))


def containers(path: str) -> Iterator[Container]:
    for ordered, kind, key in CONTAINER.findall(path):
        yield Container(kind, int(key), bool(ordered))


def part(block: int, span: tuple[int, int, int], who: str, label: str) -> Part:
    """Return the part over *span* (start, speech, end) whose it is *who* says it is."""
    if who in get_args(PartKind):
        return Part(block, *span, kind=who)  # type: ignore[arg-type]
    speaker, opens, printed = re.fullmatch(r"(\w+)(!?)(?:\{(.*)\})?", who).groups()
    return Part(block, *span, "speech", speaker, printed or label.strip(" :–"), bool(opens))


def outline(nodes: tuple[Node, ...]) -> str:
    """Return *nodes* as an indented list."""
    lines: list[str] = []
    depth = 0
    for step, node in steps(nodes):
        depth -= step is Step.LEAVE
        if step is not Step.LEAVE:
            lines.append("  " * depth + line_of(node))
        depth += step is Step.ENTER
    return "".join(f"{line}\n" for line in lines)


def line_of(node: Node) -> str:
    if isinstance(node, Turn):
        return f"turn {node.speaker} {node.label!r}" if node.label else f"turn {node.speaker}"
    if isinstance(node, Group):
        return f"{node.kind} from {node.start}" if node.ordered else node.kind
    level = f" {node.level}" if node.level else ""
    return f"{node.kind}{level} {node.text!r}"


@pytest.mark.parametrize(
    ("title", "blocks", "tree"), list(cases()), ids=[title for title, _, _ in cases()]
)
def test_blocks_and_their_reading_become_the_tree(title: str, blocks: str, tree: str) -> None:
    made = assemble(*read_case(blocks), Metadata())
    assert outline(made.blocks) == tree, title


def test_every_case_of_the_file_is_read() -> None:
    assert len(list(cases())) == CASES.count("\n.\n") / 3


def test_metadata_people_and_problems_are_passed_on() -> None:
    problem = Problem(Code.NO_DIALOGUE, "none")
    metadata = Metadata("Title")
    assert assemble((), Reading(()), metadata, (problem,)) == Interview(
        metadata, problems=(problem,)
    )


def test_marks_and_pictures_survive_the_cut() -> None:
    bold, link = Mark("strong"), Mark("link", "#a")
    picture = Run("", (), Image("a.png"))
    runs = (picture, Run("Ann: y", (bold,)), Run("es ", (bold, link)), picture, Run("Ben: no"))
    text = "".join(run.text for run in runs)
    block = Block("paragraph", runs, text, id="here", lang="fr")
    parts = (
        Part(0, 0, 5, 9, "speech", "s1", "Ann", True),
        Part(0, 9, 14, len(text), "speech", "s2", "Ben", True),
    )
    first, second = assemble((block,), Reading(parts), Metadata()).turns
    said = (picture, Run("y", (bold,)), Run("es", (bold, link)), picture)
    assert first.blocks == (Text("paragraph", said, id="here", lang="fr"),)
    assert second.blocks == (Text("paragraph", (Run("no"),), lang="fr"),)


@pytest.mark.parametrize(
    ("document", "block", "kept"),
    [
        ("fr", "fr", ""),
        ("fr", "FR", ""),
        ("zh-Hans", "zh", ""),
        ("zh-Hans", "zh-CN", ""),
        ("zh-Hans", "zh-Hant", "zh-Hant"),
        ("en-GB", "en", ""),
        ("en", "fr", "fr"),
        (None, "fr", "fr"),
    ],
)
def test_only_another_language_than_the_documents_is_kept(
    document: str | None, block: str, kept: str
) -> None:
    blocks = (Block("paragraph", (Run("a"),), "a", lang=block),)
    made = assemble(blocks, Reading((Part(0, 0, 0, 1),)), Metadata(lang=document))
    assert made.blocks == (Text("paragraph", (Run("a"),), lang=kept),)


def test_times_come_from_the_label_or_from_the_markup() -> None:
    cues = Cues(start=1.5, end=4.0)
    blocks = tuple(Block("paragraph", (Run(text),), text, cues=cues) for text in "abc")
    parts = (
        Part(0, 0, 0, 1, "speech", "s1", "", True, 1.0),
        Part(1, 0, 0, 1, "speech", "s1"),
        Part(2, 0, 0, 1, "speech", "s2", "", True),
    )
    times = [(turn.start, turn.end) for turn in assemble(blocks, Reading(parts), Metadata()).turns]
    assert times == [(1.0, 4.0), (1.5, 4.0)]


def test_a_tree_is_no_deeper_than_can_be_compared_and_pickled() -> None:
    path = tuple(Container("quote", key) for key in range(3000))
    blocks = (Block("paragraph", (Run("down here"),), "down here", path=path),)
    made = assemble(blocks, Reading((Part(0, 0, 0, 9),)), Metadata())
    assert pickle.loads(pickle.dumps(made)) == made
    assert [node.text for node in made.walk() if isinstance(node, Text)] == ["down here"]
