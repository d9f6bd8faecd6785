"""What is known about an interview as the front matter of its Markdown form, both ways.

Pandoc reads the values as Markdown, so what it prints (title, authors, …) is escaped as text is.
Front matter that vivavoce has no name for stands beside its own; where a name is taken, it stands
under ``extra``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, get_args

from vivavoce.forms.json.document import VERSION, participant_from_json, participant_to_json, plain
from vivavoce.forms.markdown.inlines import write_inlines
from vivavoce.forms.markdown.parse import parse_inlines
from vivavoce.interview import Interview
from vivavoce.model import Metadata, Participant, Role, Run, Source
from vivavoce.runs import text_of

_OWN: Final = ("title", "subtitle", "author", "date", "lang", "description", "cover", "source")
_RESERVED: Final = frozenset({"vivavoce", *_OWN, "participants", "extra"})


def write_front_matter(interview: Interview) -> str:
    """Return metadata and participants of *interview* as YAML between lines of dashes."""
    import yaml  # noqa: PLC0415 - only this form needs it

    values = _values(interview)
    options: dict[str, Any] = {"allow_unicode": True, "sort_keys": False, "width": 2**31}
    return f"---\n{yaml.safe_dump(values, **options)}---\n"


def read_front_matter(values: Mapping[str, Any]) -> tuple[Metadata, tuple[Participant, ...]]:
    """Return what `write_front_matter` wrote; KeyError or TypeError where *values* are not that."""
    extra = {key: value for key, value in values.items() if key not in _RESERVED}
    source = values.get("source") or {}
    metadata = Metadata(
        title=_text(values.get("title")),
        subtitle=_text(values.get("subtitle")),
        authors=tuple(_text(author) or "" for author in _listed(values.get("author"))),
        date=_text(values.get("date")),
        lang=_string(values.get("lang")),
        description=_text(values.get("description")),
        cover=_string(values.get("cover")),
        source=Source(_text(source.get("name")), _string(source.get("url"))),
        extra=extra | dict(values.get("extra") or {}),
    )
    people = tuple(map(participant_from_json, values.get("participants") or ()))
    return metadata, tuple(map(_as_text, people))


def _as_text(person: Participant) -> Participant:
    """Return *person* with text for every field; TypeError where one is a list or a mapping."""
    told = (person.id, person.label, person.name, person.role, person.about, *person.labels)
    if not all(value is None or isinstance(value, str | int | float) for value in told):
        raise TypeError("a participant's fields must be text")
    if person.role is not None and person.role not in get_args(Role):
        raise TypeError(f"there is no role {person.role!r}")
    return Participant(
        str(person.id),
        str(person.label),
        _string(person.name),
        person.role,
        _string(person.about),
        tuple(map(str, person.labels)),
    )


def _values(interview: Interview) -> dict[str, Any]:
    metadata = interview.metadata
    source = {"name": _escaped(metadata.source.name), "url": metadata.source.url}
    extra = plain(metadata.extra)
    own = {
        "vivavoce": VERSION,
        "title": _escaped(metadata.title),
        "subtitle": _escaped(metadata.subtitle),
        "author": [_escaped(author) for author in metadata.authors],
        "date": _escaped(metadata.date),
        "lang": metadata.lang,
        "description": _escaped(metadata.description),
        "cover": metadata.cover,
        "source": _known(source),
        "participants": [_known(participant_to_json(person)) for person in interview.participants],
        "extra": {key: value for key, value in extra.items() if key in _RESERVED},
    }
    free = {key: value for key, value in extra.items() if key not in _RESERVED}
    return {key: value for key, value in own.items() if value not in (None, [], {})} | free


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def _escaped(text: str | None) -> str | None:
    return None if text is None else write_inlines((Run(text),), one_line=True)


def _text(value: Any) -> str | None:
    return None if value is None else text_of(parse_inlines(str(value)))


def _string(value: Any) -> str | None:
    return None if value is None else str(value)


def _listed(value: Any) -> list[Any]:
    """Return *value* as a list: people write one author without a dash."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
