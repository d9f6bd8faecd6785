"""What there is to know of how a document was read: who speaks, how sure we are, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pandoc_vivavoce.command.inputs import Input
from pandoc_vivavoce.command.reading import Loaded, load
from pandoc_vivavoce.errors import WorkError
from vivavoce.interview import Interview, Node, Text, Turn
from vivavoce.limits import check_json
from vivavoce.model import Block, Participant, Reading
from vivavoce.options import Options
from vivavoce.persons import display_name
from vivavoce.problems import Code, InputError, Problem
from vivavoce.words import words_for

_NO_READING = Reading(())


@dataclass(frozen=True, slots=True)
class Share:
    """How much one person says."""

    participant: Participant
    name: str
    """What to call the person."""
    turns: int
    characters: int
    share: float
    """Of all that is said, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """One document and what was made of it."""

    name: str
    interview: Interview
    blocks: tuple[Block, ...] = ()
    """What the reader found, before anybody was recognised in it."""
    reading: Reading = _NO_READING

    @property
    def doubtful(self) -> tuple[Problem, ...]:
        """The places where it is not certain who speaks."""
        return self._problems(Code.DOUBTFUL_BLOCK)

    @property
    def dropped(self) -> tuple[Problem, ...]:
        """The page furniture that was left out."""
        return self._problems(Code.DROPPED_CHROME)

    @property
    def others(self) -> tuple[Problem, ...]:
        """All other problems."""
        shown = {Code.DOUBTFUL_BLOCK, Code.DROPPED_CHROME}
        return tuple(item for item in self.interview.problems if item.code not in shown)

    def _problems(self, code: Code) -> tuple[Problem, ...]:
        return tuple(item for item in self.interview.problems if item.code is code)


def inspect_document(source: Input, options: Options) -> Inspection:
    """Read *source* and keep what convert throws away; WorkError tells why it cannot be read."""
    try:
        loaded = load(source, options)
        return _inspect(loaded, source.name, options)
    except InputError as error:
        raise WorkError(source.name, str(error).rstrip(".")) from error


def _inspect(loaded: Loaded, name: str, options: Options) -> Inspection:
    from vivavoce.assemble import assemble  # noqa: PLC0415 - a call for help needs no parser
    from vivavoce.forms.json.document import from_json  # noqa: PLC0415
    from vivavoce.pipeline import check  # noqa: PLC0415
    from vivavoce.reading.source import read_source  # noqa: PLC0415
    from vivavoce.recognise import recognise  # noqa: PLC0415
    from vivavoce.recognition.sidecar import (  # noqa: PLC0415
        find_corrections,
        without_corrections,
    )

    if loaded.is_interview:
        check_json(loaded.text, options)
        return Inspection(name, from_json(loaded.text))
    source = read_source(loaded.text, loaded.name, options)
    corrections, doubts = find_corrections(source.metadata, loaded.beside)
    metadata = without_corrections(source.metadata)
    reading = recognise(source.blocks, metadata, options, corrections, explain=True)
    problems = loaded.problems + source.problems + doubts + reading.problems
    interview = assemble(source.blocks, reading, metadata, problems)
    return Inspection(name, check(source.blocks, interview), source.blocks, reading)


def shares(interview: Interview) -> tuple[Share, ...]:
    """Return how much each participant of *interview* says, in the order of first speech."""
    words = words_for(interview.metadata.lang)
    counts = {person.id: [0, 0] for person in interview.participants}
    for turn in interview.turns:
        if turn.speaker in counts:
            counts[turn.speaker][0] += 1
            counts[turn.speaker][1] += length_of(turn)
    total = sum(characters for _, characters in counts.values()) or 1
    return tuple(
        Share(person, display_name(person, words), turns, characters, characters / total)
        for person in interview.participants
        for turns, characters in [counts[person.id]]
    )


def length_of(node: Node) -> int:
    """Return how many characters are said in *node*."""
    leaves = Interview(blocks=(node,)).walk()
    return sum(len(leaf.text) for leaf in leaves if isinstance(leaf, Text))


def to_plain(inspection: Inspection) -> dict[str, Any]:
    """Return *inspection* as dictionaries and lists, the form of ``--json``."""
    reading = inspection.reading
    return {
        "file": inspection.name,
        "dialogue": any(isinstance(node, Turn) for node in inspection.interview.blocks),
        "title": inspection.interview.metadata.title,
        "lang": inspection.interview.metadata.lang,
        "conventions": list(reading.conventions),
        "verdicts": [
            {
                "convention": verdict.convention,
                "score": round(verdict.score, 3),
                "chosen": verdict.chosen,
                "turns": verdict.cues,
                "evidence": rounded(verdict.evidence),
            }
            for verdict in reading.verdicts
        ],
        "participants": [_share_to(share) for share in shares(inspection.interview)],
        "doubtful": [_problem_to(problem) for problem in inspection.doubtful],
        "dropped": [_problem_to(problem) for problem in inspection.dropped],
        "problems": [_problem_to(problem) for problem in inspection.others],
    }


def rounded(evidence: Mapping[str, float]) -> dict[str, float]:
    """Return *evidence* with numbers that people can compare."""
    return {name: round(value, 3) for name, value in evidence.items()}


def _share_to(share: Share) -> dict[str, Any]:
    person = share.participant
    return {
        "id": person.id,
        "label": person.label,
        "name": person.name,
        "role": person.role,
        "about": person.about,
        "labels": list(person.labels),
        "turns": share.turns,
        "characters": share.characters,
        "share": round(share.share, 4),
    }


def _problem_to(problem: Problem) -> dict[str, Any]:
    data: dict[str, Any] = {
        "code": problem.code.code,
        "level": problem.level.value,
        "message": problem.message,
    }
    if problem.block is not None:
        data["block"] = problem.block
    return data | ({"text": problem.text} if problem.text else {})
