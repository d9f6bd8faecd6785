"""The published JSON form of an interview, both ways.

The form is described by ``schema/interview.schema.json``. Writing and reading it again gives an
equal interview. Its tree of blocks is the subject of `vivavoce.forms.json.blocks`.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from typing import Any, Final

from vivavoce.forms.json.blocks import Json, blocks_from_json, blocks_to_json
from vivavoce.interview import Interview
from vivavoce.model import Metadata, Participant, Source
from vivavoce.problems import Code, InputError, Problem
from vivavoce.reading.jsontext import load_json

VERSION: Final = 1
"""The value under the key ``vivavoce``; it changes only when readers of the form would break."""

_CODES: Final = {code.code: code for code in Code}


def to_json(interview: Interview) -> str:
    """Return *interview* as indented JSON text that ends with a line break."""
    return json.dumps(to_dict(interview), ensure_ascii=False, indent=1) + "\n"


def from_json(text: str) -> Interview:
    """Read the interview in JSON *text*; InputError if it does not hold one."""
    try:
        return from_dict(load_json(text))
    except (ValueError, RecursionError) as error:
        raise InputError(f"this is not an interview in JSON: {error}") from error


def to_dict(interview: Interview) -> Json:
    """Return *interview* as dictionaries, lists, strings, numbers and None."""
    return {
        "vivavoce": VERSION,
        "metadata": _metadata_to(interview.metadata),
        "participants": [participant_to_json(person) for person in interview.participants],
        "blocks": blocks_to_json(interview.blocks),
        "problems": [_problem_to(problem) for problem in interview.problems],
    }


def from_dict(data: Mapping[str, Any]) -> Interview:
    """Return the interview that *data* describes; InputError if it describes none."""
    if not isinstance(data, Mapping) or data.get("vivavoce") != VERSION:
        raise InputError(f"an interview has the key 'vivavoce' with the value {VERSION}")
    try:
        return Interview(
            _metadata_from(data.get("metadata", {})),
            tuple(participant_from_json(person) for person in data.get("participants", ())),
            blocks_from_json(data.get("blocks", ())),
            tuple(_problem_from(problem) for problem in data.get("problems", ())),
        )
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise InputError(f"this is not an interview as the schema has it: {error!r}") from error


def plain(value: Any) -> Any:
    """Return front matter's *value* as JSON has it: dates as ISO text, keys as text."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _metadata_to(metadata: Metadata) -> Json:
    data: Json = {
        "title": metadata.title,
        "authors": list(metadata.authors),
        "date": metadata.date,
        "lang": metadata.lang,
        "source": {"name": metadata.source.name, "url": metadata.source.url},
    }
    for key in ("subtitle", "description", "cover"):
        if (value := getattr(metadata, key)) is not None:
            data[key] = value
    if metadata.extra:
        data["extra"] = plain(metadata.extra)
    return data


def _metadata_from(data: Json) -> Metadata:
    source = data.get("source") or {}
    return Metadata(
        data.get("title"),
        data.get("subtitle"),
        tuple(data.get("authors", ())),
        data.get("date"),
        data.get("lang"),
        data.get("description"),
        data.get("cover"),
        Source(source.get("name"), source.get("url")),
        dict(data.get("extra", {})),
    )


def participant_to_json(person: Participant) -> Json:
    """Return *person* as a dictionary; what is not known is None."""
    data: Json = {
        "id": person.id,
        "label": person.label,
        "name": person.name,
        "role": person.role,
        "about": person.about,
    }
    if person.labels:
        data["labels"] = list(person.labels)
    return data


def participant_from_json(data: Json) -> Participant:
    """Return the participant that *data* describes; KeyError without id or label."""
    return Participant(
        data["id"],
        data["label"],
        data.get("name"),
        data.get("role"),
        data.get("about"),
        tuple(data.get("labels", ())),
    )


def _problem_to(problem: Problem) -> Json:
    data: Json = {
        "code": problem.code.code,
        "level": problem.level.value,
        "message": problem.message,
    }
    if problem.block is not None:
        data["block"] = problem.block
    if problem.text:
        data["text"] = problem.text
    return data


def _problem_from(data: Json) -> Problem:
    code = _CODES[data["code"]]
    return Problem(code, data["message"], data.get("block"), data.get("text", ""))
