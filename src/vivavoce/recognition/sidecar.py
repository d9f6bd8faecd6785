"""Where corrections are found: a YAML text beside the input, or ``interview:`` in front matter."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from vivavoce.model import Metadata
from vivavoce.problems import Code, Problem
from vivavoce.recognition.corrections import NONE, Corrections, corrections_from, is_corrections

SUFFIX = ".vivavoce.yaml"
_KEY = "interview"


def find_corrections(metadata: Metadata, sidecar: str) -> tuple[Corrections, tuple[Problem, ...]]:
    """Return the corrections in the YAML *sidecar*, else those in front matter."""
    if sidecar.strip():
        settings, problems = _load(sidecar)
        if problems:
            return NONE, problems
        return corrections_from(settings)
    settings = metadata.extra.get(_KEY)
    return corrections_from(settings) if is_corrections(settings) else (NONE, ())


def without_corrections(metadata: Metadata) -> Metadata:
    """Return *metadata* without the corrections, which are no part of the document."""
    if not is_corrections(metadata.extra.get(_KEY)):
        return metadata
    return replace(metadata, extra={k: v for k, v in metadata.extra.items() if k != _KEY})


def _load(text: str) -> tuple[Any, tuple[Problem, ...]]:
    import yaml  # noqa: PLC0415 - most documents have no corrections

    try:
        return yaml.safe_load(text), ()
    except yaml.YAMLError as error:
        where = getattr(error, "problem_mark", None)
        line = f", line {where.line + 1}" if where else ""
        return None, (Problem(Code.BAD_OPTION, f"corrections are not valid YAML{line}"),)
