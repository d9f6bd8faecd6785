"""Where corrections are found: a YAML text beside the input, or ``interview:`` in front matter."""

from __future__ import annotations

from typing import Any, NamedTuple

from vivavoce.model import Interview, Metadata
from vivavoce.problems import Code, Problem
from vivavoce.recognition.corrections import NONE, Corrections, corrections_from, is_corrections

SUFFIX = ".vivavoce.yaml"
_KEY = "interview"


class Beside(NamedTuple):
    """What an editor has written beside the document, as YAML."""

    corrections: str = ""
    """The corrections of this document."""
    people: str = ""
    """A file shared by a series: who stands behind labels, where the corrections do not say."""


NOTHING = Beside()


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
    return (NONE, problems) if problems else corrections_from(settings)


def first_corrections(interview: Interview) -> str:
    """Return a first version of the corrections of *interview*, as YAML to edit.

    It names everyone who speaks as they are understood now, so that applying it changes nothing.
    """
    import yaml  # noqa: PLC0415 - most documents have no corrections

    people = {
        person.label: {"name": person.name, "role": person.role}
        for person in interview.participants
    }
    doubts = [
        f"# block {problem.block}: {problem.message}: {problem.text}"
        for problem in interview.problems
        if problem.code is Code.DOUBTFUL_BLOCK
    ]
    settings = {"people": people, "no-speakers": [], "turns": []}
    body: str = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
    return "\n".join([body.rstrip(), *doubts, ""])


def without_corrections(metadata: Metadata) -> Metadata:
    """Return *metadata* without the corrections, which are no part of the document."""
    if not is_corrections(metadata.extra.get(_KEY)):
        return metadata
    return metadata._replace(extra={k: v for k, v in metadata.extra.items() if k != _KEY})


def _load(text: str) -> tuple[Any, tuple[Problem, ...]]:
    import yaml  # noqa: PLC0415 - most documents have no corrections

    try:
        return yaml.safe_load(text), ()
    except yaml.YAMLError as error:
        where = getattr(error, "problem_mark", None)
        line = f", line {where.line + 1}" if where else ""
        return None, (Problem(Code.BAD_OPTION, f"corrections are not valid YAML{line}"),)
