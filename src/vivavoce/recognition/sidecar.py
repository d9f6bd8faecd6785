"""Where corrections are found: a YAML text beside the input, or ``interview:`` in front matter."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final, NamedTuple

from vivavoce.interview import Interview
from vivavoce.model import Metadata
from vivavoce.problems import Code, InputError, Problem
from vivavoce.reading.yamlload import load_yaml
from vivavoce.recognition.corrections import (
    NONE,
    Corrections,
    corrections_from,
    is_corrections,
    unknown_keys,
)

SUFFIX: Final = ".vivavoce.yaml"
_KEY: Final = "interview"
_BEGINS: Final = 40
_LARGEST: Final = 2**19
"""Bytes of corrections; an editor writes some hundreds."""
_HINT: Final = (
    "# Doubtful blocks: take away the # before the - and name the speaker by a label, or leave",
    "# null where nobody speaks.",
)


class Beside(NamedTuple):
    """What an editor has written beside the document, as YAML."""

    corrections: str = ""
    """The corrections of this document."""
    people: str = ""
    """A file shared by a series: who stands behind labels, where the corrections do not say."""


NOTHING: Final = Beside()


def written_beside(path: Path) -> str:
    """Return what an editor has written in the file *path*.

    Raises OSError if it cannot be read, and InputError if it is too large or no text in UTF-8.
    """
    if path.stat().st_size > _LARGEST:
        raise InputError(f"{path.name} beside it is too large for corrections")
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{path.name} beside it is no text in UTF-8; save it as UTF-8"
        raise InputError(message) from error


def find_corrections(
    metadata: Metadata, beside: Beside = NOTHING
) -> tuple[Corrections, tuple[Problem, ...]]:
    """Return the corrections that stand *beside* the document, else those in front matter."""
    shared, problems = _corrections(beside.people)
    settings = metadata.extra.get(_KEY)
    if beside.corrections.strip():
        own, more = _corrections(beside.corrections)
    else:
        own, more = corrections_from(settings) if is_corrections(settings) else (NONE, ())
    return own._replace(shared=shared.people), (*problems, *more)


def _corrections(text: str) -> tuple[Corrections, tuple[Problem, ...]]:
    if not text.strip():
        return NONE, ()
    settings, problems = _load(text)
    if problems:
        return NONE, problems
    found, problems = corrections_from(settings)
    return found, (*problems, *unknown_keys(settings))


def first_corrections(interview: Interview) -> str:
    """Return a first version of the corrections of *interview*, as YAML to edit.

    It names everyone who speaks as they are understood now, so that applying it changes nothing.
    Doubtful blocks stand in comments, ready to be given to somebody.
    """
    import yaml  # noqa: PLC0415 - most documents have no corrections

    people = {
        person.label: {"name": person.name, "role": person.role}
        for person in interview.participants
    }
    settings = {"people": people, "no-speakers": []}
    body: str = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
    doubts = [
        line
        for problem in interview.problems
        if problem.code is Code.DOUBTFUL_BLOCK
        for line in (f"# {problem.message}", f"#- {_assignment(problem)}")
    ]
    return "\n".join([body.rstrip(), "turns:", *(_HINT if doubts else ()), *doubts, ""])


def _assignment(problem: Problem) -> str:
    """Return the doubtful block of *problem* as an item of ``turns``, said by nobody yet."""
    begins = json.dumps(problem.text[:_BEGINS], ensure_ascii=False)
    return f"{{blocks: {problem.block}, speaker: null, begins: {begins}}}"


def without_corrections(metadata: Metadata) -> Metadata:
    """Return *metadata* without the corrections, which are no part of the document."""
    if not is_corrections(metadata.extra.get(_KEY)):
        return metadata
    return metadata._replace(extra={k: v for k, v in metadata.extra.items() if k != _KEY})


def _load(text: str) -> tuple[Any, tuple[Problem, ...]]:
    import yaml  # noqa: PLC0415 - most documents have no corrections

    try:
        return load_yaml(text), ()
    except yaml.YAMLError as error:
        where = getattr(error, "problem_mark", None)
        line = f", line {where.line + 1}" if where else ""
        return None, (Problem(Code.BAD_OPTION, f"corrections are not valid YAML{line}"),)
    except (ValueError, OverflowError, RecursionError):
        told = "corrections hold a value that there cannot be, are too many or nested too deep"
        return None, (Problem(Code.BAD_OPTION, told),)
